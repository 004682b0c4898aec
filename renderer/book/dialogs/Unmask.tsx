import { useWords } from '../../i18n';
import { SuggestField } from '../../ui/fields/SuggestField';
import { type Book, opLabel, ruleLabel, type UnmaskOp } from '../book';
import type { PlainValues } from '../use-entry';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';

interface UnmaskProps {
  book: Book;
  entryId: string;
  about: string;
  onClose: () => void;
  /** The plain values by field; the page hides them again after 30 s. */
  onShow: (values: PlainValues) => void;
}

const REASONS = ['call', 'verify', 'correct'] as const;

/** Masked phones and documents are shown for a reason, which goes into the journal (`<register>.unmask`, trust.md C6). */
export function Unmask({ book, entryId, about, onClose, onShow }: UnmaskProps) {
  const { t } = useWords();
  const op = `${book.register}.unmask` as UnmaskOp;
  const { command, draft, send } = useAct(op, entryId, { reason: '' }, { onClose, onDone: () => {} });
  const { reason } = draft.values;
  const rule = ruleLabel(book, op);
  const save = async () => {
    const values = await send({ id: entryId, reason });
    if (values) onShow({ ...values });
  };
  return (
    <ActionDialog
      title={t(opLabel(book, op))}
      about={about}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <SuggestField
        label={t('book:dialog.unmaskReason')}
        name="reason"
        required
        value={reason}
        onChange={(next) => draft.set({ reason: next })}
        suggestions={REASONS.map((r) => ({ value: t(`book:dialog.unmask.${r}`), hint: null }))}
      />
    </ActionDialog>
  );
}
