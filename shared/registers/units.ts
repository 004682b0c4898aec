import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalText, text, version } from '../text';
import { strike } from './found-items.row';
import { pageOf, storyLine } from './shapes';
import { unitPage } from './units.page';
import {
  area,
  METER_KINDS,
  OCCUPANCY_STATES,
  parkingSpace,
  SPACE_KINDS,
  UNIT_CHANGEABLE,
  UNIT_CORRECTABLE,
  UNIT_STATES,
  UNIT_USES,
  unit,
  unitDocument,
} from './units.row';

/** S33 房产台账: the operations of the unit register and the permit each needs. Rules: domain.md S33, K2, §4.2. */

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
/** What acts on a child row (area, document, space) answer. */
const doneChild = z.object({ id: z.string(), version: z.number().int() });

/** Counts that ask for action: files that lack a document (K2), leases that end soon, units without a steward. */
export const UNIT_NEEDS = ['incomplete', 'leaseEnding', 'noSteward'] as const;
export type UnitNeed = (typeof UNIT_NEEDS)[number];

/** A line of the register: the unit and what is computed for it. */
export const unitLine = unit.extend({
  areaName: z.string().nullable(),
  /** The unit's own steward, else its area's. */
  keeperName: z.string().nullable(),
  owners: z.string().nullable(),
  /** Tenants, merchants and occupants. */
  occupants: z.string().nullable(),
  /** Lease of the tenant or merchant, `2026-01-01 – 2027-01-01`; null without one. */
  lease: z.string().nullable(),
  /** Codes of mandatory documents that are not on file; empty for units nobody was given yet (K2). */
  missing: z.array(z.string()),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type UnitLine = z.infer<typeof unitLine>;

/** Filters of the list; all optional and joined by AND. */
export const unitFilter = z.object({
  need: z.enum(UNIT_NEEDS).nullish(),
  states: z.array(z.enum(UNIT_STATES)).max(3).nullish(),
  occupancyStates: z.array(z.enum(OCCUPANCY_STATES)).max(7).nullish(),
  uses: z.array(z.enum(UNIT_USES)).max(7).nullish(),
  building: optionalText(20),
  areaId: id.nullish(),
  stewardId: id.nullish(),
  search: optionalText(60),
  /** Month of the serial number: the month it came on the books. */
  month: month.nullish(),
});
export type UnitFilter = z.input<typeof unitFilter>;

const spaceFields = {
  no: text(20),
  kind: z.enum(SPACE_KINDS),
  place: optionalText(40),
  monthlyFeeCents: z.number().int().min(0).max(100_000_000).nullish(),
  note: optionalText(300),
};
const areaFields = { name: text(40), stewardId: id.nullish(), note: optionalText(300) };

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
  /** Units in the order of their numbers; a page of at most 200. */
  list: query(
    'units.read',
    z.object({
      filter: unitFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(unitLine),
  ),
  /** The numbers on top of the register. */
  counts: query('units.read', z.object({}), z.record(z.enum(UNIT_NEEDS), z.number().int())),
  /** K2 建档率: handed-over units and those among them whose file is complete. */
  filing: query(
    'units.read',
    z.object({}),
    z.object({ handedOver: z.number().int(), complete: z.number().int() }),
  ),
  /** One unit with its story and what may be done next. */
  entry: query(
    'parties.read',
    z.object({ id }),
    z.object({
      entry: unitLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** One unit on one page: people, documents, vehicles, and a section of every register that knows the unit. */
  page: query('parties.read', z.object({ id }), unitPage),
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
  /** Areas in use with their stewards, and who may be one. */
  areas: query(
    'units.read',
    z.object({}),
    z.object({
      areas: z.array(area.extend({ units: z.number().int() })),
      stewards: z.array(z.object({ id: z.string(), name: z.string() })),
      buildings: z.array(z.string()),
    }),
  ),
  /** Parking spaces by number, with unit and party. */
  spaces: query(
    'parties.read',
    z.object({
      typed: optionalText(60),
      unitId: id.nullish(),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.array(
      parkingSpace.extend({
        unitCode: z.string().nullable(),
        partyName: z.string().nullable(),
        plates: z.array(z.string()),
        models: z.array(z.string()),
      }),
    ),
  ),

  /** Takes a unit on the books: number, journal, label. Errors: `units.codeTaken`, `units.notHandedOver`, `units.areaSizes`. */
  register: command('units.register', registerUnit, done.extend({ scanCode: z.string(), code: z.string() })),
  /** Occupancy moved on (入住, 退租, 装修 …). Errors: `units.wrongOccupancy`, `units.notHandedOver`. */
  changeOccupancy: command(
    'units.register',
    z.object({ ...touch, occupancyState: z.enum(OCCUPANCY_STATES), since: day, reason: optionalText(200) }),
    done,
  ),
  /** Handed over to its owner (收楼): from then on K2 counts it. Errors: `units.wrongOccupancy`. */
  handOver: command(
    'units.register',
    z.object({
      ...touch,
      handedOverOn: day,
      occupancyState: z.enum(['vacant', 'fitOut', 'occupied', 'let']),
    }),
    done,
  ),
  /** Area and steward (责任管家); null takes them away. Errors: `units.unknownArea`, `units.unknownSteward`. */
  assign: command(
    'units.register',
    z.object({ ...touch, areaId: id.nullable(), stewardId: id.nullable() }),
    done,
  ),
  /** What changed in life (a new meter, another shop name): no strike, both values stay in the story. Errors: `entry.unchanged`. */
  amend: command(
    'units.register',
    z.object({ ...touch, field: z.enum(UNIT_CHANGEABLE), value: z.string().max(2000) }),
    done,
  ),
  /** Off the books: merged, split, pulled down. Refused while somebody is in it: `units.stillLivedIn`. */
  retire: command('units.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** On the books again. */
  restore: command('units.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One field that was written wrong. Inside the free-edit window an edit, afterwards struck through with a reason. */
  correct: command(
    'units.correct',
    z.object({
      ...touch,
      field: z.enum(UNIT_CORRECTABLE),
      /** As typed; areas in 1/100 m², meters as JSON; empty clears an optional field. */
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** The line was a mistake: number and line stay. Refused while somebody is in it: `units.stillLivedIn`. */
  void: command('units.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Read by another person than its recorder: ends the free-edit window. */
  markSeen: command('units.read', z.object({ id }), z.object({ seen: z.boolean() })),

  /** A document of the list lies in the unit's file now (K2). Errors: `units.unknownDocument`, `units.alreadyFiled`. */
  fileDocument: command(
    'units.register',
    z.object({
      unitId: id,
      document: text(20),
      copies: z.number().int().min(1, { error: 'count.low' }).max(99, { error: 'count.high' }).default(1),
      filedOn: day,
      note: optionalText(300),
    }),
    unitDocument,
  ),
  /** Taken out of the file again. */
  withdrawDocument: command('units.register', z.object({ ...touch, reason: text(200, 2) }), doneChild),
  /** A new area or phase with its steward. Errors: `units.areaTaken`. */
  addArea: command('units.void', z.object(areaFields), doneChild),
  /** Name, steward or end of an area. Errors: `units.areaTaken`, `units.areaInUse`. */
  changeArea: command(
    'units.void',
    z.object({ ...touch, ...areaFields, active: z.boolean().default(true) }),
    doneChild,
  ),
  /** A parking space comes on the books. Errors: `units.spaceTaken`. */
  addSpace: command('units.register', z.object(spaceFields), doneChild),
  /** Number, kind, place, fee of a space. Errors: `units.spaceTaken`, `entry.unchanged`. */
  changeSpace: command('units.register', z.object({ ...touch, ...spaceFields }), doneChild),
  /** A space is given to a unit or party. Errors: `units.spaceNotFree`, `units.spaceForNobody`. */
  assignSpace: command(
    'units.register',
    z.object({ ...touch, unitId: id.nullish(), partyId: id.nullish(), fromOn: day, untilOn: day.nullish() }),
    doneChild,
  ),
  /** The space comes back, or is used again. */
  freeSpace: command('units.register', z.object({ ...touch, reason: optionalText(200) }), doneChild),
  /** The space is out of use. */
  retireSpace: command('units.register', z.object({ ...touch, reason: text(200, 2) }), doneChild),
} as const;
