import { sql } from 'kysely';
import type { NumberedRegister } from '../../shared/ids';
import type { Actor } from '../../shared/registers/session';
import type { UnitSection } from '../../shared/registers/units.page';
import { holds } from '../../shared/roles';
import type { ReadDb } from '../db/context';
import { find } from '../db/search';
import type { Tables } from '../db/tables';
import { BOOKS } from './search/books';
import type { Brief } from './search/brief';

/**
 * What every register knows of one unit, for the page "one unit on one page" (S33). A register whose rows name a unit has
 * one line here; sections the reader may not read are left out.
 */

/** Lines of a section on the page; the rest is behind its door. */
const SECTION_ROWS = 8;
/** Counted no further (speed.md §1). */
const SECTION_TOTAL = 1000;

interface Source {
  register: NumberedRegister;
  table: keyof Tables;
  /** Time column the section goes by, newest first. */
  at: string;
  /** States that come first whatever their age: out, in, still to be done. */
  open?: readonly string[];
}

/** In the order of the page. */
const SOURCES: readonly Source[] = [
  { register: 'keys', table: 'keys', at: 'recordedAt' },
  { register: 'keyLoans', table: 'key_loans', at: 'issuedAt', open: ['out'] },
  { register: 'keyMandates', table: 'key_mandates', at: 'recordedAt' },
  { register: 'keyIncidents', table: 'key_incidents', at: 'foundOutAt' },
  { register: 'visits', table: 'visits', at: 'visitAt', open: ['expected', 'in', 'steppedOut'] },
  {
    register: 'goodsReleases',
    table: 'goods_releases',
    at: 'recordedAt',
    open: ['issued', 'atGate', 'mismatch', 'released'],
  },
  { register: 'accessCards', table: 'access_cards', at: 'issuedAt', open: ['issued', 'lost'] },
  {
    register: 'mailItems',
    table: 'mail_items',
    at: 'receivedAt',
    open: ['arrived', 'shelved', 'notified', 'toSend'],
  },
  { register: 'custodyItems', table: 'custody_items', at: 'keptAt', open: ['kept', 'partlyTaken'] },
  { register: 'toolLoans', table: 'tool_loans', at: 'issuedAt', open: ['out', 'damaged', 'lost'] },
  { register: 'officeJobs', table: 'office_jobs', at: 'takenAt', open: ['taken', 'charged'] },
  {
    register: 'roomBookings',
    table: 'room_bookings',
    at: 'fromAt',
    open: ['asked', 'confirmed', 'prepared', 'inUse'],
  },
  { register: 'moveNotices', table: 'move_notices', at: 'moveOn', open: ['announced'] },
  { register: 'contactLogs', table: 'contact_logs', at: 'happenedAt', open: ['open', 'passed'] },
  { register: 'disclosures', table: 'disclosures', at: 'recordedAt' },
];

/** The sections this reader may see; a register without lines still shows that it has none. `raw`: a reading handle. */
export async function sectionsOf(
  db: ReadDb,
  raw: Parameters<typeof find>[0],
  unit: { id: string; code: string },
  actor: Actor | null,
  now: string,
): Promise<UnitSection[]> {
  const may = (register: NumberedRegister) => holds(actor?.roles ?? [], BOOKS[register].permit);
  const sections: UnitSection[] = [];
  for (const source of SOURCES) {
    if (!may(source.register)) continue;
    const ids = await newestOf(db, source, unit.id);
    sections.push({
      register: source.register,
      rows: await briefsOf(db, source.register, ids, now),
      total: await countOf(db, source, unit.id),
    });
  }
  // Found items name a unit in words: the place, or the claimant's unit.
  if (may('foundItems')) {
    const hits = find(raw, { typed: unit.code, registers: ['foundItems'], limit: SECTION_ROWS + 1 });
    const exact = hits.filter((hit) => hit.words.includes(unit.code.toLowerCase()));
    const ids = exact.slice(0, SECTION_ROWS).map((hit) => hit.entryId);
    sections.push({
      register: 'foundItems',
      rows: await briefsOf(db, 'foundItems', ids, now),
      total: exact.length,
    });
  }
  return sections;
}

/** Ids of the open lines, then of the newest others. */
async function newestOf(db: ReadDb, { table, at, open }: Source, unitId: string): Promise<string[]> {
  const query = (more = sql``) =>
    sql<{ id: string }>`select id from ${sql.table(table)} where ${sql.ref('unitId')} = ${unitId}
      and state <> 'voided'${more} order by ${sql.ref(at)} desc, id desc limit ${sql.lit(SECTION_ROWS)}`.execute(
      db,
    );
  const first = open ? (await query(sql` and state in (${sql.join(open)})`)).rows : [];
  const rest = (await query()).rows;
  return [...new Set([...first, ...rest].map((row) => row.id))].slice(0, SECTION_ROWS);
}

async function countOf(db: ReadDb, { table }: Source, unitId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select 1 from ${sql.table(table)} where ${sql.ref('unitId')} = ${unitId} and state <> 'voided' limit ${sql.lit(SECTION_TOTAL)})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Lines of a register in the order of the ids. */
async function briefsOf(
  db: ReadDb,
  register: NumberedRegister,
  ids: string[],
  now: string,
): Promise<Brief[]> {
  const briefs = new Map((await BOOKS[register].briefs(db, ids, now)).map((brief) => [brief.entryId, brief]));
  return ids.flatMap((id) => briefs.get(id) ?? []);
}
