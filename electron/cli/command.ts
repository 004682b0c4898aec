import type { DeskIo } from './io';

/** What a command answers to machines; `ok` decides nothing, the exit code does. */
export type Answer = Record<string, unknown> & { ok: boolean };

/** One command of the command line. */
export interface Command {
  /** Its help, as printed by `--help`. */
  help: string;
  /** Runs with the words after its name. Errors: WrongUsage (exit 2), everything else exit 1. */
  run(args: readonly string[], io: DeskIo): Promise<Answer>;
}

/** The words on the command line do not make sense: exit code 2. The message says in plain words which and why. */
export class WrongUsage extends Error {}

/** The command cannot be done, for a reason people can act on: exit code 1. `code` is for machines. */
export class CannotDo extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
