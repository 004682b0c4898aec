import type { CustomEntryLine } from '../../../shared/registers/custom-entries.row';
import type { Tone } from '../../ui/StateMark';

/** How a line of an own book stands to the desk. */
export function entryTone({ state }: CustomEntryLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'open') return 'todo';
  return state === 'doing' ? 'waiting' : 'done';
}
