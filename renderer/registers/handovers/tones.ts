import type { HandoverLine } from '../../../shared/registers/handovers.row';
import type { InstructionLine } from '../../../shared/registers/instructions.row';
import type { Tone } from '../../ui/StateMark';

/** How a shift stands to the desk. */
export function handoverTone({ state, due, reviewedInTime }: HandoverLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'reviewed') return 'done';
  if (state === 'refused' || due || reviewedInTime === false) return 'late';
  return state === 'open' ? 'waiting' : 'todo';
}

export function instructionTone({ state, overdue }: InstructionLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'ended') return 'done';
  return overdue ? 'late' : 'waiting';
}
