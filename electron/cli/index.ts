import { OpenRefused } from '../db/open';
import type { Paper } from '../host';
import { CannotDo, type Command, WrongUsage } from './command';
import { backup } from './commands/backup';
import { backupCheck } from './commands/backup-check';
import { exportMonth } from './commands/export';
import { importTable } from './commands/import';
import { info } from './commands/info';
import { print } from './commands/print';
import { restore } from './commands/restore';
import { seed } from './commands/seed';
import { verify } from './commands/verify';
import { type DeskIo, processIo } from './io';
import { Refused, whyNotOpened } from './refused';

/** The command line (issue "CLI"): one file per command, every one ends with one line of JSON. */
const COMMANDS: Record<string, Command> = {
  seed,
  print,
  verify,
  export: exportMonth,
  import: importTable,
  info,
  backup,
  'backup-check': backupCheck,
  restore,
};

const HELP = `deskbook — the desk's books from the command line

${Object.values(COMMANDS)
  .map(({ help }) => `  ${help.split('\n')[0]}`)
  .join('\n')}

Each command tells more with --help. The last line of standard output is one JSON object.
Exit code: 0 done, 1 refused or tampering found, 2 wrong usage.`;

/**
 * Runs one command. `argv`: the command and its words. `paper`: the app's page engine, null in plain Node.
 * Answers the exit code: 0 fine, 1 refused or tampering found, 2 wrong usage. Never throws.
 */
export async function runDesk(
  argv: readonly string[],
  paper: Paper | null,
  io: DeskIo = processIo(paper),
): Promise<number> {
  const [name = '', ...args] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const wantsHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h');
  if (command ? wantsHelp(args) : name === 'help' || wantsHelp(argv)) {
    io.say(command?.help ?? HELP);
    io.say(
      JSON.stringify({ ok: true, ...(command ? { command: name } : { commands: Object.keys(COMMANDS) }) }),
    );
    return 0;
  }
  try {
    if (!command) throw new WrongUsage(name ? `There is no command '${name}'.` : 'Which command?');
    const answer = await command.run(args, io);
    io.say(JSON.stringify(answer));
    return answer.ok ? 0 : 1;
  } catch (error) {
    const { code, message } = reasonOf(Refused.from(error));
    io.note(`${message}\n`);
    if (error instanceof WrongUsage) io.note(`\n${command?.help ?? HELP}\n`);
    io.say(JSON.stringify({ ok: false, error: code, message }));
    return error instanceof WrongUsage ? 2 : 1;
  }
}

function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof WrongUsage) return { code: 'usage', message: error.message };
  if (error instanceof CannotDo || error instanceof Refused)
    return { code: error.code, message: error.message };
  if (error instanceof OpenRefused) return { code: `open.${error.code}`, message: whyNotOpened(error) };
  const code = (error as { code?: unknown } | null)?.code;
  return {
    code: typeof code === 'string' ? code : 'broken',
    message: error instanceof Error ? error.message : String(error),
  };
}
