import { ENTRY_FROZEN, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S25 公告、宣传栏、LED: texts of the office from the draft to the day they are taken down, and whom copies were given. */
export const name = '0190-notices';

export const JOURNALLED: Record<string, JournalledTable> = {
  notices: { register: 'notices', key: 'id', frozen: ENTRY_FROZEN },
  notice_receipts: {
    register: 'noticeReceipts',
    key: 'id',
    frozen: ['id', 'noticeId', 'lineNo', 'unitId', 'copies', 'deliveredAt', 'deliveredByName'],
  },
};

export const sql = `
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['draft', 'submitted', 'approved', 'posted', 'removed', 'withdrawn', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('kind', ['general', 'service', 'activity', 'safety', 'goods', 'other'])},
  ${oneOf('medium', ['board', 'bulletin', 'led', 'doorDisplay', 'unitDoor', 'home'])},
  ${txt('title', 1000)},
  ${txt('body', 19240)},
  ${txt('place', 1640)},
  fromOn TEXT NOT NULL,
  toOn TEXT NOT NULL,
  ${opt('plays', 1000)},
  ${opt('department', 680)},
  submittedAt TEXT,
  submitterId TEXT REFERENCES staff (id),
  ${opt('submitterName', 400)},
  sentBackAt TEXT,
  ${opt('sentBackByName', 400)},
  ${opt('sentBackReason', 3240)},
  approvedAt TEXT,
  ${opt('approvedByName', 400)},
  postedAt TEXT,
  ${opt('postedByName', 400)},
  ${opt('postedPlace', 1640)},
  removedAt TEXT,
  ${opt('removedByName', 400)},
  ${opt('withdrawnReason', 3240)},
  ${opt('voidReason', 4000)},
  voidedAt TEXT,
  ${opt('voidedByName', 400)},
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  CHECK (toOn >= fromOn),
  CHECK (state NOT IN ('approved', 'posted', 'removed') OR (approvedAt IS NOT NULL AND submittedAt IS NOT NULL)),
  CHECK (state NOT IN ('posted', 'removed') OR postedAt IS NOT NULL),
  CHECK (state <> 'removed' OR removedAt IS NOT NULL)
) STRICT;
CREATE INDEX notices_at ON notices (recordedAt, id);
CREATE INDEX notices_state ON notices (state, recordedAt, id);
CREATE INDEX notices_recorder ON notices (recorderId);
CREATE INDEX notices_submitter ON notices (submitterId) WHERE submitterId IS NOT NULL;

CREATE TABLE notice_receipts (
  id TEXT PRIMARY KEY,
  noticeId TEXT NOT NULL REFERENCES notices (id),
  version INTEGER NOT NULL,
  lineNo INTEGER NOT NULL CHECK (lineNo >= 1),
  unitId TEXT NOT NULL REFERENCES units (id),
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 999),
  ${opt('receiverName', 680)},
  deliveredAt TEXT NOT NULL,
  ${txt('deliveredByName', 400)},
  ${opt('struckReason', 3240)},
  ${opt('struckByName', 400)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed))
) STRICT;
CREATE UNIQUE INDEX notice_receipts_place ON notice_receipts (noticeId, lineNo);
CREATE INDEX notice_receipts_unit ON notice_receipts (unitId);
${guardsOf(JOURNALLED)}
`;
