import { type ChildProcess, spawn } from 'node:child_process';
import type { Electron } from './report';

/** The environment without what would turn Electron into a bare Node or send it to a development server. */
function electronEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _node, ELECTRON_RENDERER_URL: _url, ...env } = process.env;
  return env as Record<string, string>;
}

/** Starts Electron with these words; it ends when this process does. */
export function startElectron({ path, flags }: Electron, words: string[]): ChildProcess {
  const child = spawn(path(), [...flags, ...words], {
    env: electronEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}
