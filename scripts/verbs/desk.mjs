/** `npm run desk -- COMMAND …`: the command line, in Node, or in Electron where pages are printed. */
import path from 'node:path';
import { root } from '../steps/paths.mjs';
import { foreground } from '../steps/run.mjs';
import { launch } from './launch.mjs';

/** Runs one command and answers its exit code. */
export function run(env, args) {
  // Only printing needs a page renderer; its help does not.
  const prints = args[0] === 'print' && !args.includes('--help') && !args.includes('-h');
  // Paths on the command line are meant from where the command was typed.
  const cwd = env.DESKBOOK_TYPED_IN;
  if (prints) return launch(env, ['--desk', ...args], cwd);
  return foreground(process.execPath, [path.join(root, 'out/main/desk.js'), ...args], { env, cwd });
}
