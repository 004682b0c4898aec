import type { CustodyItemLine } from '../../../shared/registers/custody-items.row';
import type { MoveNoticeLine } from '../../../shared/registers/move-notices.row';
import type { ToolLoanLine } from '../../../shared/registers/tool-loans.row';
import type { ToolLine } from '../../../shared/registers/tools.row';
import type { Tone } from '../../ui/StateMark';

/** How lines of this room stand to the desk. */

export function itemTone({ state, overdue }: CustodyItemLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'kept' || state === 'partlyTaken') return overdue ? 'late' : 'waiting';
  return 'done';
}

export function toolTone({ state, overdue }: ToolLine): Tone {
  if (state === 'voided' || state === 'retired') return 'void';
  if (state === 'out') return overdue ? 'late' : 'waiting';
  if (state === 'lost') return 'late';
  return state === 'repair' ? 'todo' : 'done';
}

export function loanTone({ state, overdue }: ToolLoanLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'out') return overdue ? 'late' : 'waiting';
  return state === 'damaged' || state === 'lost' ? 'todo' : 'done';
}

export function moveTone({ state, past, untold }: MoveNoticeLine): Tone {
  if (state === 'voided' || state === 'cancelled') return 'void';
  if (state === 'done') return 'done';
  if (past) return 'late';
  return untold.length > 0 ? 'todo' : 'waiting';
}
