import { sql } from 'kysely';
import { addDays } from '../../../shared/dates';
import type { RosterLine } from '../../../shared/registers/rosters.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { RostersTable } from '../../db/tables';
import { rowsOf, serialNosOf } from '../../entries/months';
import { gapsOf } from './week';

/** Rows become lines here and nowhere else: people, shifts, gaps and changes counted, seals left out. */

interface Standing {
  rosterId: string;
  post: string;
  shift: string;
  dayOn: string;
  staffId: string;
  state: 'planned' | 'removed';
  changedAt: string | null;
}

/** Rows as lines, in the same order. */
export async function toRosterLines(db: ReadDb, rows: readonly RostersTable[]): Promise<RosterLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'rosters', ids);
  const from = await serialNosOf(
    db,
    'rosters',
    rows.map((row) => row.copiedFromId),
  );
  const cells = await standingIn(db, ids);
  return rows.map(({ sealed: _, ...row }) => {
    const all = cells.get(row.id) ?? [];
    const planned = all.filter((cell) => cell.state === 'planned');
    return {
      ...row,
      toOn: addDays(row.weekOn, 6),
      people: new Set(planned.map((cell) => cell.staffId)).size,
      shifts: planned.length,
      gaps: gapsOf(row, planned).length,
      changes: all.filter((cell) => cell.changedAt !== null).length,
      copiedFromNo: from.get(row.copiedFromId ?? '') ?? null,
      late: false,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

async function standingIn(db: ReadDb, ids: readonly string[]): Promise<Map<string, Standing[]>> {
  const { rows } = await sql<Standing>`select rosterId, post, shift, dayOn, staffId, state, changedAt
    from roster_cells where rosterId in (${sql.join(ids)})`.execute(db);
  const byRoster = new Map<string, Standing[]>();
  for (const row of rows) {
    const list = byRoster.get(row.rosterId);
    if (list) list.push(row);
    else byRoster.set(row.rosterId, [row]);
  }
  return byRoster;
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export const rosterLinesById = async (db: ReadDb, ids: readonly string[]): Promise<RosterLine[]> =>
  toRosterLines(db, await rowsOf(db, 'rosters', ids));
