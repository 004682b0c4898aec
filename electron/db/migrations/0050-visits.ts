import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S10 来访登记 with its passages and passes, S12 业主信息查询登记. */
export const name = '0050-visits';

export const JOURNALLED: Record<string, JournalledTable> = {
  visitor_passes: { register: 'visitorPasses', key: 'id', frozen: ENTRY_FROZEN },
  visits: { register: 'visits', key: 'id', frozen: [...ENTRY_FROZEN, 'type', 'groupId'] },
  visit_passages: {
    register: 'visitPassages',
    key: 'id',
    frozen: ['id', 'visitId', 'no', 'direction', 'byId', 'byName', 'post'],
  },
  disclosures: { register: 'disclosures', key: 'id', frozen: ENTRY_FROZEN },
};

/** What erasure looks for: lines that still hold a personal value. */
export const STILL_PERSONAL =
  'coalesce(visitorName, visitorPhone, visitorDocument, companions, hostName, consentName, plate, watchNote) IS NOT NULL';

export const sql = `
CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['expected', 'in', 'steppedOut', 'left', 'noShow', 'refused', 'closedByDesk', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('type', ['relative', 'business', 'housekeeping', 'fitOut', 'delivery', 'viewing', 'official', 'salesman'])},
  ${opt('visitorName', 680)},
  partySize INTEGER NOT NULL CHECK (partySize BETWEEN 1 AND 999),
  ${opt('companions', 3240)},
  ${opt('company', 1000)},
  ${opt('visitorPhone', 80)},
  ${oneOf('documentKind', ['idCard', 'passport', 'workPass', 'driverLicence', 'other'], true)},
  ${opt('visitorDocument', 16)},
  unitId TEXT REFERENCES units (id),
  hostPartyId TEXT REFERENCES parties (id),
  ${opt('hostName', 680)},
  ${opt('hostPlace', 1000)},
  appointment INTEGER NOT NULL CHECK (appointment IN (0, 1)),
  ${opt('purpose', 1960)},
  ${opt('belongings', 1960)},
  ${opt('plate', 300)},
  ${opt('permitNo', 680)},
  ${opt('carrier', 680)},
  ${oneOf('department', ['commerce', 'fire', 'police', 'urban', 'tax', 'other'], true)},
  passChecked INTEGER CHECK (passChecked IN (0, 1)),
  ${opt('informedName', 680)},
  informedAt TEXT,
  ${opt('consentName', 680)},
  ${oneOf('consentHow', ['phone', 'intercom', 'inPerson', 'appointment', 'written'], true)},
  consentAt TEXT,
  passId TEXT REFERENCES visitor_passes (id),
  ${opt('passNo', 360)},
  passBackAt TEXT,
  groupId TEXT REFERENCES visits (id),
  ${opt('watchNote', 3240)},
  ${opt('refusedReason', 3240)},
  ${opt('supplement', 16040)},
  expectedAt TEXT,
  arrivedAt TEXT,
  visitAt TEXT NOT NULL CHECK (visitAt = coalesce(arrivedAt, expectedAt)),
  leftAt TEXT,
  closedAt TEXT,
  closedById TEXT REFERENCES staff (id),
  ${opt('closedByName', 400)},
  ${txt('post', 520)},
  ${ENTRY_TAIL},
  CHECK (state NOT IN ('in', 'steppedOut', 'left', 'closedByDesk') OR arrivedAt IS NOT NULL),
  CHECK (state <> 'left' OR leftAt IS NOT NULL),
  CHECK (state IN ('left', 'voided') OR leftAt IS NULL),
  CHECK (state <> 'refused' OR refusedReason IS NOT NULL)
) STRICT;
CREATE INDEX visits_at ON visits (visitAt, id);
CREATE INDEX visits_state ON visits (state, visitAt, id);
CREATE INDEX visits_type ON visits (type, visitAt, id);
CREATE INDEX visits_unit ON visits (unitId, visitAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX visits_open ON visits (visitAt, id) WHERE state IN ('in', 'steppedOut');
CREATE INDEX visits_party ON visits (hostPartyId) WHERE hostPartyId IS NOT NULL;
CREATE INDEX visits_pass ON visits (passId) WHERE passId IS NOT NULL;
CREATE INDEX visits_group ON visits (groupId) WHERE groupId IS NOT NULL;
CREATE INDEX visits_recorder ON visits (recorderId);
CREATE INDEX visits_closer ON visits (closedById) WHERE closedById IS NOT NULL;
CREATE INDEX visits_kept ON visits (type, visitAt, id)
  WHERE state NOT IN ('expected', 'in', 'steppedOut') AND ${STILL_PERSONAL};
CREATE INDEX visits_documents ON visits (visitAt, id)
  WHERE visitorDocument IS NOT NULL AND state NOT IN ('expected', 'in', 'steppedOut');

CREATE TABLE visit_passages (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  visitId TEXT NOT NULL REFERENCES visits (id),
  no INTEGER NOT NULL CHECK (no >= 1),
  ${oneOf('direction', ['in', 'out'])},
  at TEXT NOT NULL,
  byId TEXT NOT NULL REFERENCES staff (id),
  ${txt('byName', 400)},
  ${txt('post', 520)},
  takenBackAt TEXT,
  UNIQUE (visitId, no)
) STRICT;
CREATE INDEX visit_passages_by ON visit_passages (byId);

CREATE TABLE visitor_passes (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['inStock', 'out', 'lost', 'retired'])},
  version INTEGER NOT NULL,
  passNo TEXT NOT NULL UNIQUE CHECK (octet_length(passNo) BETWEEN 1 AND 360),
  visitId TEXT REFERENCES visits (id),
  since TEXT NOT NULL,
  ${opt('reason', 3240)},
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  CHECK (state <> 'out' OR visitId IS NOT NULL),
  CHECK (state NOT IN ('inStock', 'retired') OR visitId IS NULL)
) STRICT;
CREATE INDEX visitor_passes_no ON visitor_passes (passNo, id);
CREATE INDEX visitor_passes_state ON visitor_passes (state, passNo, id);
CREATE UNIQUE INDEX visitor_passes_visit ON visitor_passes (visitId) WHERE state = 'out';
CREATE INDEX visitor_passes_recorder ON visitor_passes (recorderId);

CREATE TABLE disclosures (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['asked', 'refused', 'approved', 'given', 'voided'])},
  version INTEGER NOT NULL,
  askedAt TEXT NOT NULL,
  ${opt('askerName', 680)},
  ${opt('askerPhone', 80)},
  ${opt('askerCompany', 1000)},
  ${oneOf('identityHow', ['idCard', 'workPass', 'authorisation', 'officialLetter', 'known', 'notChecked'])},
  unitId TEXT REFERENCES units (id),
  partyId TEXT REFERENCES parties (id),
  ${opt('subjectName', 680)},
  ${txt('asked', 3240)},
  ${txt('purpose', 3240)},
  approverId TEXT REFERENCES staff (id),
  ${opt('approverName', 400)},
  approvedAt TEXT,
  ${opt('given', 3240)},
  givenAt TEXT,
  ${opt('givenByName', 400)},
  ${opt('refusedReason', 3240)},
  refusedAt TEXT,
  ${opt('refusedByName', 400)},
  ${ENTRY_TAIL},
  CHECK (state NOT IN ('approved', 'given') OR (approverId IS NOT NULL AND approverName IS NOT NULL)),
  CHECK (approverId IS NULL OR approverId <> recorderId),
  CHECK (given IS NULL OR approverId IS NOT NULL),
  CHECK (state <> 'given' OR given IS NOT NULL)
) STRICT;
CREATE INDEX disclosures_at ON disclosures (askedAt, id);
CREATE INDEX disclosures_state ON disclosures (state, askedAt, id);
CREATE INDEX disclosures_unit ON disclosures (unitId) WHERE unitId IS NOT NULL;
CREATE INDEX disclosures_party ON disclosures (partyId) WHERE partyId IS NOT NULL;
CREATE INDEX disclosures_recorder ON disclosures (recorderId);
CREATE INDEX disclosures_approver ON disclosures (approverId) WHERE approverId IS NOT NULL;
${guardsOf(JOURNALLED)}
`;
