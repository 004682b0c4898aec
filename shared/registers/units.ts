import { z } from 'zod';
import { command, query } from '../op';
import { day, id, optionalText, text } from '../text';
import { METER_KINDS, OCCUPANCY_STATES, UNIT_USES } from './units.row';

/** S33 房产台账: the operations of the unit register and the permit each needs. Rules: domain.md S33, K2, §4.2. */

const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** Area in 1/100 m²: up to 100,000 m². */
export const hundredthsM2 = z
  .number()
  .int({ error: 'count.whole' })
  .min(1, { error: 'count.low' })
  .max(10_000_000, { error: 'count.high' });

/** Meter numbers by kind. */
export const meters = z.partialRecord(z.enum(METER_KINDS), text(30));

/** What the form of a new unit sends. Without `code` the unit is called building-entrance-number. */
export const registerUnit = z.object({
  code: optionalText(24),
  areaId: id.nullish(),
  building: text(20),
  entrance: optionalText(20),
  floor: optionalText(20),
  unitNo: text(20),
  name: optionalText(60),
  use: z.enum(UNIT_USES).default('residence'),
  occupancyState: z.enum(OCCUPANCY_STATES).default('vacant'),
  structure: optionalText(40),
  layout: optionalText(40),
  orientation: optionalText(20),
  builtAreaHundredthsM2: hundredthsM2.nullish(),
  usableAreaHundredthsM2: hundredthsM2.nullish(),
  handedOverOn: day.nullish(),
  stewardId: id.nullish(),
  meters: meters.nullish(),
  deskInstructions: optionalText(300),
  note: optionalText(300),
});

/** What a field shows when a unit number is typed. */
export const unitSuggestion = z.object({
  id: z.string(),
  code: z.string(),
  /** Code, and the name on the door when it has one. */
  label: z.string(),
  /** Owner and occupants by name, no phone; null when nobody is on file. */
  hint: z.string().nullable(),
  occupancyState: z.enum(OCCUPANCY_STATES),
  deskInstructions: z.string().nullable(),
});
export type UnitSuggestion = z.infer<typeof unitSuggestion>;

export const units = {
  /** Units by any writing of their number, or by name, pinyin, phone tail or plate of who is in them; best first. */
  suggest: query(
    'units.read',
    z.object({
      typed: text(60, 0),
      /** Exactly this unit, whatever is typed: how a field shows what it holds. */
      id: id.nullish(),
      limit: z.number().int().min(1).max(20).default(8),
    }),
    z.array(unitSuggestion),
  ),
  /** Takes a unit on the books: number, journal, label. Errors: `units.codeTaken`, `units.notHandedOver`, `units.areaSizes`. */
  register: command('units.register', registerUnit, done.extend({ scanCode: z.string(), code: z.string() })),
} as const;
