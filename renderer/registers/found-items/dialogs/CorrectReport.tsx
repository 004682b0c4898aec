import { LOST_REPORT_CORRECTABLE, type LostReportLine } from '../../../../shared/registers/lost-reports';
import { useWords } from '../../../i18n';
import { useNotices } from '../../../ui/Notices';
import type { Desk } from '../desk';
import { useAct } from './act';
import { CorrectForm, NO_CORRECTION } from './CorrectForm';

interface CorrectReportProps {
  entry: LostReportLine;
  desk: Desk;
  freeUntil: string | null;
  onClose: () => void;
  onDone: () => void;
}

/** A correction on a lost report's line. */
export function CorrectReport({ entry, desk, freeUntil, onClose, onDone }: CorrectReportProps) {
  const { t } = useWords();
  const notices = useNotices();
  const after = { onClose, onDone };
  const { command, draft, send } = useAct('lostReports.correct', entry.id, NO_CORRECTION, after);
  const onSend = async (field: (typeof LOST_REPORT_CORRECTABLE)[number], value: string, reason: string) => {
    const done = await send({ id: entry.id, version: entry.version, field, value, reason });
    for (const warning of done?.warnings ?? []) notices.say(t(`found-items:warning.${warning}`), true);
  };
  return (
    <CorrectForm
      book="lostReports"
      about={`${entry.serialNo}  ${entry.name}`}
      fields={LOST_REPORT_CORRECTABLE}
      line={entry}
      freeUntil={freeUntil}
      categories={desk.settings.categories}
      values={draft.values}
      set={draft.set}
      onSend={(field, value, reason) => void onSend(field, value, reason)}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    />
  );
}
