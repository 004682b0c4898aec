import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S84 例会与会议纪要: meetings, and what they resolved. */
export const name = '0174-meetings';

export const JOURNALLED: Record<string, JournalledTable> = {
  meetings: { register: 'meetings', key: 'id', frozen: [...ENTRY_FROZEN, 'kind', 'heldAt'] },
  resolutions: {
    register: 'resolutions',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'meetingId', 'lineNo', 'ownerId', 'ownerName'],
  },
};

const section = (column: string): string => opt(column, 16040);

export const sql = `
CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'issued', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('kind', ['morning', 'evening', 'weekly', 'special'])},
  ${opt('title', 1000)},
  heldAt TEXT NOT NULL,
  ${txt('place', 1000)},
  chairId TEXT NOT NULL REFERENCES staff (id),
  ${txt('chairName', 400)},
  minutesById TEXT NOT NULL REFERENCES staff (id),
  ${txt('minutesByName', 400)},
  attendance TEXT CHECK (attendance IS NULL OR (json_valid(attendance) AND octet_length(attendance) <= 100000)),
  ${section('topics')},
  ${section('lastWeek')},
  ${section('thisWeek')},
  ${section('problems')},
  ${section('training')},
  issuedAt TEXT,
  issuedById TEXT REFERENCES staff (id),
  ${opt('issuedByName', 400)},${ENTRY_TAIL},
  CHECK (state <> 'issued' OR issuedAt IS NOT NULL)
) STRICT;
CREATE INDEX meetings_at ON meetings (heldAt, id);
CREATE INDEX meetings_state ON meetings (state, heldAt, id);
CREATE INDEX meetings_chair ON meetings (chairId);
CREATE INDEX meetings_minutes ON meetings (minutesById);
CREATE INDEX meetings_issuer ON meetings (issuedById) WHERE issuedById IS NOT NULL;
CREATE INDEX meetings_recorder ON meetings (recorderId);

CREATE TABLE resolutions (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'done', 'dropped', 'voided'])},
  version INTEGER NOT NULL,
  meetingId TEXT NOT NULL REFERENCES meetings (id),
  lineNo INTEGER NOT NULL CHECK (lineNo >= 1),
  ${opt('matter', 3240)},
  ownerId TEXT NOT NULL REFERENCES staff (id),
  ${txt('ownerName', 400)},
  dueOn TEXT NOT NULL,
  doneAt TEXT,
  ${opt('doneByName', 400)},
  ${opt('result', 3240)},
  ${opt('droppedReason', 3240)},
  ${opt('droppedByName', 400)},${ENTRY_TAIL},
  CHECK (state <> 'done' OR doneAt IS NOT NULL),
  CHECK (state <> 'dropped' OR droppedReason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX resolutions_place ON resolutions (meetingId, lineNo);
CREATE INDEX resolutions_at ON resolutions (dueOn, id);
CREATE INDEX resolutions_state ON resolutions (state, dueOn, id);
CREATE INDEX resolutions_owner ON resolutions (ownerId, state);
CREATE INDEX resolutions_recorder ON resolutions (recorderId);
${guardsOf(JOURNALLED)}
`;
