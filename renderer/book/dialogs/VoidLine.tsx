import { useWords } from '../../i18n';
import { TextField } from '../../ui/fields/TextField';
import { type Book, fieldLabel, opLabel, ruleLabel, type VoidOp } from '../book';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';

interface VoidLineProps {
  book: Book;
  entry: { id: string; version: number };
  about: string;
  onClose: () => void;
  onDone: () => void;
}

/** Voids a line by `<register>.void`: number and line stay, printed 作废. */
export function VoidLine({ book, entry, about, onClose, onDone }: VoidLineProps) {
  const { t } = useWords();
  const op = `${book.register}.void` as VoidOp;
  const { command, draft, send } = useAct(op, entry.id, { reason: '' }, { onClose, onDone });
  const { reason } = draft.values;
  const rule = ruleLabel(book, op);
  return (
    <ActionDialog
      title={t(opLabel(book, op))}
      about={about}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void send({ id: entry.id, version: entry.version, reason })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      grave
    >
      <TextField
        label={t(fieldLabel(book, 'voidReason'))}
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
