import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S17 托管物品: what somebody leaves at the desk until it is collected, as read from the database and as printed on F24.
 * Overdue, due today and waiting for a decision are computed from the agreed day, never stored.
 */
export const CUSTODY_KINDS = [
  'parcel',
  'bag',
  'documents',
  'clothing',
  'household',
  'equipment',
  'other',
] as const;
/** What the desk never takes (S17): the form offers them, the door says why not. */
export const CUSTODY_FORBIDDEN = ['cash', 'valuables', 'dangerous', 'perishable'] as const;

export const CUSTODY_STATES = ['kept', 'partlyTaken', 'collected', 'decided', 'voided'] as const;
export type CustodyState = (typeof CUSTODY_STATES)[number];

/** State chart (desk-practice.md §2.6). Part by part until nothing is left; `decided` is the manager's word on what nobody fetches. */
export const CUSTODY_NEXT: Record<CustodyState, readonly CustodyState[]> = {
  kept: ['partlyTaken', 'collected', 'decided', 'voided'],
  partlyTaken: ['partlyTaken', 'collected', 'decided', 'voided'],
  collected: ['voided'],
  decided: ['voided'],
  voided: [],
};
/** Still with the desk. */
export const CUSTODY_OPEN: readonly CustodyState[] = ['kept', 'partlyTaken'];
/** So many days after it was told and still not fetched, the manager decides. */
export const CUSTODY_DECIDE_DAYS = 14;

/** What the collector showed; the number is never kept beyond its last four characters. */
export const CUSTODY_DOCUMENTS = ['idCard', 'ownerCard', 'workCard', 'driversLicence', 'other'] as const;
/** How the depositor agreed to somebody the line does not name. */
export const CUSTODY_WORDS = ['phone', 'message', 'written', 'inPerson'] as const;
/** How the depositor was told to fetch it. */
export const CUSTODY_NOTICES = ['phone', 'message', 'inPerson', 'letter'] as const;
export const CUSTODY_DECISIONS = ['sentHome', 'toPolice', 'disposed'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const CUSTODY_PERSONAL = [
  'depositorName',
  'depositorPhone',
  'collectorNames',
  'takerName',
  'takerDocument',
] as const;

/** Fields a correction may touch: what the keeper wrote down. */
export const CUSTODY_CORRECTABLE = [
  'tagNo',
  'depositorName',
  'depositorPhone',
  'itemName',
  'quantity',
  'features',
  'valueNote',
  'keptAt',
  'dueOn',
  'collectorNames',
  'storagePlace',
  'note',
] as const;
export type CustodyCorrectable = (typeof CUSTODY_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const custodyItem = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(CUSTODY_STATES),
  version: z.number().int(),
  /** Number of the office's own tag (储物牌); null: the printed tag bears the line's number. No two kept items share one. */
  tagNo: maybe,
  unitId: maybe,
  /** Null once erased. */
  depositorName: maybe,
  depositorPhone: maybe,
  kind: z.enum(CUSTODY_KINDS),
  itemName: s,
  quantity: z.number().int(),
  /** 特征/包装. */
  features: maybe,
  /** What the depositor says it is worth, in words: the desk vouches for nothing. */
  valueNote: maybe,
  /** The depositor declared that nothing forbidden is inside; always 1. */
  declared: z.number().int(),
  keptAt: s,
  /** 约定取件日: last day it is kept without asking. */
  dueOn: s,
  /** 约定取件人: who may fetch it besides the depositor. */
  collectorNames: maybe,
  storagePlace: s,
  /** Pieces handed out so far. */
  takenQuantity: z.number().int(),
  /** The last handing out; earlier ones stand in the story. */
  takenAt: maybe,
  takerName: maybe,
  takerDocumentKind: z.enum(CUSTODY_DOCUMENTS).nullable(),
  /** Last four characters; null: shown, nothing written down. */
  takerDocument: maybe,
  depositorWord: z.enum(CUSTODY_WORDS).nullable(),
  handedByName: maybe,
  noticedAt: maybe,
  noticeHow: z.enum(CUSTODY_NOTICES).nullable(),
  noticedByName: maybe,
  decision: z.enum(CUSTODY_DECISIONS).nullable(),
  decisionNote: maybe,
  decidedAt: maybe,
  decidedByName: maybe,
  /** Who was there when it left the desk by decision. */
  decisionWitnessName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type CustodyItem = z.infer<typeof custodyItem>;

/** A line of the book: the item and what is computed for it. */
export const custodyItemLine = custodyItem.extend({
  unitCode: maybe,
  /** With the desk, and the agreed day is over. */
  overdue: z.boolean(),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type CustodyItemLine = z.infer<typeof custodyItemLine>;
