import {
  CONSENT_HOWS,
  VISIT_DEPARTMENTS,
  VISIT_DOCUMENT_KINDS,
  type VisitType,
} from '../../../shared/registers/visits.row';
import { VISIT_RULES } from '../../../shared/registers/visits.rules';
import { fieldLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { Suggested } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { SuggestField } from '../../ui/fields/SuggestField';
import { TextField } from '../../ui/fields/TextField';
import { TimeField } from '../../ui/fields/TimeField';
import { VISITS } from './books';
import { typeOf, type VisitTyped } from './visit-form';

interface TypeFieldsProps {
  desk: Desk;
  values: VisitTyped;
  set: (part: Partial<VisitTyped>) => void;
  /** At the door of an announced visitor: what the announcement said already is not asked again. */
  admitting?: boolean;
}
type TextName = {
  [K in keyof VisitTyped]: VisitTyped[K] extends string ? K : never;
}[keyof VisitTyped];

/** What else is asked of this type of visit, then what any visit may have. The second line of the strip. */
export function TypeFields({ desk, values, set, admitting = false }: TypeFieldsProps) {
  const { t } = useWords();
  const type = typeOf(values);
  const rule = VISIT_RULES[type];
  const is = (...types: VisitType[]): boolean => types.includes(type);
  const props = (name: TextName, required = false) => ({
    label: t(fieldLabel(VISITS, name)),
    name,
    required,
    value: values[name],
    onChange: (text: string) => set({ [name]: text }),
  });
  const text = (name: TextName, max: number, required = false) => (
    <TextField {...props(name, required)} max={max} />
  );
  const codes = (name: TextName, group: string, list: readonly string[], required = false) => (
    <ChoiceField
      {...props(name, required)}
      clearable={!required}
      choices={list.map((code) => ({ value: code, label: t(`visits:${group}.${code}`) }))}
      value={values[name] || null}
      onChange={(next) => set({ [name]: next ?? '' })}
    />
  );
  const company = is('business', 'viewing', 'official', 'fitOut', 'housekeeping');
  return (
    <div className="quick-fields even visit-more">
      {company && !admitting ? (
        <Suggested
          {...props('company', rule.required.includes('company'))}
          op="visits.suggest"
          field="company"
        />
      ) : null}
      {is('fitOut') && !admitting ? text('permitNo', 40, true) : null}
      {is('delivery') && !admitting ? (
        <Suggested {...props('carrier', true)} op="visits.suggest" field="carrier" />
      ) : null}
      {is('official') && !admitting ? codes('department', 'department', VISIT_DEPARTMENTS, true) : null}
      {is('official') ? codes('passChecked', 'screen', ['yes', 'no'], true) : null}
      {is('official') ? text('informedName', 40, true) : null}
      {rule.consent === 'none'
        ? null
        : codes('consentHow', 'consentHow', CONSENT_HOWS, rule.consent === 'before')}
      {rule.consent !== 'none' && values.consentHow !== '' ? (
        <TextField
          {...props('consentName')}
          name="consent.name"
          max={40}
          placeholder={values.hostName || undefined}
        />
      ) : null}
      {values.unitId === '' && !admitting ? (
        <Suggested {...props('hostPlace')} op="visits.suggest" field="hostPlace" />
      ) : null}
      {admitting ? null : <PassNoField {...props('passNo')} />}
      {text('belongings', 120)}
      {text('plate', 16)}
      {Number(values.partySize) > 1 && !admitting ? text('companions', 200) : null}
      {desk.settings.visits.document === 'lastFour' ? (
        <>
          {codes('documentKind', 'documentKind', VISIT_DOCUMENT_KINDS)}
          {text('visitorDocument', 4)}
        </>
      ) : null}
      <TimeField {...props('at')} label={t(fieldLabel(VISITS, 'arrivedAt'))} />
      {admitting ? null : text('note', 300)}
      {desk.may('visits.watch') && !admitting ? text('watchNote', 200) : null}
    </div>
  );
}

/** A pass of the stock by its number; a scanned card fills it (see QuickVisit). */
export function PassNoField(props: {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const free = useOp('visitorPasses.free', { typed: props.value.slice(0, 20) }, { keep: true });
  const suggestions = (free.data ?? []).map(({ passNo }) => ({ value: passNo, hint: null }));
  return <SuggestField {...props} suggestions={suggestions} />;
}
