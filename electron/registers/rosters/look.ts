import { addDays } from '../../../shared/dates';
import type { OnDuty } from '../../../shared/registers/rosters';
import type { ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import { seen } from '../../entries/correction';
import { freeUntil } from '../../entries/freeze';
import { realDay } from '../../entries/listing';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { cellsOf } from './cells';
import { rosterCounts, rosterPage } from './filter';
import { toRosterLines } from './lines';
import { mayOf, rosterOf } from './load';
import { rosterActs } from './next';
import { gapsOf, restlessOf, slotsOf } from './week';

/** Reading the rosters: the book, a week's board, who is on. */

type Ops = HandlersFor<'rosters'>;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  rosterPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => rosterCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await rosterOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toRosterLines(db, [row]);
  return {
    entry: line!,
    story: await storyOf(db, 'rosters', id),
    next: rosterActs(row, actor),
    freeUntil: await freeUntil(db, 'rosters', row, actor?.staffId, limits, now),
    warnings: line!.gaps > 0 && row.state !== 'voided' ? ['short'] : [],
  };
};

export const week: Ops['week'] = async ({ id }, { db }) => {
  const row = await rosterOf(db, id);
  const cells = await cellsOf(db, id);
  const { shifts } = await settingsOf(db);
  return { slots: slotsOf(row), cells, gaps: gapsOf(row, cells), restless: restlessOf(cells, shifts) };
};

export const people: Ops['people'] = async (_, { db }) => {
  const rows = await db.selectFrom('staff').selectAll().where('active', '=', 1).orderBy('staffNo').execute();
  return rows
    .filter((row) => mayOf(row, 'shiftSwaps.ask'))
    .map(({ id, staffNo, name, initials }) => ({ staffId: id, staffNo, name, initials }));
};

export const onDay: Ops['onDay'] = ({ on }, { db }) => onDutyOn(db, realDay('on', on));

/** Who is on that day by the published roster, approved swaps and marked changes in: shift by shift, post by post. */
export async function onDutyOn(db: ReadDb, on: string): Promise<OnDuty[]> {
  const rows = await planned(db)
    .where('dayOn', '=', on)
    .where('rosters.weekOn', '<=', on)
    .where('rosters.weekOn', '>', addDays(on, -7))
    .execute();
  const { shifts } = await settingsOf(db);
  const order = (code: string) => shifts.findIndex((shift) => shift.code === code);
  return rows
    .map(asOnDuty)
    .sort((a, b) => order(a.shift) - order(b.shift) || (a.post < b.post ? -1 : a.post > b.post ? 1 : 0));
}

/** How far ahead shifts are offered for a swap. */
const AHEAD_DAYS = 14;

export const shiftsOf: Ops['shiftsOf'] = async ({ staffId, fromOn }, { db }) => {
  const rows = await planned(db)
    .where('staffId', '=', staffId)
    .where('dayOn', '>=', realDay('fromOn', fromOn))
    .where('dayOn', '<', addDays(fromOn, AHEAD_DAYS))
    .orderBy('dayOn')
    .orderBy('shift')
    .execute();
  return rows.map(asOnDuty);
};

const planned = (db: ReadDb) =>
  db
    .selectFrom('roster_cells')
    .innerJoin('rosters', 'rosters.id', 'roster_cells.rosterId')
    .select([
      'roster_cells.id as cellId',
      'dayOn',
      'shift',
      'post',
      'staffId',
      'staffName',
      'roster_cells.changedAt as changedAt',
    ])
    .where('rosters.state', '=', 'published')
    .where('roster_cells.state', '=', 'planned');

const asOnDuty = ({ changedAt, ...row }: Omit<OnDuty, 'changed'> & { changedAt: string | null }): OnDuty => ({
  ...row,
  changed: changedAt !== null,
});

/** Another person opened the week: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await rosterOf(ctx.db, id);
  await seen(ctx, 'rosters', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
