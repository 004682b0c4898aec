import { monthOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertPromise, assertUnit, index } from './load';

type Ops = HandlersFor<'contactLogs'>;

/** Columns that only later acts write. */
export const UNTOUCHED = {
  takenOverAt: null,
  takenOverByName: null,
  linkedRegister: null,
  linkedId: null,
  linkedNo: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** See `contactLogs.register`. What was answered on the spot is closed at once; the gate is whoever may not handle. */
export const register: Ops['register'] = async (input, ctx) => {
  const { actor, journal, numbers, newId, now } = ctx;
  const { handling, result, passedTo, promisedAt, rating, serious, reportedTo, ...said } = input;
  assertTime('happenedAt', said.happenedAt, null, now);
  await assertUnit(ctx.db, said.unitId);
  if (handling === 'answered' && result === null) throw new Refusal('contactLogs.answerMissing');
  if (handling === 'passed' && passedTo === null) throw new Refusal('contactLogs.passMissing');
  if (handling !== 'answered') assertPromise(said.kind, promisedAt, said.happenedAt);
  if (serious === 1 && reportedTo === null) throw new Refusal('contactLogs.reportMissing');
  const [answered, passed] = [handling === 'answered', handling === 'passed'];
  const { serialNo, scanCode } = numbers.next('contactLogs', monthOf(now));
  const row = journal.create('contactLogs', {
    ...UNTOUCHED,
    ...said,
    id: newId(),
    serialNo,
    scanCode,
    state: answered ? 'closed' : passed ? 'passed' : 'open',
    serious,
    reportedTo: serious === 1 ? reportedTo : null,
    reportedAt: serious === 1 ? now : null,
    atGate: holds(actor.roles, 'contactLogs.handle') ? 0 : 1,
    passedTo: passed ? passedTo : null,
    passedAt: passed ? now : null,
    passedByName: passed ? actor.name : null,
    promisedAt: answered ? null : promisedAt,
    closedAt: answered ? said.happenedAt : null,
    closedByName: answered ? actor.name : null,
    result: answered ? result : null,
    replied: answered ? 1 : null,
    rating: answered ? rating : null,
    ratedAt: answered && rating !== null ? now : null,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return { ...done(row), scanCode };
};
