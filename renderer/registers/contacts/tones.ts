import type { ContactLogLine } from '../../../shared/registers/contact-logs.row';
import type { Tone } from '../../ui/StateMark';

/** How a contact stands to the desk: a promised time that is over, or the gate's night nobody took over, is late. */
export function contactTone({ state, overdue, toTakeOver }: ContactLogLine): Tone {
  if (state === 'voided') return 'void';
  if (overdue || toTakeOver) return 'late';
  if (state === 'open') return 'todo';
  return state === 'passed' ? 'waiting' : 'done';
}
