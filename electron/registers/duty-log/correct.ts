import type { z } from 'zod';
import { writeLine } from '../../../shared/registers/duty-lines';
import type { DutyLineCorrectable } from '../../../shared/registers/duty-lines.row';
import { dutyLogs } from '../../../shared/registers/duty-logs';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { DutyLinesTable, DutyLogsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { lineMoved, lineOf, logOf, moved } from './load';
import { indexDutyLine, indexDutyLog } from './words';

/** Corrections, voids and looks of the duty logs and their lines (trust.md C5). */

type LogOps = HandlersFor<'dutyLogs'>;
type LineOps = HandlersFor<'dutyLines'>;

/** Errors: `dutyLogs.wrongState` (void), `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`. */
export const correctLog: LogOps['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await logOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('dutyLogs.wrongState', { state: row.state });
  const patch = { [field]: asTyped(dutyLogs.open.input.shape[field], value) };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'dutyLogs', row, field, reason, limits);
  const next = ctx.journal.change('dutyLogs', row, patch, correction);
  indexDutyLog(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'dutyLogs', next, limits) };
};

/** A log with lines is none that was opened by mistake: its lines are struck first. */
export const voidLog: LogOps['void'] = async ({ id, version, reason }, ctx) => {
  const row = await logOf(ctx.db, id, version);
  const state = moved(row, 'voided');
  if (row.state === 'signed' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const line = await ctx.db
    .selectFrom('duty_lines')
    .select('serialNo')
    .where('logId', '=', id)
    .where('state', '<>', 'voided')
    .executeTakeFirst();
  if (line) throw new Refusal('dutyLogs.hasLines', { serialNo: line.serialNo });
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('dutyLogs', row, patch, { kind: 'VOID' }));
};

/** Another person opened the log: ends the recorder's free window, once. */
export const seeLog: LogOps['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'dutyLogs', await logOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

/** Lines of a signed log are the manager's (domain.md §4.3). Errors: Refusal `entry.managerOnly`. */
async function assertUnsigned(ctx: CommandContext, row: DutyLinesTable): Promise<DutyLogsTable> {
  const log = await logOf(ctx.db, row.logId);
  if (log.state === 'signed' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  return log;
}

/** Errors: `dutyLines.wrongState` (void), `entry.managerOnly`, `.unchanged`, `.notYetWritten`, `.notRecorder`, `.reasonMissing`. */
export const correctLine: LineOps['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await lineOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('dutyLines.wrongState', { state: row.state });
  const log = await assertUnsigned(ctx, row);
  const patch = patchOf(row, log, field, value, ctx.now);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'dutyLines', row, field, reason, limits);
  const next = ctx.journal.change('dutyLines', row, patch, correction);
  indexDutyLine(ctx, next);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'dutyLines', next, limits) };
};

function patchOf(
  row: DutyLinesTable,
  log: DutyLogsTable,
  field: DutyLineCorrectable,
  value: string,
  now: string,
): Partial<Pick<DutyLinesTable, DutyLineCorrectable>> {
  const schema: z.ZodType = writeLine.shape[field];
  const typed = asTyped(schema, value) as string | null;
  if (field === 'happenedAt') {
    // It stays in the log of its shift.
    assertTime('value', typed!, log.fromAt, now);
    if (typed! >= log.toAt) throw new InvalidField('value', 'time.late');
  }
  if (field === 'handler' && typed === null && row.kind === 'big')
    throw new InvalidField('value', 'text.empty');
  if (field === 'result') {
    // Written by an act where the line waits for it; a result is never taken away again.
    if (row.state === 'open') throw new Refusal('entry.notYetWritten');
    if (typed === null && (row.kind === 'big' || row.finishedAt !== null))
      throw new InvalidField('value', 'text.empty');
  }
  return { [field]: typed };
}

/** Struck: number and line stay. */
export const voidLine: LineOps['void'] = async ({ id, version, reason }, ctx) => {
  const row = await lineOf(ctx.db, id, version);
  const state = lineMoved(row, 'voided');
  await assertUnsigned(ctx, row);
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('dutyLines', row, patch, { kind: 'VOID' }));
};

/** Another person opened the line. */
export const seeLine: LineOps['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'dutyLines', await lineOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
