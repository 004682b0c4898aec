import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S81 换班: asked by the one whose shift it is, agreed by the colleague with a PIN or at their own sign-in, approved by a
 * supervisor who is no party (L20). A swap agreed in private is none: the roster changes only when it is approved.
 */
export const SWAP_STATES = [
  'asked',
  'agreed',
  'approved',
  'refused',
  'declined',
  'withdrawn',
  'voided',
] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** State chart. An approved swap stands on the published sheet: whoever wants it otherwise asks for another. */
export const SWAP_NEXT: Record<SwapState, readonly SwapState[]> = {
  asked: ['agreed', 'declined', 'withdrawn', 'voided'],
  agreed: ['approved', 'refused', 'withdrawn', 'voided'],
  approved: [],
  refused: ['voided'],
  declined: ['voided'],
  withdrawn: ['voided'],
  voided: [],
};
/** Not decided yet. */
export const SWAP_OPEN: readonly SwapState[] = ['asked', 'agreed'];

/** How the colleague agreed. */
export const AGREED_HOWS = ['pin', 'own'] as const;

/** Reasons speak of illness and family. */
export const SWAP_PERSONAL = ['reason'] as const;
export const SWAP_CORRECTABLE = ['reason', 'note'] as const;
export type SwapCorrectable = (typeof SWAP_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const shiftSwap = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(SWAP_STATES),
  version: z.number().int(),
  /** The shift that is given away: roster cell, and what it said. */
  cellId: s,
  dayOn: s,
  shift: s,
  post: s,
  askerId: s,
  askerName: s,
  colleagueId: s,
  colleagueName: s,
  /** The colleague's shift taken in return; null: the colleague only helps out. */
  otherCellId: maybe,
  otherDayOn: maybe,
  otherShift: maybe,
  otherPost: maybe,
  /** Null once erased. */
  reason: maybe,
  agreedAt: maybe,
  agreedHow: z.enum(AGREED_HOWS).nullable(),
  decidedAt: maybe,
  deciderId: maybe,
  deciderName: maybe,
  decisionReason: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type ShiftSwap = z.infer<typeof shiftSwap>;

/** A name of the office's settings, in both languages. */
const named = z.object({ zh: s, en: s });

export const shiftSwapLine = shiftSwap.extend({
  /** Not decided, and the first of its shifts is over or on today. */
  pressing: z.boolean(),
  /** Names of the two shifts, as the office calls them. */
  shiftName: named,
  otherShiftName: named.nullable(),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type ShiftSwapLine = z.infer<typeof shiftSwapLine>;
