/** What a command says: progress and words for people on stderr, tables on stdout, one line of JSON last on stdout. */
export interface Say {
  /** For people, while it runs. */
  note(text: string): void;
  /** The answer for machines: the last line of stdout. */
  answer(value: Record<string, unknown>): void;
  /** Text of `--help`. */
  help(text: string): void;
}

/** Wrong words on the command line: exit code 2. */
export class WrongUsage extends Error {}
/** The command was understood but refused, with an i18n-like reason for machines: exit code 1. */
export class CommandRefused extends Error {
  readonly reason: string;
  constructor(reason: string, sentence: string) {
    super(sentence);
    this.reason = reason;
  }
}

export const sayTo = (out: NodeJS.WritableStream, err: NodeJS.WritableStream): Say => ({
  note: (text) => {
    err.write(`${text}\n`);
  },
  answer: (value) => {
    out.write(`${JSON.stringify(value)}\n`);
  },
  help: (text) => {
    out.write(`${text}\n`);
  },
});

/** Says how far a job is, at most every tenth of it, so a log stays readable. */
export function progressOf(say: Say, label: string): (done: number, total: number) => void {
  let said = -1;
  return (done, total) => {
    const tenth = total > 0 ? Math.floor((done / total) * 10) : 0;
    if (tenth === said) return;
    said = tenth;
    say.note(`${label} ${done}/${total}`);
  };
}
