import { type RefObject, useState } from 'react';
import { fieldLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { PhoneField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { instantTyped, nowIso, TimeField } from '../../ui/fields/TimeField';
import { categoryName, LOST_REPORTS } from './books';
import { SuggestedField } from './SuggestedField';

const SUBJECTS = ['thing', 'person'] as const;
const NEW_REPORT = {
  subject: 'thing' as (typeof SUBJECTS)[number],
  category: null as string | null,
  name: '',
  features: '',
  lostPlace: '',
  lostFrom: '',
  lostTo: '',
  reporterName: '',
  reporterPhone: '',
  reporterUnit: '',
  broadcastNo: '',
  note: '',
};

interface QuickAddReportProps {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
  /** Something in custody looks like it: the report is opened so that the clerk can say so while the caller is there. */
  onMatch: (id: string) => void;
}

/** The strip of the lost reports: what, where, between when, and whom to call. */
export function QuickAddReport({ desk, place, onBack, onMatch }: QuickAddReportProps) {
  const { t, lang } = useWords();
  const register = useCommand('lostReports.register');
  const { values, set, clear } = useDraft('lostReports.register', NEW_REPORT);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const { categories } = desk.settings;

  const begun = values.category !== null || values.name !== '' || register.error !== null;

  const save = async () => {
    // A single time means: at that time. Only a span needs both.
    const lostFrom = instantTyped(values.lostFrom);
    const lostTo = values.lostTo.trim() || !values.lostFrom.trim() ? instantTyped(values.lostTo) : lostFrom;
    const result = await register.run({ ...values, category: values.category ?? '', lostFrom, lostTo });
    if (!result?.ok) return;
    setSaved({ serialNo: result.data.serialNo, at: nowIso() });
    clear(NEW_REPORT);
    if (result.data.matches.length > 0) onMatch(result.data.id);
    else focusFirst(place);
  };
  const text = (
    name: 'features' | 'reporterName' | 'reporterUnit' | 'broadcastNo' | 'note',
    max: number,
    required = false,
  ) => (
    <TextField
      label={t(fieldLabel(LOST_REPORTS, name))}
      name={name}
      required={required}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <QuickStrip
      label={t('found-items:screen.quickAddReport')}
      place={place}
      begun={begun}
      error={register.error}
      busy={register.busy}
      saved={saved}
      onSave={() => void save()}
      onBack={onBack}
      fieldsClass="report"
    >
      <ChoiceField
        label={t('found-items:field.lostReports.category')}
        name="category"
        required
        placeholder={t('book:screen.choose')}
        choices={categories.map((c) => ({
          value: c.code,
          label: categoryName(categories, c.code, lang),
        }))}
        value={values.category}
        onChange={(category) => set({ category })}
      />
      <SuggestedField
        of="name"
        label={t('found-items:field.lostReports.name')}
        name="name"
        required
        value={values.name}
        onChange={(name) => set({ name })}
      />
      {text('features', 200)}
      <SuggestedField
        of="foundPlace"
        label={t('found-items:field.lostReports.lostPlace')}
        name="lostPlace"
        required
        value={values.lostPlace}
        onChange={(lostPlace) => set({ lostPlace })}
      />
      <TimeField
        label={t('found-items:field.lostReports.lostFrom')}
        name="lostFrom"
        value={values.lostFrom}
        onChange={(lostFrom) => set({ lostFrom })}
      />
      <TimeField
        label={t('found-items:field.lostReports.lostTo')}
        name="lostTo"
        value={values.lostTo}
        onChange={(lostTo) => set({ lostTo })}
      />
      {text('reporterName', 40, true)}
      <PhoneField
        label={t('found-items:field.lostReports.reporterPhone')}
        name="reporterPhone"
        value={values.reporterPhone}
        onChange={(reporterPhone) => set({ reporterPhone })}
      />
      {text('reporterUnit', 40)}
      <ChoiceField
        label={t('found-items:field.lostReports.subject')}
        name="subject"
        choices={SUBJECTS.map((s) => ({ value: s, label: t(`found-items:subject.${s}`) }))}
        value={values.subject}
        onChange={(next) => set({ subject: SUBJECTS.find((s) => s === next) ?? 'thing' })}
      />
      {text('broadcastNo', 30)}
      {text('note', 300)}
    </QuickStrip>
  );
}
