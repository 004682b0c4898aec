import type { Paper } from '../host';
import type { Say } from './say';

/** One command: its help and what it does. Answers the exit code. */
export interface DeskCommand {
  summary: string;
  help: string;
  run(argv: readonly string[], tools: Tools): Promise<number>;
}

/** What commands are given besides their words. */
export interface Tools {
  say: Say;
  /** Draws pages; null in plain Node. */
  paper: Paper | null;
  /** All of standard input (a PIN). */
  stdin(): Promise<string>;
}
