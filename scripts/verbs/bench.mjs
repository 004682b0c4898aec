/** `npm run bench -- NAME …`: the measurements, with Electron and a screen at hand. */
import path from 'node:path';
import { root } from '../steps/paths.mjs';
import { foreground } from '../steps/run.mjs';
import { withScreen } from '../steps/screen.mjs';

/** Runs one benchmark and answers its exit code. */
export function run(env, args) {
  const script = path.join(root, 'tests/bench/run.mjs');
  return withScreen(env, (screenEnv) =>
    foreground(process.execPath, [script, ...args], { cwd: root, env: screenEnv }),
  );
}
