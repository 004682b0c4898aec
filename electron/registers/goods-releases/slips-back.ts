import { sql } from 'kysely';
import { addDays, instantOf, isDay } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { GoodsReleasesTable } from '../../db/tables';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { isExpired, releaseLines } from './lines';
import { movedRelease, releaseOf } from './load';

/** Gate parts come back to the office and are reconciled weekly (S19, practice): issued − returned = outstanding. */

type Ops = HandlersFor<'goodsReleases'>;

/** The signed part is here; binder and page when it is filed at once. Errors: `goodsReleases.wrongState`. */
export const returnSlip: Ops['returnSlip'] = async ({ id, version, binder, binderPage }, ctx) => {
  const row = await releaseOf(ctx.db, id, version);
  const patch = {
    state: movedRelease(row, 'slipReturned'),
    returnedAt: ctx.now,
    returnedByName: ctx.actor.name,
    binder,
    binderPage,
  };
  return done(ctx.journal.change('goodsReleases', row, patch, { kind: 'CHANGE' }));
};

/** It was another slip. Errors: `goodsReleases.wrongState` once the week is reconciled. */
export const undoReturn: Ops['undoReturn'] = async ({ id, version }, ctx) => {
  const row = await releaseOf(ctx.db, id, version);
  // The chart also lets the gate's paper go from issued to released: that is not an undoing.
  if (row.state !== 'slipReturned') throw new Refusal('goodsReleases.wrongState', { state: row.state });
  const patch = {
    state: movedRelease(row, 'released'),
    returnedAt: null,
    returnedByName: null,
    binder: null,
    binderPage: null,
  };
  return done(ctx.journal.change('goodsReleases', row, patch, { kind: 'CHANGE' }));
};

/** The figures of a week and what is missing of it as of now. */
export const week: Ops['week'] = async ({ weekOn }, { db, now }) => {
  const span = weekOf(weekOn);
  const rows = await issuedIn(db, span);
  const missing = rows.filter((row) => isMissing(row, now));
  const count = (...states: GoodsReleasesTable['state'][]): number =>
    rows.filter(({ state }) => states.includes(state)).length;
  return {
    ...span,
    issued: rows.length,
    returned: count('slipReturned', 'reconciled'),
    reconciled: count('reconciled'),
    voided: count('voided', 'reissued'),
    outstanding: await releaseLines(db, missing, now),
  };
};

/** Closes what came back of a week; what is missing stays on the list. The week's sum is a line of its own in the journal. */
export const reconcile: Ops['reconcile'] = async ({ weekOn }, ctx) => {
  const { db, journal, now, actor } = ctx;
  const span = weekOf(weekOn);
  const rows = await issuedIn(db, span);
  const back = rows.filter(({ state }) => state === 'slipReturned');
  const outstanding = rows.filter((row) => isMissing(row, now)).length;
  for (const row of back)
    journal.change(
      'goodsReleases',
      row,
      { state: movedRelease(row, 'reconciled'), reconciledAt: now, reconciledByName: actor.name },
      { kind: 'CHANGE' },
    );
  const facts = { ...span, issued: rows.length, reconciled: back.length, outstanding };
  journal.note('goodsReleases', `week/${span.from}`, { kind: 'CO_CONFIRM', facts });
  return { reconciled: back.length, outstanding };
};

/** Its gate part is not here and nothing more can happen to it without one. */
const isMissing = (row: GoodsReleasesTable, now: string): boolean =>
  row.state === 'released' || row.state === 'mismatch' || isExpired(row, now);

/** Monday to Sunday around a day. Errors: InvalidField for a day that does not exist. */
function weekOf(weekOn: string): { from: string; to: string } {
  if (!isDay(weekOn)) throw new InvalidField('weekOn', 'day.unreadable');
  const weekday = (new Date(`${weekOn}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return { from: addDays(weekOn, -weekday), to: addDays(weekOn, 6 - weekday) };
}

async function issuedIn(
  db: ReadDb,
  { from, to }: { from: string; to: string },
): Promise<GoodsReleasesTable[]> {
  const { rows } = await sql<GoodsReleasesTable>`select * from goods_releases
    where ${sql.ref('recordedAt')} >= ${instantOf(from)} and ${sql.ref('recordedAt')} < ${instantOf(addDays(to, 1))}
    order by ${sql.ref('recordedAt')}, ${sql.ref('serialNo')}`.execute(db);
  return rows;
}
