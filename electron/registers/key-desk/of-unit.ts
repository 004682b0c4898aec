import { sql } from 'kysely';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { keyIncidentBriefs, keyLoanBriefs } from './briefs';

/** What the key desk knows of one unit, for the unit's page. */

interface OfUnit {
  rows: Brief[];
  total: number;
}

/** Loans of the unit's keys and for the unit: those that are out first, then the latest. Counted to 1000. */
export async function keyLoansOfUnit(db: ReadDb, unitId: string, limit: number): Promise<OfUnit> {
  const newest = () =>
    db
      .selectFrom('key_loans')
      .select('id')
      .where('unitId', '=', unitId)
      .orderBy('issuedAt', 'desc')
      .limit(limit);
  const out = await newest().where('state', '=', 'out').execute();
  const latest = await newest().execute();
  const ids = [...new Set([...out, ...latest].map((row) => row.id))].slice(0, limit);
  return {
    rows: inOrder(ids, await keyLoanBriefs(db, ids)),
    total: await countOf(db, 'key_loans', unitId),
  };
}

/** Losses and damage of the unit's keys, newest first. */
export async function keyIncidentsOfUnit(db: ReadDb, unitId: string, limit: number): Promise<OfUnit> {
  const rows = await db
    .selectFrom('key_incidents')
    .select('id')
    .where('unitId', '=', unitId)
    .orderBy('foundOutAt', 'desc')
    .limit(limit)
    .execute();
  const ids = rows.map((row) => row.id);
  return {
    rows: inOrder(ids, await keyIncidentBriefs(db, ids)),
    total: await countOf(db, 'key_incidents', unitId),
  };
}

const inOrder = (ids: readonly string[], briefs: readonly Brief[]): Brief[] =>
  ids.flatMap((id) => briefs.find((brief) => brief.entryId === id) ?? []);

async function countOf(db: ReadDb, table: 'key_loans' | 'key_incidents', unitId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select 1 from ${sql.table(table)} where ${sql.ref('unitId')} = ${unitId} limit 1000)`.execute(db);
  return rows[0]?.n ?? 0;
}
