import { Button, Checkbox, Kbd } from '@mantine/core';
import { useRef } from 'react';
import { dayOf } from '../../../shared/dates';
import {
  ARREARS,
  HANDLER_DOCUMENT_KINDS,
  NEEDS_CONSENT,
  RELATIONS,
  ROUTES,
} from '../../../shared/registers/release-requests.row';
import { fieldLabel } from '../../book/book';
import { useKeys } from '../../book/use-keys';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { SuggestField } from '../../ui/fields/SuggestField';
import { TextField } from '../../ui/fields/TextField';
import { withCommand } from '../../ui/keys';
import { UnitField } from '../units/UnitField';
import { RELEASE_REQUESTS } from './books';
import { ConsentFields } from './ConsentFields';
import { GoodsEditor } from './GoodsEditor';
import { type ReleaseValues, repeated } from './release-form';

interface FieldsProps {
  values: ReleaseValues;
  set: (part: Partial<ReleaseValues>) => void;
}

/** First line of the form: where and who. */
export function WhoFields({ values, set }: FieldsProps) {
  const { t } = useWords();
  const label = (field: string) => t(fieldLabel(RELEASE_REQUESTS, field));
  return (
    <>
      <UnitField
        label={label('unitName')}
        name="form.unitId"
        value={values.unitId}
        onChange={(unitId) => set({ unitId })}
        onPick={(unit) => set({ unitName: unit?.label ?? '' })}
      />
      {values.unitId === '' ? (
        <TextField
          label={t('goods-releases:screen.otherPlace')}
          name="form.unitName"
          max={60}
          value={values.unitName}
          onChange={(unitName) => set({ unitName })}
        />
      ) : null}
      <PersonField
        label={label('ownerName')}
        name="form.ownerName"
        unitId={values.unitId}
        value={values.ownerName}
        onChange={(ownerName) =>
          set({
            ownerName,
            // Owners carry out their own goods unless somebody else is named.
            ...(values.relation === 'owner' && values.handlerName === values.ownerName
              ? { handlerName: ownerName }
              : {}),
          })
        }
      />
      <Coded
        label={label('relation')}
        name="form.relation"
        group="relation"
        codes={RELATIONS}
        value={values.relation}
        onChange={(relation) => set({ relation })}
      />
      <PersonField
        label={label('handlerName')}
        name="form.handlerName"
        unitId={values.unitId}
        value={values.handlerName}
        onChange={(handlerName) => set({ handlerName })}
      />
      <Coded
        label={label('handlerDocumentKind')}
        name="form.handlerDocumentKind"
        group="documentKind"
        codes={HANDLER_DOCUMENT_KINDS}
        value={values.handlerDocumentKind}
        onChange={(handlerDocumentKind) => set({ handlerDocumentKind })}
      />
      <TextField
        label={label('handlerDocument')}
        name="form.handlerDocument"
        max={4}
        value={values.handlerDocument}
        onChange={(handlerDocument) => set({ handlerDocument })}
      />
    </>
  );
}

/** The rest of the form in paper order: consent, goods, way and hours, mover, arrears, remarks. */
export function MoreFields({ values, set }: FieldsProps) {
  const { t } = useWords();
  const label = (field: string) => t(fieldLabel(RELEASE_REQUESTS, field));
  const text = (
    name: 'windowFrom' | 'windowTo' | 'plate' | 'moverCompany' | 'arrearsReason' | 'note',
    max: number,
    more: { placeholder?: string; required?: boolean } = {},
  ) => (
    <TextField
      label={label(name)}
      name={`form.${name}`}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
      {...more}
    />
  );
  return (
    <>
      {NEEDS_CONSENT.includes(values.relation) ? <ConsentFields values={values} set={set} /> : null}
      <RepeatLast values={values} set={set} />
      <GoodsEditor lines={values.goods} onChange={(goods) => set({ goods })} />
      <div className="quick-fields even">
        <Coded
          label={label('route')}
          name="form.route"
          group="route"
          codes={ROUTES}
          value={values.route}
          onChange={(route) => set({ route })}
        />
        <Checkbox
          className="release-bulky"
          label={label('bulky')}
          checked={values.bulky}
          onChange={(event) => set({ bulky: event.currentTarget.checked })}
        />
        {text('windowFrom', 5, { placeholder: t('goods-releases:screen.fromNow') })}
        {text('windowTo', 5, { placeholder: t('goods-releases:screen.toDayEnd') })}
        <MoverField values={values} set={set} label={label('moverCompany')} />
        {text('plate', 12)}
        <Coded
          label={label('arrears')}
          name="form.arrears"
          group="arrears"
          codes={ARREARS}
          value={values.arrears}
          onChange={(arrears) => set({ arrears })}
        />
        {values.arrears === 'exists' ? text('arrearsReason', 200, { required: true }) : null}
        {text('note', 300)}
      </div>
    </>
  );
}

interface CodedProps<C extends string> {
  label: string;
  name: string;
  group: string;
  codes: readonly C[];
  value: C;
  onChange: (code: C) => void;
}

/** One of a kind's codes, in words. */
function Coded<C extends string>({ group, codes, value, onChange, ...field }: CodedProps<C>) {
  const { t } = useWords();
  return (
    <ChoiceField
      {...field}
      required
      choices={codes.map((code) => ({ value: code, label: t(`goods-releases:${group}.${code}`) }))}
      value={value}
      onChange={(next) => {
        const code = codes.find((one) => one === next);
        if (code) onChange(code);
      }}
    />
  );
}

interface PersonProps {
  label: string;
  name: string;
  unitId: string;
  value: string;
  onChange: (name: string) => void;
}

/** A name as typed; those of the unit are offered first. */
function PersonField({ unitId, ...field }: PersonProps) {
  const wanted = field.value.trim().slice(0, 60);
  const asked = useOp(
    'parties.suggest',
    { typed: wanted, unitId: unitId || null },
    { keep: true, enabled: unitId !== '' || wanted !== '' },
  );
  const people = (asked.data ?? []).map((party) => ({ value: party.name, hint: party.hint }));
  return <SuggestField {...field} required suggestions={people} />;
}

function MoverField({ values, set, label }: FieldsProps & { label: string }) {
  const asked = useOp(
    'releaseRequests.suggest',
    { field: 'moverCompany', typed: values.moverCompany.slice(0, 40) },
    { keep: true },
  );
  return (
    <SuggestField
      label={label}
      name="form.moverCompany"
      value={values.moverCompany}
      suggestions={asked.data ?? []}
      onChange={(moverCompany) => set({ moverCompany })}
    />
  );
}

/** The unit's last slip, taken over by Ctrl+D. */
function RepeatLast({ values, set }: FieldsProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const known = values.unitId !== '' || values.unitName.trim() !== '';
  const asked = useOp(
    'releaseRequests.last',
    { unitId: values.unitId || null, unitName: values.unitName },
    { enabled: known },
  );
  const last = known ? asked.data : null;
  useKeys(place, (event) => {
    if (!last || event.code !== 'KeyD' || !withCommand(event)) return false;
    set(repeated(last));
    return true;
  });
  return (
    <div ref={place} className="row release-last" hidden={!last}>
      {last ? (
        <Button variant="default" tabIndex={-1} onClick={() => set(repeated(last))}>
          {t('goods-releases:screen.repeatLast', { no: last.serialNo, on: dayOf(last.at) })}{' '}
          <Kbd size="xs">Ctrl+D</Kbd>
        </Button>
      ) : null}
      <span className="quiet small">{t('goods-releases:screen.goodsHint')}</span>
    </div>
  );
}
