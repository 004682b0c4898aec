import { dayOf, monthOf } from '../../../shared/dates';
import { keyCopies } from '../../../shared/registers/key-copies';
import type { KeyCopyCorrectable } from '../../../shared/registers/key-copies.row';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { CommandContext } from '../../db/context';
import { storyOf } from '../../db/story';
import type { KeyCopiesTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { countBranches, realDay } from '../../entries/listing';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { keyOf } from '../keys/moves';
import { settingsOf } from '../office/settings';
import { copyBranches } from './filter';
import { missingKeyNos, newKeyNosOf, toKeyCopyLines } from './lines';
import { copyMoved, copyOf, secondOf } from './load';
import { actsOnCopy } from './next';
import { copyPage } from './pages';
import { indexCopy } from './words';

/** S08 钥匙配制 (F13): no copy without approval by somebody else; area and locker keys are never copied by staff. */

type Ops = HandlersFor<'keyCopies'>;

/** Categories staff may never copy (S08). */
const NEVER = ['office', 'locker'] as const;

/** An application. Errors: `keyCopies.neverCopied`, `.keyGone`. */
export const apply: Ops['apply'] = async (input, ctx) => {
  const { now, actor } = ctx;
  const key = await keyOf(ctx.db, input.keyId);
  if (NEVER.some((category) => category === key.category))
    throw new Refusal('keyCopies.neverCopied', { no: key.keyNo });
  if (key.state === 'retired' || key.state === 'voided')
    throw new Refusal('keyCopies.keyGone', { no: key.keyNo });
  const { serialNo, scanCode } = ctx.numbers.next('keyCopies', monthOf(now));
  const row = ctx.journal.create('keyCopies', {
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'applied',
    keyId: key.id,
    keyNo: key.keyNo,
    keyName: key.label,
    keyCategory: key.category,
    appliedAt: now,
    applicantId: actor.staffId,
    applicantName: actor.name,
    applicantDepartment: input.applicantDepartment,
    quantity: input.quantity,
    reason: input.reason,
    opinion: null,
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
    refusedReason: null,
    locksmith: null,
    costCents: null,
    bearer: null,
    madeOn: null,
    newKeyNos: null,
    collectedByName: null,
    collectedAt: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexCopy(ctx, row);
  return { ...done(row), scanCode };
};

/** Who decides: the second person by PIN, else the actor, who must hold the right. Errors: `keyCopies.ownApplication`, `.approverMissing`. */
async function decider(row: KeyCopiesTable, ctx: CommandContext) {
  const person = (await secondOf(ctx.db, ctx.second)) ?? ctx.actor;
  if (!holds(person.roles, 'keyCopies.approve')) throw new Refusal('keyCopies.approverMissing');
  if (person.staffId === row.applicantId) throw new Refusal('keyCopies.ownApplication');
  return { decidedById: person.staffId, decidedByName: person.name, decidedAt: ctx.now };
}

/** Approved (批准): by the manager, or by the supervisor as deputy. Errors: see `decider`; `keyCopies.wrongState`. */
export const approve: Ops['approve'] = async ({ id, version, opinion }, ctx) => {
  const row = await copyOf(ctx.db, id, version);
  const state = copyMoved(row, 'approved');
  const next = ctx.journal.change(
    'keyCopies',
    row,
    { state, opinion, ...(await decider(row, ctx)) },
    { kind: 'CO_CONFIRM' },
  );
  indexCopy(ctx, next);
  return done(next);
};

/** Not approved, with the reason. Errors: as `approve`. */
export const refuse: Ops['refuse'] = async ({ id, version, reason }, ctx) => {
  const row = await copyOf(ctx.db, id, version);
  const state = copyMoved(row, 'refused');
  const next = ctx.journal.change(
    'keyCopies',
    row,
    { state, refusedReason: reason, ...(await decider(row, ctx)) },
    { kind: 'CHANGE' },
  );
  indexCopy(ctx, next);
  return done(next);
};

/**
 * Cut. Errors: `keyCopies.wrongState`, `.numbersDiffer` when there are not as many numbers as keys, `.numberTaken` {no} when
 * another key bore a number before this copy was approved; InvalidField `madeOn`.
 */
export const make: Ops['make'] = async (
  { id, version, locksmith, costCents, bearer, madeOn, newKeyNos },
  ctx,
) => {
  const row = await copyOf(ctx.db, id, version);
  const state = copyMoved(row, 'made');
  realDay('madeOn', madeOn);
  if (madeOn > dayOf(ctx.now)) throw new InvalidField('madeOn', 'time.future');
  if (row.decidedAt !== null && madeOn < dayOf(row.decidedAt)) throw new InvalidField('madeOn', 'time.early');
  const numbers = [...new Set(newKeyNos)];
  if (numbers.length !== row.quantity)
    throw new Refusal('keyCopies.numbersDiffer', { quantity: row.quantity, numbers: numbers.length });
  if (numbers.includes(row.keyNo)) throw new Refusal('keyCopies.numberOfOriginal', { no: row.keyNo });
  const taken = await ctx.db
    .selectFrom('keys')
    .select('keyNo')
    .where('keyNo', 'in', numbers)
    .where('recordedAt', '<', row.decidedAt ?? row.appliedAt)
    .limit(1)
    .executeTakeFirst();
  if (taken) throw new Refusal('keyCopies.numberTaken', { no: taken.keyNo });
  const next = ctx.journal.change(
    'keyCopies',
    row,
    { state, locksmith, costCents, bearer, madeOn, newKeyNos: JSON.stringify(numbers) },
    { kind: 'CHANGE' },
  );
  indexCopy(ctx, next);
  return done(next);
};

/** Handed to the applicant. Errors: `keyCopies.notInBook` while a new number is not in the inventory; InvalidField `at`. */
export const collect: Ops['collect'] = async ({ id, version, collectedByName, at }, ctx) => {
  const row = await copyOf(ctx.db, id, version);
  const state = copyMoved(row, 'collected');
  assertTime('at', at, row.decidedAt, ctx.now);
  const [missing] = await missingKeyNos(ctx.db, newKeyNosOf(row));
  if (missing !== undefined) throw new Refusal('keyCopies.notInBook', { no: missing });
  const next = ctx.journal.change(
    'keyCopies',
    row,
    { state, collectedByName, collectedAt: at },
    { kind: 'CHANGE' },
  );
  indexCopy(ctx, next);
  return done(next);
};

export const list: Ops['list'] = ({ filter, after, limit }, { db, door }) =>
  copyPage(db, door.rawReader, filter, after, limit);

/** Applications that wait for a decision, and approved ones that wait for the locksmith. */
export const counts: Ops['counts'] = async (_, { db }) => ({
  approve: await countBranches(db, 'key_copies', copyBranches({ need: 'approve' })),
  make: await countBranches(db, 'key_copies', copyBranches({ need: 'make' })),
});

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await copyOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toKeyCopyLines(db, [row]);
  return {
    entry: line!,
    story: await storyOf(db, 'keyCopies', id),
    next: actsOnCopy(row, actor),
    freeUntil: await freeUntil(db, 'keyCopies', row, actor?.staffId, limits, now),
    warnings: [
      ...(row.state === 'applied' ? ['unapproved'] : []),
      ...(row.state === 'made' && line!.missingKeyNos.length > 0 ? ['notInBook'] : []),
      ...(await correctionWarnings(db, 'keyCopies', row, limits)),
    ],
  };
};

const form = keyCopies.apply.input.shape;

/** One field corrected. Errors: `keyCopies.wrongState`, `.decided`; `entry.*`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await copyOf(ctx.db, id, version);
  if (row.state === 'voided' || row.state === 'refused')
    throw new Refusal('keyCopies.wrongState', { state: row.state });
  const { limits } = await settingsOf(ctx.db);
  const patch = patchOf(field, value, row);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const correction = await correctionOf(ctx, 'keyCopies', row, field, reason, limits);
  const next = ctx.journal.change('keyCopies', row, patch, correction);
  indexCopy(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keyCopies', next, limits) };
};

/** What was approved is not written larger afterwards: quantity and reason are the applicant's only until the decision. */
function patchOf(
  field: KeyCopyCorrectable,
  value: string,
  row: KeyCopiesTable,
): Partial<Pick<KeyCopiesTable, KeyCopyCorrectable>> {
  const made = keyCopies.make.input.shape;
  switch (field) {
    case 'quantity':
    case 'reason':
      if (row.decidedAt !== null) throw new Refusal('keyCopies.decided');
      return field === 'reason'
        ? { reason: asTyped(form.reason, value) }
        : { quantity: asTyped(form.quantity, wholeOf(value)) };
    case 'locksmith':
    case 'costCents':
      if (row.madeOn === null) throw new Refusal('entry.notYetWritten');
      return field === 'locksmith'
        ? { locksmith: asTyped(made.locksmith, value) }
        : { costCents: asTyped(made.costCents, wholeOf(value)) };
    default:
      return { [field]: asTyped(form[field], value) };
  }
}

/** Digits of a count or of cents as typed. Errors: InvalidField `value`. */
export function wholeOf(value: string): number {
  const digits = value.normalize('NFKC').trim();
  if (!/^\d{1,9}$/.test(digits)) throw new InvalidField('value', 'count.whole');
  return Number(digits);
}

/** Number and line stay. Errors: `entry.managerOnly` once the keys were cut. */
export const voidCopy: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await copyOf(ctx.db, id, version);
  const state = copyMoved(row, 'voided');
  if (row.madeOn !== null && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const next = ctx.journal.change(
    'keyCopies',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  return done(next);
};

export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'keyCopies', await copyOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
