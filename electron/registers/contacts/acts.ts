import { CONTACT_OPEN } from '../../../shared/registers/contact-logs.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { ContactLogsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertPromise, contactFor, contactOf, index, moved, takenOverBy } from './load';

/** What happens to a contact after it was written down (S11): taken over, passed on, promised, answered, opened again, rated. */

type Ops = HandlersFor<'contactLogs'>;
type Patch = Partial<Omit<ContactLogsTable, 'version' | 'sealed'>>;

async function changed(ctx: CommandContext, row: ContactLogsTable, patch: Patch, reason?: string) {
  const what = reason ? { kind: 'CHANGE' as const, facts: { reason } } : { kind: 'CHANGE' as const };
  const next = ctx.journal.change('contactLogs', row, { ...patch, ...takenOverBy(row, ctx) }, what);
  await index(ctx, next);
  return done(next);
}

const assertOpen = (row: ContactLogsTable): void => {
  if (!CONTACT_OPEN.includes(row.state)) throw new Refusal('contactLogs.wrongState', { state: row.state });
};

export const takeOver: Ops['takeOver'] = async ({ items }, ctx) => {
  const taken = [];
  for (const { id, version } of items) {
    const row = await contactOf(ctx.db, id, version);
    if (row.state === 'voided') throw new Refusal('contactLogs.wrongState', { state: row.state });
    if (row.atGate === 0) throw new Refusal('contactLogs.notAtGate', { serialNo: row.serialNo });
    if (row.takenOverAt !== null) throw new Refusal('contactLogs.takenOver', { serialNo: row.serialNo });
    taken.push(await changed(ctx, row, {}));
  }
  return { items: taken };
};

export const pass: Ops['pass'] = async ({ id, version, passedTo, promisedAt }, ctx) => {
  const row = await contactOf(ctx.db, id, version);
  const state = row.state === 'passed' ? row.state : moved(row, 'passed');
  const promise = promisedAt ?? row.promisedAt;
  assertPromise(row.kind, promise, promisedAt === null ? row.happenedAt : ctx.now);
  return changed(ctx, row, {
    state,
    passedTo,
    passedAt: ctx.now,
    passedByName: ctx.actor.name,
    promisedAt: promise,
  });
};

/** A promise is for a time to come. */
function assertAhead(promisedAt: string, now: string): void {
  if (promisedAt < now) throw new InvalidField('promisedAt', 'time.early');
}

export const promise: Ops['promise'] = async ({ id, version, promisedAt, reason }, ctx) => {
  const row = await contactOf(ctx.db, id, version);
  assertOpen(row);
  assertAhead(promisedAt, ctx.now);
  return changed(ctx, row, { promisedAt }, reason);
};

export const close: Ops['close'] = async ({ id, version, at, result, replied, rating }, ctx) => {
  const row = await contactOf(ctx.db, id, version);
  const state = moved(row, 'closed');
  assertTime('at', at, row.happenedAt, ctx.now);
  return changed(ctx, row, {
    state,
    closedAt: at,
    closedByName: ctx.actor.name,
    result,
    replied: replied === 'yes' ? 1 : 0,
    rating,
    ratedAt: rating === null ? null : ctx.now,
  });
};

export const reopen: Ops['reopen'] = async ({ id, version, promisedAt, reason }, ctx) => {
  const row = await contactOf(ctx.db, id, version);
  const state = moved(row, 'open');
  assertAhead(promisedAt, ctx.now);
  const empty = { closedAt: null, closedByName: null, replied: null, rating: null, ratedAt: null };
  return changed(ctx, row, { state, promisedAt, ...empty }, reason);
};

export const rate: Ops['rate'] = async ({ id, version, rating }, ctx) => {
  const row = await contactOf(ctx.db, id, version);
  if (row.state !== 'closed') throw new Refusal('contactLogs.wrongState', { state: row.state });
  return changed(ctx, row, { rating, ratedAt: ctx.now });
};

/** See `contactLogs.report`. The gate reports its own entries itself, at once; that is no taking over. */
export const report: Ops['report'] = async ({ id, version, reportedTo, at }, ctx) => {
  const row = await contactFor(ctx.db, id, ctx.actor, version);
  assertOpen(row);
  assertTime('at', at, row.happenedAt, ctx.now);
  const patch = { serious: 1, reportedTo, reportedAt: at };
  return done(ctx.journal.change('contactLogs', row, patch, { kind: 'CHANGE' }));
};
