import type Database from 'better-sqlite3';
import { dayOf } from '../../../shared/dates';
import { registerParty } from '../../../shared/registers/parties';
import { unitCodeOf } from '../../../shared/registers/unit-code';
import { HANDED_OVER } from '../../../shared/registers/units.row';
import type { Hand } from '../../db/journal';
import type { PartiesTable, Tables, UnitsTable } from '../../db/tables';
import { plateOf } from '../units/plate';
import type { FileRow } from './caps';
import { Cells, type Problems } from './cells';
import { type PersonRead, readPerson } from './person';
import { difference, filled, type Plan, type Unnumbered } from './plan';
import { several, textOf } from './values';

/**
 * People of a file against the files on hand. A party is known by its number elsewhere, else by its paper, else by name and
 * phone, else by name and unit: whatever the row gives first. One person in several rows is one file with several units.
 */

type Stay = Tables['occupancies'];
type UnitHere = Pick<UnitsTable, 'id' | 'code' | 'occupancyState'>;
/** Version of a stay this import has written already. */
const WRITTEN = 0;
interface Known {
  id: string;
  /** The row on hand; null for one that this file opens. */
  old: PartiesTable | null;
  /** What this file says of it so far. */
  read: Partial<Unnumbered<'parties'>>;
  fresh: Unnumbered<'parties'> | null;
  changed: boolean;
}

/** Adds what the rows ask for to the plan. `raw`: a reading handle. */
export function planPeople(
  raw: Database.Database,
  rows: readonly FileRow[],
  mapping: ReadonlyMap<string, number>,
  by: { hand: Hand; newId: () => string },
  plan: Plan,
  problems: Problems,
): void {
  const books = new Books(raw, by, plan);
  const today = dayOf(by.hand.at);
  for (const row of rows) {
    const cells = new Cells(row, mapping, problems);
    const person = readPerson(cells, today);
    const unit = unitOf(cells, person, books);
    if (!person.party.name) cells.wrong('name', 'required');
    if (cells.bad) continue;
    const party = books.partyOf(person, unit);
    books.merge(cells, party, person);
    if (unit) books.stay(cells, party, unit, person);
    if (person.contact) books.member(party, person.contact);
    for (const plate of several(cells.text('plate')))
      books.vehicle(cells, party, unit, plate, person.vehicle);
  }
  books.finish();
}

function unitOf(cells: Cells, person: PersonRead, books: Books): UnitHere | null {
  const typed = cells.text('unit');
  if (typed === '') return null;
  const unit = books.units.get(unitCodeOf(typed));
  if (!unit) {
    cells.wrong('unit', 'unknownUnit');
    return null;
  }
  if (person.role !== 'owner' && !HANDED_OVER.includes(unit.occupancyState))
    cells.wrong('unit', 'unitNotHandedOver');
  return unit;
}

class Books {
  readonly units: ReadonlyMap<string, UnitHere>;
  readonly #keys = new Map<string, Known>();
  readonly #all: Known[] = [];
  readonly #stays = new Map<string, Stay>();
  readonly #members = new Set<string>();
  readonly #plates = new Map<string, string>();
  readonly #by: { hand: Hand; newId: () => string };
  readonly #plan: Plan;

  constructor(raw: Database.Database, by: { hand: Hand; newId: () => string }, plan: Plan) {
    this.#by = by;
    this.#plan = plan;
    const units = raw
      .prepare("SELECT id, code, occupancyState FROM units WHERE state = 'active'")
      .all() as UnitHere[];
    this.units = new Map(units.map((unit) => [unit.code, unit]));
    const codes = new Map(units.map((unit) => [unit.id, unit.code]));
    const parties = raw.prepare("SELECT * FROM parties WHERE state = 'active'").all() as PartiesTable[];
    const byId = new Map<string, Known>();
    for (const row of parties) {
      const known: Known = { id: row.id, old: row, read: {}, fresh: null, changed: false };
      byId.set(row.id, known);
      this.#all.push(known);
      this.#learn(known, row);
    }
    for (const stay of raw.prepare("SELECT * FROM occupancies WHERE state = 'current'").all() as Stay[]) {
      this.#stays.set(`${stay.unitId} ${stay.partyId} ${stay.role}`, stay);
      const known = byId.get(stay.partyId);
      const code = codes.get(stay.unitId);
      if (known?.old?.name && code) this.#keys.set(placeKey(known.old.name, code), known);
    }
    const members = raw.prepare("SELECT partyId, name FROM party_members WHERE state = 'active'").all();
    for (const one of members as { partyId: string; name: string }[])
      this.#members.add(`${one.partyId} ${one.name}`);
    const cars = raw.prepare("SELECT partyId, plate FROM vehicles WHERE state = 'active'").all();
    for (const car of cars as { partyId: string; plate: string }[]) this.#plates.set(car.plate, car.partyId);
  }

  #learn(known: Known, row: Partial<Pick<PartiesTable, 'externalNo' | 'document' | 'name' | 'phone'>>): void {
    for (const key of keysOf(row)) if (!this.#keys.has(key)) this.#keys.set(key, known);
  }

  /** The file of a person: one on hand, one this import opened before, or a new one. */
  partyOf({ party }: PersonRead, unit: UnitHere | null): Known {
    const keys = keysOf(party);
    // A number or a paper decides alone; a name and a place only when nothing better is given.
    const [best] = keys;
    let known = best ? this.#keys.get(best) : undefined;
    if (!known && unit && party.name) {
      const there = this.#keys.get(placeKey(party.name, unit.code));
      if (there && mayBe(there, party)) known = there;
    }
    if (!known) {
      const fresh = newParty(this.#by);
      known = { id: fresh.id, old: null, read: {}, fresh, changed: false };
      this.#all.push(known);
    }
    this.#learn(known, party);
    if (unit && party.name) this.#keys.set(placeKey(party.name, unit.code), known);
    return known;
  }

  /** What the row says of the party. Two rows of one file that contradict each other are a problem, not a choice. */
  merge(cells: Cells, known: Known, { party }: PersonRead): void {
    for (const key of Object.keys(party) as (keyof typeof party)[]) {
      const before = known.read[key];
      if (before !== undefined && before !== party[key]) cells.wrong(key, 'contradicts');
    }
    Object.assign(known.read, party);
  }

  stay(cells: Cells, known: Known, unit: UnitHere, person: PersonRead): void {
    const key = `${unit.id} ${known.id} ${person.role}`;
    const old = this.#stays.get(key);
    const read = { fromOn: person.fromOn, leaseUntilOn: person.leaseUntilOn, people: person.people };
    const from = read.fromOn ?? old?.fromOn ?? '';
    if (read.leaseUntilOn && read.leaseUntilOn < from) cells.wrong('leaseUntilOn', 'time.early');
    if (!old) {
      const row = {
        id: this.#by.newId(),
        state: 'current' as const,
        unitId: unit.id,
        partyId: known.id,
        role: person.role,
        fromOn: read.fromOn ?? null,
        leaseUntilOn: read.leaseUntilOn ?? null,
        toOn: null,
        people: read.people ?? null,
        note: null,
      };
      this.#plan.stays.create.push(row);
      this.#stays.set(key, { ...row, version: WRITTEN });
      known.changed = true;
      return;
    }
    // Written by this very file a row before: said twice, done once.
    if (old.version === WRITTEN) return;
    const patch = difference<Partial<Stay>>(old, read as Partial<Stay>);
    if (!patch) return;
    this.#plan.stays.change.push({ old, patch });
    this.#stays.set(key, { ...old, ...patch, version: WRITTEN });
    known.changed = true;
  }

  member(known: Known, contact: NonNullable<PersonRead['contact']>): void {
    const key = `${known.id} ${contact.name}`;
    if (this.#members.has(key)) return;
    this.#members.add(key);
    this.#plan.members.push({
      id: this.#by.newId(),
      state: 'active',
      partyId: known.id,
      kind: 'emergency',
      name: contact.name,
      relation: contact.relation,
      gender: null,
      bornOn: null,
      document: null,
      phone: contact.phone,
    });
    this.#touch(known);
  }

  vehicle(cells: Cells, known: Known, unit: UnitHere | null, typed: string, brand: string | null): void {
    const read = textOf(registerParty.shape.businessKind, plateOf(typed));
    const plate = 'value' in read ? (read.value ?? '') : '';
    const holder = this.#plates.get(plate);
    if (holder === known.id) return;
    if (plate === '' || plate.length > 12 || holder !== undefined) {
      cells.wrong('plate', holder === undefined ? 'text.long' : 'plateTaken');
      return;
    }
    this.#plates.set(plate, known.id);
    this.#plan.vehicles.push({
      id: this.#by.newId(),
      state: 'active',
      partyId: known.id,
      unitId: unit?.id ?? null,
      spaceId: null,
      plate,
      brand,
      model: null,
      colour: null,
    });
    this.#touch(known);
  }

  #touch(known: Known): void {
    known.changed = true;
    this.#plan.touched.add(known.id);
  }

  /** Files that were named: opened, changed or as they were. */
  finish(): void {
    const { parties, counts } = this.#plan;
    for (const known of this.#all) {
      if (known.fresh) {
        parties.create.push(filled(known.fresh, known.read));
        counts.created += 1;
        continue;
      }
      if (Object.keys(known.read).length === 0) continue;
      const patch = difference<Partial<PartiesTable>>(known.old!, known.read);
      if (patch) parties.change.push({ old: known.old!, patch });
      counts[patch || known.changed ? 'updated' : 'unchanged'] += 1;
    }
  }
}

const placeKey = (name: string, code: string): string => `at ${code} ${name}`;

/** What a party is known by, best first. */
function keysOf(row: Partial<Pick<PartiesTable, 'externalNo' | 'document' | 'name' | 'phone'>>): string[] {
  const keys: string[] = [];
  if (row.externalNo) keys.push(`no ${row.externalNo}`);
  if (row.document) keys.push(`id ${row.document.toUpperCase()}`);
  if (row.name && row.phone) keys.push(`tel ${row.phone} ${row.name}`);
  return keys;
}

/** Same name in the same unit is the same party unless number or paper say otherwise. */
function mayBe(known: Known, party: PersonRead['party']): boolean {
  const have = { ...known.old, ...known.read };
  const differs = (key: 'externalNo' | 'document'): boolean =>
    Boolean(have[key] && party[key] && have[key] !== party[key]);
  return !differs('externalNo') && !differs('document');
}

function newParty({ hand, newId }: { hand: Hand; newId: () => string }): Unnumbered<'parties'> {
  return {
    id: newId(),
    state: 'active',
    kind: 'person',
    name: null,
    gender: null,
    bornOn: null,
    documentKind: null,
    document: null,
    phone: null,
    otherPhone: null,
    email: null,
    address: null,
    employer: null,
    businessScope: null,
    businessKind: null,
    personInCharge: null,
    staffCount: null,
    pets: null,
    channel: null,
    externalNo: null,
    vip: 0,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note: null,
    recordedAt: hand.at,
    recorderId: hand.actorId,
    recorderName: hand.actorName,
  };
}
