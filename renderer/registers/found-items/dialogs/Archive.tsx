import { useWords } from '../../../i18n';
import { ActionDialog } from './ActionDialog';
import { type ActProps, aboutItem, useAct } from './act';

/** The signed paper is filed away (归档): from here on the line can only be voided by the manager. */
export function Archive({ entry, onClose, onDone }: ActProps) {
  const { t } = useWords();
  const { command, send } = useAct('foundItems.archive', entry.id, {}, { onClose, onDone });
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.archive')}
      about={aboutItem(entry)}
      onSave={() => void send({ id: entry.id, version: entry.version })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <p>{t('found-items:dialog.archive.question')}</p>
    </ActionDialog>
  );
}
