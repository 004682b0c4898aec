import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S32 证卡办理: owner cards, door cards, passes, vehicle passes, as read from the database and as printed on F40. Whether a
 * card has run out, runs out soon or should have come back is computed, never stored.
 */
export const CARD_KINDS = ['ownerCard', 'doorCard', 'pass', 'vehiclePass'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** How the holder stands to the unit. */
export const CARD_RELATIONS = ['owner', 'family', 'tenant', 'merchant', 'staff', 'worker', 'other'] as const;
export type CardRelation = (typeof CARD_RELATIONS)[number];

export const ACCESS_CARD_STATES = ['issued', 'lost', 'returned', 'archived', 'voided'] as const;
export type CardState = (typeof ACCESS_CARD_STATES)[number];

/** State chart. A lost card may turn up again (`issued`), or be handed in after it was replaced (`returned`). */
export const ACCESS_CARD_NEXT: Record<CardState, readonly CardState[]> = {
  issued: ['lost', 'returned', 'voided'],
  lost: ['issued', 'returned', 'voided'],
  returned: ['archived', 'voided'],
  /** Collected and filed (S32): from here only the manager voids. */
  archived: ['voided'],
  voided: [],
};
/** The card is not in the office's hands, and its number is taken. */
export const CARD_OUT: readonly CardState[] = ['issued', 'lost'];

/** What became of the deposit: paid back in full, paid back less something, or moved to the card that replaced it. */
export const DEPOSIT_OUTCOMES = ['repaid', 'partly', 'kept', 'carried'] as const;

/** Kinds that belong to a unit, whoever holds them. */
export const UNIT_KINDS: readonly CardKind[] = ['ownerCard', 'doorCard'];
/** People without a unit of their own. */
export const OUTSIDE_RELATIONS: readonly CardRelation[] = ['staff', 'worker', 'other'];
/** Kinds that always run out some day. */
export const DATED_KINDS: readonly CardKind[] = ['pass', 'vehiclePass'];
/** So many days before its last day a card "runs out soon". */
export const CARD_EXPIRING_DAYS = 30;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const ACCESS_CARD_PERSONAL = [
  'holderName',
  'holderPhone',
  'plate',
  'returnerName',
  'lossReporterName',
] as const;

/** Fields that a correction may touch: what the recorder wrote down. A card of the wrong unit is voided and written anew. */
export const ACCESS_CARD_CORRECTABLE = [
  'cardNo',
  'holderName',
  'holderPhone',
  'relation',
  'plate',
  'issuedAt',
  'validFromOn',
  'validToOn',
  'feeCents',
  'depositCents',
  'receiptNo',
  'note',
] as const;
export type AccessCardCorrectable = (typeof ACCESS_CARD_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const cents = z.number().int();

export const accessCard = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(ACCESS_CARD_STATES),
  version: z.number().int(),
  kind: z.enum(CARD_KINDS),
  /** Number on the card itself; no two cards that are out share one. */
  cardNo: s,
  unitId: maybe,
  /** The household or firm in the archive; its moving out calls the card back. */
  partyId: maybe,
  /** Name as signed for; null once erased. */
  holderName: maybe,
  holderPhone: maybe,
  relation: z.enum(CARD_RELATIONS),
  /** Vehicle passes. */
  plate: maybe,
  issuedAt: s,
  validFromOn: s,
  /** Last day it is valid; null: no end. */
  validToOn: maybe,
  feeCents: cents,
  depositCents: cents,
  receiptNo: maybe,
  depositOutcome: z.enum(DEPOSIT_OUTCOMES).nullable(),
  depositBackCents: cents.nullable(),
  /** Why less than the deposit was paid back. */
  depositReason: maybe,
  refundReceiptNo: maybe,
  returnedAt: maybe,
  returnerName: maybe,
  returnCondition: z.enum(['good', 'damaged']).nullable(),
  takenBackByName: maybe,
  lostAt: maybe,
  lossReporterName: maybe,
  /** When the card was blocked in the door or gate system. */
  blockedAt: maybe,
  blockedByName: maybe,
  recoveredAt: maybe,
  replacesId: maybe,
  replacedById: maybe,
  archivedAt: maybe,
  archivedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type AccessCard = z.infer<typeof accessCard>;

/** A line of the register: the card and what is computed for it. */
export const accessCardLine = accessCard.extend({
  unitCode: maybe,
  /** Out, and its last day is over. */
  expired: z.boolean(),
  /** Out, and its last day comes within `CARD_EXPIRING_DAYS`. */
  expiring: z.boolean(),
  /** Out, and the household it was issued to no longer lives in the unit. */
  movedOut: z.boolean(),
  /** Number of the card it took the place of, and of the one that took its place. */
  replacesNo: maybe,
  replacedByNo: maybe,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type AccessCardLine = z.infer<typeof accessCardLine>;
