import type { LostReportLine } from '../../../../shared/registers/lost-reports';
import { useWords } from '../../../i18n';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';

interface CloseReportProps {
  entry: LostReportLine;
  onClose: () => void;
  onDone: () => void;
}

const RESULTS = ['claimed', 'foundElsewhere', 'withdrawn', 'notFound'] as const;

/** A lost report comes to its end: what became of it. */
export function CloseReport({ entry, onClose, onDone }: CloseReportProps) {
  const { t } = useWords();
  const { command, draft, send } = useAct('lostReports.close', entry.id, { result: '' }, { onClose, onDone });
  const { result } = draft.values;
  return (
    <ActionDialog
      title={t('found-items:op.lostReports.close')}
      about={`${entry.serialNo}  ${entry.name}`}
      onSave={() => void send({ id: entry.id, version: entry.version, result })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <SuggestField
        label={t('found-items:field.lostReports.result')}
        name="result"
        required
        value={result}
        onChange={(next) => draft.set({ result: next })}
        suggestions={RESULTS.map((r) => ({ value: t(`found-items:dialog.close.${r}`), hint: null }))}
      />
    </ActionDialog>
  );
}
