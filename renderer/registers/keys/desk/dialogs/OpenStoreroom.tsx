import { Checkbox } from '@mantine/core';
import { fieldLabel, opLabel, ruleLabel } from '../../../../book/book';
import { ActionDialog } from '../../../../book/dialogs/ActionDialog';
import { useSecond } from '../../../../book/dialogs/use-second';
import { useWords } from '../../../../i18n';
import { useCommand } from '../../../../queries';
import { useDraft } from '../../../../ui/drafts';
import { TextField } from '../../../../ui/fields/TextField';
import { PinConfirm } from '../../../../ui/PinConfirm';
import { KeyField } from '../../KeyField';
import { KEY_UNSEALS } from '../books';

const NEW = {
  keyId: '',
  reason: '',
  requesterName: '',
  requesterDepartment: '',
  oldBagNo: '',
  oldBagIntact: true,
  oldBagNote: '',
};
const SEALED = ['sealed'] as const;

interface OpenStoreroomProps {
  onClose: () => void;
  /** Opened: its page is shown, so that goods and re-sealing are at hand. */
  onDone: (id: string) => void;
}

/** A storeroom key out of its bag, out of hours (S06): the duty supervisor is on the spot and agrees by PIN. */
export function OpenStoreroom({ onClose, onDone }: OpenStoreroomProps) {
  const { t } = useWords();
  const open = useCommand('keyUnseals.open');
  const { values, set, clear } = useDraft('keyUnseals.open', NEW);
  const second = useSecond(open.error);
  const label = (field: string) => t(fieldLabel(KEY_UNSEALS, field));
  const rule = ruleLabel(KEY_UNSEALS, 'keyUnseals.open');
  const save = async () => {
    const done = await open.run({ ...values, second: second.person });
    if (!done?.ok) return;
    clear(NEW);
    onClose();
    onDone(done.data.id);
  };
  const text = (
    name: 'reason' | 'requesterName' | 'requesterDepartment' | 'oldBagNo' | 'oldBagNote',
    max: number,
    required = false,
    lines?: number,
  ) => (
    <TextField
      label={label(name)}
      name={name}
      max={max}
      required={required}
      {...(lines ? { lines } : {})}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <ActionDialog
      title={t(opLabel(KEY_UNSEALS, 'keyUnseals.open'))}
      about=""
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={open.busy}
      grave
    >
      <KeyField
        label={label('keyId')}
        name="keyId"
        required
        states={SEALED}
        value={values.keyId}
        onChange={(keyId) => set({ keyId })}
      />
      {text('reason', 200, true, 2)}
      <div className="two-fields">
        {text('requesterName', 40, true)}
        {text('requesterDepartment', 40)}
      </div>
      <div className="two-fields">
        {text('oldBagNo', 30, true)}
        <Checkbox
          mt={28}
          label={label('oldBagIntact')}
          checked={values.oldBagIntact}
          onChange={(event) => set({ oldBagIntact: event.currentTarget.checked })}
        />
      </div>
      {values.oldBagIntact ? null : text('oldBagNote', 200, true, 2)}
      <PinConfirm
        label={t('key-desk:field.keyUnseals.supervisorName')}
        permit="signedIn"
        value={second.typed}
        onChange={second.set}
      />
    </ActionDialog>
  );
}
