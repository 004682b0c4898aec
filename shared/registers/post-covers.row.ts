import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S15 离岗顶替: somebody leaves a post, a stand-in keeps it, a supervisor allowed it (L12). The stand-in is named before the
 * post is left, so a desk is never empty; how long it took and whether it is too long are computed.
 */
export const COVER_STATES = ['away', 'back', 'voided'] as const;
export type CoverState = (typeof COVER_STATES)[number];

export const COVER_NEXT: Record<CoverState, readonly CoverState[]> = {
  away: ['back', 'voided'],
  back: ['voided'],
  voided: [],
};

/** How the supervisor allowed it: PIN in the same dialog, own sign-in, or by phone, signed afterwards. */
export const APPROVED_HOWS = ['pin', 'own', 'phone'] as const;
/** Absences beyond this are the problem the rule is about (001). */
export const LONG_ABSENCE_MINUTES = 30;

export const COVER_PERSONAL = ['reason'] as const;
export const COVER_CORRECTABLE = ['post', 'reason', 'leftAt', 'dueAt', 'note'] as const;
export type CoverCorrectable = (typeof COVER_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const postCover = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(COVER_STATES),
  version: z.number().int(),
  post: s,
  leaverId: s,
  leaverName: s,
  /** Null once erased. */
  reason: maybe,
  standInId: s,
  standInName: s,
  leftAt: s,
  /** When they mean to be back. */
  dueAt: s,
  backAt: maybe,
  approvedHow: z.enum(APPROVED_HOWS),
  /** Null while a permission by phone is not signed yet. */
  approverId: maybe,
  approverName: maybe,
  approvedAt: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type PostCover = z.infer<typeof postCover>;

export const postCoverLine = postCover.extend({
  /** Minutes away, up to now while it lasts. */
  minutes: z.number().int(),
  /** Away beyond the time they meant, or longer than `LONG_ABSENCE_MINUTES`. */
  long: z.boolean(),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type PostCoverLine = z.infer<typeof postCoverLine>;
