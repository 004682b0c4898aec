import type Database from 'better-sqlite3';
import { monthOf } from '../../../shared/dates';
import { occupancy, party, partyMember, vehicle } from '../../../shared/registers/parties.row';
import { unit } from '../../../shared/registers/units.row';
import { Book, type BookRow, Chain } from '../../cli/seed/book';
import { type BookRegister, type Columns, DirectSink } from '../../cli/seed/sink';
import { type Hand, Journal } from '../../db/journal';
import { NumberRun } from '../../db/numbering';
import { roomySearch, SearchIndex } from '../../db/search';
import type { PartiesTable } from '../../db/tables';
import { type PartyKin, partyWords, unitWords } from '../units/words';
import type { Plan } from './plan';

/**
 * Writes a plan inside the caller's transaction: changes through the journal as any command, new rows through the bulk
 * writer, which makes the same lines with a third of the work (cli/seed/book.ts). `verify` proves that both agree.
 */

interface Watch {
  /** Called every so many rows; throws to stop. */
  each: (done: number, total: number) => void;
}
const STRETCH = 200;

/** Columns of the rows that come in bulk, sorted, `version` in and `sealed` out. */
const COLUMNS = {
  units: unit.keyof().options.toSorted(),
  parties: party.keyof().options.toSorted(),
  occupancies: occupancy.keyof().options.toSorted(),
  partyMembers: partyMember.keyof().options.toSorted(),
  vehicles: vehicle.keyof().options.toSorted(),
} as const satisfies Columns;
type Bulk = keyof typeof COLUMNS & BookRegister;

/** Answers the registers it touched. Errors: whatever `each` throws; the caller rolls back. */
export function writePlan(
  db: Database.Database,
  hand: Hand,
  random: (bytes: Uint8Array) => void,
  plan: Plan,
  { each }: Watch,
): Set<string> {
  const search = new SearchIndex(db);
  roomySearch(db, true);
  const total = sizeOf(plan);
  let done = 0;
  const step = (): void => {
    done += 1;
    if (done % STRETCH === 0) each(done, total);
  };
  const journal = new Journal(db, hand, random);
  const again = new Map<string, PartiesTable>();
  for (const { old, patch } of plan.units.change) {
    const row = journal.change('units', old, patch, { kind: 'CHANGE' });
    search.put('units', row.id, row.recordedAt, unitWords(row));
    step();
  }
  for (const { old, patch } of plan.parties.change) {
    again.set(old.id, journal.change('parties', old, patch, { kind: 'CHANGE' }));
    step();
  }
  for (const { old, patch } of plan.stays.change) {
    journal.change('occupancies', old, patch, { kind: 'CHANGE' });
    step();
  }
  const bulk = new BulkWriter(db, hand, random, journal.head, step);
  const month = monthOf(hand.at);
  const unitNumbers = new NumberRun(db, 'units', month);
  for (const row of plan.units.create) {
    const full = { ...row, ...unitNumbers.next() };
    bulk.add('units', full);
    search.add('units', full.id, full.recordedAt, unitWords(full));
  }
  unitNumbers.store();
  const kin = kinOf(plan);
  const partyNumbers = new NumberRun(db, 'parties', month);
  for (const row of plan.parties.create) {
    const full = { ...row, ...partyNumbers.next(), vip: 0 };
    bulk.add('parties', full);
    search.add('parties', full.id, full.recordedAt, partyWords(full, kin.get(full.id) ?? ALONE));
  }
  partyNumbers.store();
  for (const row of plan.stays.create) bulk.add('occupancies', row);
  for (const row of plan.members) bulk.add('partyMembers', row);
  for (const row of plan.vehicles) bulk.add('vehicles', row);
  const fresh = new Set(plan.parties.create.map((row) => row.id));
  indexAgain(
    db,
    search,
    again,
    [...plan.touched].filter((id) => !fresh.has(id)),
  );
  roomySearch(db, false);
  each(total, total);
  return new Set([...journal.touched, ...bulk.touched]);
}

/** New rows in order, each with its CREATE line. */
class BulkWriter {
  readonly touched = new Set<string>();
  readonly #books: { [R in Bulk]: Book<R> };
  readonly #hand: Hand;
  readonly #step: () => void;

  constructor(
    db: Database.Database,
    hand: Hand,
    random: (bytes: Uint8Array) => void,
    head: { seq: number; hash: string },
    step: () => void,
  ) {
    const sink = new DirectSink(db, COLUMNS);
    const chain = new Chain(sink, head);
    const book = <R extends Bulk>(register: R) => new Book(sink, chain, register, COLUMNS[register], random);
    this.#books = {
      units: book('units'),
      parties: book('parties'),
      occupancies: book('occupancies'),
      partyMembers: book('partyMembers'),
      vehicles: book('vehicles'),
    };
    this.#hand = hand;
    this.#step = step;
  }

  add<R extends Bulk>(register: R, row: BookRow<R>): void {
    const book: Book<R> = this.#books[register];
    book.settle(book.open(row, this.#hand));
    this.touched.add(register);
    this.#step();
  }
}

/** Rows to write. */
const sizeOf = ({ units, parties, stays, members, vehicles }: Plan): number =>
  units.create.length +
  units.change.length +
  parties.create.length +
  parties.change.length +
  stays.create.length +
  stays.change.length +
  members.length +
  vehicles.length;

const ALONE: PartyKin = { members: [], plates: [] };

/** Members and plates that come with the plan, by party. */
function kinOf({
  members,
  vehicles,
}: Plan): Map<string, { members: PartyKin['members'][number][]; plates: (string | null)[] }> {
  const kin = new Map<string, { members: PartyKin['members'][number][]; plates: (string | null)[] }>();
  const of = (id: string) => {
    const known = kin.get(id) ?? { members: [], plates: [] };
    kin.set(id, known);
    return known;
  };
  for (const member of members) of(member.partyId).members.push(member);
  for (const car of vehicles) of(car.partyId).plates.push(car.plate);
  return kin;
}

/** Words of parties that were there before and changed, or to whom somebody or something came. */
function indexAgain(
  db: Database.Database,
  search: SearchIndex,
  changed: Map<string, PartiesTable>,
  touched: readonly string[],
): void {
  const row = db.prepare('SELECT * FROM parties WHERE id = ?');
  const members = db.prepare("SELECT name, phone FROM party_members WHERE partyId = ? AND state = 'active'");
  const plates = db.prepare("SELECT plate FROM vehicles WHERE partyId = ? AND state = 'active'").pluck();
  for (const id of touched) if (!changed.has(id)) changed.set(id, row.get(id) as PartiesTable);
  for (const party of changed.values()) {
    const kin = {
      members: members.all(party.id) as PartyKin['members'],
      plates: plates.all(party.id) as (string | null)[],
    };
    search.put('parties', party.id, party.recordedAt, partyWords(party, kin));
  }
}
