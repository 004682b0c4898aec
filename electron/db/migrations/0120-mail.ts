import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt } from './pieces';

/** S16 邮件、包裹收发: what came in and what goes out, from its coming to its leaving. */
export const name = '0120-mail';

export const JOURNALLED: Record<string, JournalledTable> = {
  mail_items: { register: 'mailItems', key: 'id', frozen: [...ENTRY_FROZEN, 'direction', 'atGate'] },
};

/** What erasure looks for: items that are gone and still name somebody. */
export const TO_ERASE =
  "state NOT IN ('arrived', 'shelved', 'notified', 'toSend') AND coalesce(addresseeName, addresseePhone, senderName, courierName, reachedName, takerName, takerIdTail, destination) IS NOT NULL";

const flag = (column: string): string => `${column} INTEGER NOT NULL CHECK (${column} IN (0, 1))`;

export const sql = `
CREATE TABLE mail_items (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['arrived', 'shelved', 'notified', 'collected', 'proxied', 'unsigned', 'returned', 'forwarded', 'lost', 'toSend', 'sent', 'withdrawn', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('direction', ['in', 'out'])},
  ${oneOf('kind', ['express', 'parcel', 'letter', 'registered', 'ems', 'remittance', 'newspaper'])},
  ${opt('carrier', 520)},
  ${opt('trackingNo', 1000)},
  unitId TEXT REFERENCES units (id),
  ${opt('department', 680)},
  ${opt('addresseeName', 680)},
  ${opt('addresseePhone', 80)},
  ${opt('senderName', 1000)},
  ${opt('destination', 1960)},
  pieces INTEGER NOT NULL CHECK (pieces BETWEEN 1 AND 999),
  ${opt('damage', 3240)},
  ${opt('courierName', 680)},
  ${flag('perishable')},
  ${flag('valuable')},
  ${flag('cod')},
  ${flag('atGate')},
  receivedAt TEXT NOT NULL,
  ${opt('shelf', 360)},
  sortedAt TEXT,
  ${opt('sortedByName', 400)},
  notices INTEGER NOT NULL CHECK (notices >= 0),
  notifiedAt TEXT,
  ${oneOf('notifiedHow', ['phone', 'message', 'slip', 'intercom', 'inPerson'], true)},
  ${opt('notifiedByName', 400)},
  ${opt('reachedName', 680)},
  closedAt TEXT,
  ${opt('closedByName', 400)},
  ${oneOf('closure', ['signed', 'staffConfirmed', 'staffResolved'], true)},
  ${opt('takerName', 680)},
  ${oneOf('takerRelation', ['self', 'family', 'colleague', 'housekeeper', 'neighbour', 'other'], true)},
  ${opt('takerIdTail', 120)},
  ${oneOf('returnReason', ['unclaimed', 'refused', 'unknown', 'wrongPlace'], true)},
  ${opt('closeNote', 4840)},
  batchId TEXT,
  ${ENTRY_TAIL},
  CHECK (direction = 'in' OR state IN ('toSend', 'sent', 'withdrawn', 'voided')),
  CHECK (direction = 'out' OR state NOT IN ('toSend', 'sent', 'withdrawn')),
  CHECK (state IN ('voided') OR (closedAt IS NULL) = (state IN ('arrived', 'shelved', 'notified', 'toSend'))),
  CHECK (state NOT IN ('shelved', 'notified') OR shelf IS NOT NULL),
  CHECK (state <> 'notified' OR (notifiedAt IS NOT NULL AND notifiedHow IS NOT NULL)),
  CHECK (state NOT IN ('collected', 'proxied') OR (closure = 'signed' AND batchId IS NOT NULL)),
  CHECK (state <> 'unsigned' OR closure IN ('staffConfirmed', 'staffResolved')),
  CHECK (state <> 'returned' OR returnReason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX mail_items_tracking_open ON mail_items (trackingNo)
  WHERE direction = 'in' AND state IN ('arrived', 'shelved', 'notified') AND trackingNo IS NOT NULL;
CREATE INDEX mail_items_tracking ON mail_items (trackingNo, receivedAt) WHERE trackingNo IS NOT NULL;
CREATE INDEX mail_items_kept ON mail_items (receivedAt, id) WHERE ${TO_ERASE};
CREATE INDEX mail_items_at ON mail_items (receivedAt, id);
CREATE INDEX mail_items_state ON mail_items (state, receivedAt, id);
CREATE INDEX mail_items_unit ON mail_items (unitId, receivedAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX mail_items_department ON mail_items (department) WHERE department IS NOT NULL;
CREATE INDEX mail_items_shelf ON mail_items (shelf) WHERE state IN ('shelved', 'notified');
CREATE INDEX mail_items_batch ON mail_items (batchId) WHERE batchId IS NOT NULL;
CREATE INDEX mail_items_recorder ON mail_items (recorderId);
${guardsOf(JOURNALLED)}
`;
