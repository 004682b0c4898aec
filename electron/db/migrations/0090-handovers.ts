import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S13 前台交接班: shifts of a desk with their sheets; 上级指示 and who read them. */
export const name = '0090-handovers';

export const JOURNALLED: Record<string, JournalledTable> = {
  handovers: {
    register: 'handovers',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'post', 'startedAt', 'fromSeq', 'previousId'],
  },
  instructions: { register: 'instructions', key: 'id', frozen: ENTRY_FROZEN },
  instruction_acks: {
    register: 'instructionAcks',
    key: 'id',
    frozen: ['id', 'instructionId', 'round', 'staffId', 'staffName', 'at', 'handoverId'],
  },
};

/** What erasure looks for: shifts that are over and still hold what was shown or said. */
export const TO_ERASE =
  "state IN ('sealed', 'reviewed', 'voided') AND coalesce(snapshot, events, questions, supplements) IS NOT NULL";

const json = (column: string, bytes: number, nullable = false): string =>
  `${column} TEXT ${nullable ? '' : 'NOT NULL '}CHECK (${nullable ? `${column} IS NULL OR ` : ''}(json_valid(${column}) AND octet_length(${column}) <= ${bytes}))`;

export const sql = `
CREATE TABLE handovers (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'drafted', 'counted', 'outSigned', 'refused', 'sealed', 'reviewed', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('post', 520)},
  ${txt('shiftCode', 40)},
  shiftOn TEXT NOT NULL,
  startedAt TEXT NOT NULL,
  fromSeq INTEGER NOT NULL CHECK (fromSeq >= 0),
  previousId TEXT REFERENCES handovers (id),
  outgoingId TEXT NOT NULL REFERENCES staff (id),
  ${txt('outgoingName', 400)},
  draftedAt TEXT,
  draftSeq INTEGER,
  ${json('snapshot', 4_000_000, true)},
  matters INTEGER CHECK (matters >= 0),
  ${json('counts', 400_000, true)},
  ${json('checks', 100_000, true)},
  differences INTEGER CHECK (differences >= 0),
  countedAt TEXT,
  ${opt('countedByName', 400)},
  ${json('events', 1_000_000, true)},
  ${json('questions', 1_000_000, true)},
  ${json('supplements', 1_000_000, true)},
  outSignedAt TEXT,
  ${opt('cashByName', 400)},
  incomingId TEXT REFERENCES staff (id),
  ${opt('incomingName', 400)},
  inSignedAt TEXT,
  refusedAt TEXT,
  refusedById TEXT REFERENCES staff (id),
  ${opt('refusedByName', 400)},
  ${opt('refusedReason', 4840)},
  ${opt('reportedTo', 680)},
  ${oneOf('decision', ['recount', 'takeOver'], true)},
  decidedAt TEXT,
  decidedById TEXT REFERENCES staff (id),
  ${opt('decidedByName', 400)},
  ${opt('decisionReason', 4840)},
  reviewedAt TEXT,
  reviewedById TEXT REFERENCES staff (id),
  ${opt('reviewedByName', 400)},
  ${opt('reviewNote', 4840)},
  ${ENTRY_TAIL},
  CHECK (state NOT IN ('sealed', 'reviewed') OR (draftedAt IS NOT NULL AND outSignedAt IS NOT NULL AND inSignedAt IS NOT NULL)),
  CHECK (incomingId IS NULL OR incomingId <> outgoingId),
  CHECK (state <> 'reviewed' OR (reviewedById IS NOT NULL AND reviewedById NOT IN (outgoingId, incomingId)))
) STRICT;
CREATE UNIQUE INDEX handovers_one_on ON handovers (post)
  WHERE state IN ('open', 'drafted', 'counted', 'outSigned', 'refused');
CREATE INDEX handovers_kept ON handovers (startedAt, id) WHERE ${TO_ERASE};
CREATE INDEX handovers_at ON handovers (startedAt, id);
CREATE INDEX handovers_state ON handovers (state, startedAt, id);
CREATE INDEX handovers_sealed ON handovers (draftSeq) WHERE state IN ('sealed', 'reviewed');
CREATE INDEX handovers_previous ON handovers (previousId) WHERE previousId IS NOT NULL;
CREATE INDEX handovers_outgoing ON handovers (outgoingId);
CREATE INDEX handovers_incoming ON handovers (incomingId) WHERE incomingId IS NOT NULL;
CREATE INDEX handovers_refuser ON handovers (refusedById) WHERE refusedById IS NOT NULL;
CREATE INDEX handovers_decider ON handovers (decidedById) WHERE decidedById IS NOT NULL;
CREATE INDEX handovers_reviewer ON handovers (reviewedById) WHERE reviewedById IS NOT NULL;
CREATE INDEX handovers_recorder ON handovers (recorderId);

CREATE TABLE instructions (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['active', 'ended', 'voided'])},
  version INTEGER NOT NULL,
  ${opt('text', 8040)},
  ${txt('fromName', 680)},
  givenOn TEXT NOT NULL,
  renewOn TEXT,
  round INTEGER NOT NULL CHECK (round >= 1),
  ${opt('endedReason', 3240)},
  endedAt TEXT,
  ${opt('endedByName', 400)},
  ${ENTRY_TAIL},
  CHECK (state <> 'ended' OR endedAt IS NOT NULL)
) STRICT;
CREATE INDEX instructions_at ON instructions (recordedAt, id);
CREATE INDEX instructions_state ON instructions (state, recordedAt, id);
CREATE INDEX instructions_recorder ON instructions (recorderId);

CREATE TABLE instruction_acks (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  instructionId TEXT NOT NULL REFERENCES instructions (id),
  round INTEGER NOT NULL CHECK (round >= 1),
  staffId TEXT NOT NULL REFERENCES staff (id),
  ${txt('staffName', 400)},
  at TEXT NOT NULL,
  handoverId TEXT REFERENCES handovers (id)
) STRICT;
CREATE UNIQUE INDEX instruction_acks_once ON instruction_acks (instructionId, round, staffId);
CREATE INDEX instruction_acks_staff ON instruction_acks (staffId);
CREATE INDEX instruction_acks_handover ON instruction_acks (handoverId) WHERE handoverId IS NOT NULL;
${guardsOf(JOURNALLED)}
`;
