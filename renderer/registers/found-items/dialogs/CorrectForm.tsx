import { useState } from 'react';
import type { Input } from '../../../../shared/api';
import type { Category } from '../../../../shared/registers/office';
import type { OpError } from '../../../../shared/result';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { CashField, type CashTyped, cashOf as cashTyped } from '../../../ui/fields/CashField';
import { ChoiceField } from '../../../ui/fields/ChoiceField';
import { CountField, PhoneField } from '../../../ui/fields/NumberFields';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { TextField } from '../../../ui/fields/TextField';
import { instantTyped, nowIso, TimeField } from '../../../ui/fields/TimeField';
import { type Book, cashOf, fieldLabel, valueText } from '../values';
import { ActionDialog } from './ActionDialog';

type Suggested = Input<'foundItems.suggest'>['field'];
const SUGGESTED: readonly string[] = ['name', 'foundPlace', 'storagePlace', 'finderName', 'finderDepartment'];

export interface CorrectDraft {
  field: string | null;
  value: string;
  reason: string;
}
export const NO_CORRECTION: CorrectDraft = { field: null, value: '', reason: '' };

interface CorrectFormProps<F extends string> {
  book: Book;
  about: string;
  /** Fields that may be corrected on this entry, in paper order. */
  fields: readonly F[];
  /** The line as it stands: old values. Masked values stay masked. */
  line: Readonly<Record<string, unknown>>;
  /** Until when an edit is free for this reader; null: never again. */
  freeUntil: string | null;
  categories: readonly Category[];
  values: CorrectDraft;
  set: (part: Partial<CorrectDraft>) => void;
  onSend: (field: F, value: string, reason: string) => void;
  onClose: () => void;
  error: OpError | null;
  busy: boolean;
}

/**
 * One field corrected: pick it, see the old value struck as it will be on paper, write the new one. Once the free-edit
 * window is over a reason is asked for (domain.md §6.3).
 */
export function CorrectForm<F extends string>(props: CorrectFormProps<F>) {
  const { book, line, categories, values, set, error } = props;
  const words = useWords();
  const { t } = words;
  const [missing, setMissing] = useState<OpError | null>(null);
  const field = props.fields.find((f) => f === values.field) ?? null;
  const refusedFree = error?.kind === 'refused' && error.reason.endsWith('.reasonMissing');
  const frozen = refusedFree || !props.freeUntil || props.freeUntil <= nowIso();
  const old = field ? valueText(book, field, line[field], words, categories) : '';
  const fresh = field ? sent(field, values.value) : '';
  const change = (part: Partial<CorrectDraft>) => {
    setMissing(null);
    set(part);
  };

  const save = () => {
    if (!field) setMissing({ kind: 'invalid', fields: { field: { code: 'text.empty' } } });
    else if (frozen && values.reason.trim().length < 2)
      setMissing({ kind: 'refused', reason: `${book}.reasonMissing` });
    else props.onSend(field, fresh, values.reason);
  };
  return (
    <ActionDialog
      title={t(`found-items:op.${book}.correct`)}
      about={props.about}
      rule={t(`found-items:dialog.correct.${frozen ? 'frozen' : 'free'}`)}
      onSave={save}
      onClose={props.onClose}
      error={missing ?? error}
      busy={props.busy}
    >
      <ChoiceField
        label={t('found-items:dialog.correct.field')}
        name="field"
        required
        choices={props.fields.map((f) => ({ value: f, label: t(fieldLabel(book, f)) }))}
        value={values.field}
        onChange={(next) => change({ field: next, value: next ? startValue(next, line[next]) : '' })}
      />
      {field ? (
        <>
          <p className="correct-preview">
            <s className="seal">{old || '/'}</s>{' '}
            <span>{valueText(book, field, fresh, words, categories)}</span>
          </p>
          <NewValue
            book={book}
            field={field}
            categories={categories}
            value={values.value}
            onChange={(value) => change({ value })}
          />
          {frozen ? (
            <TextField
              label={t('found-items:dialog.correct.reason')}
              name="reason"
              required
              max={200}
              value={values.reason}
              onChange={(reason) => change({ reason })}
            />
          ) : null}
        </>
      ) : null}
    </ActionDialog>
  );
}

const isTime = (field: string): boolean => ['foundAt', 'lostFrom', 'lostTo'].includes(field);

/** What the field starts with: counts and names may be mended, times and masked values are typed anew. */
function startValue(field: string, value: unknown): string {
  if (isTime(field) || field.endsWith('Phone') || field === 'verifyFeatures') return '';
  return value === null || value === undefined ? '' : String(value);
}

/** Typed text as the door takes it: times as instants, everything else as it is. */
const sent = (field: string, value: string): string =>
  isTime(field) ? (value.trim() ? instantTyped(value) : '') : value;

interface NewValueProps {
  book: Book;
  field: string;
  categories: readonly Category[];
  value: string;
  onChange: (value: string) => void;
}

/** The field in which this kind of value is typed. */
function NewValue({ book, field, categories, value, onChange }: NewValueProps) {
  const { t, lang } = useWords();
  const suggested = book === 'foundItems' && SUGGESTED.includes(field);
  const suggestions = useOp(
    'foundItems.suggest',
    { field: (suggested ? field : 'name') as Suggested, typed: value },
    { enabled: suggested, keep: true },
  );
  const shared = { label: t('found-items:dialog.correct.value'), name: 'value', value, onChange };
  if (field === 'category')
    return (
      <ChoiceField
        {...shared}
        choices={categories.map((c) => ({ value: c.code, label: lang === 'en' ? c.en : c.zh }))}
        value={value || null}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  if (field === 'cash') {
    const typed: CashTyped = Object.fromEntries(
      Object.entries(cashOf(value)).map(([cents, n]) => [cents, String(n)]),
    );
    return (
      <CashField
        label={shared.label}
        name="value"
        value={typed}
        onChange={(next) => onChange(JSON.stringify(cashTyped(next)))}
      />
    );
  }
  if (field === 'quantity') return <CountField {...shared} />;
  if (isTime(field)) return <TimeField {...shared} required />;
  if (field.endsWith('Phone')) return <PhoneField {...shared} />;
  if (suggested) return <SuggestField {...shared} suggestions={suggestions.data ?? []} />;
  return <TextField {...shared} />;
}
