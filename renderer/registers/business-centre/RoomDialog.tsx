import type { Input } from '../../../shared/api';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { COUNT, type Editor, EditorField, MONEY, typedValue } from '../../book/editors';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { NUMBER } from './editors';

const FIELDS: readonly (readonly [name: string, editor: Editor, required: boolean])[] = [
  ['name', NUMBER, true],
  ['seats', COUNT, true],
  ['equipment', { kind: 'text', max: 120 }, false],
  ['hourCents', MONEY, false],
  ['depositCents', MONEY, false],
  ['note', { kind: 'text', max: 200 }, false],
];

/** A new meeting room. */
export function RoomDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const add = useCommand('meetingRooms.add');
  const first: Record<string, string> = Object.fromEntries(FIELDS.map(([name]) => [name, '']));
  const { values, set, clear } = useDraft('meetingRooms.add', first);
  const save = async () => {
    const typed = Object.fromEntries(
      FIELDS.map(([name, editor]) => [name, typedValue(editor, values[name] ?? '')]),
    );
    // The names are those of the input; the door checks every value and marks its field.
    const done = await add.run(typed as unknown as Input<'meetingRooms.add'>);
    if (!done?.ok) return;
    clear();
    onClose();
  };
  return (
    <ActionDialog
      title={t('business:screen.addRoom')}
      about=""
      onSave={() => void save()}
      onClose={onClose}
      error={add.error}
      busy={add.busy}
      grave={false}
    >
      {FIELDS.map(([name, editor, required]) => (
        <EditorField
          key={name}
          editor={editor}
          label={t(`business:field.meetingRooms.${name}`)}
          name={name}
          required={required}
          value={values[name] ?? ''}
          onChange={(typed) => set({ [name]: typed })}
        />
      ))}
    </ActionDialog>
  );
}
