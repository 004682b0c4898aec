import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * A key or a set of keys (S03 钥匙台账), as read from the database and as printed on F05.
 * `overdue` is no state: it is computed from the loans. The room it opens is never printed on its tag (desk-practice.md §2.2).
 */
export const KEY_STATES = ['inStock', 'sealed', 'out', 'lost', 'damaged', 'retired', 'voided'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** State chart: which states may follow. `moveKey` checks it; nothing else changes a state. */
export const KEY_NEXT: Record<KeyState, readonly KeyState[]> = {
  inStock: ['sealed', 'out', 'lost', 'damaged', 'retired', 'voided'],
  /** Out straight from the bag: a storeroom opened out of hours (S06) is re-sealed afterwards. */
  sealed: ['inStock', 'out', 'lost', 'damaged', 'retired'],
  out: ['inStock', 'sealed', 'lost', 'damaged'],
  /** Found again, or written off. */
  lost: ['inStock', 'retired'],
  /** Made anew, or written off. */
  damaged: ['inStock', 'lost', 'retired'],
  retired: [],
  voided: [],
};
/** The key is the office's to keep: it has its hook and counts in the weekly check. */
export const KEY_KEPT: readonly KeyState[] = ['inStock', 'sealed', 'out', 'lost', 'damaged'];

/** 业主委托 / 办公区 / 库房 / 设备间 / 空置房 / 备用 / 更衣柜 (S03). */
export const KEY_CATEGORIES = [
  'entrusted',
  'office',
  'storeroom',
  'plant',
  'vacant',
  'spare',
  'locker',
] as const;
export type KeyCategory = (typeof KEY_CATEGORIES)[number];
export const KEY_RISKS = ['normal', 'high', 'master'] as const;
export type KeyRisk = (typeof KEY_RISKS)[number];

/** No personal values: keys name things and staff, never outsiders. */
export const KEY_PERSONAL = [] as const;

/** Fields that a correction may touch: what was written down, never what an operation proved. */
export const KEY_CORRECTABLE = [
  'keyNo',
  'label',
  'category',
  'pieces',
  'parts',
  'unitId',
  'door',
  'allowedArea',
  'risk',
  'source',
  'receivedOn',
  'mandateId',
  'instructions',
  'exclusiveWithId',
  'lockedOutWhileId',
  'note',
] as const;
export type KeyCorrectable = (typeof KEY_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();

export const key = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(KEY_STATES),
  version: z.number().int(),
  /** The opaque number on the tag; unique for ever, a void line's aside. */
  keyNo: s,
  /** 名称. On screen and in the book, never on the tag. */
  label: s,
  category: z.enum(KEY_CATEGORIES),
  kind: z.enum(['single', 'set']),
  pieces: z.number().int(),
  /** Names of a set's keys, as JSON text array; null for a single key. */
  parts: maybe,
  /** Pieces lent at this moment, 0..pieces; moved by loans. */
  piecesOut: z.number().int(),
  unitId: maybe,
  door: maybe,
  allowedArea: maybe,
  cabinetId: s,
  hookNo: z.number().int(),
  /** 保管人. */
  keeperId: s,
  keeperName: s,
  risk: z.enum(KEY_RISKS),
  source: s,
  /** Day it was received or taken into use. */
  receivedOn: s,
  /** Seal data: all set while sealed, all null otherwise (the journal keeps the old ones). */
  sealBagNo: maybe,
  sealedAt: maybe,
  sealer1Id: maybe,
  sealer1Name: maybe,
  sealer2Id: maybe,
  sealer2Name: maybe,
  sealReason: maybe,
  mandateId: maybe,
  /** Pops up on issue. */
  instructions: maybe,
  /** Exclusive pair: never both out. */
  exclusiveWithId: maybe,
  /** Not issued while that other key is out. */
  lockedOutWhileId: maybe,
  retiredReason: maybe,
  retiredAt: maybe,
  retiredByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Key = z.infer<typeof key>;

/** A line of the inventory: the key plus what is computed for it. */
export const keyLine = key.extend({
  cabinetCode: s,
  cabinetName: s,
  unitCode: maybe,
  mandateSerialNo: maybe,
  /** An entrusted key whose mandate is missing, expired, withdrawn or void (S04: must be none). */
  withoutMandate: z.boolean(),
  exclusiveWithNo: maybe,
  lockedOutWhileNo: maybe,
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type KeyLine = z.infer<typeof keyLine>;

/** A key cabinet: one keeper, hooks 1..hooks (S03: a fixed place, a named person). */
export const cabinet = z.object({
  id: s,
  version: z.number().int(),
  code: s,
  name: s,
  place: s,
  hooks: z.number().int(),
  keeperId: s,
  keeperName: s,
  /** 0 once taken out of use. */
  active: z.number().int().min(0).max(1),
  note: maybe,
  addedAt: s,
});
export type Cabinet = z.infer<typeof cabinet>;
/** A cabinet with what hangs in it. */
export const cabinetLine = cabinet.extend({
  /** Keys that have a hook here. */
  keys: z.number().int(),
  out: z.number().int(),
});
export type CabinetLine = z.infer<typeof cabinetLine>;
