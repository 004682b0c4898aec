import { OpenRefused } from '../db/open';
import type { Paper } from '../host';
import type { DeskCommand } from './command';
import { exportCommand } from './export';
import { infoCommand } from './info';
import { printCommand } from './print';
import { CommandRefused, type Say, sayTo, WrongUsage } from './say';
import { seedCommand } from './seed-command';
import { verifyCommand } from './verify';

const COMMANDS: Record<string, DeskCommand> = {
  seed: seedCommand,
  print: printCommand,
  verify: verifyCommand,
  export: exportCommand,
  info: infoCommand,
};

const OVERVIEW = `Usage: npm run -s desk -- COMMAND [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

COMMAND --help tells its options. The last line of standard output is one JSON object.
Exit code: 0 done, 1 refused or tampering found, 2 wrong usage or a failure.`;

async function readStdin(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) text += chunk;
  return text;
}

/**
 * Runs one command line of the desk (also the packaged app's headless mode). Answers the exit code: 0 done, 1 refused or
 * tampering found, 2 wrong usage or a failure of the machine. Never throws.
 */
export async function runDesk(
  argv: readonly string[],
  paper: Paper | null,
  say: Say = sayTo(process.stdout, process.stderr),
  stdin: () => Promise<string> = readStdin,
): Promise<number> {
  const [name, ...rest] = argv;
  const wantsHelp = (words: readonly string[]) => words.includes('--help') || words.includes('-h');
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      say.help(OVERVIEW);
      say.answer({ ok: name !== undefined, commands: Object.keys(COMMANDS) });
      return name === undefined ? 2 : 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command)
      throw new WrongUsage(`There is no command ${name}. Known: ${Object.keys(COMMANDS).join(', ')}.`);
    if (wantsHelp(rest)) {
      say.help(command.help);
      say.answer({ ok: true, command: name });
      return 0;
    }
    return await command.run(rest, { say, paper, stdin });
  } catch (error) {
    return failed(error, say);
  }
}

function failed(error: unknown, say: Say): number {
  const message = error instanceof Error ? error.message : String(error);
  say.note(message);
  if (error instanceof WrongUsage) {
    say.answer({ ok: false, error: 'usage', message });
    return 2;
  }
  if (error instanceof CommandRefused) {
    say.answer({ ok: false, error: error.reason, message });
    return 1;
  }
  if (error instanceof OpenRefused) {
    say.answer({ ok: false, error: error.code, message });
    return 1;
  }
  say.answer({ ok: false, error: 'failed', message });
  return 2;
}
