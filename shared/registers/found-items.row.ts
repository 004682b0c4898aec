import { z } from 'zod';

/**
 * The found-item entry (S01 捡拾物品登记), as read from the database and as printed on F01–F04.
 * States are those of domain.md §5; every other "state" (overdue, due for disposal, waiting) is computed.
 */
export const FOUND_ITEM_STATES = [
  'registered',
  'notified',
  'handedToPartyA',
  'claimed',
  'toPolice',
  'disposed',
  'archived',
  'voided',
] as const;
export type FoundItemState = (typeof FOUND_ITEM_STATES)[number];

/** State chart: which states may follow. Operations check it; nothing else changes a state. */
export const FOUND_ITEM_NEXT: Record<FoundItemState, readonly FoundItemState[]> = {
  registered: ['notified', 'handedToPartyA', 'claimed', 'toPolice', 'disposed', 'voided'],
  notified: ['handedToPartyA', 'claimed', 'toPolice', 'disposed', 'voided'],
  handedToPartyA: ['archived', 'voided'],
  claimed: ['archived', 'voided'],
  toPolice: ['archived', 'voided'],
  disposed: ['archived', 'voided'],
  /** A filed line is never edited: the manager voids it and a new one is written (domain.md §4.3). */
  archived: ['voided'],
  voided: [],
};
/** The item is still in the office's hands. */
export const FOUND_ITEM_OPEN: readonly FoundItemState[] = ['registered', 'notified'];
/** The four outcomes of S01, in the order the documents prefer them. */
export const FOUND_ITEM_OUTCOMES = ['handedToPartyA', 'claimed', 'toPolice', 'disposed'] as const;
export type FoundItemOutcome = (typeof FOUND_ITEM_OUTCOMES)[number];

/** How the second quantity confirmer stood by (L05): PIN, named witness on paper, or still to sign (待补签). */
export const CONFIRM_HOWS = ['pin', 'witness', 'pending'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const FOUND_ITEM_PERSONAL = [
  'finderName',
  'finderPhone',
  'verifyFeatures',
  'collectorName',
  'collectorDocument',
  'claimantName',
  'claimantPhone',
  'claimantDocument',
] as const;

/** Fields that a correction may touch: what the recorder wrote down, never what an operation proved. */
export const FOUND_ITEM_CORRECTABLE = [
  'category',
  'name',
  'quantity',
  /** As JSON text of the count; the quantity follows it. */
  'cash',
  'publicFeatures',
  'verifyFeatures',
  'foundPlace',
  'foundAt',
  'finderName',
  'finderDepartment',
  'finderPhone',
  'storagePlace',
  'bagNo',
  'note',
  'partyAContact',
  'claimantUnit',
  'policeStation',
  'policeReceiptNo',
  'disposalManner',
] as const;
export type FoundItemCorrectable = (typeof FOUND_ITEM_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1);

/** One strike-through on a line: drawn on screen and paper as old value struck, new value, name and time. */
export const strike = z.object({
  field: s,
  old: maybe,
  new: maybe,
  reason: s,
  by: s,
  at: s,
});
export type Strike = z.infer<typeof strike>;

/** The full entry. Phones and documents are masked unless the reader unmasked them (a journal event). */
export const foundItem = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(FOUND_ITEM_STATES),
  version: z.number().int(),
  category: s,
  name: s,
  quantity: z.number().int(),
  publicFeatures: maybe,
  verifyFeatures: maybe,
  /** `{ "10000": 3 }` pieces by denomination in fen, as JSON text; only for the cash category. */
  cash: maybe,
  valuable: flag,
  bagNo: maybe,
  foundPlace: s,
  /** When it was found (occurredAt of the shared spine). */
  foundAt: s,
  finderName: maybe,
  finderDepartment: maybe,
  finderPhone: maybe,
  receivedById: s,
  receivedByName: s,
  receivedAt: s,
  confirmer1Id: maybe,
  confirmer1Name: s,
  confirmer2Id: maybe,
  confirmer2Name: maybe,
  confirmer2How: z.enum(CONFIRM_HOWS),
  confirmedAt: maybe,
  countersignedById: maybe,
  countersignedByName: maybe,
  countersignedAt: maybe,
  storagePlace: s,
  partyAContact: maybe,
  partyANotifiedAt: maybe,
  partyANotifiedHow: maybe,
  noticePostedAt: maybe,
  noticeHow: maybe,
  outcome: z.enum(FOUND_ITEM_OUTCOMES).nullable(),
  closedAt: maybe,
  closedById: maybe,
  closedByName: maybe,
  collectorName: maybe,
  collectorDocument: maybe,
  claimantName: maybe,
  claimantPhone: maybe,
  claimantDocument: maybe,
  claimantDocumentKind: maybe,
  claimantUnit: maybe,
  claimStatement: maybe,
  claimLostWhere: maybe,
  claimMatch: maybe,
  claimWitness: maybe,
  claimFeeCents: z.number().int().nullable(),
  policeStation: maybe,
  policeOfficer: maybe,
  policeBadgeNo: maybe,
  policeReceiptNo: maybe,
  disposalManner: maybe,
  disposalReason: maybe,
  approvedById: maybe,
  approvedByName: maybe,
  archivedAt: maybe,
  archivedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  /** Attachment names (SHA-256), as JSON text array. */
  photos: maybe,
  lostReportId: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type FoundItem = z.infer<typeof foundItem>;

/** A line of the register: the entry plus what is computed for it. */
export const foundItemLine = foundItem.extend({
  /** Typed more than `limits.lateEntryMinutes` after it happened: 补录 with both times. */
  late: z.boolean(),
  /** Day from which the policy of its category asks for disposal; null when it is closed or the policy has none. */
  disposalDueOn: maybe,
  /** Times printed on any form. */
  copies: z.number().int(),
  /** Number of the linked lost report. */
  lostSerialNo: maybe,
  strikes: z.array(strike),
});
export type FoundItemLine = z.infer<typeof foundItemLine>;
