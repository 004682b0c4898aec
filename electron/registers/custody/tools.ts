import type { Settings } from '../../../shared/registers/office';
import {
  TOOL_LOAN_NEXT,
  type ToolLoanLine,
  type ToolLoanState,
} from '../../../shared/registers/tool-loans.row';
import { TOOL_NEXT, type ToolLine, type ToolState } from '../../../shared/registers/tools.row';
import { Refusal } from '../../../shared/result';
import { maskPhone } from '../../../shared/text';
import type { CommandContext, ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { ToolLoansTable, ToolsTable } from '../../db/tables';
import { asFilled, isLate, movedTo } from '../../entries/load';
import { isOverdue } from '../../entries/loans';
import { rowsOf } from '../../entries/months';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/** Tools and their loans: what every command checks, and rows as lines. */

/** The tool as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function toolOf(db: ReadDb, id: string, version?: number): Promise<ToolsTable> {
  const row = await db.selectFrom('tools').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The loan as it is now. Errors: as `toolOf`. */
export async function toolLoanOf(db: ReadDb, id: string, version?: number): Promise<ToolLoansTable> {
  const row = await db.selectFrom('tool_loans').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `tools.wrongState`, `toolLoans.wrongState`. */
export const toolMoved = (row: ToolsTable, to: ToolState): ToolState =>
  movedTo(TOOL_NEXT, row.state, to, 'tools');
export const loanMoved = (row: ToolLoansTable, to: ToolLoanState): ToolLoanState =>
  movedTo(TOOL_LOAN_NEXT, row.state, to, 'toolLoans');

/** No other live tool has this number. Errors: Refusal `tools.noTaken` with its line's number. */
export async function assertToolNoFree(db: ReadDb, toolNo: string, ownId: string | null): Promise<void> {
  const other = await db
    .selectFrom('tools')
    .select(['id', 'serialNo'])
    .where('toolNo', '=', toolNo)
    .where('state', 'not in', ['retired', 'voided'])
    .executeTakeFirst();
  if (other && other.id !== ownId) throw new Refusal('tools.noTaken', { toolNo, serialNo: other.serialNo });
}

/** A loan moves its tool along; the tool's line in the journal names the loan. */
export async function moveTool(
  ctx: CommandContext,
  loan: Pick<ToolLoansTable, 'toolId' | 'serialNo'>,
  from: readonly ToolState[],
  to: ToolState,
): Promise<ToolsTable> {
  const tool = await toolOf(ctx.db, loan.toolId);
  // What happened to the thing meanwhile (found, retired) stands.
  if (!from.includes(tool.state)) return tool;
  return ctx.journal.change(
    'tools',
    tool,
    { state: toolMoved(tool, to), changedAt: ctx.now },
    { kind: 'CHANGE', facts: { loan: loan.serialNo } },
  );
}

/** Open loans of some tools. */
async function openLoans(db: ReadDb, ids: readonly string[]): Promise<Map<string, ToolLoansTable>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('tool_loans')
    .selectAll()
    .where('toolId', 'in', ids)
    .where('state', '=', 'out')
    .execute();
  return new Map(rows.map((row) => [row.toolId, row]));
}

/** Tools as lines, in the same order: with who has them. */
export async function toToolLines(db: ReadDb, rows: readonly ToolsTable[], now: string): Promise<ToolLine[]> {
  if (rows.length === 0) return [];
  const { strikes, copies } = await marksOf(
    db,
    'tools',
    rows.map((row) => row.id),
  );
  const loans = await openLoans(
    db,
    rows.filter((row) => row.state === 'out').map((row) => row.id),
  );
  return rows.map((row) => {
    const loan = loans.get(row.id);
    return {
      ...row,
      loanId: loan?.id ?? null,
      loanNo: loan?.serialNo ?? null,
      borrowerName: loan?.borrowerName ?? null,
      dueAt: loan?.dueAt ?? null,
      overdue: loan !== undefined && isOverdue(loan, now),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** Tools by ids, in the order asked; unknown ids are left out. */
export const toolLinesById = async (db: ReadDb, ids: readonly string[], now: string): Promise<ToolLine[]> =>
  toToolLines(db, await rowsOf(db, 'tools', ids), now);

/** Loans as lines, in the same order: phones masked. */
export async function toToolLoanLines(
  db: ReadDb,
  rows: readonly ToolLoansTable[],
  now: string,
  settings?: Settings,
): Promise<ToolLoanLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'toolLoans',
    rows.map((row) => row.id),
  );
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ sealed: _, ...row }) => ({
    ...row,
    borrowerPhone: row.borrowerPhone === null ? null : maskPhone(row.borrowerPhone),
    unitCode: units.get(row.unitId ?? '') ?? null,
    overdue: isOverdue(row, now),
    late: isLate(row.issuedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: strikes.get(row.id) ?? [],
  }));
}
