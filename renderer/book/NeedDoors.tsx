import { useWords } from '../i18n';
import { useOp } from '../queries';
import { type NeedCounts, needLabel } from './book';
import type { Desk } from './desk';

interface NeedDoorsProps {
  counts: NeedCounts;
  desk: Desk;
  /** The count whose list is shown now. */
  current: string | null;
  /** A press on a count shows its list; on the shown one, all lines again. */
  onPick: (need: string | null) => void;
}

/** Counts that need action, each a door to its list. Computed, never typed (look.md). */
export function NeedDoors({ counts, desk, current, onPick }: NeedDoorsProps) {
  const { t } = useWords();
  const counted: Partial<Record<string, number>> | undefined = useOp(counts.op, {}).data;
  return (
    <fieldset className="need-doors" aria-label={t('book:screen.needs')}>
      {counts.needs.map((need) => {
        const count = counted?.[need] ?? 0;
        const urgent = count > 0 && !counts.quiet?.includes(need);
        return (
          <button
            key={need}
            type="button"
            className={urgent ? 'need-door urgent' : 'need-door'}
            aria-pressed={current === need}
            onClick={() => onPick(current === need ? null : need)}
          >
            {t(needLabel(counts.book, need), needWords(desk))}{' '}
            <strong className="number">{counted ? count : '…'}</strong>
          </button>
        );
      })}
    </fieldset>
  );
}

/** Limits of the office that the words of a need may name: `超过 {{openLongDays}} 天`. */
export const needWords = (desk: Desk): Record<string, number> =>
  Object.fromEntries(
    Object.entries(desk.settings.limits).filter(
      (limit): limit is [string, number] => typeof limit[1] === 'number',
    ),
  );
