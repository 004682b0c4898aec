import { guardsOf, type JournalledTable, opt, txt } from './pieces';

/**
 * Schema of the first release. Frozen: its SQL is hashed into every database; change nothing here, add 0020.
 * Every table STRICT, camelCase columns, foreign keys indexed, free text bounded with octet_length (trust.md A8).
 *
 * Append-only by triggers that hold for every connection, ours or not (trust.md C1, §0.6):
 * - journal lines: no UPDATE, no DELETE, no REPLACE, and the next line must be seq + 1;
 * - journalled tables: a row may only appear or change when the journal already holds the line that announces exactly
 *   this version of it; it can never be deleted, and its version only steps by one.
 */
export const name = '0010-foundation';

/** Tables whose rows carry `version` and whose every version is announced in the journal first. */
export const JOURNALLED: Record<string, JournalledTable> = {
  settings: { register: 'settings', key: 'key', frozen: ['key'] },
  staff: { register: 'staff', key: 'id', frozen: ['id'] },
  credentials: { register: 'credentials', key: 'id', frozen: ['id', 'staffId', 'kind'] },
  attachments: { register: 'attachments', key: 'sha256', frozen: ['sha256', 'bytes'] },
  found_items: {
    register: 'foundItems',
    key: 'id',
    frozen: [
      'id',
      'serialNo',
      'scanCode',
      'recordedAt',
      'recorderId',
      'recorderName',
      'receivedById',
      'receivedAt',
    ],
  },
  lost_reports: {
    register: 'lostReports',
    key: 'id',
    frozen: ['id', 'serialNo', 'scanCode', 'recordedAt', 'recorderId', 'recorderName'],
  },
};

const guards = guardsOf(JOURNALLED);

export const sql = `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  ${txt('station', 200)},
  actorId TEXT NOT NULL,
  ${txt('actorName', 400)},
  op TEXT NOT NULL,
  kind TEXT NOT NULL,
  register TEXT NOT NULL,
  entryId TEXT NOT NULL,
  entryVersion INTEGER NOT NULL,
  serialNo TEXT,
  change TEXT NOT NULL CHECK (json_valid(change)),
  entryDigest TEXT,
  prevHash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_entry ON journal (register, entryId, entryVersion);

CREATE TRIGGER journal_insert BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
  OR NEW.prevHash IS NOT coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'append-only: the journal only grows at its end'); END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'append-only: journal lines never change'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'append-only: journal lines are never deleted'); END;

-- Personal values that a correction replaced, with the salt of their digest; erased (value and salt NULL) when their time is over.
CREATE TABLE journal_secrets (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES journal (seq),
  field TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('old', 'new')),
  ${opt('value', 4000)},
  salt TEXT,
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX journal_secrets_seq ON journal_secrets (seq);
CREATE TRIGGER journal_secrets_insert BEFORE INSERT ON journal_secrets
WHEN EXISTS (SELECT 1 FROM journal_secrets WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: replaced values are never rewritten'); END;
CREATE TRIGGER journal_secrets_update BEFORE UPDATE ON journal_secrets
WHEN NEW.value IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.seq IS NOT OLD.seq
  OR NEW.field IS NOT OLD.field OR NEW.part IS NOT OLD.part OR NEW.digest IS NOT OLD.digest
BEGIN SELECT RAISE(ABORT, 'append-only: replaced values can only be erased'); END;
CREATE TRIGGER journal_secrets_delete BEFORE DELETE ON journal_secrets
BEGIN SELECT RAISE(ABORT, 'append-only: replaced values are never deleted'); END;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  staffNo TEXT NOT NULL UNIQUE CHECK (octet_length(staffNo) <= 80),
  ${txt('name', 400)},
  pinyin TEXT NOT NULL CHECK (octet_length(pinyin) <= 400),
  initials TEXT NOT NULL CHECK (octet_length(initials) <= 80),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  capacities TEXT NOT NULL CHECK (json_valid(capacities)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  ${opt('note', 2000)},
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE credentials (
  id TEXT PRIMARY KEY,
  staffId TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('pin', 'passphrase', 'recovery')),
  hash TEXT NOT NULL,
  salt TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  mustChange INTEGER NOT NULL CHECK (mustChange IN (0, 1)),
  setAt TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX credentials_staff ON credentials (staffId, kind);

-- Lock-out counters (trust.md D3). Not evidence: they move with every try, the tries themselves are journal lines.
CREATE TABLE sign_in_tries (
  staffId TEXT PRIMARY KEY REFERENCES staff (id),
  failures INTEGER NOT NULL,
  total INTEGER NOT NULL,
  waitUntil TEXT,
  waitMs INTEGER NOT NULL,
  lastTryAt TEXT,
  lastOnAt TEXT
) STRICT;

CREATE TABLE serials (
  register TEXT NOT NULL,
  month TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (register, month)
) STRICT;

CREATE TABLE attachments (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  addedAt TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE lost_reports (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'matched', 'closed', 'voided')),
  version INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('thing', 'person')),
  ${txt('category', 80)},
  ${txt('name', 1000)},
  ${opt('features', 4000)},
  ${txt('lostPlace', 1600)},
  lostFrom TEXT NOT NULL,
  lostTo TEXT NOT NULL,
  ${opt('reporterName', 800)},
  ${opt('reporterPhone', 80)},
  ${opt('reporterUnit', 800)},
  ${opt('broadcastNo', 600)},
  foundItemId TEXT REFERENCES found_items (id),
  ${opt('result', 4000)},
  closedAt TEXT,
  ${opt('closedByName', 400)},
  ${opt('voidReason', 4000)},
  voidedAt TEXT,
  ${opt('voidedByName', 400)},
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed))
) STRICT;
CREATE INDEX lost_reports_at ON lost_reports (lostFrom, id);
CREATE INDEX lost_reports_state ON lost_reports (state, lostFrom, id);
CREATE INDEX lost_reports_recorder ON lost_reports (recorderId);
CREATE INDEX lost_reports_item ON lost_reports (foundItemId) WHERE foundItemId IS NOT NULL;

CREATE TABLE found_items (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('registered', 'notified', 'handedToPartyA', 'claimed', 'toPolice', 'disposed', 'archived', 'voided')),
  version INTEGER NOT NULL,
  ${txt('category', 80)},
  ${txt('name', 1000)},
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  ${opt('publicFeatures', 4000)},
  ${opt('verifyFeatures', 4000)},
  cash TEXT CHECK (cash IS NULL OR json_valid(cash)),
  valuable INTEGER NOT NULL CHECK (valuable IN (0, 1)),
  ${opt('bagNo', 600)},
  ${txt('foundPlace', 1600)},
  foundAt TEXT NOT NULL,
  ${opt('finderName', 800)},
  ${opt('finderDepartment', 800)},
  ${opt('finderPhone', 80)},
  receivedById TEXT NOT NULL REFERENCES staff (id),
  ${txt('receivedByName', 400)},
  receivedAt TEXT NOT NULL,
  confirmer1Id TEXT,
  ${txt('confirmer1Name', 400)},
  confirmer2Id TEXT,
  ${opt('confirmer2Name', 800)},
  confirmer2How TEXT NOT NULL CHECK (confirmer2How IN ('pin', 'witness', 'pending')),
  confirmedAt TEXT,
  countersignedById TEXT,
  ${opt('countersignedByName', 400)},
  countersignedAt TEXT,
  ${txt('storagePlace', 1200)},
  ${opt('partyAContact', 800)},
  partyANotifiedAt TEXT,
  ${opt('partyANotifiedHow', 400)},
  noticePostedAt TEXT,
  ${opt('noticeHow', 800)},
  outcome TEXT CHECK (outcome IN ('handedToPartyA', 'claimed', 'toPolice', 'disposed')),
  closedAt TEXT,
  closedById TEXT,
  ${opt('closedByName', 400)},
  ${opt('collectorName', 800)},
  ${opt('collectorDocument', 600)},
  ${opt('claimantName', 800)},
  ${opt('claimantPhone', 80)},
  ${opt('claimantDocument', 600)},
  ${opt('claimantDocumentKind', 80)},
  ${opt('claimantUnit', 800)},
  ${opt('claimStatement', 6000)},
  ${opt('claimLostWhere', 2400)},
  ${opt('claimMatch', 80)},
  ${opt('claimWitness', 800)},
  claimFeeCents INTEGER,
  ${opt('policeStation', 1200)},
  ${opt('policeOfficer', 800)},
  ${opt('policeBadgeNo', 400)},
  ${opt('policeReceiptNo', 800)},
  ${opt('disposalManner', 1200)},
  ${opt('disposalReason', 4000)},
  approvedById TEXT,
  ${opt('approvedByName', 400)},
  archivedAt TEXT,
  ${opt('archivedByName', 400)},
  ${opt('voidReason', 4000)},
  voidedAt TEXT,
  ${opt('voidedByName', 400)},
  photos TEXT CHECK (photos IS NULL OR json_valid(photos)),
  lostReportId TEXT REFERENCES lost_reports (id),
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed))
) STRICT;
CREATE INDEX found_items_at ON found_items (foundAt, id);
CREATE INDEX found_items_state ON found_items (state, foundAt, id);
CREATE INDEX found_items_category ON found_items (category, foundAt, id);
-- Claims of a month (F04): only closed lines are in it.
CREATE INDEX found_items_closed ON found_items (outcome, closedAt, id) WHERE outcome IS NOT NULL;
CREATE INDEX found_items_pending ON found_items (foundAt, id) WHERE confirmer2How = 'pending';
CREATE INDEX found_items_received ON found_items (receivedById);
CREATE INDEX found_items_recorder ON found_items (recorderId);
CREATE INDEX found_items_report ON found_items (lostReportId) WHERE lostReportId IS NOT NULL;

-- One search index serves every register (speed.md §1). id is a time key: newest first without sorting.
CREATE TABLE search_entries (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  entryId TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entries_entry ON search_entries (register, entryId);
CREATE VIRTUAL TABLE search_fts USING fts5(g, content='', contentless_delete=1, detail=none,
  tokenize="unicode61 remove_diacritics 0");
${guards}
`;
