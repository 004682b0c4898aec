import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { grouped, namesText, staysInUnits, staysOfParties } from './who';

const detail = (...parts: (string | null | undefined)[]): string => parts.filter((part) => part).join(' · ');

/** Codes of some units (`3-1-1502`) by id; unknown ids are left out. For every register that points at units. */
export async function unitCodes(db: ReadDb, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('units').select(['id', 'code']).where('id', 'in', among(wanted)).execute();
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** Names of some parties by id; erased names and unknown ids are left out. */
export async function partyNames(db: ReadDb, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('parties').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.flatMap((row) => (row.name === null ? [] : [[row.id, row.name]])));
}

/** Units by ids, unordered; unknown ids are left out. */
export async function unitBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('units')
    .select(['id', 'serialNo', 'code', 'name', 'layout', 'state', 'occupancyState', 'recordedAt'])
    .where('id', 'in', ids)
    .execute();
  const people = grouped(await staysInUnits(db, ids), (stay) => stay.unitId);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.name ? `${row.code} ${row.name}` : row.code,
    detail: detail(namesText(people.get(row.id)), row.layout),
    state: row.state === 'active' ? row.occupancyState : row.state,
    at: row.recordedAt,
    next: null,
  }));
}

/** Parties by ids, unordered; unknown ids are left out. */
export async function partyBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('parties')
    .select(['id', 'serialNo', 'name', 'businessKind', 'state', 'recordedAt'])
    .where('id', 'in', ids)
    .execute();
  const places = grouped(await staysOfParties(db, ids), (stay) => stay.partyId);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.name ?? row.serialNo,
    detail: detail([...new Set(places.get(row.id)?.map((stay) => stay.code))].join('、'), row.businessKind),
    state: row.state,
    at: row.recordedAt,
    next: null,
  }));
}
