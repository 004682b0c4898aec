import type { z } from 'zod';
import { issueTool } from '../../../shared/registers/tool-loans';
import type { ToolLoanCorrectable, ToolLoanLine } from '../../../shared/registers/tool-loans.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ToolLoansTable } from '../../db/tables';
import { besideLine } from '../../entries/answer';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertDeposit, indexLoan } from './loan-acts';
import { toolLoanCounts, toolLoanPage } from './tool-filter';
import { loanActs } from './tool-next';
import { loanMoved, moveTool, toolLoanOf, toolOf, toToolLoanLines } from './tools';

/** Reading F25; corrections, voids and looks behind the mask (trust.md C5, C6). */

type Ops = HandlersFor<'toolLoans'>;
type Patch = Partial<Pick<ToolLoansTable, ToolLoanCorrectable>>;
const form = issueTool.shape;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  toolLoanPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => toolLoanCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await toolLoanOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toToolLoanLines(db, [row], now, settings);
  return {
    entry: line!,
    next: loanActs(row, actor),
    ...(await besideLine({ db, actor, now }, 'toolLoans', row, settings.limits, waitingFor(line!))),
  };
};

/** What the page says on top; keys below `custody:warning.toolLoans.`. */
function waitingFor(line: ToolLoanLine): string[] {
  if (line.overdue) return ['overdue'];
  return line.state === 'damaged' || line.state === 'lost' ? ['toSettle'] : [];
}

/**
 * One field corrected. Errors: `toolLoans.wrongState` of a void line, `.depositGone`, `.depositLess`, `.receiptMissing`,
 * `.phoneMissing`; those of every correction; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await toolLoanOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('toolLoans.wrongState', { state: row.state });
  const patch = patchOf(field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = { ...row, ...patch };
  if (field === 'borrowerPhone' && row.borrowerClass === 'resident' && next.borrowerPhone === null)
    throw new Refusal('toolLoans.phoneMissing');
  if (field === 'depositCents' && row.depositBackCents !== null) throw new Refusal('toolLoans.depositGone');
  if (field === 'depositCents' || field === 'depositReceiptNo' || field === 'note')
    assertDeposit(next, await toolOf(ctx.db, row.toolId));
  if (field === 'issuedAt') {
    assertTime('value', next.issuedAt, null, ctx.now);
    const before = row.returnedAt ?? row.lostAt;
    if (before !== null && next.issuedAt > before) throw new InvalidField('value', 'time.late');
  }
  if (next.dueAt <= next.issuedAt) throw new InvalidField('value', 'time.early');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'toolLoans', row, field, reason, limits);
  const written = ctx.journal.change('toolLoans', row, patch, correction);
  await indexLoan(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'toolLoans', written, limits) };
};

function patchOf(field: ToolLoanCorrectable, value: string): Patch {
  const schema: z.ZodType = form[field];
  if (field === 'borrowerPhone') return { borrowerPhone: asTyped(form.borrowerPhone, value) || null };
  if (field === 'dueAt') return { dueAt: asTyped(form.issuedAt, value) };
  if (field !== 'depositCents') return { [field]: asTyped(schema, value) };
  if (!/^\d{1,9}$/.test(value)) throw new InvalidField('value', 'money.amount');
  return { depositCents: asTyped(form.depositCents, Number(value)) };
}

/** Number and line stay, printed 作废; a tool that was out is in again. */
export const voidLoan: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await toolLoanOf(ctx.db, id, version);
  const state = loanMoved(row, 'voided');
  if (row.state === 'settled' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  const next = ctx.journal.change('toolLoans', row, patch, { kind: 'VOID' });
  if (row.state === 'out') await moveTool(ctx, next, ['out'], 'in');
  return done(next);
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await toolLoanOf(ctx.db, id);
  await seen(ctx, 'toolLoans', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await toolLoanOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['borrowerPhone'] } } as const;
  journal.note('toolLoans', id, what, row.serialNo);
  return { borrowerPhone: row.borrowerPhone };
};
