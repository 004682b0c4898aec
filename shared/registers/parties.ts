import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalPhone, optionalText, text, version } from '../text';
import { strike } from './found-items.row';
import {
  CHANNELS,
  GENDERS,
  MEMBER_KINDS,
  OCCUPANCY_ROLES,
  occupancy,
  PARTY_CHANGEABLE,
  PARTY_CORRECTABLE,
  PARTY_DOCUMENT_KINDS,
  PARTY_KINDS,
  PARTY_STATES,
  party,
  partyMember,
  vehicle,
} from './parties.row';
import { pageOf, storyLine } from './shapes';
import { OCCUPANCY_STATES } from './units.row';

/** S34 业主、住户档案 and S38 车辆: the operations of the resident files. Rules: domain.md S34, S38, §6.4. */

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
/** What acts on a child row (occupancy, member, vehicle) answer. */
const doneChild = z.object({ id: z.string(), version: z.number().int() });
const people = z.number().int().min(1, { error: 'count.low' }).max(9999, { error: 'count.high' });

/** A stay of the party with the unit's number. */
export const partyStay = occupancy.extend({ unitCode: z.string() });
export type PartyStay = z.infer<typeof partyStay>;
/** A vehicle with its unit and space by name. */
export const partyVehicle = vehicle.extend({
  unitCode: z.string().nullable(),
  spaceNo: z.string().nullable(),
});

/** A line of the files: phones, papers and mail masked. */
export const partyLine = party.extend({
  /** Numbers of the units it is in now. */
  unitCodes: z.string(),
  /** Its roles there, as codes. */
  roles: z.array(z.enum(OCCUPANCY_ROLES)),
  copies: z.number().int(),
  strikes: z.array(strike),
});
export type PartyLine = z.infer<typeof partyLine>;

/** Filters of the list; all optional and joined by AND. */
export const partyFilter = z.object({
  states: z.array(z.enum(PARTY_STATES)).max(3).nullish(),
  kinds: z.array(z.enum(PARTY_KINDS)).max(2).nullish(),
  role: z.enum(OCCUPANCY_ROLES).nullish(),
  unitId: id.nullish(),
  /** Only VIPs; answered to holders of `parties.vip` only. */
  vip: z.boolean().nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  /** Month of the serial number: the month the file was opened. */
  month: month.nullish(),
});
export type PartyFilter = z.input<typeof partyFilter>;

/** What the form of a new file sends; with `unitId` and `role` the party moves in by the same act. */
export const registerParty = z.object({
  kind: z.enum(PARTY_KINDS).default('person'),
  name: text(60),
  gender: z.enum(GENDERS).nullish(),
  bornOn: day.nullish(),
  documentKind: z.enum(PARTY_DOCUMENT_KINDS).nullish(),
  document: optionalText(30),
  phone: optionalPhone,
  otherPhone: optionalPhone,
  email: optionalText(100),
  address: optionalText(120),
  employer: optionalText(80),
  businessScope: optionalText(200),
  businessKind: optionalText(40),
  personInCharge: optionalText(40),
  staffCount: z.number().int().min(0, { error: 'count.low' }).max(100_000, { error: 'count.high' }).nullish(),
  pets: optionalText(100),
  channel: z.enum(CHANNELS).nullish(),
  externalNo: optionalText(40),
  note: optionalText(300),
  unitId: id.nullish(),
  role: z.enum(OCCUPANCY_ROLES).nullish(),
  fromOn: day.nullish(),
});

/** What a field shows when a person is typed. */
export const partySuggestion = z.object({
  id: z.string(),
  name: z.string(),
  /** Unit codes and the masked phone, to tell namesakes apart. */
  hint: z.string(),
  unitIds: z.array(z.string()),
});
export type PartySuggestion = z.infer<typeof partySuggestion>;

export const parties = {
  /** Files, newest first; a page of at most 200. */
  list: query(
    'parties.read',
    z.object({
      filter: partyFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(partyLine),
  ),
  /** One file with its stays, members and vehicles, its story and what may be done next. */
  entry: query(
    'parties.read',
    z.object({ id }),
    z.object({
      entry: partyLine,
      stays: z.array(partyStay),
      members: z.array(partyMember),
      vehicles: z.array(partyVehicle),
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Parties by name, pinyin, initials, phone tail or plate; with `unitId` those of the unit come first, also for empty text. */
  suggest: query(
    'units.read',
    z.object({
      typed: text(60, 0),
      /** Exactly this party, whatever is typed: how a field shows what it holds. */
      id: id.nullish(),
      unitId: id.nullish(),
      limit: z.number().int().min(1).max(20).default(8),
    }),
    z.array(partySuggestion),
  ),

  /** Opens a file: number, journal. Errors: `parties.roleMissing` when a unit comes without a role; those of `moveIn`. */
  register: command('parties.register', registerParty, done.extend({ scanCode: z.string() })),
  /** What changed in life (a new phone): no strike, both values stay in the story. Errors: `entry.unchanged`. */
  amend: command(
    'parties.register',
    z.object({ ...touch, field: z.enum(PARTY_CHANGEABLE), value: z.string().max(2000) }),
    done,
  ),
  /** One field that was written wrong. Inside the free-edit window an edit, afterwards struck through with a reason. */
  correct: command(
    'units.correct',
    z.object({
      ...touch,
      field: z.enum(PARTY_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Put aside: nobody of it is here any more. Refused while it is in a unit: `parties.stillHere`. */
  deactivate: command('parties.register', z.object({ ...touch, reason: text(200, 2) }), done),
  /** In use again. */
  reactivate: command('parties.register', z.object({ ...touch, reason: text(200, 2) }), done),
  /** VIP mark (S31): set and taken by the manager, seen by permit only. */
  markVip: command('parties.markVip', z.object({ ...touch, vip: z.boolean() }), done),
  /** The file was a mistake. Refused while it is in a unit: `parties.stillHere`. */
  void: command('units.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Read by another person than its recorder: ends the free-edit window. */
  markSeen: command('parties.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows masked phones, papers and mail of the party and its members: reason + journal event; hidden again after 30 s. */
  unmask: command(
    'parties.unmask',
    z.object({ id, reason: text(100, 2) }),
    party.pick({ phone: true, otherPhone: true, document: true, email: true }).extend({
      members: z.array(partyMember.pick({ id: true, phone: true, document: true })),
    }),
  ),

  /** Comes into a unit in a role. Errors: `parties.alreadyThere`, `parties.notHandedOver`, `units.wrongOccupancy`. */
  moveIn: command(
    'parties.register',
    z.object({
      partyId: id,
      unitId: id,
      role: z.enum(OCCUPANCY_ROLES),
      fromOn: day.nullish(),
      leaseUntilOn: day.nullish(),
      people: people.nullish(),
      note: optionalText(300),
      /** The unit's occupancy from now on; left out: unchanged. */
      occupancyState: z.enum(OCCUPANCY_STATES).nullish(),
    }),
    doneChild,
  ),
  /** Leaves the unit; the stay stays in the history. */
  moveOut: command(
    'parties.register',
    z.object({ ...touch, toOn: day, occupancyState: z.enum(OCCUPANCY_STATES).nullish() }),
    doneChild,
  ),
  /** Lease and number of people of a current stay. Errors: `entry.unchanged`. */
  renew: command(
    'parties.register',
    z.object({
      ...touch,
      fromOn: day.nullish(),
      leaseUntilOn: day.nullish(),
      people: people.nullish(),
      note: optionalText(300),
    }),
    doneChild,
  ),
  /** A stay that was written by mistake. */
  voidStay: command('units.void', z.object({ ...touch, reason: text(200, 2) }), doneChild),
  /** Family member, staff member or emergency contact. */
  addMember: command(
    'parties.register',
    z.object({
      partyId: id,
      kind: z.enum(MEMBER_KINDS),
      name: text(40),
      relation: optionalText(20),
      gender: z.enum(GENDERS).nullish(),
      bornOn: day.nullish(),
      document: optionalText(30),
      phone: optionalPhone,
    }),
    doneChild,
  ),
  /** The member is no longer one. */
  memberLeft: command('parties.register', z.object(touch), doneChild),
  /** A vehicle of the party. Errors: `parties.plateTaken`. */
  addVehicle: command(
    'parties.register',
    z.object({
      partyId: id,
      unitId: id.nullish(),
      spaceId: id.nullish(),
      plate: text(12),
      brand: optionalText(20),
      model: optionalText(20),
      colour: optionalText(20),
    }),
    doneChild,
  ),
  /** The vehicle is gone. */
  vehicleLeft: command('parties.register', z.object(touch), doneChild),
} as const;
