import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S17 托管物品, S18 便民工具与对讲机, S20 搬家登记. */
export const name = '0130-custody';

export const JOURNALLED: Record<string, JournalledTable> = {
  custody_items: { register: 'custodyItems', key: 'id', frozen: [...ENTRY_FROZEN, 'kind', 'declared'] },
  tools: { register: 'tools', key: 'id', frozen: [...ENTRY_FROZEN, 'kind'] },
  tool_loans: { register: 'toolLoans', key: 'id', frozen: [...ENTRY_FROZEN, 'toolId', 'borrowerClass'] },
  move_notices: { register: 'moveNotices', key: 'id', frozen: [...ENTRY_FROZEN, 'unitId', 'direction'] },
};

export const sql = `
CREATE TABLE custody_items (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['kept', 'partlyTaken', 'collected', 'decided', 'voided'])},
  version INTEGER NOT NULL,
  ${opt('tagNo', 360)},
  unitId TEXT REFERENCES units (id),
  ${opt('depositorName', 680)},
  ${opt('depositorPhone', 80)},
  ${oneOf('kind', ['parcel', 'bag', 'documents', 'clothing', 'household', 'equipment', 'other'])},
  ${txt('itemName', 1000)},
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  ${opt('features', 1960)},
  ${opt('valueNote', 1000)},
  declared INTEGER NOT NULL CHECK (declared = 1),
  keptAt TEXT NOT NULL,
  dueOn TEXT NOT NULL,
  ${opt('collectorNames', 1320)},
  ${txt('storagePlace', 680)},
  takenQuantity INTEGER NOT NULL CHECK (takenQuantity BETWEEN 0 AND quantity),
  takenAt TEXT,
  ${opt('takerName', 680)},
  ${oneOf('takerDocumentKind', ['idCard', 'ownerCard', 'workCard', 'driversLicence', 'other'], true)},
  ${opt('takerDocument', 104)},
  ${oneOf('depositorWord', ['phone', 'message', 'written', 'inPerson'], true)},
  ${opt('handedByName', 400)},
  noticedAt TEXT,
  ${oneOf('noticeHow', ['phone', 'message', 'inPerson', 'letter'], true)},
  ${opt('noticedByName', 400)},
  ${oneOf('decision', ['sentHome', 'toPolice', 'disposed'], true)},
  ${opt('decisionNote', 3240)},
  decidedAt TEXT,
  ${opt('decidedByName', 400)},
  ${opt('decisionWitnessName', 400)},
  ${ENTRY_TAIL},
  CHECK (state <> 'collected' OR takenQuantity = quantity),
  CHECK (state <> 'decided' OR decision IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX custody_items_tag ON custody_items (tagNo) WHERE tagNo IS NOT NULL AND state IN ('kept', 'partlyTaken');
CREATE INDEX custody_items_at ON custody_items (keptAt, id);
CREATE INDEX custody_items_state ON custody_items (state, keptAt, id);
CREATE INDEX custody_items_unit ON custody_items (unitId, keptAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX custody_items_recorder ON custody_items (recorderId);

CREATE TABLE tools (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['in', 'out', 'repair', 'lost', 'retired', 'voided'])},
  version INTEGER NOT NULL,
  ${txt('toolNo', 360)},
  ${txt('name', 680)},
  ${oneOf('kind', ['tool', 'radio'])},
  ${opt('keepPlace', 680)},
  lendDays INTEGER NOT NULL CHECK (lendDays BETWEEN 0 AND 365),
  depositCents INTEGER NOT NULL CHECK (depositCents >= 0),
  ${opt('condition', 1320)},
  ${opt('repairReason', 3240)},
  ${opt('retiredReason', 3240)},
  changedAt TEXT,
  ${opt('voidReason', 4000)},
  voidedAt TEXT,
  ${opt('voidedByName', 400)},
  ${opt('note', 6000)},
  recordedAt TEXT NOT NULL,
  recorderId TEXT NOT NULL REFERENCES staff (id),
  ${txt('recorderName', 400)}
) STRICT;
CREATE UNIQUE INDEX tools_no ON tools (toolNo) WHERE state NOT IN ('retired', 'voided');
CREATE INDEX tools_list ON tools (toolNo, id);
CREATE INDEX tools_state ON tools (state, toolNo, id);
CREATE INDEX tools_recorder ON tools (recorderId);

CREATE TABLE tool_loans (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['out', 'returned', 'damaged', 'lost', 'settled', 'voided'])},
  version INTEGER NOT NULL,
  toolId TEXT NOT NULL REFERENCES tools (id),
  ${txt('toolNo', 360)},
  ${txt('toolName', 680)},
  ${oneOf('toolKind', ['tool', 'radio'])},
  ${oneOf('borrowerClass', ['resident', 'staff'])},
  ${opt('borrowerName', 680)},
  ${opt('borrowerPhone', 80)},
  unitId TEXT REFERENCES units (id),
  ${oneOf('identity', ['ownerCard', 'idCard', 'workCard', 'known'])},
  issuedAt TEXT NOT NULL,
  dueAt TEXT NOT NULL,
  ${txt('conditionOut', 1320)},
  depositCents INTEGER NOT NULL CHECK (depositCents >= 0),
  ${opt('depositReceiptNo', 520)},
  returnedAt TEXT,
  ${opt('returnerName', 680)},
  ${opt('damageNote', 3240)},
  depositBackCents INTEGER CHECK (depositBackCents >= 0),
  ${opt('depositReason', 3240)},
  ${opt('refundReceiptNo', 520)},
  receiverId TEXT REFERENCES staff (id),
  ${opt('receiverName', 400)},
  lostAt TEXT,
  ${oneOf('outcome', ['compensated', 'writtenOff'], true)},
  outcomeCents INTEGER CHECK (outcomeCents >= 0),
  ${opt('outcomeReceiptNo', 520)},
  settledAt TEXT,
  ${opt('settledByName', 400)},
  ${ENTRY_TAIL},
  CHECK (dueAt >= issuedAt),
  CHECK (depositBackCents IS NULL OR depositBackCents <= depositCents),
  CHECK (state NOT IN ('returned', 'damaged') OR returnedAt IS NOT NULL),
  CHECK (toolKind <> 'radio' OR borrowerClass = 'staff'),
  CHECK (borrowerClass <> 'resident' OR unitId IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX tool_loans_open ON tool_loans (toolId) WHERE state = 'out';
CREATE INDEX tool_loans_tool ON tool_loans (toolId, issuedAt, id);
CREATE INDEX tool_loans_at ON tool_loans (issuedAt, id);
CREATE INDEX tool_loans_state ON tool_loans (state, issuedAt, id);
CREATE INDEX tool_loans_unit ON tool_loans (unitId, issuedAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX tool_loans_receiver ON tool_loans (receiverId) WHERE receiverId IS NOT NULL;
CREATE INDEX tool_loans_recorder ON tool_loans (recorderId);

CREATE TABLE move_notices (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['announced', 'done', 'cancelled', 'voided'])},
  version INTEGER NOT NULL,
  unitId TEXT NOT NULL REFERENCES units (id),
  ${oneOf('direction', ['in', 'out'])},
  announcedAt TEXT NOT NULL,
  ${opt('contactName', 680)},
  ${opt('contactPhone', 80)},
  moveOn TEXT NOT NULL,
  ${opt('lift', 360)},
  fromTime TEXT NOT NULL,
  toTime TEXT NOT NULL,
  ${opt('moverCompany', 1000)},
  ${opt('plate', 280)},
  releaseRequestId TEXT REFERENCES release_requests (id),
  ${opt('stewardName', 680)},
  stewardToldAt TEXT,
  ${opt('gateName', 680)},
  gateToldAt TEXT,
  ${opt('liftName', 680)},
  liftToldAt TEXT,
  doneAt TEXT,
  ${opt('doneByName', 400)},
  ${opt('cancelReason', 3240)},
  cancelledAt TEXT,
  ${opt('cancelledByName', 400)},
  ${ENTRY_TAIL},
  CHECK (toTime > fromTime)
) STRICT;
CREATE INDEX move_notices_at ON move_notices (moveOn, id);
CREATE INDEX move_notices_state ON move_notices (state, moveOn, id);
CREATE INDEX move_notices_lift ON move_notices (lift, moveOn) WHERE lift IS NOT NULL AND state IN ('announced', 'done');
CREATE INDEX move_notices_unit ON move_notices (unitId, moveOn, id);
CREATE INDEX move_notices_release ON move_notices (releaseRequestId) WHERE releaseRequestId IS NOT NULL;
CREATE INDEX move_notices_recorder ON move_notices (recorderId);
${['INSERT', 'UPDATE']
  .map(
    (verb) => `CREATE TRIGGER move_notices_lift_${verb.toLowerCase()} BEFORE ${verb} ON move_notices
WHEN NEW.lift IS NOT NULL AND NEW.state IN ('announced', 'done') AND EXISTS (
  SELECT 1 FROM move_notices AS other WHERE other.lift = NEW.lift AND other.moveOn = NEW.moveOn AND other.id <> NEW.id
    AND other.state IN ('announced', 'done') AND other.fromTime < NEW.toTime AND NEW.fromTime < other.toTime)
BEGIN SELECT RAISE(ABORT, 'move_notices: the lift is booked for these hours'); END;`,
  )
  .join('\n')}
${guardsOf(JOURNALLED)}
`;
