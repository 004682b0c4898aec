import type { GoodsReleaseLine, GoodsReleaseState } from '../../../shared/registers/goods-releases.row';
import type { ReleaseRequestState } from '../../../shared/registers/release-requests.row';
import type { Tone } from '../../ui/StateMark';

const SLIP_TONES: Record<GoodsReleaseState, Tone> = {
  issued: 'waiting',
  atGate: 'todo',
  mismatch: 'late',
  reissued: 'void',
  released: 'waiting',
  slipReturned: 'done',
  reconciled: 'done',
  voided: 'void',
};

/** How a slip stands to the desk; red once its day is over. */
export const slipTone = ({ state, expired }: Pick<GoodsReleaseLine, 'state' | 'expired'>): Tone =>
  expired ? 'late' : SLIP_TONES[state];

/** How an application stands to the desk. */
export const REQUEST_TONES: Record<ReleaseRequestState, Tone> = {
  requested: 'missing',
  ownerConfirmed: 'todo',
  pending: 'todo',
  issued: 'done',
  withdrawn: 'void',
};
