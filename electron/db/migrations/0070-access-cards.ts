import { ENTRY_FROZEN, ENTRY_TAIL, guardsOf, type JournalledTable, oneOf, opt, txt } from './pieces';

/** S32 证卡办理: owner cards, door cards, passes and vehicle passes, from their issue to the file. */
export const name = '0070-access-cards';

export const JOURNALLED: Record<string, JournalledTable> = {
  access_cards: { register: 'accessCards', key: 'id', frozen: [...ENTRY_FROZEN, 'kind', 'replacesId'] },
};

export const sql = `
CREATE TABLE access_cards (
  id TEXT PRIMARY KEY,
  serialNo TEXT NOT NULL UNIQUE,
  scanCode TEXT NOT NULL,
  ${oneOf('state', ['issued', 'lost', 'returned', 'archived', 'voided'])},
  version INTEGER NOT NULL,
  ${oneOf('kind', ['ownerCard', 'doorCard', 'pass', 'vehiclePass'])},
  ${txt('cardNo', 520)},
  unitId TEXT REFERENCES units (id),
  partyId TEXT REFERENCES parties (id),
  ${opt('holderName', 680)},
  ${opt('holderPhone', 80)},
  ${oneOf('relation', ['owner', 'family', 'tenant', 'merchant', 'staff', 'worker', 'other'])},
  ${opt('plate', 280)},
  issuedAt TEXT NOT NULL,
  validFromOn TEXT NOT NULL,
  validToOn TEXT,
  feeCents INTEGER NOT NULL CHECK (feeCents >= 0),
  depositCents INTEGER NOT NULL CHECK (depositCents >= 0),
  ${opt('receiptNo', 520)},
  ${oneOf('depositOutcome', ['repaid', 'partly', 'kept', 'carried'], true)},
  depositBackCents INTEGER CHECK (depositBackCents >= 0),
  ${opt('depositReason', 3240)},
  ${opt('refundReceiptNo', 520)},
  returnedAt TEXT,
  ${opt('returnerName', 680)},
  ${oneOf('returnCondition', ['good', 'damaged'], true)},
  ${opt('takenBackByName', 400)},
  lostAt TEXT,
  ${opt('lossReporterName', 680)},
  blockedAt TEXT,
  ${opt('blockedByName', 400)},
  recoveredAt TEXT,
  replacesId TEXT REFERENCES access_cards (id),
  replacedById TEXT REFERENCES access_cards (id),
  archivedAt TEXT,
  ${opt('archivedByName', 400)},
  ${ENTRY_TAIL},
  CHECK (validToOn IS NULL OR validToOn >= validFromOn),
  CHECK (depositBackCents IS NULL OR depositBackCents <= depositCents),
  CHECK (state NOT IN ('returned', 'archived') OR returnedAt IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX access_cards_no ON access_cards (cardNo) WHERE state IN ('issued', 'lost');
CREATE INDEX access_cards_at ON access_cards (issuedAt, id);
CREATE INDEX access_cards_state ON access_cards (state, issuedAt, id);
CREATE INDEX access_cards_end ON access_cards (validToOn) WHERE state = 'issued' AND validToOn IS NOT NULL;
CREATE INDEX access_cards_block ON access_cards (issuedAt, id) WHERE state = 'lost' AND blockedAt IS NULL;
CREATE INDEX access_cards_unit ON access_cards (unitId, issuedAt, id) WHERE unitId IS NOT NULL;
CREATE INDEX access_cards_party ON access_cards (partyId) WHERE partyId IS NOT NULL;
CREATE INDEX access_cards_recorder ON access_cards (recorderId);
CREATE UNIQUE INDEX access_cards_replaces ON access_cards (replacesId) WHERE replacesId IS NOT NULL AND state <> 'voided';
CREATE INDEX access_cards_replaced ON access_cards (replacedById) WHERE replacedById IS NOT NULL;
${guardsOf(JOURNALLED)}
`;
