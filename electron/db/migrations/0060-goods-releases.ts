import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/**
 * S19 物品放行: applications (no number), slips (numbered when they are issued), lines of goods. An application and its
 * goods never change once a slip was issued from it; the slip points at it and is the only one that does.
 */
export const name = '0060-goods-releases';

export const JOURNALLED: Record<string, JournalledTable> = {
  release_requests: {
    register: 'releaseRequests',
    key: 'id',
    frozen: ['id', 'replacesId', 'recordedAt', 'recorderId', 'recorderName'],
  },
  goods_releases: {
    register: 'goodsReleases',
    key: 'id',
    frozen: [
      ...ENTRY_FROZEN,
      'requestId',
      'unitId',
      'validFrom',
      'validTo',
      'approverId',
      'approverName',
      'approvedAs',
    ],
  },
  goods_lines: { register: 'goodsLines', key: 'id', frozen: ['id', 'requestId', 'lineNo'] },
};

export const sql = `
CREATE TABLE release_requests (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  ${oneOf('state', ['requested', 'ownerConfirmed', 'pending', 'issued', 'withdrawn'])},
  unitId TEXT REFERENCES units (id),
  ${txt('unitName', 1000)},
  ${opt('ownerName', 800)},
  ${opt('handlerName', 800)},
  ${oneOf('handlerDocumentKind', ['idCard', 'passport', 'driverLicence', 'workPass', 'other'])},
  ${opt('handlerDocument', 120)},
  ${oneOf('relation', ['owner', 'tenant', 'agent', 'staff'])},
  ${oneOf('consentKind', ['mandate', 'call', 'declaration'], true)},
  ${opt('consentNo', 800)},
  ${opt('consentBy', 800)},
  ${opt('consentPhone', 80)},
  consentAt TEXT,
  ${opt('consentWords', 4000)},
  bulky INTEGER NOT NULL CHECK (bulky IN (0, 1)),
  ${oneOf('route', ['freightLift', 'stairs', 'garage', 'passengerLift', 'lobby'])},
  windowFrom TEXT,
  windowTo TEXT,
  ${opt('plate', 240)},
  ${opt('moverCompany', 1000)},
  ${oneOf('arrears', ['none', 'exists', 'unknown'])},
  ${opt('arrearsReason', 4000)},
  ${txt('summary', 36000)},
  pieces INTEGER NOT NULL CHECK (pieces >= 1),
  submittedAt TEXT,
  submittedById TEXT REFERENCES staff (id),
  ${opt('submittedByName', 400)},
  ${opt('sentBackReason', 4000)},
  ${opt('withdrawnReason', 4000)},
  withdrawnAt TEXT,
  ${opt('withdrawnByName', 400)},
  replacesId TEXT REFERENCES goods_releases (id),
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)},
  sealed TEXT NOT NULL CHECK (json_valid(sealed)),
  CHECK (NOT (bulky = 1 AND route IN ('passengerLift', 'lobby'))),
  CHECK (arrears <> 'exists' OR arrearsReason IS NOT NULL),
  CHECK (state NOT IN ('pending', 'issued') OR submittedById IS NOT NULL),
  CHECK (state NOT IN ('pending', 'issued') OR relation NOT IN ('tenant', 'agent') OR consentKind IS NOT NULL)
) STRICT;
CREATE INDEX release_requests_state ON release_requests (state, recordedAt, id);
CREATE INDEX release_requests_at ON release_requests (recordedAt, id);
CREATE INDEX release_requests_unit ON release_requests (unitId, recordedAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX release_requests_place ON release_requests (unitName, recordedAt, id);
CREATE INDEX release_requests_recorder ON release_requests (recorderId);
CREATE INDEX release_requests_submitter ON release_requests (submittedById) WHERE submittedById IS NOT NULL;
CREATE INDEX release_requests_replaces ON release_requests (replacesId) WHERE replacesId IS NOT NULL;

CREATE TABLE goods_releases (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['issued', 'atGate', 'mismatch', 'reissued', 'released', 'slipReturned', 'reconciled', 'voided'])},
  version INTEGER NOT NULL,
  requestId TEXT NOT NULL UNIQUE REFERENCES release_requests (id),
  unitId TEXT REFERENCES units (id),
  validFrom TEXT NOT NULL,
  validTo TEXT NOT NULL,
  approverId TEXT NOT NULL REFERENCES staff (id),
  ${txt('approverName', 400)},
  ${oneOf('approvedAs', ['deptManager', 'csSupervisor'])},
  gateAt TEXT,
  guardId TEXT REFERENCES staff (id),
  ${opt('guardName', 700)},
  ${opt('gatePost', 400)},
  ${oneOf('gateHow', ['screen', 'paper'], true)},
  releasedAt TEXT,
  mismatchAt TEXT,
  gateRecordedAt TEXT,
  ${opt('moverName', 800)},
  ${opt('moverDocument', 120)},
  ${opt('differences', 30000)},
  returnedAt TEXT,
  ${opt('returnedByName', 400)},
  ${opt('binder', 400)},
  ${opt('binderPage', 240)},
  reconciledAt TEXT,
  ${opt('reconciledByName', 400)},
  replacedById TEXT REFERENCES goods_releases (id),
  ${ENTRY_TAIL},
  CHECK (validTo > validFrom),
  CHECK (approverId <> recorderId),
  CHECK (guardId IS NULL OR guardId <> approverId),
  CHECK (releasedAt IS NULL OR (releasedAt >= validFrom AND releasedAt <= validTo)),
  CHECK (state NOT IN ('released', 'slipReturned', 'reconciled') OR releasedAt IS NOT NULL)
) STRICT;
CREATE INDEX goods_releases_at ON goods_releases (recordedAt, id);
CREATE INDEX goods_releases_state ON goods_releases (state, recordedAt, id);
CREATE INDEX goods_releases_unit ON goods_releases (unitId, recordedAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX goods_releases_recorder ON goods_releases (recorderId);
CREATE INDEX goods_releases_approver ON goods_releases (approverId);
CREATE INDEX goods_releases_guard ON goods_releases (guardId) WHERE guardId IS NOT NULL;
CREATE INDEX goods_releases_replaced ON goods_releases (replacedById) WHERE replacedById IS NOT NULL;

CREATE TABLE goods_lines (
  id TEXT PRIMARY KEY,
  requestId TEXT NOT NULL REFERENCES release_requests (id),
  version INTEGER NOT NULL,
  lineNo INTEGER NOT NULL CHECK (lineNo >= 1),
  ${txt('name', 700)},
  ${opt('spec', 1000)},
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  ${txt('unit', 140)},
  ${opt('remark', 1000)},
  struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
  counted INTEGER CHECK (counted IS NULL OR counted >= 0),
  ${opt('gateRemark', 1000)}
) STRICT;
CREATE UNIQUE INDEX goods_lines_place ON goods_lines (requestId, lineNo);
-- Names written before, newest first, for suggestions; ids grow with time.
CREATE INDEX goods_lines_name ON goods_lines (id, name, spec, unit) WHERE struck = 0;
${guardsOf(JOURNALLED)}
`;
