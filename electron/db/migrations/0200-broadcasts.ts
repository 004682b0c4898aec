import { ENTRY_FROZEN, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S28 播音: broadcasts from the request to the result, and every play of them. */
export const name = '0200-broadcasts';

export const JOURNALLED: Record<string, JournalledTable> = {
  broadcasts: { register: 'broadcasts', key: 'id', frozen: [...ENTRY_FROZEN, 'kind', 'script'] },
  broadcast_plays: {
    register: 'broadcastPlays',
    key: 'id',
    frozen: ['id', 'broadcastId', 'lineNo', 'playedAt', 'announcerName'],
  },
};

export const sql = `
CREATE TABLE broadcasts (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['requested', 'approved', 'refused', 'closed', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('kind', ['daily', 'temporary', 'emergency'])},
  ${oneOf('purpose', ['routine', 'advert', 'promotion', 'missingPerson', 'moveCar', 'lostItem', 'emergency', 'other'])},
  ${txt('summary', 1000)},
  ${txt('script', 19240)},
  ${txt('department', 680)},
  ${txt('requester', 680)},
  fromAt TEXT NOT NULL,
  toAt TEXT NOT NULL,
  repetitions INTEGER NOT NULL CHECK (repetitions BETWEEN 1 AND 99),
  played INTEGER NOT NULL CHECK (played >= 0),
  approvedAt TEXT,
  ${opt('approvedByName', 400)},
  ${opt('managerOrder', 680)},
  ${opt('generalOrder', 680)},
  refusedAt TEXT,
  ${opt('refusedByName', 400)},
  ${opt('refusedReason', 3240)},
  closedAt TEXT,
  ${opt('closedByName', 400)},
  ${opt('result', 3240)},
  ${opt('notPlayedReason', 3240)},
  ${opt('voidReason', 4000)},
  voidedAt TEXT,
  ${opt('voidedByName', 400)},
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  CHECK (toAt > fromAt),
  CHECK (state NOT IN ('approved', 'closed') OR approvedAt IS NOT NULL),
  CHECK (kind <> 'emergency' OR approvedAt IS NULL OR (managerOrder IS NOT NULL AND generalOrder IS NOT NULL)),
  CHECK (played = 0 OR approvedAt IS NOT NULL),
  CHECK (state <> 'refused' OR refusedReason IS NOT NULL),
  CHECK (state <> 'closed' OR (closedAt IS NOT NULL AND result IS NOT NULL)),
  CHECK (state <> 'closed' OR played >= repetitions OR notPlayedReason IS NOT NULL)
) STRICT;
CREATE INDEX broadcasts_at ON broadcasts (recordedAt, id);
CREATE INDEX broadcasts_state ON broadcasts (state, recordedAt, id);
CREATE INDEX broadcasts_recorder ON broadcasts (recorderId);

CREATE TABLE broadcast_plays (
  id TEXT PRIMARY KEY,
  broadcastId TEXT NOT NULL REFERENCES broadcasts (id),
  version INTEGER NOT NULL,
  lineNo INTEGER NOT NULL CHECK (lineNo >= 1),
  playedAt TEXT NOT NULL,
  ${txt('announcerName', 400)},
  ${opt('struckReason', 3240)},
  ${opt('struckByName', 400)}
) STRICT;
CREATE UNIQUE INDEX broadcast_plays_place ON broadcast_plays (broadcastId, lineNo);
${guardsOf(JOURNALLED)}
`;
