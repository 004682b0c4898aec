import { z } from 'zod';
import { strike } from './found-items.row';
import { TOOL_KINDS } from './tools.row';

/**
 * A line of F25 便民工具借用登记表 (S18), as read from the database and as printed. Overdue and due today are computed from
 * `dueAt`, never stored.
 */
export const TOOL_LOAN_STATES = ['out', 'returned', 'damaged', 'lost', 'settled', 'voided'] as const;
export type ToolLoanState = (typeof TOOL_LOAN_STATES)[number];

/** State chart (desk-practice.md §2.6). `returned → out` is the undo of a scan made by mistake, as with keys. */
export const TOOL_LOAN_NEXT: Record<ToolLoanState, readonly ToolLoanState[]> = {
  out: ['returned', 'damaged', 'lost', 'voided'],
  returned: ['out', 'voided'],
  /** Came back broken: paid for, or written off. */
  damaged: ['settled', 'voided'],
  /** Gone: turns up after all, or is paid for or written off. */
  lost: ['returned', 'damaged', 'settled', 'voided'],
  settled: ['voided'],
  voided: [],
};

export const TOOL_BORROWERS = ['resident', 'staff'] as const;
/** A real rule of the trade (domain.md F25): contractors bring their own. The form offers them, the door says why not. */
export const TOOL_NO_BORROWERS = ['contractor'] as const;
/** What the borrower showed: owners' cards are shown (F25). */
export const TOOL_IDENTITIES = ['ownerCard', 'idCard', 'workCard', 'known'] as const;
export const TOOL_OUTCOMES = ['compensated', 'writtenOff'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests (architecture.md §4). */
export const TOOL_LOAN_PERSONAL = ['borrowerName', 'borrowerPhone', 'returnerName'] as const;

/** Fields a correction may touch: what the lender wrote down. */
export const TOOL_LOAN_CORRECTABLE = [
  'borrowerName',
  'borrowerPhone',
  'issuedAt',
  'dueAt',
  'conditionOut',
  'depositCents',
  'depositReceiptNo',
  'note',
] as const;
export type ToolLoanCorrectable = (typeof TOOL_LOAN_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const cents = z.number().int();

export const toolLoan = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(TOOL_LOAN_STATES),
  version: z.number().int(),
  toolId: s,
  /** Number, name and kind as they were when it was lent. */
  toolNo: s,
  toolName: s,
  toolKind: z.enum(TOOL_KINDS),
  borrowerClass: z.enum(TOOL_BORROWERS),
  /** Null once erased. */
  borrowerName: maybe,
  borrowerPhone: maybe,
  unitId: maybe,
  identity: z.enum(TOOL_IDENTITIES),
  issuedAt: s,
  dueAt: s,
  conditionOut: s,
  depositCents: cents,
  depositReceiptNo: maybe,
  returnedAt: maybe,
  returnerName: maybe,
  /** What was broken or missing when it came back. */
  damageNote: maybe,
  depositBackCents: cents.nullable(),
  /** Why less than the deposit was paid back. */
  depositReason: maybe,
  refundReceiptNo: maybe,
  receiverId: maybe,
  receiverName: maybe,
  lostAt: maybe,
  outcome: z.enum(TOOL_OUTCOMES).nullable(),
  outcomeCents: cents.nullable(),
  outcomeReceiptNo: maybe,
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
export type ToolLoan = z.infer<typeof toolLoan>;

/** A line of the book: the loan and what is computed for it. */
export const toolLoanLine = toolLoan.extend({
  unitCode: maybe,
  /** Out, and it should be back. */
  overdue: z.boolean(),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type ToolLoanLine = z.infer<typeof toolLoanLine>;
