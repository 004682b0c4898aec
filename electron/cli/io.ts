import type { Paper } from '../host';

/** What the command line stands on: tests hand in their own, the app hands in its paper. */
export interface DeskIo {
  /** A line for people or the one for machines: standard output. */
  say(line: string): void;
  /** Progress and reasons: standard error. */
  note(text: string): void;
  /** The first line of standard input: a PIN or passphrase, never part of the arguments. */
  secret(): Promise<string>;
  /** Now, UTC ISO. */
  now(): string;
  /** Draws pages; null in plain Node. */
  readonly paper: Paper | null;
}

/** Standard streams of this process. */
export function processIo(paper: Paper | null): DeskIo {
  return {
    say: (line) => process.stdout.write(`${line}\n`),
    note: (text) => process.stderr.write(text),
    secret: readSecret,
    now: () => new Date().toISOString(),
    paper,
  };
}

/** Enter, and what Ctrl+C and Ctrl+D send while the terminal hides what is typed. */
const ENDS = ['\r', '\n', '\u0003', '\u0004'];

/** Reads up to the first line end; on a terminal without showing what is typed. */
async function readSecret(): Promise<string> {
  const { stdin, stderr } = process;
  const hidden = stdin.isTTY === true;
  if (hidden) {
    stderr.write('PIN or passphrase: ');
    stdin.setRawMode(true);
  }
  try {
    let typed = '';
    stdin.setEncoding('utf8');
    for await (const chunk of stdin as AsyncIterable<string>) {
      typed += chunk;
      if (ENDS.some((end) => typed.includes(end))) break;
    }
    const ends = ENDS.map((end) => typed.indexOf(end)).filter((at) => at >= 0);
    return typed.slice(0, Math.min(typed.length, ...ends));
  } finally {
    if (hidden) {
      stdin.setRawMode(false);
      stderr.write('\n');
    }
  }
}

/** Tells how far a job is, at most five times a second, on one line of standard error. */
export function meter(io: DeskIo, label: string): (done: number, total: number) => void {
  let saidAt = 0;
  let last = -1;
  return (done, total) => {
    const now = performance.now();
    const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
    if (percent === last || (now - saidAt < 200 && done < total)) return;
    saidAt = now;
    last = percent;
    io.note(`\r${label} ${percent} %${done >= total ? '\n' : ''}`);
  };
}
