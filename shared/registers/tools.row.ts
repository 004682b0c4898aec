import { z } from 'zod';
import { strike } from './found-items.row';

/** S18 便民工具与对讲机: the things the desk lends, each with a number of its own, as read from the database. */
export const TOOL_KINDS = ['tool', 'radio'] as const;
export type ToolKind = (typeof TOOL_KINDS)[number];

export const TOOL_STATES = ['in', 'out', 'repair', 'lost', 'retired', 'voided'] as const;
export type ToolState = (typeof TOOL_STATES)[number];

/** State chart (desk-practice.md §2.6). Out and back are the loans' acts; a lost one that turns up is in again. */
export const TOOL_NEXT: Record<ToolState, readonly ToolState[]> = {
  in: ['out', 'repair', 'lost', 'retired', 'voided'],
  out: ['in', 'repair', 'lost'],
  repair: ['in', 'retired'],
  lost: ['in', 'repair', 'retired'],
  retired: [],
  voided: [],
};
/** Somebody counts them at the change of shift: here, or known to be out. */
export const TOOL_COUNTED: readonly ToolState[] = ['in', 'out'];

/** Fields a correction may touch. */
export const TOOL_CORRECTABLE = [
  'toolNo',
  'name',
  'keepPlace',
  'lendDays',
  'depositCents',
  'condition',
  'note',
] as const;
export type ToolCorrectable = (typeof TOOL_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const tool = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(TOOL_STATES),
  version: z.number().int(),
  /** Number painted on the thing; no two live ones share one. */
  toolNo: s,
  name: s,
  kind: z.enum(TOOL_KINDS),
  keepPlace: maybe,
  /** How long it is lent: 0 back on the same day, 2 for an umbrella. */
  lendDays: z.number().int(),
  /** Deposit residents leave for it, in fen; 0: free. */
  depositCents: z.number().int(),
  /** What is to be known of it now: 充电器缺, 伞骨弯. */
  condition: maybe,
  repairReason: maybe,
  retiredReason: maybe,
  changedAt: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Tool = z.infer<typeof tool>;

/** A line of the inventory: the tool and who has it. */
export const toolLine = tool.extend({
  /** Out: the open loan's id, its number, who has it, when it is due. */
  loanId: maybe,
  loanNo: maybe,
  borrowerName: maybe,
  dueAt: maybe,
  /** Out, and it should be back. */
  overdue: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type ToolLine = z.infer<typeof toolLine>;
