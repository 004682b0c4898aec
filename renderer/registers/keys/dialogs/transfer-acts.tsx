import {
  type KeyTransferKeyLine,
  type KeyTransferLine,
  TRANSFER_CONDITIONS,
} from '../../../../shared/registers/key-transfers.row';
import { ActForm } from '../../../book/dialogs/ActForm';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../../book/dialogs/act';
import { COUNT, type Editor, EditorField, LONG_TEXT, TIME } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { countTyped } from '../../../ui/fields/NumberFields';
import { KEY_TRANSFERS } from '../books';
import { SIGNED } from './NewMandate';

/** 完成移交: both sides signed, the supervisor watches and confirms by PIN. */
export function Complete({ entry, onClose, onDone }: ActProps<KeyTransferLine>) {
  const name: Editor = { kind: 'text', max: 40 };
  return (
    <ActForm
      op="keyTransfers.complete"
      book={KEY_TRANSFERS}
      entry={entry}
      about={`${entry.serialNo}  ${entry.fromParty} → ${entry.toParty}`}
      onClose={onClose}
      onDone={onDone}
      fields={[
        { name: 'fromName', editor: name, required: true, first: entry.fromStaffName ?? '' },
        { name: 'fromSignedHow', editor: SIGNED, required: true, first: 'paper' },
        { name: 'toName', editor: name, required: true, first: entry.toStaffName ?? '' },
        { name: 'toSignedHow', editor: SIGNED, required: true, first: 'paper' },
        { name: 'at', editor: TIME, label: 'keys:field.keyTransfers.doneAt' },
      ]}
      second={{ label: 'keys:screen.watcher', permit: 'keys.countersign' }}
    />
  );
}

interface InspectProps {
  transfer: KeyTransferLine;
  line: KeyTransferKeyLine;
  onClose: () => void;
  onDone: () => void;
}

/** 查验: pieces and condition of one key of the list. */
export function Inspect({ transfer, line, onClose, onDone }: InspectProps) {
  const { t } = useWords();
  const first = { pieces: String(line.pieces), condition: line.condition as string, note: line.note ?? '' };
  const { command, draft, send } = useAct('keyTransfers.inspect', `${transfer.id}.${line.keyId}`, first, {
    onClose,
    onDone,
  });
  const { values, set } = draft;
  const field = (name: keyof typeof first, label: string, editor: Editor, required = false) => (
    <EditorField
      editor={editor}
      label={t(label)}
      name={name}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <ActionDialog
      title={t('keys:op.keyTransfers.inspect')}
      about={`${line.keyNo}  ${line.label}`}
      onSave={() =>
        void send({
          id: transfer.id,
          keyId: line.keyId,
          pieces: countTyped(values.pieces),
          condition: TRANSFER_CONDITIONS.find((one) => one === values.condition) ?? 'good',
          note: values.note,
        })
      }
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      {field('pieces', 'keys:slip.F07.pieces', COUNT, true)}
      {field(
        'condition',
        'keys:slip.F07.condition',
        { kind: 'choice', group: 'keys:condition', codes: TRANSFER_CONDITIONS },
        true,
      )}
      {field('note', 'keys:slip.F07.remark', LONG_TEXT)}
    </ActionDialog>
  );
}
