import type { NoticeLine } from '../../../shared/registers/notices.row';
import type { Tone } from '../../ui/StateMark';

/** How a notice stands: what is over and still hangs is late; what waits for somebody's hand is to be done. */
export function noticeTone({ state, expired, toPost }: NoticeLine): Tone {
  if (state === 'voided') return 'void';
  if (expired) return 'late';
  if (state === 'submitted' || toPost) return 'todo';
  if (state === 'removed' || state === 'withdrawn') return 'done';
  return 'waiting';
}
