import { useWords } from '../../../i18n';
import { SuggestField } from '../../../ui/fields/SuggestField';
import { TextField } from '../../../ui/fields/TextField';
import { instantTyped, TimeField } from '../../../ui/fields/TimeField';
import { PinConfirm } from '../../../ui/PinConfirm';
import { ActionDialog } from './ActionDialog';
import { type ActProps, aboutItem, useAct } from './act';
import { useSecond } from './use-second';

const MANNERS = ['destroyed', 'discarded', 'state'] as const;

/** Disposed of by two people: the supervisor proposes, the manager approves with the PIN in the same dialog (domain.md §4.3). */
export function Dispose({ entry, onClose, onDone }: ActProps) {
  const { t } = useWords();
  const first = { manner: '', reason: '', at: '' };
  const { command, draft, send } = useAct('foundItems.dispose', entry.id, first, { onClose, onDone });
  const second = useSecond(command.error);
  const { values, set } = draft;
  const save = async () => {
    const at = instantTyped(values.at);
    await send({ ...values, id: entry.id, version: entry.version, at, second: second.person });
  };
  return (
    <ActionDialog
      title={t('found-items:op.foundItems.dispose')}
      about={aboutItem(entry)}
      rule={t('found-items:dialog.dispose.rule')}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
      grave
    >
      <SuggestField
        label={t('found-items:field.foundItems.disposalManner')}
        name="manner"
        required
        value={values.manner}
        onChange={(manner) => set({ manner })}
        suggestions={MANNERS.map((m) => ({ value: t(`found-items:dialog.dispose.${m}`), hint: null }))}
      />
      <TextField
        label={t('found-items:field.foundItems.disposalReason')}
        name="reason"
        required
        max={200}
        lines={2}
        value={values.reason}
        onChange={(reason) => set({ reason })}
      />
      <TimeField
        label={t('found-items:dialog.at')}
        name="at"
        value={values.at}
        onChange={(at) => set({ at })}
      />
      <PinConfirm
        label={t('found-items:dialog.dispose.approver')}
        permit="foundItems.approveDisposal"
        value={second.typed}
        onChange={second.set}
      />
    </ActionDialog>
  );
}
