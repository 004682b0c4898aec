import { z } from 'zod';
import { JOB_KINDS } from './business.setting';
import { strike } from './found-items.row';

/** S21 打字复印传真等商务工作: a line of F28, as read from the database and as printed. */
export const OFFICE_JOB_STATES = ['taken', 'charged', 'paid', 'voided'] as const;
export type OfficeJobState = (typeof OFFICE_JOB_STATES)[number];

/** State chart: done and paid, or charged to somebody's account and paid later. */
export const OFFICE_JOB_NEXT: Record<OfficeJobState, readonly OfficeJobState[]> = {
  taken: ['charged', 'paid', 'voided'],
  charged: ['paid', 'voided'],
  paid: ['voided'],
  voided: [],
};
export const PAY_WAYS = ['cash', 'mobile', 'transfer'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const OFFICE_JOB_PERSONAL = ['customerName', 'customerPhone', 'documentTitle'] as const;

/** Fields a correction may touch; pages, copies and colour bring the amount along. */
export const OFFICE_JOB_CORRECTABLE = [
  'customerName',
  'customerPhone',
  'documentTitle',
  'originalPages',
  'copies',
  'faxNo',
  'takenAt',
  'note',
] as const;
export type OfficeJobCorrectable = (typeof OFFICE_JOB_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const whole = z.number().int();

export const officeJob = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(OFFICE_JOB_STATES),
  version: whole,
  takenAt: s,
  /** Customer or department; null once erased. */
  customerName: maybe,
  customerPhone: maybe,
  unitId: maybe,
  kind: z.enum(JOB_KINDS),
  /** What the customer brought; of a confidential job only for whoever may see it. */
  documentTitle: maybe,
  confidential: whole.min(0).max(1),
  originalPages: whole,
  copies: whole,
  colour: whole.min(0).max(1),
  faxNo: maybe,
  faxSent: whole.min(0).max(1).nullable(),
  /** Price of its day, and what follows from it: fen. */
  unitCents: whole,
  amountCents: whole,
  chargedTo: maybe,
  payWay: z.enum(PAY_WAYS).nullable(),
  receiptNo: maybe,
  settledAt: maybe,
  settledByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type OfficeJob = z.infer<typeof officeJob>;

/** A line of the book. */
export const officeJobLine = officeJob.extend({
  unitCode: maybe,
  /** The title is there and this reader may not see it. */
  titleHidden: z.boolean(),
  late: z.boolean(),
  copiesPrinted: whole,
  strikes: z.array(strike),
});
export type OfficeJobLine = z.infer<typeof officeJobLine>;
