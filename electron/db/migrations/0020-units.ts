import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S33 房产台账, S34 住户档案, S38 车辆与车位: units and everybody and everything that belongs to them. */
export const name = '0020-units';

export const JOURNALLED: Record<string, JournalledTable> = {
  areas: { register: 'areas', key: 'id', frozen: ['id'] },
  units: { register: 'units', key: 'id', frozen: ENTRY_FROZEN },
  unit_documents: { register: 'unitDocuments', key: 'id', frozen: ['id', 'unitId', 'document'] },
  parties: { register: 'parties', key: 'id', frozen: ENTRY_FROZEN },
  occupancies: { register: 'occupancies', key: 'id', frozen: ['id', 'unitId', 'partyId'] },
  party_members: { register: 'partyMembers', key: 'id', frozen: ['id', 'partyId'] },
  parking_spaces: { register: 'parkingSpaces', key: 'id', frozen: ['id'] },
  vehicles: { register: 'vehicles', key: 'id', frozen: ['id', 'partyId'] },
};

const SEALED = 'sealed TEXT NOT NULL CHECK (json_valid(sealed))';
const GENDER = oneOf('gender', ['male', 'female'], true);

export const sql = `
CREATE TABLE areas (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${txt('name', 680)},
  stewardId TEXT REFERENCES staff (id),
  ${opt('stewardName', 400)},
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  ${opt('note', 6000)}
) STRICT;
CREATE UNIQUE INDEX areas_name ON areas (name) WHERE active = 1;
CREATE INDEX areas_steward ON areas (stewardId) WHERE stewardId IS NOT NULL;

CREATE TABLE units (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['active', 'retired', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('code', 700)},
  ${txt('codeKey', 700)},
  ${txt('codeSort', 2000)},
  areaId TEXT REFERENCES areas (id),
  ${txt('building', 400)},
  ${opt('entrance', 400)},
  ${opt('floor', 400)},
  ${txt('unitNo', 400)},
  ${opt('name', 1000)},
  ${oneOf('use', ['residence', 'office', 'shop', 'storage', 'parking', 'public', 'other'])},
  ${oneOf('occupancyState', ['unsold', 'soldNotHanded', 'vacant', 'fitOut', 'occupied', 'let', 'movedOut'])},
  occupancySince TEXT,
  ${opt('deskInstructions', 5000)},
  ${opt('structure', 700)},
  ${opt('layout', 700)},
  ${opt('orientation', 400)},
  builtAreaHundredthsM2 INTEGER CHECK (builtAreaHundredthsM2 > 0),
  usableAreaHundredthsM2 INTEGER CHECK (usableAreaHundredthsM2 > 0),
  handedOverOn TEXT,
  stewardId TEXT REFERENCES staff (id),
  ${opt('stewardName', 400)},
  meters TEXT CHECK (meters IS NULL OR (json_valid(meters) AND octet_length(meters) <= 4000)),
  ${ENTRY_TAIL}
) STRICT;
CREATE UNIQUE INDEX units_code ON units (code) WHERE state <> 'voided';
CREATE INDEX units_sort ON units (codeSort, id);
CREATE INDEX units_state ON units (state, codeSort, id);
CREATE INDEX units_occupancy ON units (occupancyState, codeSort, id);
CREATE INDEX units_key ON units (codeKey);
CREATE INDEX units_no ON units (unitNo);
CREATE INDEX units_area ON units (areaId) WHERE areaId IS NOT NULL;
CREATE INDEX units_steward ON units (stewardId) WHERE stewardId IS NOT NULL;
CREATE INDEX units_recorder ON units (recorderId);

CREATE TABLE unit_documents (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['onFile', 'withdrawn'])},
  unitId TEXT NOT NULL REFERENCES units (id),
  ${txt('document', 80)},
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
  filedOn TEXT NOT NULL,
  ${txt('filedByName', 400)},
  ${opt('note', 6000)},
  UNIQUE (unitId, document)
) STRICT;

CREATE TABLE parties (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['active', 'inactive', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('kind', ['person', 'company'])},
  ${opt('name', 1000)},
  ${GENDER},
  bornOn TEXT,
  ${oneOf('documentKind', ['idCard', 'passport', 'residencePermit', 'businessLicence', 'other'], true)},
  ${opt('document', 600)},
  ${opt('phone', 80)},
  ${opt('otherPhone', 80)},
  ${opt('email', 1700)},
  ${opt('address', 2000)},
  ${opt('employer', 1400)},
  ${opt('businessScope', 3300)},
  ${opt('businessKind', 700)},
  ${opt('personInCharge', 700)},
  staffCount INTEGER CHECK (staffCount >= 0),
  ${opt('pets', 1700)},
  ${oneOf('channel', ['phone', 'message', 'email', 'letter', 'inPerson'], true)},
  ${opt('externalNo', 700)},
  vip INTEGER NOT NULL CHECK (vip IN (0, 1)),
  ${ENTRY_TAIL}
) STRICT;
CREATE INDEX parties_at ON parties (recordedAt, id);
CREATE INDEX parties_state ON parties (state, recordedAt, id);
CREATE INDEX parties_recorder ON parties (recorderId);
CREATE INDEX parties_external ON parties (externalNo) WHERE externalNo IS NOT NULL;
CREATE INDEX parties_vip ON parties (recordedAt, id) WHERE vip = 1;

CREATE TABLE occupancies (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['current', 'ended', 'voided'])},
  unitId TEXT NOT NULL REFERENCES units (id),
  partyId TEXT NOT NULL REFERENCES parties (id),
  ${oneOf('role', ['owner', 'tenant', 'merchant', 'occupant'])},
  fromOn TEXT,
  leaseUntilOn TEXT,
  toOn TEXT,
  people INTEGER CHECK (people BETWEEN 1 AND 9999),
  ${opt('note', 6000)}
) STRICT;
CREATE UNIQUE INDEX occupancies_current ON occupancies (unitId, partyId, role) WHERE state = 'current';
CREATE INDEX occupancies_unit ON occupancies (unitId, state, fromOn);
CREATE INDEX occupancies_party ON occupancies (partyId, state);
CREATE INDEX occupancies_lease ON occupancies (leaseUntilOn) WHERE state = 'current' AND leaseUntilOn IS NOT NULL;

CREATE TABLE party_members (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['active', 'left'])},
  partyId TEXT NOT NULL REFERENCES parties (id),
  ${oneOf('kind', ['family', 'staff', 'emergency'])},
  ${opt('name', 700)},
  ${opt('relation', 400)},
  ${GENDER},
  bornOn TEXT,
  ${opt('document', 600)},
  ${opt('phone', 80)},
  ${SEALED}
) STRICT;
CREATE INDEX party_members_party ON party_members (partyId);

CREATE TABLE parking_spaces (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['free', 'assigned', 'retired'])},
  no TEXT NOT NULL UNIQUE CHECK (octet_length(no) BETWEEN 1 AND 400),
  ${oneOf('kind', ['owned', 'rented', 'visitor', 'temporary'])},
  ${opt('place', 700)},
  unitId TEXT REFERENCES units (id),
  partyId TEXT REFERENCES parties (id),
  fromOn TEXT,
  untilOn TEXT,
  monthlyFeeCents INTEGER CHECK (monthlyFeeCents >= 0),
  ${opt('note', 6000)}
) STRICT;
CREATE INDEX parking_spaces_unit ON parking_spaces (unitId) WHERE unitId IS NOT NULL;
CREATE INDEX parking_spaces_party ON parking_spaces (partyId) WHERE partyId IS NOT NULL;

CREATE TABLE vehicles (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['active', 'left'])},
  partyId TEXT NOT NULL REFERENCES parties (id),
  unitId TEXT REFERENCES units (id),
  spaceId TEXT REFERENCES parking_spaces (id),
  ${opt('plate', 280)},
  ${opt('brand', 400)},
  ${opt('model', 400)},
  ${opt('colour', 400)},
  ${SEALED}
) STRICT;
CREATE UNIQUE INDEX vehicles_plate ON vehicles (plate) WHERE state = 'active' AND plate IS NOT NULL;
CREATE INDEX vehicles_party ON vehicles (partyId);
CREATE INDEX vehicles_unit ON vehicles (unitId) WHERE unitId IS NOT NULL;
CREATE INDEX vehicles_space ON vehicles (spaceId) WHERE spaceId IS NOT NULL;
${guardsOf(JOURNALLED)}
`;
