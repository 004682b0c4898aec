import type { FoundItemLine } from '../../../../shared/registers/found-items.row';
import type { OpError } from '../../../../shared/result';
import type { Desk } from '../../../book/desk';
import type { Second } from '../../../book/dialogs/use-second';
import { useWords } from '../../../i18n';
import { PinConfirm } from '../../../ui/PinConfirm';

const ASKS_SUPERVISOR = ['foundItems.supervisorNeeded', 'foundItems.finderAlone', 'second.missing'];

/**
 * Whether a supervisor must sign along: valuables, and an item its finder would hand over alone (domain.md §4.3).
 * The door decides from the row; when it refuses for this reason the fields appear, with everything typed still there.
 */
export function needsSupervisor(entry: FoundItemLine, desk: Desk, error: OpError | null): boolean {
  if (error?.kind === 'refused' && ASKS_SUPERVISOR.includes(error.reason)) return true;
  return entry.valuable === 1 || entry.finderName === desk.actor.name;
}

interface HandOverSecondProps {
  entry: FoundItemLine;
  second: Second;
}

/** The supervisor's signature of a hand-over, with the reason it is asked for. */
export function HandOverSecond({ entry, second }: HandOverSecondProps) {
  const { t } = useWords();
  return (
    <div>
      <p className="quiet small">
        {t(`found-items:dialog.second.${entry.valuable === 1 ? 'valuable' : 'finder'}`)}
      </p>
      <PinConfirm
        label={t('found-items:dialog.second.supervisor')}
        permit="foundItems.countersign"
        value={second.typed}
        onChange={second.set}
      />
    </div>
  );
}
