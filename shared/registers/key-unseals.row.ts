import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * A storeroom opened out of hours (S06, F11): with the duty supervisor on the spot, and visibly open until the key is in a
 * new bag with two signatures across its mouth.
 */
export const KEY_UNSEAL_STATES = ['opened', 'resealed', 'voided'] as const;
export type KeyUnsealState = (typeof KEY_UNSEAL_STATES)[number];

/** State chart: an opened drawer closes only by re-sealing; only a line whose key is sealed again may be void. */
export const KEY_UNSEAL_NEXT: Record<KeyUnsealState, readonly KeyUnsealState[]> = {
  opened: ['resealed'],
  resealed: ['voided'],
  voided: [],
};

/** Personal values: who took goods may be of another company. */
export const KEY_UNSEAL_PERSONAL = ['requesterName'] as const;
export const KEY_UNSEAL_GOODS_PERSONAL = ['takenByName'] as const;

export const KEY_UNSEAL_CORRECTABLE = ['reason', 'requesterDepartment', 'oldBagNote', 'note'] as const;
export type KeyUnsealCorrectable = (typeof KEY_UNSEAL_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const flag = z.number().int().min(0).max(1);

/** 领用物品明细: one line of goods taken out. */
export const keyUnsealGoods = z.object({
  id: s,
  version: z.number().int(),
  unsealId: s,
  name: s,
  spec: maybe,
  quantity: z.number().int(),
  use: s,
  takenByName: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyUnsealGoods = z.infer<typeof keyUnsealGoods>;

export const keyUnseal = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(KEY_UNSEAL_STATES),
  version: z.number().int(),
  keyId: s,
  keyNo: s,
  keyName: s,
  openedAt: s,
  reason: s,
  requesterName: maybe,
  requesterDepartment: maybe,
  /** 值班主管: agreed and stands by, proven by PIN. */
  supervisorId: s,
  supervisorName: s,
  agreedAt: s,
  oldBagNo: s,
  oldBagIntact: flag,
  oldBagNote: maybe,
  /** Said when closing: nothing was taken, so the goods list is empty on purpose. */
  nothingTaken: flag,
  resealedAt: maybe,
  newBagNo: maybe,
  sealer1Id: maybe,
  sealer1Name: maybe,
  sealer2Id: maybe,
  sealer2Name: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type KeyUnseal = z.infer<typeof keyUnseal>;

/** A line: the entry plus its goods and what is computed. */
export const keyUnsealLine = keyUnseal.extend({
  goods: z.array(keyUnsealGoods),
  /** Minutes the key is or was out of its bag. */
  openMinutes: z.number().int(),
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyUnsealLine = z.infer<typeof keyUnsealLine>;
