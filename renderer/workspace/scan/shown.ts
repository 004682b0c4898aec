import type { Scanned } from '../../../shared/registers/search';
import type { OpError } from '../../../shared/result';
import type { InstantDone } from '../../registers/scan-act';

/** What the result card shows. `turn` rises with every scan, so that the same thing scanned again is a new card. */
export interface Shown {
  turn: number;
  code: string;
  what: Scanned | { kind: 'error'; error: OpError };
  /** Done by the scan alone. */
  done: InstantDone | null;
  /** The instant act was refused. */
  refused: OpError | null;
}

/** True when the scan ended well: high sound. */
export const isGood = ({ what, refused }: Shown): boolean =>
  refused === null && (what.kind === 'entry' || what.kind === 'page' || what.kind === 'test');
