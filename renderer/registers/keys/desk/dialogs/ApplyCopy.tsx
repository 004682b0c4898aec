import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { useWords } from '../../../../i18n';
import { useCommand } from '../../../../queries';
import { useDraft } from '../../../../ui/drafts';
import { CountField, countTyped } from '../../../../ui/fields/NumberFields';
import { TextField } from '../../../../ui/fields/TextField';
import { KeyField } from '../../KeyField';
import { KEY_COPIES } from '../books';

const NEW = { keyId: '', quantity: '1', reason: '', applicantDepartment: '', note: '' };

interface NewEntryProps {
  onClose: () => void;
  onDone: (id: string) => void;
}

/** An application for copies (F13); whoever is on is the applicant, and never approves it. */
export function ApplyCopy({ onClose, onDone }: NewEntryProps) {
  const { t } = useWords();
  const apply = useCommand('keyCopies.apply');
  const { values, set, clear } = useDraft('keyCopies.apply', NEW);
  const label = (field: string) => t(fieldLabel(KEY_COPIES, field));
  const rule = ruleLabel(KEY_COPIES, 'keyCopies.apply');
  const save = async () => {
    const done = await apply.run({ ...values, quantity: countTyped(values.quantity) });
    if (!done?.ok) return;
    clear(NEW);
    onClose();
    onDone(done.data.id);
  };
  return (
    <ActionDialog
      title={t(opLabel(KEY_COPIES, 'keyCopies.apply'))}
      about=""
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={apply.error}
      busy={apply.busy}
    >
      <div className="two-fields">
        <KeyField
          label={label('keyId')}
          name="keyId"
          required
          value={values.keyId}
          onChange={(keyId) => set({ keyId })}
        />
        <CountField
          label={label('quantity')}
          name="quantity"
          required
          value={values.quantity}
          onChange={(quantity) => set({ quantity })}
        />
      </div>
      <TextField
        label={label('reason')}
        name="reason"
        required
        max={200}
        lines={2}
        value={values.reason}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label={label('applicantDepartment')}
        name="applicantDepartment"
        max={40}
        value={values.applicantDepartment}
        onChange={(applicantDepartment) => set({ applicantDepartment })}
      />
      <TextField
        label={label('note')}
        name="note"
        max={300}
        value={values.note}
        onChange={(note) => set({ note })}
      />
    </ActionDialog>
  );
}
