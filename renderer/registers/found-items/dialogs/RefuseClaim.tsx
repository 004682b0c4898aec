import { useWords } from '../../../i18n';
import { TextField } from '../../../ui/fields/TextField';
import { ActionDialog } from './ActionDialog';
import { type ActProps, aboutItem, useAct } from './act';

/** A claim that did not convince: who asked and why not. The item stays where it is. */
export function RefuseClaim({ entry, onClose, onDone }: ActProps) {
  const { t } = useWords();
  const first = { claimantName: '', reason: '' };
  const { command, draft, send } = useAct('foundItems.refuseClaim', entry.id, first, { onClose, onDone });
  const { values, set } = draft;
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.refuseClaim')}
      about={aboutItem(entry)}
      rule={t('found-items:dialog.refuseClaim.rule')}
      onSave={() => void send({ id: entry.id, version: entry.version, ...values })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <TextField
        label={t('found-items:field.foundItems.claimantName')}
        name="claimantName"
        required
        max={40}
        value={values.claimantName}
        onChange={(claimantName) => set({ claimantName })}
      />
      <TextField
        label={t('found-items:dialog.refuseClaim.reason')}
        name="reason"
        required
        max={200}
        lines={2}
        value={values.reason}
        onChange={(reason) => set({ reason })}
      />
    </ActionDialog>
  );
}
