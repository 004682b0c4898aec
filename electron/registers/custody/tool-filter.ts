import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import {
  TOOL_LOAN_NEEDS,
  type ToolLoanNeed,
  type toolLoanFilter,
  type toolLoans,
} from '../../../shared/registers/tool-loans';
import { TOOL_NEEDS, type ToolNeed, type toolFilter, type tools } from '../../../shared/registers/tools';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
  needCounts,
} from '../../entries/listing';
import { toToolLines, toToolLoanLines } from './tools';

/** Filters of the inventory and of the loans: branches that share no line, each served by an index in the list's order. */

type After = string | null;
export const TOOLS: Listing<'tools'> = { register: 'tools', table: 'tools', at: 'toolNo', order: 'asc' };
export const TOOL_LOANS: Listing<'tool_loans'> = {
  register: 'toolLoans',
  table: 'tool_loans',
  at: 'issuedAt',
};
const tool = expressionBuilder<Tables, 'tools'>();
const loan = expressionBuilder<Tables, 'tool_loans'>();

/** A page of the inventory, by tool number. */
export async function toolPage(
  db: ReadDb,
  raw: Database.Database,
  filter: z.output<typeof toolFilter>,
  after: After,
  limit: number,
  now: string,
): Promise<OutputOf<typeof tools.list>> {
  const { need, states, kinds, month, search } = filter;
  const common = commonConditions(TOOLS, { month: month ?? null });
  if (kinds?.length) common.push(tool('kind', 'in', kinds));
  // Both needs are states of their own.
  const branches = branchPer('state', need ? [need] : states, common);
  const { rows, ...page } = await listPage(db, raw, TOOLS, { branches, search, after, limit });
  return { rows: await toToolLines(db, rows, now), ...page };
}

export async function toolCounts(db: ReadDb): Promise<Record<ToolNeed, number>> {
  return needCounts(db, 'tools', TOOL_NEEDS, (need) => [[tool('state', '=', need)]]);
}

/** A page of the loans, newest first. */
export async function toolLoanPage(
  db: ReadDb,
  raw: Database.Database,
  filter: z.output<typeof toolLoanFilter>,
  after: After,
  limit: number,
  now: string,
): Promise<OutputOf<typeof toolLoans.list>> {
  const { search, ...rest } = filter;
  const { rows, ...page } = await listPage(db, raw, TOOL_LOANS, {
    branches: loanBranches(rest, now),
    search,
    after,
    limit,
  });
  return { rows: await toToolLoanLines(db, rows, now), ...page };
}

export async function toolLoanCounts(db: ReadDb, now: string): Promise<Record<ToolLoanNeed, number>> {
  return needCounts(db, 'tool_loans', TOOL_LOAN_NEEDS, (need) => loanNeedBranches(need, now));
}

/** The filter as branches. Errors: InvalidField of a day that does not exist. */
function loanBranches(
  filter: Partial<Omit<z.output<typeof toolLoanFilter>, 'search'>>,
  now: string,
): Condition[][] {
  const { need, states, toolId, unitId, person, ...rest } = filter;
  const common = commonConditions(TOOL_LOANS, rest);
  if (toolId) common.push(loan('toolId', '=', toolId));
  if (unitId) common.push(loan('unitId', '=', unitId));
  if (person) common.push(loan.or([holdsPart('borrowerName', person), holdsPart('recorderName', person)]));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(loan('state', 'in', states));
  return loanNeedBranches(need, now).map((branch) => [...branch, ...common]);
}

/** A need as branches; specs look at their plans. */
export function loanNeedBranches(need: ToolLoanNeed, now: string): Condition[][] {
  const out = loan('state', '=', 'out');
  switch (need) {
    case 'overdue':
      return [[out, loan('dueAt', '<', now)]];
    case 'dueToday':
      return [[out, loan('dueAt', '>=', now), loan('dueAt', '<', instantOf(addDays(dayOf(now), 1)))]];
    case 'toSettle':
      return [[loan('state', '=', 'damaged')], [loan('state', '=', 'lost')]];
  }
}
