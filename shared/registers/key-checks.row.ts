import { z } from 'zod';
import { strike } from './found-items.row';

/** S09 钥匙周检: one count per ISO week and cabinet; what the book says against what hangs there. */
export const CHECK_STATES = ['open', 'closed', 'voided'] as const;
export type CheckState = (typeof CHECK_STATES)[number];
/** A closed check never changes: it is evidence. */
export const CHECK_NEXT: Record<CheckState, readonly CheckState[]> = {
  open: ['closed', 'voided'],
  closed: [],
  voided: [],
};

export const CHECK_PERSONAL = [] as const;
/** What the count of one key says; null in the row: not counted yet. */
export const COUNTED = ['found', 'missing', 'extra', 'damaged'] as const;
export type Counted = (typeof COUNTED)[number];
/** What the book said when the check began; `elsewhere`: the key has no hook in the cabinets of this check. */
export const EXPECTED = ['inStock', 'sealed', 'out', 'lost', 'damaged', 'elsewhere'] as const;
export type Expected = (typeof EXPECTED)[number];

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1).nullable();

export const keyCheck = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(CHECK_STATES),
  version: z.number().int(),
  /** `2026-W48`. */
  week: s,
  /** JSON text array. */
  cabinetIds: s,
  startedAt: s,
  findings: maybe,
  measures: maybe,
  reportedTo: maybe,
  reportedAt: maybe,
  closedAt: maybe,
  closedById: maybe,
  closedByName: maybe,
  signedById: maybe,
  signedByName: maybe,
  signedAt: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyCheck = z.infer<typeof keyCheck>;

/** One key of a check. A journalled row of its own: who counted it when can be proved. */
export const keyCheckKey = z.object({
  id: s,
  version: z.number().int(),
  checkId: s,
  keyId: s,
  keyNo: s,
  cabinetId: s,
  hookNo: z.number().int(),
  expected: z.enum(EXPECTED),
  expectedSealNo: maybe,
  loanSerialNo: maybe,
  counted: z.enum(COUNTED).nullable(),
  sealIntact: flag,
  labelRight: flag,
  countedAt: maybe,
  countedByName: maybe,
  explanation: maybe,
  measure: maybe,
});
export type KeyCheckKey = z.infer<typeof keyCheckKey>;
/** A key of a check as the counting screen shows it. */
export const keyCheckKeyLine = keyCheckKey.extend({
  label: s,
  scanCode: s,
  cabinetCode: s,
  /** Book and count disagree, the seal is broken or the label is wrong: must be explained. */
  differs: z.boolean(),
});
export type KeyCheckKeyLine = z.infer<typeof keyCheckKeyLine>;

/** A cabinet's row of F15, computed from its keys. */
export const keyCheckCabinet = z.object({
  cabinetId: s,
  code: s,
  name: s,
  /** 账面数: keys that should hang here. */
  book: z.number().int(),
  /** 实有数. */
  real: z.number().int(),
  /** 借出未还. */
  out: z.number().int(),
  /** 封条: sealed bags and how many of them are intact; null while one is not looked at. */
  seals: z.number().int(),
  sealsIntact: z.number().int().nullable(),
  labelsRight: z.boolean().nullable(),
  /** Not counted yet. */
  open: z.number().int(),
  differences: z.number().int(),
});
export type KeyCheckCabinet = z.infer<typeof keyCheckCabinet>;

export const keyCheckLine = keyCheck.extend({
  cabinetCodes: z.array(s),
  book: z.number().int(),
  real: z.number().int(),
  out: z.number().int(),
  open: z.number().int(),
  differences: z.number().int(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyCheckLine = z.infer<typeof keyCheckLine>;
