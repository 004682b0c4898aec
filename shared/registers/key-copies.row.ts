import { z } from 'zod';
import { strike } from './found-items.row';

/** An application for more keys (S08 配制, F13): nothing is cut before somebody other than the applicant has approved it. */
export const KEY_COPY_STATES = ['applied', 'approved', 'refused', 'made', 'collected', 'voided'] as const;
export type KeyCopyState = (typeof KEY_COPY_STATES)[number];

/** State chart: no way to `made` that does not pass `approved`. */
export const KEY_COPY_NEXT: Record<KeyCopyState, readonly KeyCopyState[]> = {
  applied: ['approved', 'refused', 'voided'],
  approved: ['made', 'voided'],
  refused: [],
  made: ['collected', 'voided'],
  collected: ['voided'],
  voided: [],
};

/** 承担方: 领用人 or 公司. */
export const COST_BEARERS = ['borrower', 'company'] as const;

export const KEY_COPY_PERSONAL = ['collectedByName'] as const;
export const KEY_COPY_CORRECTABLE = [
  'applicantDepartment',
  'quantity',
  'reason',
  'locksmith',
  'costCents',
  'note',
] as const;
export type KeyCopyCorrectable = (typeof KEY_COPY_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const keyCopy = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(KEY_COPY_STATES),
  version: z.number().int(),
  keyId: s,
  keyNo: s,
  keyName: s,
  keyCategory: s,
  appliedAt: s,
  applicantId: s,
  applicantName: s,
  applicantDepartment: maybe,
  quantity: z.number().int(),
  reason: s,
  /** 主管意见. */
  opinion: maybe,
  decidedById: maybe,
  decidedByName: maybe,
  decidedAt: maybe,
  refusedReason: maybe,
  locksmith: maybe,
  costCents: z.number().int().nullable(),
  bearer: z.enum(COST_BEARERS).nullable(),
  /** Day the keys were cut. */
  madeOn: maybe,
  /** Numbers the new keys got in the inventory, as JSON text array; the keys room registers them. */
  newKeyNos: maybe,
  collectedByName: maybe,
  collectedAt: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyCopy = z.infer<typeof keyCopy>;

export const keyCopyLine = keyCopy.extend({
  /** New numbers that are not yet in the inventory. */
  missingKeyNos: z.array(s),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyCopyLine = z.infer<typeof keyCopyLine>;
