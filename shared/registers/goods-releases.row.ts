import { z } from 'zod';
import { strike } from './found-items.row';
import { goodsLine, releaseRequest } from './release-requests.row';

/**
 * The release slip (S19 物品放行, F26): made at the moment it is issued, and only then does it get its number: gap-free,
 * never used twice (domain.md §6.1, 一单一号). What it is about stands in the application it was issued from, which is
 * frozen by then; this row says what became of the slip. 过期 is computed from `validTo`, never stored.
 */
export const GOODS_RELEASE_STATES = [
  'issued',
  'atGate',
  'mismatch',
  'reissued',
  'released',
  'slipReturned',
  'reconciled',
  'voided',
] as const;
export type GoodsReleaseState = (typeof GOODS_RELEASE_STATES)[number];

/**
 * State chart (domain.md §5, desk-practice.md §2.4). `issued → released/mismatch` is the gate that works on paper and is
 * typed in later (补录); `slipReturned → released` takes a wrong filing back.
 */
export const GOODS_RELEASE_NEXT: Record<GoodsReleaseState, readonly GoodsReleaseState[]> = {
  issued: ['atGate', 'released', 'mismatch', 'reissued', 'voided'],
  atGate: ['released', 'mismatch', 'reissued', 'voided'],
  mismatch: ['reissued', 'voided'],
  reissued: [],
  released: ['slipReturned', 'voided'],
  slipReturned: ['released', 'reconciled', 'voided'],
  reconciled: [],
  voided: [],
};
/** The paper is out and its gate part has not come back: 未回收. */
export const SLIP_OUT: readonly GoodsReleaseState[] = ['issued', 'atGate', 'mismatch', 'released'];
/** May still be replaced by a new slip. */
export const REPLACEABLE: readonly GoodsReleaseState[] = ['issued', 'atGate', 'mismatch'];

/** Who approved: the manager, or the supervisor in the manager's absence (Q5: deputy, recorded). */
export const APPROVER_ROLES = ['deptManager', 'csSupervisor'] as const;
export type ApproverRole = (typeof APPROVER_ROLES)[number];

/** The gate checked on its own screen, or on paper and the desk typed it in. */
export const GATE_HOWS = ['screen', 'paper'] as const;

/** Personal values: in the row as typed, in the journal only as salted digests. */
export const GOODS_RELEASE_PERSONAL = ['moverName', 'moverDocument'] as const;

/** After issue only the remarks may be corrected; everything else is void and new (domain.md §4.3). */
export const GOODS_RELEASE_CORRECTABLE = ['note'] as const;

const s = z.string();
const maybe = z.string().nullable();

/** The slip's own row. `recordedAt` is when it was issued, `recorder…` 开单人. */
export const goodsRelease = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(GOODS_RELEASE_STATES),
  version: z.number().int(),
  requestId: s,
  unitId: maybe,
  /** Instants between which the goods may leave: within one office day (valid that day only). */
  validFrom: s,
  validTo: s,
  approverId: s,
  approverName: s,
  approvedAs: z.enum(APPROVER_ROLES),
  /** When it was shown at the gate. */
  gateAt: maybe,
  /** Null for a guard without an account, named from the signed paper. */
  guardId: maybe,
  guardName: maybe,
  gatePost: maybe,
  gateHow: z.enum(GATE_HOWS).nullable(),
  /** When the goods left. */
  releasedAt: maybe,
  mismatchAt: maybe,
  /** When the gate's result was typed: later than it happened for 补录. */
  gateRecordedAt: maybe,
  moverName: maybe,
  /** Last four characters of the mover's document. */
  moverDocument: maybe,
  /** What was different, in words: per line, and goods that are on no line. */
  differences: maybe,
  returnedAt: maybe,
  returnedByName: maybe,
  binder: maybe,
  binderPage: maybe,
  reconciledAt: maybe,
  reconciledByName: maybe,
  /** The slip that took this one's place. */
  replacedById: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type GoodsRelease = z.infer<typeof goodsRelease>;

/** What a slip says of its application. */
export const slipContent = releaseRequest.omit({
  id: true,
  version: true,
  state: true,
  unitId: true,
  note: true,
  recordedAt: true,
  recorderId: true,
  recorderName: true,
  sentBackReason: true,
  withdrawnReason: true,
  withdrawnAt: true,
  withdrawnByName: true,
  submittedAt: true,
  submittedById: true,
  submittedByName: true,
});

/** A line of the register: the slip, what it is about, and what is computed for it. */
export const goodsReleaseLine = goodsRelease.extend(slipContent.shape).extend({
  goods: z.array(goodsLine),
  /** 过期: not out by the end of its day. */
  expired: z.boolean(),
  /** The gate's result was typed more than `limits.lateEntryMinutes` after it happened: 补录. */
  late: z.boolean(),
  copies: z.number().int(),
  replacesNo: maybe,
  replacedByNo: maybe,
  strikes: z.array(strike),
});
export type GoodsReleaseLine = z.infer<typeof goodsReleaseLine>;
