import { cashTotalCents, DENOMINATIONS_CENTS, yuan } from '../../../shared/money';
import { useWords } from '../../i18n';
import { useFieldProblem } from '../FormFrame';
import { CountField, countTyped } from './NumberFields';

/** How many of each note as typed, by denomination in fen. */
export type CashTyped = Record<string, string>;

interface CashFieldProps {
  label: string;
  name?: string;
  value: CashTyped;
  onChange: (value: CashTyped) => void;
}

/** Pieces by denomination for the operation's input; denominations without notes are left out. */
export const cashOf = (typed: CashTyped): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([cents, text]) => [cents, countTyped(text)] as const)
      .filter(([, pieces]) => pieces > 0),
  );

/** Cash is counted by denomination, never typed as a sum (desk-practice.md §2.1). */
export function CashField({ label, name, value, onChange }: CashFieldProps) {
  const { t } = useWords();
  const { problem, forget } = useFieldProblem(name);
  const counted = cashOf(value);
  return (
    <fieldset className="cash-field" aria-invalid={problem ? true : undefined}>
      <legend>{label}</legend>
      <div className="cash-grid">
        {DENOMINATIONS_CENTS.map((cents) => (
          <CountField
            key={cents}
            label={t('core:cash.note', {
              yuan: yuan(cents)
                .replace('.00', '')
                .replace(/(\.\d)0$/, '$1'),
            })}
            value={value[cents] ?? ''}
            unit={t('core:cash.pieces')}
            onChange={(text) => {
              forget();
              onChange({ ...value, [cents]: text });
            }}
          />
        ))}
      </div>
      <p className="row apart">
        <span className="seal small">{problem}</span>
        <strong className="number">{t('core:cash.total', { yuan: yuan(cashTotalCents(counted)) })}</strong>
      </p>
    </fieldset>
  );
}
