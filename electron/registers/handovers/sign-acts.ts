import { MINUTE_MS, msOf } from '../../../shared/dates';
import { DRAFT_MINUTES } from '../../../shared/registers/handovers';
import { countDiffers } from '../../../shared/registers/handovers.cells';
import { shiftAfter } from '../../../shared/registers/shifts';
import { Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { HandoversTable } from '../../db/tables';
import { done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { readBy } from './instruction-acts';
import { assertNoParty, assertState, handoverOf, moved, partsOf } from './load';
import { beginShift, changed, MOST_LINES } from './shift-acts';

/**
 * The signatures of a shift: out, in (or refused and decided), the supervisor's the same day (S13, K17). The sheet counts as
 * handed over only when the incoming has no doubt left.
 */

type Ops = HandlersFor<'handovers'>;

/** See `handovers.signOut`. Whoever is signed in is on, whoever opened the shift. */
export const signOut: Ops['signOut'] = async ({ id, version }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  const state = moved(row, 'outSigned');
  const { sheet, counts, events } = partsOf(row);
  const age = (msOf(ctx.now) - msOf(row.draftedAt ?? row.startedAt)) / MINUTE_MS;
  if (age > DRAFT_MINUTES) throw new Refusal('handovers.draftOld', { minutes: DRAFT_MINUTES });
  const open = events.find((event) => event.result === null);
  if (open) throw new Refusal('handovers.caseOpen', { event: open.event });
  const cash = counts.some((line) => {
    const thing = sheet?.things.find(({ code }) => code === line.code);
    return thing?.measure === 'cents' && countDiffers(thing, line);
  });
  if (cash && ctx.second?.how !== 'pin') throw new Refusal('handovers.cashDiffers');
  const cashByName = cash ? proven(ctx.second).name : null;
  return changed(ctx, row, {
    state,
    outgoingId: ctx.actor.staffId,
    outgoingName: ctx.actor.name,
    outSignedAt: ctx.now,
    cashByName,
    // Whoever is on now may be the one who refused an earlier count.
    ...(row.incomingId === ctx.actor.staffId ? { incomingId: null, incomingName: null } : {}),
  });
};

/** See `handovers.signIn`. */
export const signIn: Ops['signIn'] = async ({ id, version, acknowledged }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  const state = moved(row, 'sealed');
  const incoming = takerOf(ctx, row);
  const { sheet, questions } = partsOf(row);
  const unanswered = questions.find((one) => one.answer === null);
  if (unanswered) throw new Refusal('handovers.unanswered', { question: unanswered.question });
  const unread = (sheet?.instructions ?? []).filter((one) => !acknowledged.includes(one.id));
  if (unread.length > 0) throw new Refusal('handovers.instructionsUnread', { n: unread.length });
  const sealed = await changed(
    ctx,
    row,
    { state, incomingId: incoming.staffId, incomingName: incoming.name, inSignedAt: ctx.now },
    { second: incoming.name },
  );
  await readBy(ctx, acknowledged, incoming, row.id);
  const { shifts } = await settingsOf(ctx.db);
  const after = shiftAfter(shifts, row.shiftCode, row.shiftOn);
  // What came after the draft belongs to the next shift.
  const next = beginShift(ctx, {
    post: row.post,
    shiftCode: after?.code ?? row.shiftCode,
    shiftOn: after?.on ?? row.shiftOn,
    startedAt: ctx.now,
    fromSeq: row.draftSeq ?? row.fromSeq,
    previousId: row.id,
    outgoingId: incoming.staffId,
    outgoingName: incoming.name,
    note: null,
  });
  return { ...sealed, nextId: next.id };
};

/** See `handovers.refuse`. */
export const refuse: Ops['refuse'] = async ({ id, version, reason, reportedTo }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  const state = moved(row, 'refused');
  const incoming = takerOf(ctx, row);
  return changed(
    ctx,
    row,
    {
      state,
      refusedAt: ctx.now,
      refusedById: incoming.staffId,
      refusedByName: incoming.name,
      refusedReason: reason,
      reportedTo,
    },
    { second: incoming.name },
  );
};

/** The proven incoming. Errors: Refusal `handovers.samePerson`. */
function takerOf(ctx: CommandContext, row: HandoversTable): { staffId: string; name: string } {
  const incoming = proven(ctx.second);
  if (incoming.staffId === row.outgoingId) throw new Refusal('handovers.samePerson', { name: incoming.name });
  return incoming;
}

/** See `handovers.decide`. */
export const decide: Ops['decide'] = async ({ id, version, decision, reason }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  const state = moved(row, decision === 'recount' ? 'drafted' : 'outSigned');
  assertNoParty(row, ctx.actor.staffId);
  return changed(ctx, row, {
    state,
    decision,
    decidedAt: ctx.now,
    decidedById: ctx.actor.staffId,
    decidedByName: ctx.actor.name,
    decisionReason: reason,
    // Counted anew is signed anew.
    ...(decision === 'recount' ? { outSignedAt: null } : {}),
  });
};

/** See `handovers.supplement`. */
export const supplement: Ops['supplement'] = async ({ id, version, text }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  assertState(row, 'sealed', 'reviewed');
  const { supplements } = partsOf(row);
  if (supplements.length >= MOST_LINES) throw new Refusal('handovers.tooMany', { n: MOST_LINES });
  const next = [...supplements, { text, at: ctx.now, by: ctx.actor.name }];
  return changed(ctx, row, { supplements: JSON.stringify(next) });
};

/** See `handovers.review`. */
export const review: Ops['review'] = async ({ id, version, note }, ctx) => {
  const row = await handoverOf(ctx.db, id, version);
  const state = moved(row, 'reviewed');
  assertNoParty(row, ctx.actor.staffId);
  const next = ctx.journal.change(
    'handovers',
    row,
    {
      state,
      reviewedAt: ctx.now,
      reviewedById: ctx.actor.staffId,
      reviewedByName: ctx.actor.name,
      reviewNote: note,
    },
    { kind: 'CO_CONFIRM' },
  );
  return done(next);
};
