import { type RawBuilder, sql } from 'kysely';
import {
  codeKeyOf,
  codeSortOf,
  mayBeUnitCode,
  unitCodeOf,
  writingFits,
} from '../../../shared/registers/unit-code';
import type { UnitSuggestion } from '../../../shared/registers/units';
import { holds } from '../../../shared/roles';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { find } from '../../db/search';
import type { UnitsTable } from '../../db/tables';
import type { HandlersFor } from '../handlers';
import { partyOf, unitOf } from './load';
import { grouped, namesText, staysInUnits, staysOfParties } from './who';

/** What a clerk types into a unit or person field, best first. Two letters must do (desk-practice.md §4). */

/** Parties looked at behind a name: namesakes of a big estate. */
const PEOPLE = 60;
/** Units looked at behind a number: all floors of all buildings that carry it. */
const UNITS = 200;
/** `writingFits` of a whole code. */
const WHOLE = 3;
/** A character above every other: ends a prefix range. */
const END = '\u{10ffff}';

type Raw = Parameters<typeof find>[0];

/** Active units whose column begins so, the shortest first. The plus keeps SQLite from walking all active ones instead. */
const beginning = (column: 'codeKey' | 'unitNo' | 'codeSort', text: string): RawBuilder<UnitsTable> =>
  sql<UnitsTable>`select * from (select * from units
    where ${sql.ref(column)} >= ${text} and ${sql.ref(column)} < ${text + END} and +state = 'active'
    order by ${sql.ref(column)} limit ${sql.lit(UNITS)})`;

/** Units that a writing may mean, best fit first: whole code, own number, beginnings. */
export async function unitsByWriting(db: ReadDb, typed: string, limit: number): Promise<UnitsTable[]> {
  if (!mayBeUnitCode(typed)) return [];
  const code = unitCodeOf(typed);
  const [key, sort] = [codeKeyOf(code), codeSortOf(code)];
  const tail = code.slice(code.lastIndexOf('-') + 1);
  const { rows } = await sql<UnitsTable>`${beginning('codeKey', key)} union all ${beginning('unitNo', tail)}
    union all ${beginning('codeSort', sort)}`.execute(db);
  return [...new Map(rows.map((row) => [row.id, row])).values()]
    .map((row) => ({ row, fit: writingFits(typed, row) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || (a.row.codeSort < b.row.codeSort ? -1 : 1))
    .slice(0, limit)
    .map(({ row }) => row);
}

/** Parties that a name, pinyin, phone tail, plate or document tail may mean, newest first. */
async function partiesByWords(db: ReadDb, raw: Raw, typed: string) {
  const hits = find(raw, { typed, registers: ['parties'], limit: PEOPLE });
  if (hits.length === 0) return [];
  const ids = hits.map((hit) => hit.entryId);
  const rows = await db
    .selectFrom('parties')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'active')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** See `units.suggest`. */
export const suggestUnits: HandlersFor<'units'>['suggest'] = async ({ typed, id, limit }, { db, door }) => {
  if (id) return toUnitSuggestions(db, [await unitOf(db, id)]);
  if (typed === '') return [];
  const found = new Map<string, UnitsTable>();
  for (const row of await unitsByWriting(db, typed, limit)) found.set(row.id, row);
  const [best] = found.values();
  // A whole number says it all; digits may still be the end of a phone.
  if (found.size < limit && !(best && writingFits(typed, best) === WHOLE)) {
    const people = await partiesByWords(db, door.rawReader, typed);
    const stays = await staysOfParties(
      db,
      people.map((row) => row.id),
    );
    const named = best ? [] : find(door.rawReader, { typed, registers: ['units'], limit });
    const ids = [...named.map((hit) => hit.entryId), ...stays.map((stay) => stay.unitId)];
    for (const row of await activeUnits(db, ids)) if (found.size < limit) found.set(row.id, row);
  }
  return toUnitSuggestions(db, [...found.values()]);
};

async function activeUnits(db: ReadDb, ids: readonly string[]): Promise<UnitsTable[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('units')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where('state', '=', 'active')
    .orderBy('codeSort')
    .execute();
}

async function toUnitSuggestions(db: ReadDb, rows: readonly UnitsTable[]): Promise<UnitSuggestion[]> {
  const people = grouped(
    await staysInUnits(
      db,
      rows.map((row) => row.id),
    ),
    (stay) => stay.unitId,
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    label: row.name ? `${row.code} ${row.name}` : row.code,
    hint: namesText(people.get(row.id)),
    occupancyState: row.occupancyState,
    deskInstructions: row.deskInstructions,
  }));
}

/** See `parties.suggest`. Those of the given unit come first. The masked phone is for readers of the files only. */
export const suggestParties: HandlersFor<'parties'>['suggest'] = async (
  { typed, id, unitId, limit },
  { db, door, actor },
) => {
  const here = unitId ? await staysInUnits(db, [unitId]) : [];
  const inside = new Set(here.map((stay) => stay.partyId));
  const named = () =>
    typed === '' ? partiesById(db, [...inside]) : partiesByWords(db, door.rawReader, typed);
  const all = id ? [await partyOf(db, id)] : await named();
  const rows = [...all].sort((a, b) => Number(inside.has(b.id)) - Number(inside.has(a.id))).slice(0, limit);
  const places = grouped(
    await staysOfParties(
      db,
      rows.map((row) => row.id),
    ),
    (stay) => stay.partyId,
  );
  const phones = holds(actor?.roles ?? [], 'parties.read');
  return rows.map((row) => {
    const stays = places.get(row.id) ?? [];
    const codes = [...new Set(stays.map((stay) => stay.code))].join('、');
    const hints = [codes, phones && row.phone ? maskPhone(row.phone) : ''];
    return {
      id: row.id,
      name: row.name ?? row.serialNo,
      hint: hints.filter((hint) => hint !== '').join(' · '),
      unitIds: [...new Set(stays.map((stay) => stay.unitId))],
    };
  });
};

const partiesById = (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('parties').selectAll().where('id', 'in', ids).where('state', '=', 'active').execute();
