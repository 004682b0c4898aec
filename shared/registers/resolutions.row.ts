import { z } from 'zod';
import { strike } from './found-items.row';

/** S84 决议: what a meeting resolved: what, who, by when, and what came of it (F96). Chased until it is done. */
export const RESOLUTION_STATES = ['open', 'done', 'dropped', 'voided'] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];
export const RESOLUTION_NEXT: Record<ResolutionState, readonly ResolutionState[]> = {
  open: ['done', 'dropped', 'voided'],
  /** Found not to be done after all. */
  done: ['open', 'voided'],
  dropped: ['voided'],
  voided: [],
};

export const RESOLUTION_PERSONAL = ['matter', 'result'] as const;
export const RESOLUTION_CORRECTABLE = ['matter', 'dueOn', 'note'] as const;
export type ResolutionCorrectable = (typeof RESOLUTION_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const n = z.number().int();

export const resolution = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(RESOLUTION_STATES),
  version: n,
  meetingId: s,
  /** Its place in the minutes. */
  lineNo: n,
  /** Null: erased. */
  matter: maybe,
  ownerId: s,
  ownerName: s,
  dueOn: s,
  doneAt: maybe,
  doneByName: maybe,
  result: maybe,
  droppedReason: maybe,
  droppedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Resolution = z.infer<typeof resolution>;

export const resolutionLine = resolution.extend({
  meetingNo: s,
  overdue: z.boolean(),
  copies: n,
  strikes: z.array(strike),
});
export type ResolutionLine = z.infer<typeof resolutionLine>;
