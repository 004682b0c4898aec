import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** Keys, cabinets, mandates, weekly checks and transfers (S03, S04, S09, F07). */
export const name = '0030-keys';

export const JOURNALLED: Record<string, JournalledTable> = {
  cabinets: { register: 'cabinets', key: 'id', frozen: ['id', 'addedAt'] },
  keys: { register: 'keys', key: 'id', frozen: ENTRY_FROZEN },
  key_mandates: { register: 'keyMandates', key: 'id', frozen: [...ENTRY_FROZEN, 'unitId'] },
  key_checks: { register: 'keyChecks', key: 'id', frozen: [...ENTRY_FROZEN, 'week', 'cabinetIds'] },
  key_check_lines: {
    register: 'keyCheckLines',
    key: 'id',
    frozen: ['id', 'checkId', 'keyId', 'keyNo', 'cabinetId', 'hookNo', 'expected', 'expectedSealNo'],
  },
  key_transfers: { register: 'keyTransfers', key: 'id', frozen: ENTRY_FROZEN },
  key_transfer_lines: {
    register: 'keyTransferLines',
    key: 'id',
    frozen: ['id', 'transferId', 'keyId', 'keyNo', 'position'],
  },
};

export const sql = `
CREATE TABLE cabinets (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (octet_length(code) BETWEEN 1 AND 360),
  ${txt('name', 700)},
  ${txt('place', 1000)},
  hooks INTEGER NOT NULL CHECK (hooks BETWEEN 1 AND 1000),
  keeperId TEXT NOT NULL REFERENCES staff (id),
  ${txt('keeperName', 700)},
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  ${opt('note', 5000)},
  addedAt TEXT NOT NULL
) STRICT;
CREATE INDEX cabinets_keeper ON cabinets (keeperId);

CREATE TABLE key_mandates (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['active', 'renewed', 'withdrawn', 'voided'])},
  version INTEGER NOT NULL,
  unitId TEXT NOT NULL REFERENCES units (id),
  ownerId TEXT REFERENCES parties (id),
  ${opt('ownerName', 700)},
  ${opt('ownerPhone', 80)},
  ${opt('ownerDocument', 600)},
  ${txt('purpose', 2000)},
  keyList TEXT NOT NULL CHECK (json_valid(keyList)),
  pieces INTEGER NOT NULL CHECK (pieces >= 1),
  fromOn TEXT NOT NULL,
  toOn TEXT NOT NULL CHECK (toOn >= fromOn),
  ${opt('allowedPersons', 3300)},
  ${opt('meterWater', 500)},
  ${opt('meterPower', 500)},
  ${opt('meterGas', 500)},
  ${opt('contentsNote', 5000)},
  ${oneOf('signedHow', ['paper', 'pad'])},
  signedAt TEXT NOT NULL,
  receivedById TEXT NOT NULL REFERENCES staff (id),
  ${txt('receivedByName', 700)},
  receivedAt TEXT NOT NULL,
  renewals INTEGER NOT NULL CHECK (renewals >= 0),
  ${oneOf('renewedHow', ['paper', 'pad'], true)},
  renewedAt TEXT,
  ${opt('renewedByName', 700)},
  ${oneOf('withdrawnBy', ['owner', 'agent'], true)},
  withdrawnAt TEXT,
  ${opt('withdrawnByName', 700)},
  ${opt('withdrawnDocument', 600)},
  ${oneOf('withdrawnHow', ['paper', 'pad'], true)},
  ${opt('withdrawnNote', 4000)},
  piecesReturned INTEGER,
  identityById TEXT REFERENCES staff (id),
  ${opt('identityByName', 700)},
  verifiedAt TEXT,
  ${oneOf('verifiedHow', ['phone', 'message', 'inPerson'], true)},
  ${opt('verifiedWith', 700)},
  handedById TEXT REFERENCES staff (id),
  ${opt('handedByName', 700)},
  ${ENTRY_TAIL},
  CHECK ((state = 'withdrawn') = (withdrawnAt IS NOT NULL)),
  CHECK (withdrawnBy IS NULL OR (withdrawnBy = 'owner' AND identityById IS NOT NULL) OR (withdrawnBy = 'agent' AND verifiedAt IS NOT NULL))
) STRICT;
CREATE INDEX key_mandates_at ON key_mandates (receivedAt, id);
CREATE INDEX key_mandates_state ON key_mandates (state, receivedAt, id);
CREATE INDEX key_mandates_ending ON key_mandates (toOn, id) WHERE state IN ('active', 'renewed');
CREATE INDEX key_mandates_unit ON key_mandates (unitId, state);
CREATE INDEX key_mandates_owner ON key_mandates (ownerId) WHERE ownerId IS NOT NULL;
CREATE INDEX key_mandates_receiver ON key_mandates (receivedById);
CREATE INDEX key_mandates_identity ON key_mandates (identityById) WHERE identityById IS NOT NULL;
CREATE INDEX key_mandates_handed ON key_mandates (handedById) WHERE handedById IS NOT NULL;
CREATE INDEX key_mandates_recorder ON key_mandates (recorderId);

CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['inStock', 'sealed', 'out', 'lost', 'damaged', 'retired', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('keyNo', 360)},
  ${txt('label', 700)},
  ${oneOf('category', ['entrusted', 'office', 'storeroom', 'plant', 'vacant', 'spare', 'locker'])},
  ${oneOf('kind', ['single', 'set'])},
  pieces INTEGER NOT NULL CHECK (pieces >= 1),
  parts TEXT CHECK (parts IS NULL OR json_valid(parts)),
  piecesOut INTEGER NOT NULL CHECK (piecesOut BETWEEN 0 AND pieces),
  unitId TEXT REFERENCES units (id),
  ${opt('door', 1000)},
  ${opt('allowedArea', 1000)},
  cabinetId TEXT NOT NULL REFERENCES cabinets (id),
  hookNo INTEGER NOT NULL CHECK (hookNo >= 1),
  keeperId TEXT NOT NULL REFERENCES staff (id),
  ${txt('keeperName', 700)},
  ${oneOf('risk', ['normal', 'high', 'master'])},
  ${txt('source', 1000)},
  receivedOn TEXT NOT NULL,
  ${opt('sealBagNo', 520)},
  sealedAt TEXT,
  sealer1Id TEXT REFERENCES staff (id),
  ${opt('sealer1Name', 700)},
  sealer2Id TEXT REFERENCES staff (id),
  ${opt('sealer2Name', 700)},
  ${opt('sealReason', 2000)},
  mandateId TEXT REFERENCES key_mandates (id),
  ${opt('instructions', 5000)},
  exclusiveWithId TEXT REFERENCES keys (id),
  lockedOutWhileId TEXT REFERENCES keys (id),
  ${opt('retiredReason', 4000)},
  retiredAt TEXT,
  ${opt('retiredByName', 700)},
  ${ENTRY_TAIL},
  -- domain.md §4.4 rule 4: no bag without its number and two different sealers.
  CHECK (state <> 'sealed' OR (sealBagNo IS NOT NULL AND sealedAt IS NOT NULL AND sealer1Id IS NOT NULL AND sealer2Id IS NOT NULL AND sealer1Id <> sealer2Id))
) STRICT;
CREATE UNIQUE INDEX keys_number ON keys (keyNo) WHERE state <> 'voided';
CREATE UNIQUE INDEX keys_hook ON keys (cabinetId, hookNo) WHERE state NOT IN ('retired', 'voided');
CREATE UNIQUE INDEX keys_bag ON keys (sealBagNo) WHERE state = 'sealed';
CREATE INDEX keys_by_number ON keys (keyNo, id);
CREATE INDEX keys_state ON keys (state, keyNo, id);
CREATE INDEX keys_category ON keys (category, keyNo, id);
CREATE INDEX keys_cabinet ON keys (cabinetId, keyNo, id);
CREATE INDEX keys_unit ON keys (unitId) WHERE unitId IS NOT NULL;
CREATE INDEX keys_mandate ON keys (mandateId) WHERE mandateId IS NOT NULL;
CREATE INDEX keys_exclusive ON keys (exclusiveWithId) WHERE exclusiveWithId IS NOT NULL;
CREATE INDEX keys_locked_out ON keys (lockedOutWhileId) WHERE lockedOutWhileId IS NOT NULL;
CREATE INDEX keys_keeper ON keys (keeperId);
CREATE INDEX keys_sealer1 ON keys (sealer1Id) WHERE sealer1Id IS NOT NULL;
CREATE INDEX keys_sealer2 ON keys (sealer2Id) WHERE sealer2Id IS NOT NULL;
CREATE INDEX keys_recorder ON keys (recorderId);

CREATE TABLE key_checks (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'closed', 'voided'])},
  version INTEGER NOT NULL,
  week TEXT NOT NULL CHECK (octet_length(week) = 8),
  cabinetIds TEXT NOT NULL CHECK (json_valid(cabinetIds)),
  startedAt TEXT NOT NULL,
  ${opt('findings', 5000)},
  ${opt('measures', 5000)},
  ${opt('reportedTo', 700)},
  reportedAt TEXT,
  closedAt TEXT,
  closedById TEXT REFERENCES staff (id),
  ${opt('closedByName', 700)},
  signedById TEXT REFERENCES staff (id),
  ${opt('signedByName', 700)},
  signedAt TEXT,
  ${ENTRY_TAIL},
  CHECK ((state = 'closed') = (signedAt IS NOT NULL))
) STRICT;
CREATE INDEX key_checks_at ON key_checks (startedAt, id);
CREATE INDEX key_checks_state ON key_checks (state, startedAt, id);
CREATE INDEX key_checks_week ON key_checks (week, state);
CREATE INDEX key_checks_recorder ON key_checks (recorderId);
CREATE INDEX key_checks_closer ON key_checks (closedById) WHERE closedById IS NOT NULL;
CREATE INDEX key_checks_signer ON key_checks (signedById) WHERE signedById IS NOT NULL;

CREATE TABLE key_check_lines (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  checkId TEXT NOT NULL REFERENCES key_checks (id),
  keyId TEXT NOT NULL REFERENCES keys (id),
  ${txt('keyNo', 360)},
  cabinetId TEXT NOT NULL REFERENCES cabinets (id),
  hookNo INTEGER NOT NULL,
  ${oneOf('expected', ['inStock', 'sealed', 'out', 'lost', 'damaged', 'elsewhere'])},
  ${opt('expectedSealNo', 520)},
  ${opt('loanSerialNo', 80)},
  ${oneOf('counted', ['found', 'missing', 'extra', 'damaged'], true)},
  sealIntact INTEGER CHECK (sealIntact IN (0, 1)),
  labelRight INTEGER CHECK (labelRight IN (0, 1)),
  countedAt TEXT,
  ${opt('countedByName', 700)},
  ${opt('explanation', 4000)},
  ${opt('measure', 4000)}
) STRICT;
CREATE UNIQUE INDEX key_check_lines_key ON key_check_lines (checkId, keyId);
CREATE INDEX key_check_lines_cabinet ON key_check_lines (cabinetId);
CREATE INDEX key_check_lines_of_key ON key_check_lines (keyId);

CREATE TABLE key_transfers (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['open', 'done', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('fromParty', 1000)},
  ${txt('toParty', 1000)},
  ${txt('project', 1000)},
  plannedOn TEXT NOT NULL,
  fromId TEXT REFERENCES staff (id),
  toId TEXT REFERENCES staff (id),
  ${opt('fromName', 700)},
  ${opt('toName', 700)},
  ${oneOf('fromSignedHow', ['paper', 'pad'], true)},
  fromSignedAt TEXT,
  ${oneOf('toSignedHow', ['paper', 'pad'], true)},
  toSignedAt TEXT,
  supervisorId TEXT REFERENCES staff (id),
  ${opt('supervisorName', 700)},
  supervisorSignedAt TEXT,
  doneAt TEXT,
  ${ENTRY_TAIL},
  CHECK ((state = 'done') = (doneAt IS NOT NULL)),
  CHECK (doneAt IS NULL OR (fromSignedAt IS NOT NULL AND toSignedAt IS NOT NULL AND supervisorSignedAt IS NOT NULL))
) STRICT;
CREATE INDEX key_transfers_at ON key_transfers (plannedOn, id);
CREATE INDEX key_transfers_state ON key_transfers (state, plannedOn, id);
CREATE INDEX key_transfers_from ON key_transfers (fromId) WHERE fromId IS NOT NULL;
CREATE INDEX key_transfers_to ON key_transfers (toId) WHERE toId IS NOT NULL;
CREATE INDEX key_transfers_supervisor ON key_transfers (supervisorId) WHERE supervisorId IS NOT NULL;
CREATE INDEX key_transfers_recorder ON key_transfers (recorderId);

CREATE TABLE key_transfer_lines (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  transferId TEXT NOT NULL REFERENCES key_transfers (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  keyId TEXT NOT NULL REFERENCES keys (id),
  ${txt('keyNo', 360)},
  pieces INTEGER NOT NULL CHECK (pieces >= 0),
  ${oneOf('condition', ['good', 'damaged', 'short'])},
  ${opt('note', 4000)}
) STRICT;
CREATE UNIQUE INDEX key_transfer_lines_key ON key_transfer_lines (transferId, keyId);
CREATE INDEX key_transfer_lines_of_key ON key_transfer_lines (keyId);
${guardsOf(JOURNALLED)}
`;
