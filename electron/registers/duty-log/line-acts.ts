import { monthOf } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { lineMoved, lineOf } from './load';
import { logAt, makeLog, putOnDuty } from './log-acts';
import { assertPost, shiftOf } from './posts';
import { indexDutyLine } from './words';

/** A typed line: written into the log of its shift, later its result (S14, F20). */

type Ops = HandlersFor<'dutyLines'>;

export const write: Ops['write'] = async (input, ctx) => {
  const { post, followUp, turnedOn, ...typed } = input;
  const settings = await settingsOf(ctx.db);
  assertPost(settings, post);
  assertTime('happenedAt', typed.happenedAt, null, ctx.now);
  if (typed.kind === 'big' && typed.handler === null) throw new InvalidField('handler', 'text.empty');
  if (typed.kind === 'switch' && turnedOn == null) throw new InvalidField('turnedOn', 'text.empty');
  const shift = shiftOf(settings, typed.happenedAt);
  const there = await logAt(ctx.db, post, shift);
  if (there?.state === 'signed') throw new Refusal('dutyLines.logSigned', { serialNo: there.serialNo });
  const log = there ? putOnDuty(ctx, there) : makeLog(ctx, post, shift);
  const { serialNo, scanCode } = ctx.numbers.next('dutyLines', monthOf(typed.happenedAt));
  // A big event is only over with its result; other lines wait for one when the writer says so.
  const waits = typed.result === null && (typed.kind === 'big' || followUp);
  const row = ctx.journal.create('dutyLines', {
    ...typed,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: waits ? 'open' : 'done',
    logId: log.id,
    turnedOn: typed.kind === 'switch' ? (turnedOn ? 1 : 0) : null,
    finishedAt: null,
    finishedByName: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
  indexDutyLine(ctx, row);
  return { ...done(row), logId: log.id };
};

export const finish: Ops['finish'] = async ({ id, version, result, at }, ctx) => {
  const row = await lineOf(ctx.db, id, version);
  const state = lineMoved(row, 'done');
  assertTime('at', at, row.happenedAt, ctx.now);
  const patch = { state, result, finishedAt: at, finishedByName: ctx.actor.name };
  const next = ctx.journal.change('dutyLines', row, patch, { kind: 'CHANGE' });
  indexDutyLine(ctx, next);
  return done(next);
};
