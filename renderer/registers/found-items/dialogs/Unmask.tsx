import { useWords } from '../../../i18n';
import { SuggestField } from '../../../ui/fields/SuggestField';
import type { Book } from '../values';
import { ActionDialog } from './ActionDialog';
import { useAct } from './act';

interface UnmaskProps {
  book: Book;
  entryId: string;
  about: string;
  onClose: () => void;
  /** The plain values by field; the page hides them again after 30 s. */
  onShow: (values: Record<string, string | null>) => void;
}

const REASONS = ['call', 'verify', 'correct'] as const;

/** Masked phones and documents are shown for a reason, which goes into the journal (trust.md C6). */
export function Unmask({ book, entryId, about, onClose, onShow }: UnmaskProps) {
  const { t } = useWords();
  const after = { onClose, onDone: () => {} };
  const { command, draft, send } = useAct(`${book}.unmask`, entryId, { reason: '' }, after);
  const { reason } = draft.values;
  const save = async () => {
    const values = await send({ id: entryId, reason });
    if (values) onShow(values);
  };
  return (
    <ActionDialog
      title={t(`found-items:op.${book}.unmask`)}
      about={about}
      rule={t('found-items:dialog.unmask.rule')}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <SuggestField
        label={t('found-items:dialog.unmask.reason')}
        name="reason"
        required
        value={reason}
        onChange={(next) => draft.set({ reason: next })}
        suggestions={REASONS.map((r) => ({ value: t(`found-items:dialog.unmask.${r}`), hint: null }))}
      />
    </ActionDialog>
  );
}
