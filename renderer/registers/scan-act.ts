import type { ComponentType } from 'react';
import type { Wording } from '../../shared/columns';
import type { ScannedEntry } from '../../shared/registers/search';
import type { Actor } from '../../shared/registers/session';
import type { OpError, Result } from '../../shared/result';

/** What a register may say about a scan of one of its entries. Everything is optional: the plain card works without. */

export interface ScanTools {
  words: Wording;
  actor: Actor;
}

/** What an instant act did. */
export interface InstantDone {
  /** One sentence for the card: 已归还 YK202611-0012（挂钩 A-07）. */
  said: string;
  /** Takes it back within five seconds; left out when there is no way back. */
  undo?: () => Promise<Result<unknown>>;
}

/** `null`: nothing is done at once in this state, the card asks. An `OpError` is said on the card, with the low sound. */
export type InstantAnswer = InstantDone | { error: OpError } | null;

export interface ScanBodyProps {
  entry: ScannedEntry;
  /** Closes the card; the focus goes back where it was. */
  onClose: () => void;
}

export interface ScanAct {
  /** Acts by the scan alone (key back, visitor out): called once per scan, before the card is drawn. */
  instant?: (entry: ScannedEntry, tools: ScanTools) => Promise<InstantAnswer>;
  /** Own lines of the card, below the head and above the acts; `lazy(() => import(…))`. */
  Body?: ComponentType<ScanBodyProps>;
  /** Own sentence for where the entry stands; null takes the card's own 「已归还 10:32；要再借出吗？」. */
  explain?: (entry: ScannedEntry, words: Wording) => string | null;
}
