import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { dayOf } from '../../../shared/dates';
import { KEY_CATEGORIES, KEY_RISKS } from '../../../shared/registers/keys.row';
import { fieldLabel } from '../../book/book';
import { useSecond } from '../../book/dialogs/use-second';
import { DAY, type Editor, EditorField, LONG_TEXT, TEXT } from '../../book/editors';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { dayTyped } from '../../ui/fields/DayField';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { nowIso } from '../../ui/fields/TimeField';
import { PinConfirm } from '../../ui/PinConfirm';
import { KEYS } from './books';
import { KeyField } from './KeyField';
import { CATEGORY, KEEPER, RISK, SOURCE, UNIT } from './key-editors';
import { MandateField } from './MandateField';

const NEW_KEY = {
  keyNo: '',
  label: '',
  category: '',
  unitId: '',
  cabinetId: '',
  hookNo: '',
  pieces: '1',
  parts: '',
  door: '',
  allowedArea: '',
  keeperId: '',
  risk: 'normal',
  source: '',
  receivedOn: '',
  mandateId: '',
  instructions: '',
  exclusiveWithId: '',
  lockedOutWhileId: '',
  note: '',
};
type Name = keyof typeof NEW_KEY;

interface QuickAddKeyProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the inventory: number, name, category and hook of a new key; the supervisor countersigns below. */
export function QuickAddKey({ place, onBack }: QuickAddKeyProps) {
  const { t } = useWords();
  const register = useCommand('keys.register');
  const { values, set, clear } = useDraft('keys.register', NEW_KEY);
  const second = useSecond(register.error);
  const papers = usePapers();
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const [more, setMore] = useState(false);
  const cabinets = useOp('keys.cabinets', {}).data?.filter((cabinet) => cabinet.active === 1);
  const board = useOp('keys.board', { cabinetId: values.cabinetId }, { enabled: values.cabinetId !== '' });
  const free = values.cabinetId === '' ? [] : board.data?.filter((hook) => hook.key === null);
  const entrusted = values.category === 'entrusted';

  const save = async (how: SaveHow) => {
    const done = await register.run({
      ...values,
      category: KEY_CATEGORIES.find((code) => code === values.category) ?? ('' as 'office'),
      risk: KEY_RISKS.find((code) => code === values.risk) ?? 'normal',
      hookNo: countTyped(values.hookNo),
      pieces: countTyped(values.pieces),
      parts: values.parts.split('\n').filter((line) => line.trim() !== ''),
      receivedOn: values.receivedOn.trim()
        ? (dayTyped(values.receivedOn) ?? values.receivedOn)
        : dayOf(nowIso()),
      ...ids(values),
      second: second.person,
    });
    if (!done?.ok) return;
    setSaved({ serialNo: `${values.keyNo} ${done.data.serialNo}`, at: nowIso() });
    // The next key hangs in the same cabinet and came from the same hands.
    clear({ ...NEW_KEY, cabinetId: values.cabinetId, source: values.source, receivedOn: values.receivedOn });
    second.forgetPin();
    focusFirst(place);
    if (how === 'print') await papers.print(['keyLabel'], done.data.id);
  };
  const field = (name: Name, editor: Editor = TEXT, required = false) => (
    <EditorField
      key={name}
      editor={editor}
      label={t(fieldLabel(KEYS, name))}
      name={name}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  const mandate = (
    <MandateField
      label={t(fieldLabel(KEYS, 'mandateId'))}
      name="mandateId"
      required={entrusted}
      unitId={values.unitId}
      value={values.mandateId}
      onChange={(mandateId) => set({ mandateId })}
      onPick={(one) =>
        one && values.unitId === '' ? set({ mandateId: one.id, unitId: one.unitId }) : undefined
      }
    />
  );
  return (
    <QuickStrip
      label={t('keys:screen.quickKey')}
      place={place}
      begun={values.keyNo !== '' || values.label !== '' || register.error !== null}
      error={second.error ?? papers.error}
      busy={register.busy}
      saved={saved}
      onSave={(how) => void save(how)}
      onBack={onBack}
      saveAndPrint
      below={
        more ? (
          <div className="quick-fields even">
            {field('parts', { kind: 'longText', max: 400 })}
            {field('door')}
            {field('allowedArea')}
            {field('keeperId', KEEPER)}
            {field('risk', RISK)}
            {field('receivedOn', DAY)}
            {entrusted ? null : mandate}
            {field('instructions', LONG_TEXT)}
            {(['exclusiveWithId', 'lockedOutWhileId'] as const).map((name) => (
              <KeyField
                key={name}
                label={t(fieldLabel(KEYS, name))}
                name={name}
                value={values[name]}
                onChange={(id) => set({ [name]: id })}
              />
            ))}
            {field('note', LONG_TEXT)}
          </div>
        ) : null
      }
      foot={
        <PinConfirm
          label={t('keys:screen.countersign')}
          permit="keys.countersign"
          value={second.typed}
          onChange={second.set}
        />
      }
      buttons={
        <Button variant="subtle" color="gray" aria-expanded={more} onClick={() => setMore(!more)}>
          {t(`book:action.${more ? 'fewer' : 'more'}`)}
        </Button>
      }
    >
      {field('keyNo', { kind: 'text', max: 20 }, true)}
      {field('label', { kind: 'text', max: 40 }, true)}
      {field('category', CATEGORY, true)}
      {field('unitId', UNIT)}
      {entrusted ? mandate : null}
      <ChoiceField
        label={t(fieldLabel(KEYS, 'cabinetId'))}
        name="cabinetId"
        required
        placeholder={t('book:screen.choose')}
        choices={cabinets?.map(({ id, code, name }) => ({ value: id, label: code, hint: name }))}
        value={values.cabinetId || null}
        onChange={(cabinetId) => set({ cabinetId: cabinetId ?? '', hookNo: '' })}
      />
      <ChoiceField
        label={t(fieldLabel(KEYS, 'hookNo'))}
        name="hookNo"
        required
        placeholder={t('book:screen.choose')}
        choices={free?.map((hook) => ({ value: String(hook.hookNo), label: String(hook.hookNo) }))}
        value={values.hookNo || null}
        onChange={(hookNo) => set({ hookNo: hookNo ?? '' })}
      />
      <CountField
        label={t(fieldLabel(KEYS, 'pieces'))}
        name="pieces"
        required
        value={values.pieces}
        onChange={(pieces) => set({ pieces })}
      />
      {field('source', SOURCE, true)}
    </QuickStrip>
  );
}

/** Ids that were not chosen are not sent. */
const ids = (values: typeof NEW_KEY) => ({
  unitId: values.unitId || null,
  keeperId: values.keeperId || null,
  mandateId: values.mandateId || null,
  exclusiveWithId: values.exclusiveWithId || null,
  lockedOutWhileId: values.lockedOutWhileId || null,
});
