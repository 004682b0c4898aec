import type { AccessCardLine } from '../../../shared/registers/access-cards.row';
import type { Tone } from '../../ui/StateMark';

/** How a card stands to the desk: what should have come back, or is lost and not blocked, is late. */
export function cardTone({ state, expired, movedOut, blockedAt }: AccessCardLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'issued') return expired || movedOut ? 'late' : 'waiting';
  if (state === 'lost') return blockedAt === null ? 'late' : 'todo';
  return 'done';
}
