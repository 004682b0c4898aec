import type { PostCoverLine } from '../../../shared/registers/post-covers.row';
import type { RosterLine } from '../../../shared/registers/rosters.row';
import type { ShiftSwapLine } from '../../../shared/registers/shift-swaps.row';
import type { Tone } from '../../ui/StateMark';

/** How a line of the room stands to the desk. */

export function rosterTone({ state, gaps }: RosterLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'draft') return 'todo';
  return gaps > 0 ? 'waiting' : 'done';
}

export function swapTone({ state, pressing }: ShiftSwapLine): Tone {
  if (state === 'voided') return 'void';
  if (pressing) return 'late';
  if (state === 'asked') return 'waiting';
  return state === 'agreed' ? 'todo' : 'done';
}

export function coverTone({ state, long, approvedAt }: PostCoverLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'away') return long ? 'late' : 'waiting';
  return approvedAt === null ? 'todo' : 'done';
}
