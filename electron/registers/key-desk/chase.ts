import { dayOf, dayTimeOf, msOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { KeyLoansTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { toKeyLoanLines } from './lines';
import { loanOf } from './load';

/** Keys that are not back: a later time by a supervisor, calls (S07), the overdue list (F12), and K16. */

type Ops = HandlersFor<'keyLoans'>;

/** A later due time. Errors: `keyLoans.wrongState`, `.dueInPast`, `.dueNotLater`. */
export const extend: Ops['extend'] = async ({ id, version, dueAt, reason }, ctx) => {
  const row = await loanOf(ctx.db, id, version);
  assertOut(row);
  if (msOf(dueAt) <= msOf(ctx.now)) throw new Refusal('keyLoans.dueInPast');
  if (msOf(dueAt) <= msOf(row.dueAt)) throw new Refusal('keyLoans.dueNotLater');
  const { staffId, name } = ctx.actor;
  const overnight = dayOf(dueAt) !== dayOf(row.issuedAt);
  const next = ctx.journal.change(
    'keyLoans',
    row,
    {
      dueAt,
      dueOn: dayOf(dueAt),
      extendedAt: ctx.now,
      extendedByName: name,
      extendReason: reason,
      ...(overnight && row.overnightById === null ? { overnightById: staffId, overnightByName: name } : {}),
    },
    { kind: 'CHANGE' },
  );
  return done(next);
};

/**
 * A call for a key (S07): the owner of an owner's loan, else the unit or department of the borrower; which of the two is
 * decided here, so that it is never forgotten. Errors: `keyLoans.wrongState`, `.notYetDue`, `.promiseInPast`; InvalidField `at`.
 */
export const chase: Ops['chase'] = async ({ id, version, ...call }, ctx) => {
  const row = await loanOf(ctx.db, id, version);
  assertOut(row);
  // From the day it is due: calling before closing time is what keeps the overdue list short.
  if (dayOf(ctx.now) < row.dueOn) throw new Refusal('keyLoans.notYetDue', { due: dayTimeOf(row.dueAt) });
  assertTime('at', call.at, row.issuedAt, ctx.now);
  const promisedAt = call.promisedAt ?? null;
  if (promisedAt !== null && promisedAt < call.at) throw new Refusal('keyLoans.promiseInPast');
  const contact = row.borrowerClass === 'owner' ? 'owner' : 'department';
  const child = ctx.journal.create('keyChases', {
    id: ctx.newId(),
    loanId: id,
    contact,
    ...call,
    promisedAt,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  // The loan's own story tells of the call too; it changes no column of the loan.
  ctx.journal.note(
    'keyLoans',
    id,
    { kind: 'CHANGE', facts: { chase: child.id, contact, how: call.how } },
    row.serialNo,
  );
  return done(row);
};

function assertOut(row: KeyLoansTable): void {
  if (row.state !== 'out') throw new Refusal('keyLoans.wrongState', { state: row.state });
}

/** Overdue loans after a place in their order (due time, id), longest overdue first. */
export async function overdueRows(
  db: ReadDb,
  now: string,
  after: { dueAt: string; id: string } | null,
  limit: number,
): Promise<KeyLoansTable[]> {
  let rows = db
    .selectFrom('key_loans')
    .selectAll()
    .where('state', '=', 'out')
    .where('dueAt', '<', now)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit);
  if (after)
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('dueAt', 'id'), '>', tuple(after.dueAt, after.id)),
    );
  return rows.execute();
}

/** Lines the overdue list answers at most: more than any cabinet holds. */
const MOST = 500;

export const overdueList: Ops['overdueList'] = async (_, { db, now }) => ({
  rows: await toKeyLoanLines(db, await overdueRows(db, now, null, MOST), now),
  at: now,
});

/** K16 钥匙当日归还率: of the loans due in a month up to now, those back by the end of the day they were due. */
export const monthRate: Ops['monthRate'] = async ({ month }, { db, now }) => {
  const today = dayOf(now);
  const span = db
    .selectFrom('key_loans')
    .where('dueOn', '>=', `${month}-01`)
    .where('dueOn', '<=', `${month}-31`)
    .where('state', '!=', 'voided')
    .where('dueOn', '<=', today);
  const { due } = await span
    .select(({ fn }) => fn.countAll<number>().as('due'))
    // What is due today and still out has until the end of the day.
    .where(({ eb, or }) => or([eb('dueOn', '<', today), eb('returnedOn', 'is not', null)]))
    .executeTakeFirstOrThrow();
  const { onTheDay } = await span
    .select(({ fn }) => fn.countAll<number>().as('onTheDay'))
    .whereRef('returnedOn', '<=', 'dueOn')
    .executeTakeFirstOrThrow();
  return { due, onTheDay, percent: due === 0 ? null : Math.round((onTheDay * 1000) / due) / 10 };
};
