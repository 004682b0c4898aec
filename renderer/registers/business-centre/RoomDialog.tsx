import type { MeetingRoom } from '../../../shared/registers/room-bookings.row';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useAct } from '../../book/dialogs/act';
import { COUNT, type Editor, EditorField, MONEY } from '../../book/editors';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { countTyped } from '../../ui/fields/NumberFields';
import { NUMBER } from './editors';

const FIELDS = ['name', 'seats', 'equipment', 'hourCents', 'depositCents', 'note'] as const;
type Typed = Record<(typeof FIELDS)[number], string>;
const EDITORS: Record<keyof Typed, Editor> = {
  name: NUMBER,
  seats: COUNT,
  equipment: { kind: 'text', max: 120 },
  hourCents: MONEY,
  depositCents: MONEY,
  note: { kind: 'text', max: 200 },
};
const EMPTY: Typed = { name: '', seats: '', equipment: '', hourCents: '', depositCents: '', note: '' };

const typedOf = (room: MeetingRoom): Typed => ({
  name: room.name,
  seats: String(room.seats),
  equipment: room.equipment ?? '',
  hourCents: String(room.hourCents / 100),
  depositCents: String(room.depositCents / 100),
  note: room.note ?? '',
});
const inputOf = (typed: Typed) => ({
  name: typed.name,
  seats: countTyped(typed.seats),
  equipment: typed.equipment,
  hourCents: centsTyped(typed.hourCents),
  depositCents: centsTyped(typed.depositCents),
  note: typed.note,
});

function RoomFields({ values, set }: { values: Typed; set: (part: Partial<Typed>) => void }) {
  const { t } = useWords();
  return FIELDS.map((name) => (
    <EditorField
      key={name}
      editor={EDITORS[name]}
      label={t(`business:field.meetingRooms.${name}`)}
      name={name}
      required={name === 'name' || name === 'seats'}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  ));
}

/** A new meeting room. */
export function AddRoom({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const add = useCommand('meetingRooms.add');
  const { values, set, clear } = useDraft('meetingRooms.add', EMPTY);
  const save = async () => {
    const done = await add.run(inputOf(values));
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
    >
      <RoomFields values={values} set={set} />
    </ActionDialog>
  );
}

interface RoomProps {
  room: MeetingRoom;
  onClose: () => void;
}

/** Name, seats, equipment and prices of a room; what is booked already keeps its own. */
export function AmendRoom({ room, onClose }: RoomProps) {
  const { t } = useWords();
  const after = { onClose, onDone: () => undefined };
  const { command, draft, send } = useAct('meetingRooms.amend', room.id, typedOf(room), after);
  const { values, set } = draft;
  return (
    <ActionDialog
      title={t('business:screen.amendRoom')}
      about={room.name}
      rule={t('business:screen.amendRoomRule')}
      onSave={() => void send({ id: room.id, version: room.version, ...inputOf(values) })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <RoomFields values={values} set={set} />
    </ActionDialog>
  );
}

/** A room that is booked no more. */
export function CloseRoom({ room, onClose }: RoomProps) {
  const { t } = useWords();
  const after = { onClose, onDone: () => undefined };
  const { command, send } = useAct('meetingRooms.close', room.id, {}, after);
  return (
    <ActionDialog
      title={t('business:screen.closeRoom')}
      about={room.name}
      onSave={() => void send({ id: room.id, version: room.version })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      grave
    >
      <p>{t('business:screen.closeRoomAsk')}</p>
    </ActionDialog>
  );
}
