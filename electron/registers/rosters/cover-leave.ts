import { monthOf } from '../../../shared/dates';
import type { PostCover } from '../../../shared/registers/post-covers.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { CommandContext, ReadDb } from '../../db/context';
import { assertTime, done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { colleague, coverMoved, coverOf } from './load';
import { indexCover } from './words';

/** Somebody leaves a post and comes back (S15, L12): the stand-in is named first, a supervisor allows it. */

type Ops = HandlersFor<'postCovers'>;
type Permission = Pick<PostCover, 'approvedHow' | 'approverId' | 'approverName' | 'approvedAt'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  backAt: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

export const register: Ops['register'] = async (input, ctx) => {
  const { post, leaverId, standInId, reason, leftAt, dueAt, note } = input;
  assertTime('leftAt', leftAt, null, ctx.now);
  if (dueAt <= leftAt) throw new InvalidField('dueAt', 'time.early');
  if (leaverId === standInId) throw new Refusal('postCovers.samePerson');
  const leaver = await colleague(ctx.db, leaverId);
  const standIn = await colleague(ctx.db, standInId);
  const permission = permissionOf(input.byPhone, ctx);
  if (permission.approverId === leaverId || permission.approverId === standInId)
    throw new Refusal('postCovers.approverParty');
  await assertHere(ctx.db, leaver, standIn);
  const { serialNo, scanCode } = ctx.numbers.next('postCovers', monthOf(ctx.now));
  const row = ctx.journal.create('postCovers', {
    ...UNTOUCHED,
    ...permission,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'away',
    post,
    leaverId,
    leaverName: leaver.name,
    reason,
    standInId,
    standInName: standIn.name,
    leftAt,
    dueAt,
    note,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  indexCover(ctx, row);
  return { ...done(row), scanCode };
};

/** Who allowed it: the PIN in the dialog, the supervisor who records it, or one on the phone. Errors: Refusal `postCovers.askFirst`. */
function permissionOf(byPhone: boolean, { actor, now, second }: CommandContext): Permission {
  if (second) {
    const { staffId, name } = proven(second);
    return { approvedHow: 'pin', approverId: staffId, approverName: name, approvedAt: now };
  }
  if (byPhone) return { approvedHow: 'phone', approverId: null, approverName: null, approvedAt: null };
  if (!holds(actor.roles, 'postCovers.approve')) throw new Refusal('postCovers.askFirst');
  return { approvedHow: 'own', approverId: actor.staffId, approverName: actor.name, approvedAt: now };
}

interface Named {
  id: string;
  name: string;
}

/** Both are here, and the stand-in keeps no second post. Errors: Refusal `postCovers.leaverAway`, `.standInAway`, `.standInBusy`. */
async function assertHere(db: ReadDb, leaver: Named, standIn: Named): Promise<void> {
  const away = await db
    .selectFrom('post_covers')
    .select(['serialNo', 'leaverId', 'standInId', 'post'])
    .where('state', '=', 'away')
    .execute();
  const gone = away.find((row) => row.leaverId === leaver.id);
  if (gone) throw new Refusal('postCovers.leaverAway', { name: leaver.name, serialNo: gone.serialNo });
  const out = away.find((row) => row.leaverId === standIn.id);
  if (out) throw new Refusal('postCovers.standInAway', { name: standIn.name, serialNo: out.serialNo });
  const busy = away.find((row) => row.standInId === standIn.id);
  if (busy) throw new Refusal('postCovers.standInBusy', { name: standIn.name, post: busy.post });
}

export const back: Ops['back'] = async ({ id, version, at }, ctx) => {
  const row = await coverOf(ctx.db, id, version);
  const state = coverMoved(row, 'back');
  assertTime('at', at, row.leftAt, ctx.now);
  return done(ctx.journal.change('postCovers', row, { state, backAt: at }, { kind: 'CHANGE' }));
};

export const approve: Ops['approve'] = async ({ id, version }, ctx) => {
  const row = await coverOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('postCovers.wrongState', { state: row.state });
  if (row.approvedAt !== null) throw new Refusal('postCovers.signed', { name: row.approverName ?? '' });
  const { staffId, name } = ctx.actor;
  if (staffId === row.leaverId || staffId === row.standInId) throw new Refusal('postCovers.approverParty');
  const patch = { approverId: staffId, approverName: name, approvedAt: ctx.now };
  return done(ctx.journal.change('postCovers', row, patch, { kind: 'CO_CONFIRM' }));
};
