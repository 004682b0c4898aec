import { z } from 'zod';
import { strike } from './found-items.row';

/** A typed line of a duty log (S14, F20): 时间 | 事项 | 处理情况 | 结果 | 记录人. */

/** 事项, 重要事件, 电话, 巡查签到, 灯光/门开关. */
export const DUTY_LINE_KINDS = ['event', 'big', 'call', 'round', 'switch'] as const;
export type DutyLineKind = (typeof DUTY_LINE_KINDS)[number];

/** `open`: it still wants its result and is passed on at the handover. */
export const DUTY_LINE_STATES = ['open', 'done', 'voided'] as const;
export type DutyLineState = (typeof DUTY_LINE_STATES)[number];
export const DUTY_LINE_NEXT: Record<DutyLineState, readonly DutyLineState[]> = {
  open: ['done', 'voided'],
  done: ['voided'],
  voided: [],
};

/** What was written about people: in the row as typed, in the journal only as salted digests. */
export const DUTY_LINE_PERSONAL = ['matter', 'handling', 'result'] as const;
export const DUTY_LINE_CORRECTABLE = [
  'happenedAt',
  'matter',
  'handling',
  'handler',
  'result',
  'note',
] as const;
export type DutyLineCorrectable = (typeof DUTY_LINE_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const dutyLine = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(DUTY_LINE_STATES),
  version: z.number().int(),
  /** The log it stands in. */
  logId: s,
  kind: z.enum(DUTY_LINE_KINDS),
  happenedAt: s,
  /** What happened; of a round the point, of a switch the light or gate. Null: erased. */
  matter: maybe,
  handling: maybe,
  /** Who saw to it; a big event must have one. */
  handler: maybe,
  result: maybe,
  /** Of a switch: 1 on or open, 0 off or shut. */
  turnedOn: z.number().int().min(0).max(1).nullable(),
  finishedAt: maybe,
  finishedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type DutyLine = z.infer<typeof dutyLine>;

/** A line as lists and papers show it. */
export const dutyLineLine = dutyLine.extend({
  post: s,
  logNo: s,
  shiftOn: s,
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type DutyLineLine = z.infer<typeof dutyLineLine>;
