import { addDays, dayOf, instantOf, monthOf, msOf } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import { lengthOf } from '../../../shared/text';
import type { CommandContext } from '../../db/context';
import type { ToolLoansTable, ToolsTable } from '../../db/tables';
import { assertTime, done } from '../../entries/load';
import { assertUndoable } from '../../entries/loans';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { loanMoved, moveTool, toolLoanOf, toolOf } from './tools';
import { indexToolLoan } from './words';

/** S18: tools and radios go out and come back, in good order or not; what is broken or gone is settled. */

type Ops = HandlersFor<'toolLoans'>;

/** Columns that only later acts write. */
export const LOAN_UNTOUCHED = {
  returnedAt: null,
  returnerName: null,
  damageNote: null,
  depositBackCents: null,
  depositReason: null,
  refundReceiptNo: null,
  receiverId: null,
  receiverName: null,
  lostAt: null,
  outcome: null,
  outcomeCents: null,
  outcomeReceiptNo: null,
  settledAt: null,
  settledByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** Writes a loan's words, its unit's code among them. */
export async function indexLoan(ctx: CommandContext, row: ToolLoansTable): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexToolLoan(ctx, row, codes.get(row.unitId ?? '') ?? null);
}

/** By the end of office hours, so many days later; lent after that hour, by midnight of the day. */
export function usualDue(issuedAt: string, lendDays: number, closesAt: string): string {
  const day = dayOf(issuedAt, lendDays);
  const due = instantOf(day, closesAt);
  return due > issuedAt ? due : instantOf(addDays(day, 1));
}

/** What of the deposit the office still holds, in fen. */
const heldCents = (row: Pick<ToolLoansTable, 'depositCents' | 'depositBackCents'>): number =>
  row.depositBackCents === null ? row.depositCents : 0;

/** Deposit and receipt as F25 asks. Errors: `toolLoans.depositLess`, `.receiptMissing`. */
export function assertDeposit(
  loan: Pick<ToolLoansTable, 'borrowerClass' | 'depositCents' | 'depositReceiptNo' | 'note'>,
  tool: Pick<ToolsTable, 'depositCents'>,
): void {
  const less = loan.borrowerClass === 'resident' && loan.depositCents < tool.depositCents;
  if (less && lengthOf(loan.note ?? '') < 2) throw new Refusal('toolLoans.depositLess');
  if (loan.depositCents > 0 && loan.depositReceiptNo === null) throw new Refusal('toolLoans.receiptMissing');
}

/** See `toolLoans.issue`. */
export const issue: Ops['issue'] = async ({ toolId, dueAt, borrowerClass, ...input }, ctx) => {
  const tool = await toolOf(ctx.db, toolId);
  if (tool.state !== 'in') throw new Refusal('toolLoans.notIn', { no: tool.toolNo });
  if (borrowerClass === 'contractor') throw new Refusal('toolLoans.contractor');
  if (tool.kind === 'radio' && borrowerClass !== 'staff') throw new Refusal('toolLoans.radioStaffOnly');
  if (borrowerClass === 'resident' && input.unitId === null) throw new Refusal('toolLoans.unitMissing');
  if (input.unitId && !(await unitCodes(ctx.db, [input.unitId])).has(input.unitId))
    throw new Refusal('toolLoans.unitUnknown');
  if (borrowerClass === 'resident' && input.borrowerPhone === '') throw new Refusal('toolLoans.phoneMissing');
  assertTime('issuedAt', input.issuedAt, null, ctx.now);
  assertDeposit({ ...input, borrowerClass }, tool);
  const { keys } = await settingsOf(ctx.db);
  const due = dueAt ?? usualDue(input.issuedAt, tool.lendDays, keys.officeHours.to);
  if (msOf(due) <= msOf(input.issuedAt)) throw new InvalidField('dueAt', 'time.early');
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('toolLoans', monthOf(now));
  const row = journal.create('toolLoans', {
    ...LOAN_UNTOUCHED,
    ...input,
    borrowerPhone: input.borrowerPhone || null,
    borrowerClass,
    toolId,
    toolNo: tool.toolNo,
    toolName: tool.name,
    toolKind: tool.kind,
    dueAt: due,
    id: newId(),
    serialNo,
    scanCode,
    state: 'out',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await moveTool(ctx, row, ['in'], 'out');
  await indexLoan(ctx, row);
  return { ...done(row), scanCode };
};

interface Back {
  at: string;
  returnerName: string | null;
  damageNote: string | null;
  depositBackCents: number;
  depositReason: string | null;
  refundReceiptNo: string | null;
}

/** Deposit in full, or less with a reason. Errors: `toolLoans.tooMuchBack`, `.reasonMissing`. */
function assertBack(held: number, { depositBackCents, depositReason }: Omit<Back, 'at'>): void {
  if (depositBackCents > held) throw new Refusal('toolLoans.tooMuchBack');
  if (depositBackCents < held && lengthOf(depositReason ?? '') < 2)
    throw new Refusal('toolLoans.reasonMissing');
}

async function takeBack(
  ctx: CommandContext,
  row: ToolLoansTable,
  condition: 'good' | 'damaged',
  { at, returnerName, ...back }: Back,
): Promise<ToolLoansTable> {
  const next = ctx.journal.change(
    'toolLoans',
    row,
    {
      state: loanMoved(row, condition === 'good' ? 'returned' : 'damaged'),
      returnedAt: at,
      returnerName: returnerName ?? row.borrowerName,
      receiverId: ctx.actor.staffId,
      receiverName: ctx.actor.name,
      damageNote: back.damageNote ?? row.damageNote,
      ...(heldCents(row) > 0
        ? {
            depositBackCents: back.depositBackCents,
            depositReason: back.depositReason,
            refundReceiptNo: back.refundReceiptNo,
          }
        : {}),
    },
    { kind: 'CHANGE' },
  );
  await moveTool(ctx, next, ['out', 'lost'], condition === 'good' ? 'in' : 'repair');
  await indexLoan(ctx, next);
  return next;
}

export const returnLoan: Ops['return'] = async ({ id, version, condition, ...back }, ctx) => {
  const row = await toolLoanOf(ctx.db, id, version);
  if (row.state !== 'out' && row.state !== 'lost')
    throw new Refusal('toolLoans.wrongState', { state: row.state });
  assertTime('at', back.at, row.issuedAt, ctx.now);
  if (condition === 'damaged' && lengthOf(back.damageNote ?? '') < 2)
    throw new Refusal('toolLoans.damageMissing');
  assertBack(heldCents(row), back);
  return done(await takeBack(ctx, row, condition, back));
};

export const returnTool: Ops['returnTool'] = async ({ toolId }, ctx) => {
  const tool = await toolOf(ctx.db, toolId);
  const row = await ctx.db
    .selectFrom('tool_loans')
    .selectAll()
    .where('toolId', '=', toolId)
    .where('state', '=', 'out')
    .executeTakeFirst();
  if (!row) throw new Refusal('toolLoans.notOut', { no: tool.toolNo });
  // Money changes hands: that takes more than a scan.
  if (heldCents(row) > 0) throw new Refusal('toolLoans.depositHeld', { no: tool.toolNo });
  const next = await takeBack(ctx, row, 'good', {
    at: ctx.now,
    returnerName: null,
    damageNote: null,
    depositBackCents: 0,
    depositReason: null,
    refundReceiptNo: null,
  });
  return { ...done(next), toolNo: next.toolNo, borrowerName: next.borrowerName };
};

export const undoReturn: Ops['undoReturn'] = async ({ loanId }, ctx) => {
  const row = await toolLoanOf(ctx.db, loanId);
  if (row.state !== 'returned') throw new Refusal('toolLoans.wrongState', { state: row.state });
  await assertUndoable(ctx, 'toolLoans.returnTool', row, [
    ['toolLoans', row.id],
    ['tools', row.toolId],
  ]);
  const next = ctx.journal.change(
    'toolLoans',
    row,
    {
      state: loanMoved(row, 'out'),
      returnedAt: null,
      returnerName: null,
      receiverId: null,
      receiverName: null,
    },
    { kind: 'CHANGE' },
  );
  await moveTool(ctx, next, ['in'], 'out');
  await indexLoan(ctx, next);
  return done(next);
};

export const extend: Ops['extend'] = async ({ id, version, dueAt, note }, ctx) => {
  const row = await toolLoanOf(ctx.db, id, version);
  if (row.state !== 'out') throw new Refusal('toolLoans.wrongState', { state: row.state });
  if (msOf(dueAt) <= msOf(row.dueAt) || msOf(dueAt) <= msOf(ctx.now))
    throw new Refusal('toolLoans.notLonger');
  const patch = { dueAt, ...(note ? { note } : {}) };
  const next = ctx.journal.change('toolLoans', row, patch, { kind: 'CHANGE' });
  await indexLoan(ctx, next);
  return done(next);
};

export const reportLoss: Ops['reportLoss'] = async ({ id, version, at, damageNote }, ctx) => {
  const row = await toolLoanOf(ctx.db, id, version);
  const state = loanMoved(row, 'lost');
  assertTime('at', at, row.issuedAt, ctx.now);
  const next = ctx.journal.change('toolLoans', row, { state, lostAt: at, damageNote }, { kind: 'CHANGE' });
  await moveTool(ctx, next, ['out'], 'lost');
  return done(next);
};

export const settle: Ops['settle'] = async (input, ctx) => {
  const { id, version, outcome, outcomeCents, outcomeReceiptNo, depositBackCents, depositReason, note } =
    input;
  const row = await toolLoanOf(ctx.db, id, version);
  const state = loanMoved(row, 'settled');
  if (outcome === 'compensated' && (outcomeCents === 0 || outcomeReceiptNo === null))
    throw new Refusal('toolLoans.receiptMissing');
  const held = heldCents(row);
  const back = {
    depositBackCents,
    depositReason,
    returnerName: null,
    damageNote: null,
    refundReceiptNo: null,
  };
  if (held > 0) assertBack(held, back);
  const next = ctx.journal.change(
    'toolLoans',
    row,
    {
      state,
      outcome,
      outcomeCents,
      outcomeReceiptNo,
      settledAt: ctx.now,
      settledByName: ctx.actor.name,
      ...(held > 0 ? { depositBackCents, depositReason } : {}),
      ...(note ? { note } : {}),
    },
    { kind: 'CHANGE' },
  );
  return done(next);
};
