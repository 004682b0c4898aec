import { Refusal } from '../../../shared/result';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { noticeOf } from './load';

/** The distribution list F33: who signed for how many copies, for which unit. */

type Ops = HandlersFor<'notices'>;

export const handOut: Ops['handOut'] = async ({ id, version, unitId, copies, receiverName, at }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  if (row.state !== 'approved' && row.state !== 'posted')
    throw new Refusal('notices.wrongState', { state: row.state });
  assertTime('at', at, row.approvedAt, ctx.now);
  const unit = await ctx.db.selectFrom('units').select('id').where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw new Refusal('notices.unitUnknown');
  const last = await ctx.db
    .selectFrom('notice_receipts')
    .select('lineNo')
    .where('noticeId', '=', id)
    .orderBy('lineNo', 'desc')
    .limit(1)
    .executeTakeFirst();
  ctx.journal.create('noticeReceipts', {
    id: ctx.newId(),
    noticeId: id,
    lineNo: (last?.lineNo ?? 0) + 1,
    unitId,
    copies,
    receiverName,
    deliveredAt: at,
    deliveredByName: ctx.actor.name,
    struckReason: null,
    struckByName: null,
  });
  return done(row);
};

export const strikeReceipt: Ops['strikeReceipt'] = async ({ id, version, receiptId, reason }, ctx) => {
  const row = await noticeOf(ctx.db, id, version);
  const line = await ctx.db
    .selectFrom('notice_receipts')
    .selectAll()
    .where('id', '=', receiptId)
    .where('noticeId', '=', id)
    .executeTakeFirst();
  if (!line) throw new Refusal('notFound');
  if (line.struckReason !== null) throw new Refusal('notices.alreadyStruck');
  const patch = { struckReason: reason, struckByName: ctx.actor.name };
  ctx.journal.change('noticeReceipts', line, patch, { kind: 'VOID' });
  return done(row);
};
