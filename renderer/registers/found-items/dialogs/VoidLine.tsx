import { useWords } from '../../../i18n';
import { TextField } from '../../../ui/fields/TextField';
import type { Book } from '../values';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';

interface VoidLineProps {
  book: Book;
  entry: { id: string; version: number };
  about: string;
  onClose: () => void;
  onDone: () => void;
}

/** Voids a line of either book: number and line stay, printed 作废. */
export function VoidLine({ book, entry, about, onClose, onDone }: VoidLineProps) {
  const { t } = useWords();
  const { command, draft, send } = useAct(`${book}.void`, entry.id, { reason: '' }, { onClose, onDone });
  const { reason } = draft.values;
  return (
    <ActionDialog
      title={t(`found-items:op.${book}.void`)}
      about={about}
      rule={t('found-items:dialog.void.rule')}
      onSave={() => void send({ id: entry.id, version: entry.version, reason })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      grave
    >
      <TextField
        label={t(`found-items:field.${book}.voidReason`)}
        name="reason"
        required
        max={200}
        lines={2}
        value={reason}
        onChange={(next) => draft.set({ reason: next })}
      />
    </ActionDialog>
  );
}
