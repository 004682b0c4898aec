import { z } from 'zod';
import { strike } from './found-items.row';
import { BORROWER_CLASSES } from './key-loans.rules';

/**
 * A line of the key log (S05 钥匙领用与归还, F09), as read from the database and as printed on F09, F10 and F12.
 * Overdue, due today and chasing are computed from `dueAt` and the chases, never stored.
 */
export const KEY_LOAN_STATES = ['out', 'returned', 'lost', 'voided'] as const;
export type KeyLoanState = (typeof KEY_LOAN_STATES)[number];

/** State chart. `returned → out` is the undo of a scan made by mistake, within a minute and by the same person only. */
export const KEY_LOAN_NEXT: Record<KeyLoanState, readonly KeyLoanState[]> = {
  out: ['returned', 'lost', 'voided'],
  returned: ['out', 'voided'],
  /** A lost key that turns up is an act of its incident (F14); out again only when the incident itself was a mistake. */
  lost: ['out', 'voided'],
  voided: [],
};

/** How a key came back (S05): 完好, 损坏, 短少 (pieces of a set are missing). */
export const RETURN_CONDITIONS = ['good', 'damaged', 'short'] as const;
export type ReturnCondition = (typeof RETURN_CONDITIONS)[number];

/** How the owner was asked (S05): 电话, 书面, 当面. */
export const ASKED_HOWS = ['phone', 'written', 'inPerson'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const KEY_LOAN_PERSONAL = [
  'borrowerName',
  'borrowerPhone',
  'borrowerDocument',
  'ownerAskedName',
  'ownerAskedPhone',
  'returnedByName',
] as const;

/** Fields a correction may touch: what the issuer wrote down, never what an operation proved. */
export const KEY_LOAN_CORRECTABLE = [
  'borrowerName',
  'borrowerPhone',
  'borrowerDocument',
  'borrowerOrg',
  'staffNo',
  'purpose',
  'repairSlipNo',
  'permitNo',
  'issuedAt',
  'returnedByName',
  'note',
] as const;
export type KeyLoanCorrectable = (typeof KEY_LOAN_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const whole = z.number().int();

/** The full entry. Phones and documents are masked unless the reader unmasked them (a journal event). */
export const keyLoan = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(KEY_LOAN_STATES),
  version: whole,
  /** First loan of the act it was issued in: keys issued together print on one slip (F10). */
  batchId: s,
  keyId: s,
  /** Number, name and category of the key as they were when it left: the log does not change with the inventory. */
  keyNo: s,
  keyName: s,
  keyCategory: s,
  unitId: maybe,
  /** Pieces (把) that left, and of these how many are back. */
  pieces: whole,
  piecesReturned: whole,
  /** Which parts of a set left, in words; null: the whole key. */
  parts: maybe,
  borrowerClass: z.enum(BORROWER_CLASSES),
  borrowerName: maybe,
  borrowerPhone: maybe,
  /** Last four characters of the document that was seen. */
  borrowerDocument: maybe,
  borrowerOrg: maybe,
  staffNo: maybe,
  purpose: s,
  /** Steward or supervisor who confirmed that this is the owner. */
  confirmerId: maybe,
  confirmerName: maybe,
  ownerAskedName: maybe,
  ownerAskedPhone: maybe,
  ownerAskedAt: maybe,
  ownerAskedHow: z.enum(ASKED_HOWS).nullable(),
  /** Engineering employee who goes along (S05). */
  escortName: maybe,
  repairSlipNo: maybe,
  permitNo: maybe,
  /** How a cleaner's or an outsider's identity was checked. */
  identityHow: maybe,
  custodianId: maybe,
  custodianName: maybe,
  /** Second person by PIN: master keys, sealed keys. */
  secondId: maybe,
  secondName: maybe,
  /** Supervisor who let it stay out over midnight. */
  overnightById: maybe,
  overnightByName: maybe,
  issuedAt: s,
  issuerId: s,
  issuerName: s,
  dueAt: s,
  /** Day of `dueAt` on the office's wall: the day's figures of F09 and K16 count by it. */
  dueOn: s,
  extendedAt: maybe,
  extendedByName: maybe,
  extendReason: maybe,
  returnedAt: maybe,
  returnedOn: maybe,
  returnedByName: maybe,
  returnCondition: z.enum(RETURN_CONDITIONS).nullable(),
  receiverId: maybe,
  receiverName: maybe,
  lostAt: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyLoan = z.infer<typeof keyLoan>;

/** One call to get a key back (S07): the owner of an owner's loan, else the unit or department the borrower belongs to. */
export const CHASE_CONTACTS = ['owner', 'department'] as const;
export const CHASE_HOWS = ['phone', 'wechat', 'inPerson', 'written'] as const;
export const keyChase = z.object({
  id: s,
  version: whole,
  loanId: s,
  contact: z.enum(CHASE_CONTACTS),
  contactName: maybe,
  contactPhone: maybe,
  how: z.enum(CHASE_HOWS),
  at: s,
  said: s,
  promisedAt: maybe,
  escalatedTo: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyChase = z.infer<typeof keyChase>;
export const KEY_CHASE_PERSONAL = ['contactName', 'contactPhone'] as const;

/** A line of the log: the entry plus what is computed for it. */
export const keyLoanLine = keyLoan.extend({
  unitCode: maybe,
  /** Out and past its due time. */
  overdue: z.boolean(),
  /** Out and due on the office's day of reading. */
  dueToday: z.boolean(),
  /** Whole days since the day it was due; 0 while it is not overdue or overdue of today. */
  overdueDays: whole,
  /** Calls made for it (S07), oldest first. */
  chases: z.array(keyChase),
  late: z.boolean(),
  copies: whole,
  strikes: z.array(strike),
});
export type KeyLoanLine = z.infer<typeof keyLoanLine>;
