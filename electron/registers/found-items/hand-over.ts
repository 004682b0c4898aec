import type { FoundItemOutcome } from '../../../shared/registers/found-items.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { FoundItemsTable } from '../../db/tables';
import { assertTime, done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertOpen, itemOf, moved, reportOf } from './load';
import { indexItem } from './words';

/** From the cupboard to its end: Party A, the owner, the police, disposal by two (S01; domain.md §4.3), then the file. */

type Ops = HandlersFor<'foundItems'>;
type Patch = Partial<Omit<FoundItemsTable, 'version' | 'sealed'>>;

/** Party A is told at once (L04). Errors: `foundItems.wrongState`; a time before the item was found or in the future. */
export const notifyPartyA: Ops['notifyPartyA'] = async ({ id, version, contact, at, how }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const state = moved(row, 'notified');
  assertTime('at', at, row.foundAt, ctx.now);
  const next = ctx.journal.change(
    'foundItems',
    row,
    { state, partyAContact: contact, partyANotifiedAt: at, partyANotifiedHow: how },
    { kind: 'CHANGE' },
  );
  indexItem(ctx, next);
  return done(next);
};

/** The public notice (招领公告); posting anew replaces the date, the story keeps the old one. */
export const postNotice: Ops['postNotice'] = async ({ id, version, at, how }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertOpen(row);
  assertTime('at', at, row.foundAt, ctx.now);
  const next = ctx.journal.change(
    'foundItems',
    row,
    { noticePostedAt: at, noticeHow: how },
    { kind: 'CHANGE' },
  );
  return done(next);
};

export const handToPartyA: Ops['handToPartyA'] = async (
  { id, version, at, collectorName, collectorDocument },
  ctx,
) => {
  const row = await itemOf(ctx.db, id, version);
  return close(ctx, row, 'handedToPartyA', at, { collectorName, collectorDocument, ...supervised(row, ctx) });
};

/** The owner has described it and signed (F04). A linked lost report is closed with it. */
export const claim: Ops['claim'] = async ({ id, version, at, second: _, ...claimed }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const answer = close(ctx, row, 'claimed', at, {
    ...claimed,
    claimFeeCents: claimed.claimFeeCents ?? null,
    ...supervised(row, ctx),
  });
  if (row.lostReportId) await closeReport(ctx, row.lostReportId, row.serialNo, at);
  return answer;
};

/** A claim that did not convince: a happening of the story; the name stands sealed beside it. */
export const refuseClaim: Ops['refuseClaim'] = async ({ id, version, claimantName, reason }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  assertOpen(row);
  ctx.journal.note('foundItems', id, { kind: 'CHANGE', facts: { reason } }, row.serialNo, { claimantName });
  return done(row);
};

/** To the police against their receipt number. */
export const handToPolice: Ops['handToPolice'] = async ({ id, version, at, second: _, ...police }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  return close(ctx, row, 'toPolice', at, { ...police, ...supervised(row, ctx) });
};

/** Proposed by the supervisor who is on, approved by the manager's PIN (Q6); the door has proven both. */
export const dispose: Ops['dispose'] = async ({ id, version, at, manner, reason }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const manager = proven(ctx.second);
  return close(ctx, row, 'disposed', at, {
    disposalManner: manner,
    disposalReason: reason,
    approvedById: manager.staffId,
    approvedByName: manager.name,
  });
};

/** The signed form is filed. Errors: `foundItems.notConfirmed` while a quantity still waits for its second signature. */
export const archive: Ops['archive'] = async ({ id, version }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const state = moved(row, 'archived');
  if (row.confirmer2How === 'pending') throw new Refusal('foundItems.notConfirmed');
  const next = ctx.journal.change(
    'foundItems',
    row,
    { state, archivedAt: ctx.now, archivedByName: ctx.actor.name },
    { kind: 'CHANGE' },
  );
  return done(next);
};

function close(
  ctx: CommandContext,
  row: FoundItemsTable,
  outcome: FoundItemOutcome,
  at: string,
  patch: Patch,
) {
  const state = moved(row, outcome);
  assertTime('at', at, row.foundAt, ctx.now);
  const { staffId: closedById, name: closedByName } = ctx.actor;
  const next = ctx.journal.change(
    'foundItems',
    row,
    { ...patch, state, outcome, closedAt: at, closedById, closedByName },
    { kind: 'CHANGE' },
  );
  indexItem(ctx, next);
  return done(next);
}

/**
 * Who must stand by when an item leaves (domain.md §4.3): a supervisor for valuables, countersigned before; and the
 * finder never hands over alone. Answers the columns that name the supervisor.
 */
function supervised(row: FoundItemsTable, { actor, second }: CommandContext): Patch {
  if (row.valuable === 1) {
    if (row.countersignedAt === null) throw new Refusal('foundItems.notCountersigned');
    if (!second) throw new Refusal('foundItems.supervisorNeeded');
  }
  if (!second) {
    if (row.finderName === actor.name) throw new Refusal('foundItems.finderAlone');
    return {};
  }
  const supervisor = proven(second);
  return { approvedById: supervisor.staffId, approvedByName: supervisor.name };
}

async function closeReport(
  ctx: CommandContext,
  reportId: string,
  itemSerialNo: string,
  at: string,
): Promise<void> {
  const report = await reportOf(ctx.db, reportId);
  if (report.state === 'closed' || report.state === 'voided') return;
  ctx.journal.change(
    'lostReports',
    report,
    { state: 'closed', result: itemSerialNo, closedAt: at, closedByName: ctx.actor.name },
    { kind: 'CHANGE' },
  );
}
