import { FOUND_ITEM_NEEDS, type FoundItemNeed } from '../../../shared/registers/found-items';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import type { Desk } from './desk';

interface NeedsProps {
  desk: Desk;
  /** The count whose list is shown now. */
  current: FoundItemNeed | null;
  /** A press on a count shows its list; on the shown one, all lines again. */
  onPick: (need: FoundItemNeed | null) => void;
}

/** Counts that need action, each a door to its list. Computed, never typed (look.md). */
export function Needs({ desk, current, onPick }: NeedsProps) {
  const { t } = useWords();
  const counts = useOp('foundItems.counts', {}).data;
  const days = desk.settings.limits.openLongDays;
  return (
    <fieldset className="need-doors" aria-label={t('found-items:screen.needs')}>
      {FOUND_ITEM_NEEDS.map((need) => {
        const count = counts?.[need] ?? 0;
        const urgent = count > 0 && need !== 'partyA';
        return (
          <button
            key={need}
            type="button"
            className={urgent ? 'need-door urgent' : 'need-door'}
            aria-pressed={current === need}
            onClick={() => onPick(current === need ? null : need)}
          >
            {t(`found-items:screen.need.${need}`, { days })}{' '}
            <strong className="number">{counts ? count : '…'}</strong>
          </button>
        );
      })}
    </fieldset>
  );
}
