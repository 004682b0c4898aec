/** `npm run dev`: the app with hot reload. */
import path from 'node:path';
import { isLinuxRoot, modules, root } from '../steps/paths.mjs';
import { foreground } from '../steps/run.mjs';
import { withScreen } from '../steps/screen.mjs';

/** Runs electron-vite's development server; `args` after `--` reach the app. */
export function run(env, args) {
  const cli = path.join(modules, 'electron-vite/bin/electron-vite.js');
  const flags = isLinuxRoot ? ['--noSandbox'] : [];
  return withScreen(env, (screenEnv) =>
    foreground(process.execPath, [cli, ...flags, ...args], { cwd: root, env: screenEnv }),
  );
}
