import type Database from 'better-sqlite3';
import { monthOf } from '../../../shared/dates';
import { occupancy, party, partyMember, vehicle } from '../../../shared/registers/parties.row';
import { unit } from '../../../shared/registers/units.row';
import { Book, type BookRow, Chain } from '../../db/bulk/book';
import { type BookRegister, type Columns, DirectSink } from '../../db/bulk/sink';
import { type Hand, Journal } from '../../db/journal';
import { NumberRun } from '../../db/numbering';
import { roomySearch, SearchIndex } from '../../db/search';
import type { PartiesTable, UnitsTable } from '../../db/tables';
import { type PartyKin, partyWords, unitWords } from '../units/words';
import type { Plan } from './plan';

/**
 * Writes a plan inside the caller's transaction: changes through the journal as any command, new rows through the bulk
 * writer, which makes the same lines with a third of the work (db/bulk/book.ts). `verify` proves that both agree.
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
  const total = sizeOf(plan);
  let done = 0;
  const step = (): void => {
    done += 1;
    if (done % STRETCH === 0) each(done, total);
  };
  const journal = new Journal(db, hand, random);
  const changed = { units: [] as UnitsTable[], parties: new Map<string, PartiesTable>() };
  for (const { old, patch } of plan.units.change) {
    changed.units.push(journal.change('units', old, patch, { kind: 'CHANGE' }));
    step();
  }
  for (const { old, patch } of plan.parties.change) {
    changed.parties.set(old.id, journal.change('parties', old, patch, { kind: 'CHANGE' }));
    step();
  }
  for (const { old, patch } of plan.stays.change) {
    journal.change('occupancies', old, patch, { kind: 'CHANGE' });
    step();
  }
  const bulk = new BulkWriter(db, hand, random, journal.head, step);
  const month = monthOf(hand.at);
  const unitNumbers = new NumberRun(db, 'units', month);
  const units = plan.units.create.map((row) => bulk.add('units', { ...row, ...unitNumbers.next() }));
  unitNumbers.store();
  const partyNumbers = new NumberRun(db, 'parties', month);
  const parties = plan.parties.create.map((row) =>
    bulk.add('parties', { ...row, ...partyNumbers.next(), vip: 0 }),
  );
  partyNumbers.store();
  for (const row of plan.stays.create) bulk.add('occupancies', row);
  for (const row of plan.members) bulk.add('partyMembers', row);
  for (const row of plan.vehicles) bulk.add('vehicles', row);
  bulk.flush();
  // Words come after all rows: every statement on a guarded table opens a savepoint, and at each savepoint FTS5 writes out
  // what it has gathered. A word between two rows would cost a segment of its own.
  const search = new SearchIndex(db);
  roomySearch(db, true);
  for (const row of changed.units) search.put('units', row.id, row.recordedAt, unitWords(row));
  for (const row of units) {
    search.add('units', row.id, row.recordedAt, unitWords(row));
    step();
  }
  const kin = kinOf(plan);
  for (const row of parties) {
    search.add('parties', row.id, row.recordedAt, partyWords(row, kin.get(row.id) ?? ALONE));
    step();
  }
  const fresh = new Set(parties.map((row) => row.id));
  indexAgain(
    db,
    search,
    changed.parties,
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
  readonly #sink: DirectSink;
  readonly #hand: Hand;
  readonly #step: () => void;

  constructor(
    db: Database.Database,
    hand: Hand,
    random: (bytes: Uint8Array) => void,
    head: { seq: number; hash: string },
    step: () => void,
  ) {
    const sink = new DirectSink(db, COLUMNS, { guarded: true });
    this.#sink = sink;
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

  /** Answers the row. */
  add<R extends Bulk>(register: R, row: BookRow<R>): BookRow<R> {
    const book: Book<R> = this.#books[register];
    book.settle(book.open(row, this.#hand));
    this.touched.add(register);
    this.#step();
    return row;
  }

  /** Must follow the last row. */
  flush(): void {
    this.#sink.flush();
  }
}

/** Rows to write; new units and parties count twice, for their words. */
const sizeOf = ({ units, parties, stays, members, vehicles }: Plan): number =>
  2 * units.create.length +
  units.change.length +
  2 * parties.create.length +
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
