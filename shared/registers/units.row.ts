import { z } from 'zod';

/** S33 房产台账: rows of units, areas, filed documents and parking spaces as the database holds them and F41, F48 print them. */

/** A unit on the books; `retired` when it was merged, split or pulled down. Where people live is `occupancyState`. */
export const UNIT_STATES = ['active', 'retired', 'voided'] as const;
export type UnitState = (typeof UNIT_STATES)[number];
export const UNIT_NEXT: Record<UnitState, readonly UnitState[]> = {
  active: ['retired', 'voided'],
  retired: ['active', 'voided'],
  voided: [],
};

/** Occupancy states of S33: 未售 / 已售未交 / 空置 / 装修 / 入住 / 出租 / 退租. */
export const OCCUPANCY_STATES = [
  'unsold',
  'soldNotHanded',
  'vacant',
  'fitOut',
  'occupied',
  'let',
  'movedOut',
] as const;
export type OccupancyState = (typeof OCCUPANCY_STATES)[number];

/** Which occupancy may follow. Only a handed-over unit can be lived in, and what was handed over is never unsold again. */
export const OCCUPANCY_NEXT: Record<OccupancyState, readonly OccupancyState[]> = {
  unsold: ['soldNotHanded', 'vacant'],
  soldNotHanded: ['unsold', 'vacant', 'fitOut', 'occupied', 'let'],
  vacant: ['fitOut', 'occupied', 'let'],
  fitOut: ['vacant', 'occupied', 'let'],
  occupied: ['vacant', 'fitOut', 'let', 'movedOut'],
  let: ['vacant', 'fitOut', 'occupied', 'movedOut'],
  movedOut: ['vacant', 'fitOut', 'occupied', 'let'],
};
/** Handed over to its owner: what K2 counts. */
export const HANDED_OVER: readonly OccupancyState[] = ['vacant', 'fitOut', 'occupied', 'let', 'movedOut'];

export const UNIT_USES = ['residence', 'office', 'shop', 'storage', 'parking', 'public', 'other'] as const;
export type UnitUse = (typeof UNIT_USES)[number];

/** May name people and phones: kept out of the journal. */
export const UNIT_PERSONAL = ['deskInstructions', 'note'] as const;

/** Fields a correction may touch; what acts prove (states, hand-over, steward) is changed by its act. */
export const UNIT_CORRECTABLE = [
  'code',
  'building',
  'entrance',
  'floor',
  'unitNo',
  'name',
  'use',
  'structure',
  'layout',
  'orientation',
  'builtAreaHundredthsM2',
  'usableAreaHundredthsM2',
  'meters',
  'deskInstructions',
  'note',
] as const;
export type UnitCorrectable = (typeof UNIT_CORRECTABLE)[number];
/** Fields that change in a unit's life without having been wrong. */
export const UNIT_CHANGEABLE = [
  'name',
  'use',
  'structure',
  'layout',
  'builtAreaHundredthsM2',
  'usableAreaHundredthsM2',
  'meters',
  'deskInstructions',
  'note',
] as const;

const s = z.string();
const maybe = z.string().nullable();
const whole = z.number().int();

/** Number of each meter by kind, kept as JSON text. */
export const METER_KINDS = ['electricity', 'water', 'hotWater', 'gas', 'heating', 'cooling'] as const;
export type MeterKind = (typeof METER_KINDS)[number];

/** The full unit. */
export const unit = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(UNIT_STATES),
  version: whole,
  /** How the office writes it, e.g. `3-1-1502`; unique among the living. */
  code: s,
  /** The code without dashes, lower case (`311502`): found by any writing. Follows the code. */
  codeKey: s,
  /** The code with padded numbers (`00003-00001-01502`): sorts as people count. Follows the code. */
  codeSort: s,
  areaId: maybe,
  building: s,
  entrance: maybe,
  floor: maybe,
  unitNo: s,
  /** Shop or company name on the door. */
  name: maybe,
  use: z.enum(UNIT_USES),
  occupancyState: z.enum(OCCUPANCY_STATES),
  /** Day since which it is in this occupancy state. */
  occupancySince: maybe,
  /** Shown when a key of the unit is issued or a visitor comes. */
  deskInstructions: maybe,
  structure: maybe,
  /** 户型, e.g. 两室一厅. */
  layout: maybe,
  orientation: maybe,
  /** Built area in 1/100 m². */
  builtAreaHundredthsM2: whole.nullable(),
  /** Usable area in 1/100 m². */
  usableAreaHundredthsM2: whole.nullable(),
  handedOverOn: maybe,
  stewardId: maybe,
  stewardName: maybe,
  /** `{ "electricity": "12345" }` meter numbers, as JSON text. */
  meters: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Unit = z.infer<typeof unit>;

/** An area or phase of the project with the steward who owns it. */
export const area = z.object({
  id: s,
  version: whole,
  name: s,
  stewardId: maybe,
  stewardName: maybe,
  active: z.number().int().min(0).max(1),
  note: maybe,
});
export type Area = z.infer<typeof area>;

/** A document of the mandatory list (一户一档) that lies in the unit's file; `withdrawn` when it was taken out again. */
export const UNIT_DOCUMENT_STATES = ['onFile', 'withdrawn'] as const;
export const UNIT_DOCUMENT_NEXT = { onFile: ['withdrawn'], withdrawn: ['onFile'] } as const;
export const unitDocument = z.object({
  id: s,
  version: whole,
  state: z.enum(UNIT_DOCUMENT_STATES),
  unitId: s,
  /** Code of the setting `units.documents`. */
  document: s,
  copies: whole,
  filedOn: s,
  filedByName: s,
  note: maybe,
});
export type UnitDocument = z.infer<typeof unitDocument>;

/** S38 车位: free, given to somebody, or out of use. */
export const SPACE_STATES = ['free', 'assigned', 'retired'] as const;
export type SpaceState = (typeof SPACE_STATES)[number];
export const SPACE_NEXT: Record<SpaceState, readonly SpaceState[]> = {
  free: ['assigned', 'retired'],
  assigned: ['free'],
  retired: ['free'],
};
export const SPACE_KINDS = ['owned', 'rented', 'visitor', 'temporary'] as const;
export const parkingSpace = z.object({
  id: s,
  version: whole,
  state: z.enum(SPACE_STATES),
  /** Number painted on the space; unique. */
  no: s,
  kind: z.enum(SPACE_KINDS),
  place: maybe,
  unitId: maybe,
  partyId: maybe,
  fromOn: maybe,
  /** Last day of the lease; null without end. */
  untilOn: maybe,
  /** Monthly fee in fen. */
  monthlyFeeCents: whole.nullable(),
  note: maybe,
});
export type ParkingSpace = z.infer<typeof parkingSpace>;
