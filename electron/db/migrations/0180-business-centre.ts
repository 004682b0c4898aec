import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S21 商务工作, S22 会议室: job log, rooms and their bookings. */
export const name = '0180-business-centre';

export const JOURNALLED: Record<string, JournalledTable> = {
  office_jobs: {
    register: 'officeJobs',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'kind', 'colour', 'unitCents'],
  },
  meeting_rooms: { register: 'meetingRooms', key: 'id', frozen: ['id', 'addedAt'] },
  room_bookings: { register: 'roomBookings', key: 'id', frozen: ENTRY_FROZEN },
};

const HOLDS = "('asked', 'confirmed', 'prepared', 'inUse', 'checked')";

export const sql = `
CREATE TABLE office_jobs (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['taken', 'charged', 'paid', 'voided'])},
  version INTEGER NOT NULL,
  takenAt TEXT NOT NULL,
  ${opt('customerName', 1000)},
  ${opt('customerPhone', 80)},
  unitId TEXT REFERENCES units (id),
  ${oneOf('kind', ['typing', 'copy', 'print', 'scan', 'lamination', 'binding', 'fax'])},
  ${opt('documentTitle', 1320)},
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  originalPages INTEGER NOT NULL CHECK (originalPages > 0),
  copies INTEGER NOT NULL CHECK (copies > 0),
  colour INTEGER NOT NULL CHECK (colour IN (0, 1)),
  ${opt('faxNo', 520)},
  faxSent INTEGER CHECK (faxSent IN (0, 1)),
  unitCents INTEGER NOT NULL CHECK (unitCents >= 0),
  amountCents INTEGER NOT NULL CHECK (amountCents = unitCents * originalPages * copies),
  ${opt('chargedTo', 1000)},
  ${oneOf('payWay', ['cash', 'mobile', 'transfer'], true)},
  ${opt('receiptNo', 520)},
  settledAt TEXT,
  ${opt('settledByName', 400)},
  ${ENTRY_TAIL},
  CHECK (state <> 'paid' OR payWay IS NOT NULL),
  CHECK (state <> 'charged' OR chargedTo IS NOT NULL)
) STRICT;
CREATE INDEX office_jobs_at ON office_jobs (takenAt, id);
CREATE INDEX office_jobs_state ON office_jobs (state, takenAt, id);
CREATE INDEX office_jobs_unit ON office_jobs (unitId, takenAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX office_jobs_recorder ON office_jobs (recorderId);

CREATE TABLE meeting_rooms (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${txt('name', 520)},
  seats INTEGER NOT NULL CHECK (seats > 0),
  ${opt('equipment', 1960)},
  hourCents INTEGER NOT NULL CHECK (hourCents >= 0),
  depositCents INTEGER NOT NULL CHECK (depositCents >= 0),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  ${opt('note', 3240)},
  addedAt TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX meeting_rooms_name ON meeting_rooms (name) WHERE active = 1;

CREATE TABLE room_bookings (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['asked', 'confirmed', 'prepared', 'inUse', 'checked', 'cancelled', 'voided'])},
  version INTEGER NOT NULL,
  roomId TEXT NOT NULL REFERENCES meeting_rooms (id),
  ${txt('roomName', 520)},
  ${txt('customerName', 1000)},
  ${opt('contactName', 680)},
  ${opt('contactPhone', 80)},
  unitId TEXT REFERENCES units (id),
  ${txt('subject', 1320)},
  people INTEGER NOT NULL CHECK (people > 0),
  fromAt TEXT NOT NULL,
  toAt TEXT NOT NULL,
  ${oneOf('layout', ['boardroom', 'classroom', 'theatre', 'uShape', 'reception'])},
  ${opt('equipment', 1960)},
  feeCents INTEGER NOT NULL CHECK (feeCents >= 0),
  depositCents INTEGER NOT NULL CHECK (depositCents >= 0),
  ${opt('depositReceiptNo', 520)},
  confirmedAt TEXT,
  ${opt('confirmedByName', 400)},
  ${opt('prepared', 200)},
  preparedAt TEXT,
  ${opt('preparedByName', 400)},
  startedAt TEXT,
  endedAt TEXT,
  overtimeCents INTEGER CHECK (overtimeCents >= 0),
  damaged INTEGER CHECK (damaged IN (0, 1)),
  ${opt('damageList', 4840)},
  checkedAt TEXT,
  ${opt('checkedByName', 400)},
  ${oneOf('settlement', ['cash', 'mobile', 'transfer', 'charged', 'free'], true)},
  ${opt('receiptNo', 520)},
  depositBackCents INTEGER CHECK (depositBackCents >= 0),
  ${opt('cancelReason', 3240)},
  cancelledAt TEXT,
  ${opt('cancelledByName', 400)},
  ${ENTRY_TAIL},
  CHECK (toAt > fromAt),
  CHECK (depositBackCents IS NULL OR depositBackCents <= depositCents),
  CHECK (state <> 'checked' OR damaged IS NOT NULL),
  CHECK (damaged IS NOT 1 OR damageList IS NOT NULL)
) STRICT;
CREATE INDEX room_bookings_room ON room_bookings (roomId, fromAt);
CREATE INDEX room_bookings_at ON room_bookings (fromAt, id);
CREATE INDEX room_bookings_state ON room_bookings (state, fromAt, id);
CREATE INDEX room_bookings_unit ON room_bookings (unitId, fromAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX room_bookings_recorder ON room_bookings (recorderId);
${['INSERT', 'UPDATE']
  .map(
    (verb) => `CREATE TRIGGER room_bookings_once_${verb.toLowerCase()} BEFORE ${verb} ON room_bookings
WHEN NEW.state IN ${HOLDS} AND EXISTS (
  SELECT 1 FROM room_bookings AS other WHERE other.roomId = NEW.roomId AND other.id <> NEW.id
    AND other.state IN ${HOLDS} AND other.fromAt < NEW.toAt AND NEW.fromAt < other.toAt)
BEGIN SELECT RAISE(ABORT, 'room_bookings: the room is booked for these hours'); END;`,
  )
  .join('\n')}
${guardsOf(JOURNALLED)}
`;
