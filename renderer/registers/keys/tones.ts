import type { CheckState } from '../../../shared/registers/key-checks.row';
import type { KeyMandateLine, MandateState } from '../../../shared/registers/key-mandates.row';
import type { TransferState } from '../../../shared/registers/key-transfers.row';
import type { KeyState } from '../../../shared/registers/keys.row';
import type { Tone } from '../../ui/StateMark';

/** How the states of the inventory stand to the desk. */
export const KEY_TONES: Record<KeyState, Tone> = {
  inStock: 'done',
  sealed: 'waiting',
  out: 'todo',
  lost: 'late',
  damaged: 'missing',
  retired: 'void',
  voided: 'void',
};

const MANDATE: Record<MandateState, Tone> = {
  active: 'done',
  renewed: 'done',
  withdrawn: 'void',
  voided: 'void',
};
/** A mandate that ends soon is to do, one that is over is late. */
export const mandateTone = (line: Pick<KeyMandateLine, 'state' | 'expired' | 'ending'>): Tone =>
  line.expired ? 'late' : line.ending ? 'todo' : MANDATE[line.state];

export const CHECK_TONES: Record<CheckState, Tone> = { open: 'todo', closed: 'done', voided: 'void' };
export const TRANSFER_TONES: Record<TransferState, Tone> = { open: 'todo', done: 'done', voided: 'void' };
