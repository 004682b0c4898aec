import type { MailItemLine } from '../../../shared/registers/mail-items.row';
import type { Tone } from '../../ui/StateMark';

/** How an item stands to the desk: what waits too long is late, what is to be sorted, told or sent is to be done. */
export function mailTone({ state, notifyLate, waitingLong }: MailItemLine): Tone {
  switch (state) {
    case 'voided':
      return 'void';
    case 'arrived':
    case 'shelved':
      return notifyLate || waitingLong ? 'late' : 'todo';
    case 'notified':
      return waitingLong ? 'late' : 'waiting';
    case 'toSend':
      return 'todo';
    case 'lost':
      return 'missing';
    default:
      return 'done';
  }
}
