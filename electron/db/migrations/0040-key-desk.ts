import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** The key desk (S05–S08): loans and chases, storerooms opened out of hours, copies, losses and damage. */
export const name = '0040-key-desk';

export const JOURNALLED: Record<string, JournalledTable> = {
  key_loans: {
    register: 'keyLoans',
    key: 'id',
    frozen: [
      ...ENTRY_FROZEN,
      'keyId',
      'keyNo',
      'batchId',
      'borrowerClass',
      'pieces',
      'issuerId',
      'issuerName',
    ],
  },
  key_chases: {
    register: 'keyChases',
    key: 'id',
    frozen: ['id', 'loanId', 'at', 'recordedAt', 'recorderId', 'recorderName'],
  },
  key_unseals: {
    register: 'keyUnseals',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'keyId', 'supervisorId', 'supervisorName', 'agreedAt', 'oldBagNo'],
  },
  key_unseal_goods: {
    register: 'keyUnsealGoods',
    key: 'id',
    frozen: ['id', 'unsealId', 'recordedAt', 'recorderId', 'recorderName'],
  },
  key_copies: {
    register: 'keyCopies',
    key: 'id',
    frozen: [...ENTRY_FROZEN, 'keyId', 'applicantId', 'applicantName'],
  },
  key_incidents: { register: 'keyIncidents', key: 'id', frozen: [...ENTRY_FROZEN, 'keyId', 'kind'] },
};

const CLASSES = ['owner', 'agent', 'helper', 'contractor', 'worker', 'cleaner', 'staff', 'outsider'];
const BEARERS = ['borrower', 'company'];

export const sql = `
CREATE TABLE key_loans (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['out', 'returned', 'lost', 'voided'])},
  version INTEGER NOT NULL,
  batchId TEXT NOT NULL,
  keyId TEXT NOT NULL REFERENCES keys (id),
  ${txt('keyNo', 360)},
  ${txt('keyName', 700)},
  ${txt('keyCategory', 40)},
  unitId TEXT REFERENCES units (id),
  pieces INTEGER NOT NULL CHECK (pieces >= 1),
  piecesReturned INTEGER NOT NULL CHECK (piecesReturned BETWEEN 0 AND pieces),
  ${opt('parts', 2000)},
  ${oneOf('borrowerClass', CLASSES)},
  ${opt('borrowerName', 700)},
  ${opt('borrowerPhone', 80)},
  ${opt('borrowerDocument', 120)},
  ${opt('borrowerOrg', 700)},
  ${opt('staffNo', 360)},
  ${txt('purpose', 1640)},
  confirmerId TEXT REFERENCES staff (id),
  ${opt('confirmerName', 700)},
  ${opt('ownerAskedName', 700)},
  ${opt('ownerAskedPhone', 80)},
  ownerAskedAt TEXT,
  ${oneOf('ownerAskedHow', ['phone', 'written', 'inPerson'], true)},
  ${opt('escortName', 700)},
  ${opt('repairSlipNo', 520)},
  ${opt('permitNo', 520)},
  ${opt('identityHow', 1000)},
  custodianId TEXT REFERENCES staff (id),
  ${opt('custodianName', 700)},
  secondId TEXT REFERENCES staff (id),
  ${opt('secondName', 700)},
  overnightById TEXT REFERENCES staff (id),
  ${opt('overnightByName', 700)},
  issuedAt TEXT NOT NULL,
  issuerId TEXT NOT NULL REFERENCES staff (id),
  ${txt('issuerName', 700)},
  dueAt TEXT NOT NULL,
  dueOn TEXT NOT NULL,
  extendedAt TEXT,
  ${opt('extendedByName', 700)},
  ${opt('extendReason', 1640)},
  returnedAt TEXT,
  returnedOn TEXT,
  ${opt('returnedByName', 700)},
  ${oneOf('returnCondition', ['good', 'damaged', 'short'], true)},
  receiverId TEXT REFERENCES staff (id),
  ${opt('receiverName', 700)},
  lostAt TEXT,
  ${ENTRY_TAIL},
  CHECK ((state = 'returned') = (returnedAt IS NOT NULL) OR state = 'voided'),
  CHECK ((state = 'lost') = (lostAt IS NOT NULL) OR state = 'voided'),
  -- S05: no key of a unit to a stranger to it without the owner's word, no worker without escort and both slips.
  CHECK (borrowerClass <> 'owner' OR confirmerId IS NOT NULL),
  CHECK (borrowerClass NOT IN ('agent', 'helper') OR (ownerAskedAt IS NOT NULL AND ownerAskedHow IS NOT NULL)),
  CHECK (borrowerClass <> 'worker' OR keyCategory <> 'entrusted' OR (escortName IS NOT NULL AND repairSlipNo IS NOT NULL AND permitNo IS NOT NULL))
) STRICT;
-- No key is out twice, whatever any program tries.
CREATE UNIQUE INDEX key_loans_one_out ON key_loans (keyId) WHERE state = 'out';
CREATE INDEX key_loans_out ON key_loans (state, dueAt, id);
CREATE INDEX key_loans_at ON key_loans (issuedAt, id);
CREATE INDEX key_loans_state ON key_loans (state, issuedAt, id);
CREATE INDEX key_loans_class ON key_loans (borrowerClass, issuedAt, id);
-- K16 of a month, from the index alone.
CREATE INDEX key_loans_due ON key_loans (dueOn, returnedOn, state);
CREATE INDEX key_loans_key ON key_loans (keyId, issuedAt);
CREATE INDEX key_loans_batch ON key_loans (batchId);
CREATE INDEX key_loans_unit ON key_loans (unitId, issuedAt) WHERE unitId IS NOT NULL;
CREATE INDEX key_loans_issuer ON key_loans (issuerId);
CREATE INDEX key_loans_receiver ON key_loans (receiverId) WHERE receiverId IS NOT NULL;
CREATE INDEX key_loans_confirmer ON key_loans (confirmerId) WHERE confirmerId IS NOT NULL;
CREATE INDEX key_loans_custodian ON key_loans (custodianId) WHERE custodianId IS NOT NULL;
CREATE INDEX key_loans_second ON key_loans (secondId) WHERE secondId IS NOT NULL;
CREATE INDEX key_loans_overnight ON key_loans (overnightById) WHERE overnightById IS NOT NULL;
CREATE INDEX key_loans_recorder ON key_loans (recorderId);

CREATE TABLE key_chases (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  loanId TEXT NOT NULL REFERENCES key_loans (id),
  ${oneOf('contact', ['owner', 'department'])},
  ${opt('contactName', 700)},
  ${opt('contactPhone', 80)},
  ${oneOf('how', ['phone', 'wechat', 'inPerson', 'written'])},
  at TEXT NOT NULL,
  ${txt('said', 3240)},
  promisedAt TEXT,
  ${opt('escalatedTo', 700)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 700)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed))
) STRICT;
CREATE INDEX key_chases_loan ON key_chases (loanId, at);
CREATE INDEX key_chases_recorder ON key_chases (recorderId);

CREATE TABLE key_unseals (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['opened', 'resealed', 'voided'])},
  version INTEGER NOT NULL,
  keyId TEXT NOT NULL REFERENCES keys (id),
  ${txt('keyNo', 360)},
  ${txt('keyName', 700)},
  openedAt TEXT NOT NULL,
  ${txt('reason', 3240)},
  ${opt('requesterName', 700)},
  ${opt('requesterDepartment', 700)},
  supervisorId TEXT NOT NULL REFERENCES staff (id),
  ${txt('supervisorName', 700)},
  agreedAt TEXT NOT NULL,
  ${txt('oldBagNo', 520)},
  oldBagIntact INTEGER NOT NULL CHECK (oldBagIntact IN (0, 1)),
  ${opt('oldBagNote', 3240)},
  nothingTaken INTEGER NOT NULL CHECK (nothingTaken IN (0, 1)),
  resealedAt TEXT,
  ${opt('newBagNo', 520)},
  sealer1Id TEXT REFERENCES staff (id),
  ${opt('sealer1Name', 700)},
  sealer2Id TEXT REFERENCES staff (id),
  ${opt('sealer2Name', 700)},
  ${ENTRY_TAIL},
  CHECK (supervisorId <> recorderId),
  CHECK (oldBagIntact = 1 OR oldBagNote IS NOT NULL),
  CHECK ((state = 'opened') = (resealedAt IS NULL)),
  CHECK (resealedAt IS NULL OR (newBagNo IS NOT NULL AND newBagNo <> oldBagNo AND sealer1Id IS NOT NULL AND sealer2Id IS NOT NULL AND sealer1Id <> sealer2Id))
) STRICT;
CREATE UNIQUE INDEX key_unseals_one_open ON key_unseals (keyId) WHERE state = 'opened';
CREATE INDEX key_unseals_at ON key_unseals (openedAt, id);
CREATE INDEX key_unseals_state ON key_unseals (state, openedAt, id);
CREATE INDEX key_unseals_key ON key_unseals (keyId, openedAt);
CREATE INDEX key_unseals_old_bag ON key_unseals (oldBagNo);
CREATE INDEX key_unseals_new_bag ON key_unseals (newBagNo) WHERE newBagNo IS NOT NULL;
CREATE INDEX key_unseals_supervisor ON key_unseals (supervisorId);
CREATE INDEX key_unseals_sealer1 ON key_unseals (sealer1Id) WHERE sealer1Id IS NOT NULL;
CREATE INDEX key_unseals_sealer2 ON key_unseals (sealer2Id) WHERE sealer2Id IS NOT NULL;
CREATE INDEX key_unseals_recorder ON key_unseals (recorderId);

CREATE TABLE key_unseal_goods (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  unsealId TEXT NOT NULL REFERENCES key_unseals (id),
  ${txt('name', 1000)},
  ${opt('spec', 1000)},
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  ${txt('use', 1320)},
  ${opt('takenByName', 700)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 700)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed))
) STRICT;
CREATE INDEX key_unseal_goods_unseal ON key_unseal_goods (unsealId, id);
CREATE INDEX key_unseal_goods_recorder ON key_unseal_goods (recorderId);

CREATE TABLE key_copies (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['applied', 'approved', 'refused', 'made', 'collected', 'voided'])},
  version INTEGER NOT NULL,
  keyId TEXT NOT NULL REFERENCES keys (id),
  ${txt('keyNo', 360)},
  ${txt('keyName', 700)},
  ${txt('keyCategory', 40)},
  appliedAt TEXT NOT NULL,
  applicantId TEXT NOT NULL REFERENCES staff (id),
  ${txt('applicantName', 700)},
  ${opt('applicantDepartment', 700)},
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  ${txt('reason', 3240)},
  ${opt('opinion', 3240)},
  decidedById TEXT REFERENCES staff (id),
  ${opt('decidedByName', 700)},
  decidedAt TEXT,
  ${opt('refusedReason', 3240)},
  ${opt('locksmith', 700)},
  costCents INTEGER CHECK (costCents >= 0),
  ${oneOf('bearer', BEARERS, true)},
  madeOn TEXT,
  newKeyNos TEXT CHECK (newKeyNos IS NULL OR json_valid(newKeyNos)),
  ${opt('collectedByName', 700)},
  collectedAt TEXT,
  ${ENTRY_TAIL},
  CHECK (keyCategory NOT IN ('office', 'locker')),
  CHECK (decidedById IS NULL OR decidedById <> applicantId),
  CHECK (state NOT IN ('approved', 'refused', 'made', 'collected') OR decidedById IS NOT NULL),
  CHECK (state NOT IN ('made', 'collected') OR (madeOn IS NOT NULL AND newKeyNos IS NOT NULL AND refusedReason IS NULL))
) STRICT;
CREATE INDEX key_copies_at ON key_copies (appliedAt, id);
CREATE INDEX key_copies_state ON key_copies (state, appliedAt, id);
CREATE INDEX key_copies_key ON key_copies (keyId, appliedAt);
CREATE INDEX key_copies_applicant ON key_copies (applicantId);
CREATE INDEX key_copies_decider ON key_copies (decidedById) WHERE decidedById IS NOT NULL;
CREATE INDEX key_copies_recorder ON key_copies (recorderId);

CREATE TABLE key_incidents (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'closed', 'found', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('kind', ['loss', 'damage', 'short'])},
  keyId TEXT NOT NULL REFERENCES keys (id),
  ${txt('keyNo', 360)},
  ${txt('keyName', 700)},
  unitId TEXT REFERENCES units (id),
  cabinetId TEXT NOT NULL REFERENCES cabinets (id),
  loanId TEXT REFERENCES key_loans (id),
  foundOutAt TEXT NOT NULL,
  ${opt('place', 1000)},
  ${txt('course', 4840)},
  ${opt('reporterName', 700)},
  ${opt('reporterPhone', 80)},
  superiorId TEXT REFERENCES staff (id),
  ${opt('superiorName', 700)},
  superiorAt TEXT,
  measures TEXT CHECK (measures IS NULL OR json_valid(measures)),
  ${opt('measureNote', 3240)},
  measuredAt TEXT,
  costCents INTEGER CHECK (costCents >= 0),
  ${oneOf('bearer', BEARERS, true)},
  ${opt('opinion', 3240)},
  ${oneOf('ending', ['retired', 'replaced', 'repaired'], true)},
  closedAt TEXT,
  closedById TEXT REFERENCES staff (id),
  ${opt('closedByName', 700)},
  foundAt TEXT,
  ${opt('foundPlace', 1000)},
  ${opt('foundByName', 700)},
  ${ENTRY_TAIL},
  -- L03: nothing closes that no superior has heard of.
  CHECK (state <> 'closed' OR (superiorAt IS NOT NULL AND measuredAt IS NOT NULL AND opinion IS NOT NULL)),
  CHECK ((state = 'found') = (foundAt IS NOT NULL) OR state = 'voided')
) STRICT;
CREATE INDEX key_incidents_at ON key_incidents (foundOutAt, id);
CREATE INDEX key_incidents_state ON key_incidents (state, foundOutAt, id);
CREATE INDEX key_incidents_key ON key_incidents (keyId, foundOutAt);
CREATE INDEX key_incidents_unit ON key_incidents (unitId, foundOutAt) WHERE unitId IS NOT NULL;
CREATE INDEX key_incidents_cabinet ON key_incidents (cabinetId, foundOutAt);
CREATE INDEX key_incidents_loan ON key_incidents (loanId) WHERE loanId IS NOT NULL;
CREATE INDEX key_incidents_superior ON key_incidents (superiorId) WHERE superiorId IS NOT NULL;
CREATE INDEX key_incidents_closer ON key_incidents (closedById) WHERE closedById IS NOT NULL;
CREATE INDEX key_incidents_recorder ON key_incidents (recorderId);
${guardsOf(JOURNALLED)}
`;
