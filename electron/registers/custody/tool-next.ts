import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import { TOOL_LOAN_NEXT, type ToolLoan } from '../../../shared/registers/tool-loans.row';
import { TOOL_NEXT, type Tool } from '../../../shared/registers/tools.row';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow on a tool and on a loan of one: read from the state charts. */

type Act = [act: OpName, permit: Permit, possible: boolean];
const allowed = (acts: readonly Act[], actor: Actor | null): OpName[] =>
  acts.filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit)).map(([act]) => act);

/** A tool at the desk waits to be lent, one that is out to come back, one in repair to be mended. */
export function mainToolAct(tool: Pick<Tool, 'state'>): OpName | null {
  if (tool.state === 'in') return 'toolLoans.issue';
  if (tool.state === 'out') return 'toolLoans.return';
  return tool.state === 'repair' || tool.state === 'lost' ? 'tools.bringBack' : null;
}

/** Every operation this reader may do on the tool now, the awaited one first. */
export function toolActs(tool: Tool, actor: Actor | null): OpName[] {
  const may = TOOL_NEXT[tool.state];
  return allowed(
    [
      ['toolLoans.issue', 'tools.lend', tool.state === 'in'],
      ['toolLoans.return', 'tools.lend', tool.state === 'out'],
      ['tools.bringBack', 'tools.manage', tool.state === 'repair' || tool.state === 'lost'],
      ['tools.repair', 'tools.manage', tool.state === 'in'],
      ['tools.reportMissing', 'tools.manage', tool.state === 'in'],
      ['tools.retire', 'tools.manage', may.includes('retired')],
      [
        'tools.correct',
        'tools.correct',
        may.length > 0 && tool.state !== 'out' && mayCorrect(tool.recorderId, actor),
      ],
      ['tools.void', 'tools.void', may.includes('voided')],
    ],
    actor,
  );
}

/** What a loan waits for: the thing back, or the matter settled. */
export function mainLoanAct(loan: Pick<ToolLoan, 'state'>): OpName | null {
  if (loan.state === 'out') return 'toolLoans.return';
  return loan.state === 'damaged' || loan.state === 'lost' ? 'toolLoans.settle' : null;
}

/** Every operation this reader may do on the loan now, the awaited one first. */
export function loanActs(loan: ToolLoan, actor: Actor | null): OpName[] {
  const may = TOOL_LOAN_NEXT[loan.state];
  return allowed(
    [
      ['toolLoans.settle', 'tools.settle', may.includes('settled')],
      ['toolLoans.return', 'tools.lend', loan.state === 'out' || loan.state === 'lost'],
      ['toolLoans.extend', 'tools.lend', loan.state === 'out'],
      ['toolLoans.reportLoss', 'tools.lend', may.includes('lost')],
      ['toolLoans.correct', 'tools.correct', loan.state !== 'voided' && mayCorrect(loan.recorderId, actor)],
      [
        'toolLoans.void',
        'tools.void',
        may.includes('voided') && (loan.state !== 'settled' || isManager(actor)),
      ],
    ],
    actor,
  );
}
