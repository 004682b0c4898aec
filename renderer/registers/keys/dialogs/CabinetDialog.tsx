import type { CabinetLine } from '../../../../shared/registers/keys.row';
import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useSecond } from '../../../book/dialogs/use-second';
import { COUNT, type Editor, EditorField, LONG_TEXT, TEXT } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { useCommand } from '../../../queries';
import { useDraft } from '../../../ui/drafts';
import { countTyped } from '../../../ui/fields/NumberFields';
import { PinConfirm } from '../../../ui/PinConfirm';
import { KEEPER } from '../key-editors';

/** What is done to a cabinet. */
export type CabinetAct = { kind: 'add' } | { kind: 'amend' | 'close'; cabinet: CabinetLine };

interface CabinetDialogProps {
  act: CabinetAct;
  onClose: () => void;
  /** A new cabinet stands: the board turns to it. */
  onMade: (id: string) => void;
}

/** A cabinet made, changed or closed; the supervisor countersigns in the same dialog (domain.md §4.3). */
export function CabinetDialog({ act, onClose, onMade }: CabinetDialogProps) {
  const { t } = useWords();
  const old = act.kind === 'add' ? null : act.cabinet;
  const add = useCommand('keys.addCabinet');
  const amend = useCommand('keys.amendCabinet');
  const close = useCommand('keys.closeCabinet');
  const command = { add, amend, close }[act.kind];
  const second = useSecond(command.error);
  const first = {
    code: old?.code ?? '',
    name: old?.name ?? '',
    place: old?.place ?? '',
    hooks: old ? String(old.hooks) : '40',
    keeperId: old?.keeperId ?? '',
    note: old?.note ?? '',
  };
  const { values, set, clear } = useDraft(`keys.cabinet.${old?.id ?? 'new'}`, first);
  const op = { add: 'addCabinet', amend: 'amendCabinet', close: 'closeCabinet' }[act.kind];
  const save = async () => {
    const form = { ...values, hooks: countTyped(values.hooks), second: second.person };
    const done = old
      ? act.kind === 'close'
        ? await close.run({ id: old.id, version: old.version, second: second.person })
        : await amend.run({ ...form, id: old.id, version: old.version })
      : await add.run(form);
    if (!done?.ok) return;
    clear();
    onMade(done.data.id);
    onClose();
  };
  const field = (name: keyof typeof first, editor: Editor, required = true) => (
    <EditorField
      editor={editor}
      label={t(`keys:field.cabinets.${name}`)}
      name={name}
      required={required}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <ActionDialog
      title={t(`keys:op.keys.${op}`)}
      about={old ? `${old.code} ${old.name}` : ''}
      onSave={() => void save()}
      onClose={onClose}
      error={second.error}
      busy={command.busy}
      grave={act.kind === 'close'}
    >
      {act.kind === 'close' ? null : (
        <>
          {old ? null : field('code', { kind: 'text', max: 20 })}
          {field('name', { kind: 'text', max: 40 })}
          {field('place', { kind: 'text', max: 60 })}
          {field('hooks', COUNT)}
          {field('keeperId', KEEPER)}
          {field('note', old ? LONG_TEXT : TEXT, false)}
        </>
      )}
      <PinConfirm
        label={t('keys:screen.countersign')}
        permit="keys.countersign"
        value={second.typed}
        onChange={second.set}
      />
    </ActionDialog>
  );
}
