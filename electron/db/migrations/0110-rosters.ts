import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S81 排班, 换班 and S15 离岗顶替: weekly rosters with their cells, swaps, and the log of stand-ins. */
export const name = '0110-rosters';

export const JOURNALLED: Record<string, JournalledTable> = {
  rosters: { register: 'rosters', key: 'id', frozen: [...ENTRY_FROZEN, 'weekOn', 'copiedFromId'] },
  roster_cells: {
    register: 'rosterCells',
    key: 'id',
    frozen: ['id', 'rosterId', 'post', 'shift', 'dayOn', 'staffId', 'staffName'],
  },
  shift_swaps: {
    register: 'shiftSwaps',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'cellId', 'otherCellId', 'askerId', 'colleagueId', 'dayOn'],
  },
  post_covers: {
    register: 'postCovers',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'leaverId', 'leaverName', 'standInId', 'standInName'],
  },
};

export const sql = `
CREATE TABLE rosters (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['draft', 'published', 'voided'])},
  version INTEGER NOT NULL,
  weekOn TEXT NOT NULL,
  demand TEXT NOT NULL CHECK (json_valid(demand)),
  ${opt('shortReason', 3240)},
  copiedFromId TEXT REFERENCES rosters (id),
  publishedAt TEXT,
  publishedById TEXT REFERENCES staff (id),
  ${opt('publishedByName', 700)},
  ${ENTRY_TAIL},
  CHECK (state <> 'published' OR publishedAt IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX rosters_week ON rosters (weekOn) WHERE state <> 'voided';
CREATE INDEX rosters_at ON rosters (weekOn, id);
CREATE INDEX rosters_state ON rosters (state, weekOn, id);
CREATE INDEX rosters_copied ON rosters (copiedFromId) WHERE copiedFromId IS NOT NULL;
CREATE INDEX rosters_publisher ON rosters (publishedById) WHERE publishedById IS NOT NULL;
CREATE INDEX rosters_recorder ON rosters (recorderId);

CREATE TABLE roster_cells (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  rosterId TEXT NOT NULL REFERENCES rosters (id),
  ${oneOf('state', ['planned', 'removed'])},
  ${txt('post', 520)},
  ${txt('shift', 360)},
  dayOn TEXT NOT NULL,
  staffId TEXT NOT NULL REFERENCES staff (id),
  ${txt('staffName', 700)},
  changedAt TEXT,
  ${opt('changedByName', 700)},
  ${opt('changeReason', 3240)},
  swapId TEXT REFERENCES shift_swaps (id)
) STRICT;
CREATE UNIQUE INDEX roster_cells_place ON roster_cells (rosterId, dayOn, shift, post, staffId);
CREATE UNIQUE INDEX roster_cells_once ON roster_cells (rosterId, dayOn, shift, staffId) WHERE state = 'planned';
CREATE INDEX roster_cells_staff ON roster_cells (staffId, dayOn);
CREATE INDEX roster_cells_swap ON roster_cells (swapId) WHERE swapId IS NOT NULL;

CREATE TABLE shift_swaps (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['asked', 'agreed', 'approved', 'refused', 'declined', 'withdrawn', 'voided'])},
  version INTEGER NOT NULL,
  cellId TEXT NOT NULL REFERENCES roster_cells (id),
  dayOn TEXT NOT NULL,
  ${txt('shift', 360)},
  ${txt('post', 520)},
  askerId TEXT NOT NULL REFERENCES staff (id),
  ${txt('askerName', 700)},
  colleagueId TEXT NOT NULL REFERENCES staff (id),
  ${txt('colleagueName', 700)},
  otherCellId TEXT REFERENCES roster_cells (id),
  otherDayOn TEXT,
  ${opt('otherShift', 360)},
  ${opt('otherPost', 520)},
  ${opt('reason', 3240)},
  agreedAt TEXT,
  ${oneOf('agreedHow', ['pin', 'own'], true)},
  decidedAt TEXT,
  deciderId TEXT REFERENCES staff (id),
  ${opt('deciderName', 700)},
  ${opt('decisionReason', 3240)},
  ${ENTRY_TAIL},
  CHECK (askerId <> colleagueId),
  CHECK (deciderId IS NULL OR state NOT IN ('approved', 'refused') OR deciderId NOT IN (askerId, colleagueId)),
  CHECK (state <> 'approved' OR (agreedAt IS NOT NULL AND deciderId IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX shift_swaps_open ON shift_swaps (cellId) WHERE state IN ('asked', 'agreed');
CREATE INDEX shift_swaps_at ON shift_swaps (recordedAt, id);
CREATE INDEX shift_swaps_state ON shift_swaps (state, recordedAt, id);
CREATE INDEX shift_swaps_cell ON shift_swaps (cellId);
CREATE INDEX shift_swaps_other ON shift_swaps (otherCellId) WHERE otherCellId IS NOT NULL;
CREATE INDEX shift_swaps_asker ON shift_swaps (askerId);
CREATE INDEX shift_swaps_colleague ON shift_swaps (colleagueId);
CREATE INDEX shift_swaps_decider ON shift_swaps (deciderId) WHERE deciderId IS NOT NULL;
CREATE INDEX shift_swaps_recorder ON shift_swaps (recorderId);

CREATE TABLE post_covers (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['away', 'back', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('post', 520)},
  leaverId TEXT NOT NULL REFERENCES staff (id),
  ${txt('leaverName', 700)},
  ${opt('reason', 3240)},
  standInId TEXT NOT NULL REFERENCES staff (id),
  ${txt('standInName', 700)},
  leftAt TEXT NOT NULL,
  dueAt TEXT NOT NULL,
  backAt TEXT,
  ${oneOf('approvedHow', ['pin', 'own', 'phone'])},
  approverId TEXT REFERENCES staff (id),
  ${opt('approverName', 700)},
  approvedAt TEXT,
  ${ENTRY_TAIL},
  CHECK (leaverId <> standInId),
  CHECK (approverId IS NULL OR approverId NOT IN (leaverId, standInId)),
  CHECK (dueAt > leftAt),
  CHECK (state <> 'back' OR backAt IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX post_covers_leaver_away ON post_covers (leaverId) WHERE state = 'away';
CREATE UNIQUE INDEX post_covers_stand_in_away ON post_covers (standInId) WHERE state = 'away';
CREATE INDEX post_covers_at ON post_covers (leftAt, id);
CREATE INDEX post_covers_state ON post_covers (state, leftAt, id);
CREATE INDEX post_covers_sign ON post_covers (leftAt, id) WHERE approvedAt IS NULL AND state <> 'voided';
CREATE INDEX post_covers_leaver ON post_covers (leaverId);
CREATE INDEX post_covers_stand_in ON post_covers (standInId);
CREATE INDEX post_covers_approver ON post_covers (approverId) WHERE approverId IS NOT NULL;
CREATE INDEX post_covers_recorder ON post_covers (recorderId);
${guardsOf(JOURNALLED)}
`;
