import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S16 邮件、包裹收发: what came for somebody of the site and what somebody gave the desk to send, as read from the database and
 * as printed on F22. How long an item waits, and whether that is too long, is computed, never stored.
 */
export const MAIL_DIRECTIONS = ['in', 'out'] as const;
export type MailDirection = (typeof MAIL_DIRECTIONS)[number];

/** 快递, 包裹, 平信, 挂号, EMS, 汇款单, 报刊. */
export const MAIL_KINDS = [
  'express',
  'parcel',
  'letter',
  'registered',
  'ems',
  'remittance',
  'newspaper',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
/** Kinds that never come without a number. */
export const TRACKED_KINDS: readonly MailKind[] = ['express', 'parcel', 'registered', 'ems'];
/** Kinds that are notified first. */
export const IMPORTANT_KINDS: readonly MailKind[] = ['registered', 'ems', 'remittance'];
/** Kinds that go from hand to hand only: never left without a signature, to a proxy only on a document. */
export const SIGNED_KINDS: readonly MailKind[] = ['registered', 'remittance'];

/**
 * `arrived`: here, at the gate or not matched to anybody yet. Ends say what really happened: taken by the addressee, by
 * somebody for them, left without a signature, back to the sender, sent on, lost. Out-going items wait for their carrier.
 */
export const MAIL_STATES = [
  'arrived',
  'shelved',
  'notified',
  'collected',
  'proxied',
  'unsigned',
  'returned',
  'forwarded',
  'lost',
  'toSend',
  'sent',
  'withdrawn',
  'voided',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

const ENDS = ['collected', 'proxied', 'unsigned', 'returned', 'forwarded', 'lost', 'voided'] as const;

/** State chart. What was handed to the wrong person and brought back, or was found again, stands on its shelf again. */
export const MAIL_NEXT: Record<MailState, readonly MailState[]> = {
  arrived: ['shelved', ...ENDS],
  shelved: ['notified', ...ENDS],
  /** A new addressee has not been told yet. */
  notified: ['shelved', ...ENDS],
  collected: ['shelved', 'voided'],
  proxied: ['shelved', 'voided'],
  unsigned: ['shelved', 'voided'],
  returned: ['voided'],
  forwarded: ['voided'],
  lost: ['shelved', 'voided'],
  toSend: ['sent', 'withdrawn', 'voided'],
  sent: ['voided'],
  withdrawn: ['voided'],
  voided: [],
};
/** In the office's hands, waiting for somebody of the site. */
export const MAIL_WAITING: readonly MailState[] = ['arrived', 'shelved', 'notified'];

/** How the addressee was told. */
export const NOTICE_HOWS = ['phone', 'message', 'slip', 'intercom', 'inPerson'] as const;
/** How the collector stands to the addressee; everybody but `self` is a proxy. */
export const COLLECTOR_RELATIONS = [
  'self',
  'family',
  'colleague',
  'housekeeper',
  'neighbour',
  'other',
] as const;
/** How sure the end is: signed by the taker, seen by us, or only said by somebody. */
export const MAIL_CLOSURES = ['signed', 'staffConfirmed', 'staffResolved'] as const;
/** Why an item goes back: waited too long, refused, nobody of that name here, not for this site. */
export const RETURN_REASONS = ['unclaimed', 'refused', 'unknown', 'wrongPlace'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const MAIL_ITEM_PERSONAL = [
  'addresseeName',
  'addresseePhone',
  'senderName',
  'courierName',
  'reachedName',
  'takerName',
  'takerIdTail',
  'destination',
] as const;

/** Fields that a correction may touch. Unit, department and shelf change by sorting anew, not by correction. */
export const MAIL_ITEM_CORRECTABLE = [
  'kind',
  'carrier',
  'trackingNo',
  'addresseeName',
  'addresseePhone',
  'senderName',
  'pieces',
  'damage',
  'courierName',
  'receivedAt',
  'takerName',
  'destination',
  'note',
] as const;
export type MailItemCorrectable = (typeof MAIL_ITEM_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1);

export const mailItem = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(MAIL_STATES),
  version: z.number().int(),
  direction: z.enum(MAIL_DIRECTIONS),
  kind: z.enum(MAIL_KINDS),
  carrier: maybe,
  /** The carrier's number, in capitals without blanks. */
  trackingNo: maybe,
  unitId: maybe,
  /** A department of the office or the site, where no unit fits. */
  department: maybe,
  addresseeName: maybe,
  addresseePhone: maybe,
  senderName: maybe,
  /** Where an out-going item goes, or where an item was sent on to. */
  destination: maybe,
  pieces: z.number().int(),
  /** What was broken or torn when it came. */
  damage: maybe,
  /** Who of the carrier brought it, and witnessed the damage. */
  courierName: maybe,
  perishable: flag,
  valuable: flag,
  /** To be paid for on collection (到付). */
  cod: flag,
  /** Taken in at the gate, which passes it to the office the same day. */
  atGate: flag,
  receivedAt: s,
  shelf: maybe,
  sortedAt: maybe,
  sortedByName: maybe,
  notices: z.number().int(),
  notifiedAt: maybe,
  notifiedHow: z.enum(NOTICE_HOWS).nullable(),
  notifiedByName: maybe,
  reachedName: maybe,
  /** When it left the office's hands. */
  closedAt: maybe,
  closedByName: maybe,
  closure: z.enum(MAIL_CLOSURES).nullable(),
  /** Who took it: collector, courier, finder of a door. */
  takerName: maybe,
  takerRelation: z.enum(COLLECTOR_RELATIONS).nullable(),
  /** Last four characters of the document a proxy showed. */
  takerIdTail: maybe,
  returnReason: z.enum(RETURN_REASONS).nullable(),
  closeNote: maybe,
  /** Items collected with one signature share it. */
  batchId: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type MailItem = z.infer<typeof mailItem>;

/** A line of the register: the item and what is computed for it. */
export const mailItemLine = mailItem.extend({
  unitCode: maybe,
  /** Whole days from its coming to its leaving, or to today. */
  days: z.number().int(),
  important: z.boolean(),
  /** Shelved, and nobody was told within the hours of the setting. */
  notifyLate: z.boolean(),
  waitingLong: z.boolean(),
  /** Kept as long as the office keeps things: it may go back. */
  holdOver: z.boolean(),
  /** Last day it is kept, as the slip says it. */
  holdUntilOn: s,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type MailItemLine = z.infer<typeof mailItemLine>;
