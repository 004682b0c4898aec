import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * 上级指示 (S13, F19 block 4): what superiors told the desk, until when it stands, and who has read it. Read once by everybody
 * who takes a shift over; renewed ones are read anew.
 */
export const INSTRUCTION_STATES = ['active', 'ended', 'voided'] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];
export const INSTRUCTION_NEXT: Record<InstructionState, readonly InstructionState[]> = {
  active: ['ended', 'voided'],
  ended: [],
  voided: [],
};
/** Free text may name people. */
export const INSTRUCTION_PERSONAL = ['text'] as const;
export const INSTRUCTION_CORRECTABLE = ['text', 'fromName', 'givenOn', 'renewOn', 'note'] as const;
export type InstructionCorrectable = (typeof INSTRUCTION_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const n = z.number().int();

export const instruction = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(INSTRUCTION_STATES),
  version: n,
  text: maybe,
  /** 交办人: which superior. */
  fromName: s,
  givenOn: s,
  /** Day by which it is renewed or ended; null: until further notice. */
  renewOn: maybe,
  /** Rises with every renewal: what was read before counts no more. */
  round: n,
  endedReason: maybe,
  endedAt: maybe,
  endedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Instruction = z.infer<typeof instruction>;

/** 已阅: who read it in which round, and at which handover (null: on its own page). */
export const instructionAck = z.object({
  id: s,
  version: n,
  instructionId: s,
  round: n,
  staffId: s,
  staffName: s,
  at: s,
  handoverId: maybe,
});
export type InstructionAck = z.infer<typeof instructionAck>;

export const instructionLine = instruction.extend({
  /** Its day is over and nobody renewed or ended it. */
  overdue: z.boolean(),
  /** Names of who read this round. */
  readers: z.array(s),
  late: z.boolean(),
  copies: n,
  strikes: z.array(strike),
});
export type InstructionLine = z.infer<typeof instructionLine>;
