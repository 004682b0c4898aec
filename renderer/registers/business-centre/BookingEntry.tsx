import { Checkbox } from '@mantine/core';
import { yuan } from '../../../shared/money';
import { hoursOf } from '../../../shared/registers/room-bookings.columns';
import {
  BOOKING_CORRECTABLE,
  PREPARATIONS,
  type RoomBookingLine,
  SETTLEMENTS,
} from '../../../shared/registers/room-bookings.row';
import type { EntryPageProps } from '../../book/BookTab';
import { ActForm } from '../../book/dialogs/ActForm';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../book/dialogs/act';
import type { EntryField } from '../../book/EntryFields';
import { EntryPage } from '../../book/EntryPage';
import {
  COUNT,
  type Editor,
  EditorField,
  LONG_TEXT,
  MONEY,
  PHONE,
  TIME,
  typedValue,
} from '../../book/editors';
import { TICK } from '../../book/tick';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { ROOM_BOOKINGS } from './books';
import { choice, LATER, NAME, NUMBER } from './editors';
import { bookingTone } from './tones';

type Act = ActProps<RoomBookingLine>;
const base = ({ entry, onClose, onDone }: Act) => ({
  book: ROOM_BOOKINGS,
  entry,
  about: [entry.serialNo, entry.roomName, hoursOf(entry)].join('  '),
  onClose,
  onDone,
});

/** 确认预订. */
function Confirm(props: Act) {
  return <ActForm op="roomBookings.confirm" {...base(props)} />;
}

/** 会前准备: the checklist, ticked one by one. */
function Prepare(props: Act) {
  const { t } = useWords();
  const { entry } = props;
  const { command, draft, send } = useAct(
    'roomBookings.prepare',
    entry.id,
    { ticked: [] as string[], note: entry.note ?? '' },
    props,
  );
  const { ticked, note } = draft.values;
  const save = () =>
    send({
      id: entry.id,
      version: entry.version,
      ticked: PREPARATIONS.filter((one) => ticked.includes(one)),
      note,
    });
  return (
    <ActionDialog
      title={t('business:op.roomBookings.prepare')}
      about={base(props).about}
      rule={t('business:rule.roomBookings.prepare')}
      onSave={() => void save()}
      onClose={props.onClose}
      error={command.error}
      busy={command.busy}
      grave={false}
    >
      {PREPARATIONS.map((one) => (
        <Checkbox
          key={one}
          data-name={one}
          label={t(`business:preparation.${one}`)}
          checked={ticked.includes(one)}
          onChange={() =>
            draft.set({ ticked: ticked.includes(one) ? ticked.filter((x) => x !== one) : [...ticked, one] })
          }
        />
      ))}
      <EditorField
        editor={LONG_TEXT}
        label={t('book:field.note')}
        name="note"
        value={note}
        onChange={(typed) => draft.set({ note: typed })}
      />
    </ActionDialog>
  );
}

/** 开始使用. */
function Begin(props: Act) {
  return (
    <ActForm
      op="roomBookings.begin"
      {...base(props)}
      fields={[{ name: 'at', label: 'business:field.roomBookings.startedAt', editor: TIME }]}
    />
  );
}

const AFTER: readonly (readonly [name: string, editor: Editor])[] = [
  ['endedAt', TIME],
  ['damaged', TICK],
  ['damageList', LONG_TEXT],
  ['settlement', choice('settlement', SETTLEMENTS)],
  ['receiptNo', NUMBER],
  ['depositBackCents', MONEY],
  ['note', LONG_TEXT],
];

/** 会后检查: end, damage, money. */
function Check(props: Act) {
  const { t } = useWords();
  const { entry } = props;
  const first: Record<string, string> = {
    settlement: 'mobile',
    depositBackCents: entry.depositCents > 0 ? String(entry.depositCents / 100) : '',
    note: entry.note ?? '',
  };
  const { command, draft, send } = useAct('roomBookings.check', entry.id, first, props);
  const value = (name: string): string => draft.values[name] ?? '';
  const save = () =>
    send({
      id: entry.id,
      version: entry.version,
      ...Object.fromEntries(AFTER.map(([name, editor]) => [name, typedValue(editor, value(name))])),
      damaged: value('damaged') === 'yes',
      // Names and values are the door's to check.
    } as Parameters<typeof send>[0]);
  return (
    <ActionDialog
      title={t('business:op.roomBookings.check')}
      about={base(props).about}
      rule={t('business:screen.overtimeHint')}
      onSave={() => void save()}
      onClose={props.onClose}
      error={command.error}
      busy={command.busy}
      grave={false}
    >
      <p>{t('business:screen.fee', { yuan: yuan(entry.feeCents) })}</p>
      {AFTER.map(([name, editor]) => (
        <EditorField
          key={name}
          editor={editor}
          label={name === 'note' ? t('book:field.note') : t(`business:field.roomBookings.${name}`)}
          name={name}
          value={value(name)}
          onChange={(typed) => draft.set({ [name]: typed })}
        />
      ))}
    </ActionDialog>
  );
}

/** 改时间. */
function Reschedule(props: Act) {
  const rooms = useOp('meetingRooms.list', {}).data ?? [];
  return (
    <ActForm
      op="roomBookings.reschedule"
      {...base(props)}
      fields={[
        {
          name: 'roomId',
          editor: {
            kind: 'list',
            choices: rooms
              .filter((room) => room.active === 1)
              .map((room) => ({ value: room.id, label: room.name })),
          },
          required: true,
          first: props.entry.roomId,
        },
        { name: 'fromAt', editor: LATER, required: true },
        { name: 'toAt', editor: LATER, required: true },
      ]}
    />
  );
}

/** 取消预订. */
function Cancel(props: Act) {
  return (
    <ActForm
      op="roomBookings.cancel"
      {...base(props)}
      fields={[
        {
          name: 'reason',
          label: 'business:field.roomBookings.cancelReason',
          editor: LONG_TEXT,
          required: true,
        },
      ]}
    />
  );
}

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const FIELDS: EntryField[] = [
  ...['roomName', 'fromAt', 'toAt', 'subject', 'customerName', 'contactName', 'contactPhone'].map(always),
  ...['people', 'layout', 'equipment', 'feeCents', 'depositCents'].map(always),
  ...['depositReceiptNo', 'unitCode', 'confirmedAt', 'confirmedByName', 'preparedAt', 'preparedByName'].map(
    ifAny,
  ),
  ...['startedAt', 'endedAt', 'overtimeCents', 'damageList', 'checkedAt', 'checkedByName'].map(ifAny),
  ...['settlement', 'receiptNo', 'depositBackCents', 'cancelReason', 'cancelledAt', 'cancelledByName'].map(
    ifAny,
  ),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];
const EDITORS: Record<string, Editor> = {
  customerName: NAME,
  contactName: { kind: 'text', max: 40 },
  contactPhone: PHONE,
  subject: { kind: 'text', max: 80 },
  people: COUNT,
  equipment: { kind: 'text', max: 120 },
  note: LONG_TEXT,
};
const DIALOGS = {
  confirm: Confirm,
  prepare: Prepare,
  begin: Begin,
  check: Check,
  reschedule: Reschedule,
  cancel: Cancel,
};

/** One booking with its acts and its story. */
export function BookingEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('roomBookings.entry', { id }, { keep: true });
  return (
    <EntryPage<RoomBookingLine>
      book={ROOM_BOOKINGS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(booking) => `${booking.roomName} ${booking.subject}`}
      tone={bookingTone}
      fields={() => FIELDS}
      dialogs={DIALOGS}
      last={['cancel']}
      correct={{ fields: () => BOOKING_CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'roomBookings.unmask', masked: (booking) => booking.contactPhone !== null }}
      papers={{
        permit: 'roomBookings.print',
        of: (booking) => [{ form: 'F29', entryId: booking.id }],
      }}
    />
  );
}
