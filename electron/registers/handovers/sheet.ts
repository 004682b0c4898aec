import { sql } from 'kysely';
import { isoOf, msOf } from '../../../shared/dates';
import { NUMBERED } from '../../../shared/ids';
import type { CarriedGroup, ShiftSheet } from '../../../shared/registers/handovers.row';
import type { MatterGroup } from '../../../shared/registers/obligations';
import type { Settings } from '../../../shared/registers/office';
import type { ReadDb } from '../../db/context';
import type { HandoversTable } from '../../db/tables';
import { wordsOfAct } from '../../entries/act-words';
import { dueGroups, openGroups, thingsToCount } from '../obligations';
import { partsOf } from './load';

/** The sheet of a shift as the registers stand: drawn at the draft and kept, or shown while the shift is open. */

/** "下12小时到期" (desk-practice.md §2.9). */
const DUE_HOURS = 12;
/** Numbers of earlier handovers that stay on a matter. */
const PASSED_KEPT = 10;

type Shift = Pick<HandoversTable, 'startedAt' | 'fromSeq' | 'previousId'>;

/** `untilSeq`: the journal's end the sheet is drawn at. */
export async function sheetOf(
  db: ReadDb,
  shift: Shift,
  untilSeq: number,
  settings: Settings,
  now: string,
): Promise<ShiftSheet> {
  const look = { db, now, until: isoOf(msOf(now) + DUE_HOURS * 3_600_000), settings };
  return {
    at: now,
    from: shift.startedAt,
    work: await workOf(db, shift.fromSeq, untilSeq),
    open: await carried(db, shift.previousId, await openGroups(look)),
    due: await dueGroups(look),
    things: await thingsToCount(look),
    instructions: await standing(db),
  };
}

/** Matters of a sheet, listed or only counted. */
export const mattersIn = (groups: readonly MatterGroup[]): number =>
  groups.reduce((sum, group) => sum + group.total, 0);

/** 本班工作情况: acts on numbered registers since the shift began; looks, prints and corrections are no work of the shift. */
async function workOf(db: ReadDb, fromSeq: number, untilSeq: number): Promise<ShiftSheet['work']> {
  const { rows } = await sql<{ op: string; n: number }>`select op, count(*) as n from journal
    where seq > ${fromSeq} and seq <= ${untilSeq} and kind in ('CREATE', 'CHANGE', 'CO_CONFIRM')
      and register = substr(op, 1, instr(op, '.') - 1)
    group by op order by op`.execute(db);
  return rows.flatMap(({ op, n }) => {
    if (op.startsWith('handovers.') || !(op.split('.')[0]! in NUMBERED)) return [];
    const words = wordsOfAct(op);
    return words ? [{ ...words, count: n }] : [];
  });
}

/** The matters with how many shifts passed them on: counted on the sheet taken over from, which had counted on its own. */
async function carried(
  db: ReadDb,
  previousId: string | null,
  groups: readonly MatterGroup[],
): Promise<CarriedGroup[]> {
  const before = new Map<string, { shifts: number; passedBy: string[] }>();
  const previous = previousId
    ? await db.selectFrom('handovers').selectAll().where('id', '=', previousId).executeTakeFirst()
    : undefined;
  for (const group of (previous && partsOf(previous).sheet?.open) ?? [])
    for (const { entryId, shifts, passedBy } of group.matters) {
      const passed = [...passedBy, previous!.serialNo].slice(-PASSED_KEPT);
      before.set(`${group.register} ${entryId}`, { shifts: shifts + 1, passedBy: passed });
    }
  return groups.map((group) => ({
    ...group,
    matters: group.matters.map((matter) => ({
      ...matter,
      ...(before.get(`${group.register} ${matter.entryId}`) ?? { shifts: 0, passedBy: [] }),
    })),
  }));
}

const MOST_INSTRUCTIONS = 200;
async function standing(db: ReadDb): Promise<ShiftSheet['instructions']> {
  const rows = await db
    .selectFrom('instructions')
    .select(['id', 'serialNo', 'text', 'fromName', 'givenOn', 'renewOn'])
    .where('state', '=', 'active')
    .orderBy('recordedAt')
    .limit(MOST_INSTRUCTIONS)
    .execute();
  return rows.map((row) => ({ ...row, text: row.text ?? '' }));
}
