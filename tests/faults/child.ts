import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Processes of their own, to be killed: bundled from TypeScript once, run by this very Node. */

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Bundles a child's source; answers the file to run. It lies below node_modules so that native packages resolve. */
export async function bundle(name: string): Promise<string> {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'faults-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'exceljs'] },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      target: 'node24',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}

/**
 * Runs a child and kills it hard (SIGKILL) `afterMs` after it said its first line. Answers the whole lines it said; the
 * last one may have been said in the very moment of its death, and counts. `killed` is false when it ended by itself.
 */
export function runAndKill(
  file: string,
  args: readonly string[],
  afterMs: number,
): Promise<{ lines: string[]; killed: boolean }> {
  return new Promise((done, failed) => {
    const child: ChildProcess = spawn(process.execPath, [file, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let wrong = '';
    let timer: NodeJS.Timeout | null = null;
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (timer === null && said.includes('\n')) timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      wrong += text;
    });
    child.on('error', failed);
    child.on('close', (code, signal) => {
      if (timer) clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0)
        failed(new Error(`child ended with ${code}: ${wrong.slice(0, 2000)}`));
      else done({ lines: said.split('\n').slice(0, -1), killed: signal === 'SIGKILL' });
    });
  });
}
