import type { BroadcastLine } from '../../../shared/registers/broadcasts.row';
import type { Tone } from '../../ui/StateMark';

/** How a broadcast stands: over and not closed is late; what waits for a yes or a play is to be done. */
export function broadcastTone({ state, over, played, repetitions }: BroadcastLine): Tone {
  if (state === 'voided') return 'void';
  if (over) return 'late';
  if (state === 'requested' || (state === 'approved' && played < repetitions)) return 'todo';
  return state === 'approved' ? 'waiting' : 'done';
}
