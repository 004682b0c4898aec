import { dayOf, daysBetween } from '../../../shared/dates';
import { type MailState, SIGNED_KINDS } from '../../../shared/registers/mail-items.row';
import { Refusal } from '../../../shared/result';
import { lengthOf } from '../../../shared/text';
import type { CommandContext } from '../../db/context';
import type { MailItemsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { mailItemOf, mailItemsOf, moved } from './load';
import { index } from './register';

/** Items leave the desk (S16): told, handed over, left, sent back or on, lost; each end says what it was. */

type Ops = HandlersFor<'mailItems'>;
type Patch = Partial<Omit<MailItemsTable, 'version' | 'sealed'>>;

const goesFromHandToHand = (row: MailItemsTable): boolean =>
  SIGNED_KINDS.includes(row.kind) || row.valuable === 1;

/** One state, one patch, one journal line for each item of an act. */
async function moveAll(
  ctx: CommandContext,
  rows: readonly MailItemsTable[],
  to: MailState,
  at: string,
  patch: Patch,
): Promise<MailItemsTable[]> {
  const next: MailItemsTable[] = [];
  for (const row of rows) {
    const state = moved(row, to);
    assertTime('at', at, row.receivedAt, ctx.now);
    const changed = ctx.journal.change(
      'mailItems',
      row,
      { state, closedAt: at, closedByName: ctx.actor.name, ...patch },
      { kind: 'CHANGE' },
    );
    await index(ctx, changed);
    next.push(changed);
  }
  return next;
}

export const notify: Ops['notify'] = async ({ items, at, how, reachedName }, ctx) => {
  const rows = await mailItemsOf(ctx.db, items);
  const next = rows.map((row) => {
    const state = row.state === 'notified' ? row.state : moved(row, 'notified');
    assertTime('at', at, row.receivedAt, ctx.now);
    return ctx.journal.change(
      'mailItems',
      row,
      {
        state,
        notices: row.notices + 1,
        notifiedAt: at,
        notifiedHow: how,
        notifiedByName: ctx.actor.name,
        reachedName,
      },
      { kind: 'CHANGE' },
    );
  });
  return { items: next.map(done) };
};

export const collect: Ops['collect'] = async (input, ctx) => {
  const { at, takerName, takerRelation, takerIdTail, closeNote } = input;
  const rows = await mailItemsOf(ctx.db, input.items);
  const proxy = takerRelation !== 'self';
  if (proxy && lengthOf(takerIdTail ?? '') < 4 && rows.some(goesFromHandToHand))
    throw new Refusal('mailItems.identityMissing');
  const batchId = ctx.newId();
  const next = await moveAll(ctx, rows, proxy ? 'proxied' : 'collected', at, {
    closure: 'signed',
    takerName,
    takerRelation,
    takerIdTail,
    closeNote,
    batchId,
  });
  return { items: next.map(done), batchId };
};

export const leaveUnsigned: Ops['leaveUnsigned'] = async (input, ctx) => {
  const { at, closure, takerName, closeNote } = input;
  const rows = await mailItemsOf(ctx.db, input.items);
  const kept = rows.find(goesFromHandToHand);
  if (kept) throw new Refusal('mailItems.mustSign', { serialNo: kept.serialNo });
  const next = await moveAll(ctx, rows, 'unsigned', at, { closure, takerName, closeNote });
  return { items: next.map(done) };
};

export const returnToSender: Ops['returnToSender'] = async (input, ctx) => {
  const { at, returnReason, takerName, closeNote } = input;
  const rows = await mailItemsOf(ctx.db, input.items);
  const { holdDays } = (await settingsOf(ctx.db)).mail;
  const early = rows.find((row) => daysBetween(dayOf(row.receivedAt), dayOf(at)) < holdDays);
  if (returnReason === 'unclaimed' && early)
    throw new Refusal('mailItems.tooEarly', { serialNo: early.serialNo, days: String(holdDays) });
  const next = await moveAll(ctx, rows, 'returned', at, {
    returnReason,
    closure: 'signed',
    takerName,
    closeNote,
  });
  return { items: next.map(done) };
};

export const forward: Ops['forward'] = async (input, ctx) => {
  const { id, version, at, destination, takerName, closeNote } = input;
  const rows = [await mailItemOf(ctx.db, id, version)];
  const [next] = await moveAll(ctx, rows, 'forwarded', at, {
    destination,
    closure: takerName ? 'signed' : 'staffConfirmed',
    takerName,
    closeNote,
  });
  return done(next!);
};

export const reportLost: Ops['reportLost'] = async ({ id, version, at, closeNote }, ctx) => {
  const rows = [await mailItemOf(ctx.db, id, version)];
  const [next] = await moveAll(ctx, rows, 'lost', at, { closure: 'staffConfirmed', closeNote });
  return done(next!);
};

/** See `mailItems.dispatch`. */
export const dispatch: Ops['dispatch'] = async ({ items, at, takerName, trackingNo, carrier }, ctx) => {
  const rows = await mailItemsOf(ctx.db, items);
  if (trackingNo !== null && rows.length > 1) throw new Refusal('mailItems.oneNumber');
  const next = await moveAll(ctx, rows, 'sent', at, {
    closure: 'signed',
    takerName,
    ...(trackingNo ? { trackingNo } : {}),
    ...(carrier ? { carrier } : {}),
  });
  return { items: next.map(done) };
};

export const withdraw: Ops['withdraw'] = async ({ id, version, at, takerName, closeNote }, ctx) => {
  const rows = [await mailItemOf(ctx.db, id, version)];
  const [next] = await moveAll(ctx, rows, 'withdrawn', at, { closure: 'signed', takerName, closeNote });
  return done(next!);
};
