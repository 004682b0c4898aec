import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINED, seedFile } from '../../electron/cli/seed';
import { Chance } from '../../electron/cli/seed/chance';
import { verifyOffice } from '../../electron/db/verify';
import { addDays, instantOf, msOf } from '../../shared/dates';
import { contentOf, scratch } from './support';

/** Big seeds tell on one thread and write on another: the bundled program, since threads need a file of their own. */
const ROOT = resolve(import.meta.dirname, '../..');
const bundle = join(ROOT, `out/test-cli-${process.pid}`);
const root = scratch();
/** In each register: together more than one thread writes alone. */
const ENTRIES = 1500;
const UNTIL = '2026-11-20';

beforeAll(() =>
  build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: bundle,
      minify: false,
      rollupOptions: {
        input: { desk: join(ROOT, 'electron/desk.ts'), worker: join(ROOT, 'electron/worker.ts') },
        external: ['electron', 'better-sqlite3', /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  }).then(() => undefined),
);
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

describe('seed on two threads', () => {
  it('makes the very rows that one thread makes', { timeout: 240_000 }, async () => {
    const words = ['--entries', `${ENTRIES}`, '--years', '1', '--until', UNTIL];
    const two = join(root, 'two');
    const run = spawnSync(process.execPath, [join(bundle, 'desk.js'), 'seed', '--data', two, ...words], {
      encoding: 'utf8',
    });
    expect(run.stderr).not.toContain('Error');
    expect(run.status).toBe(0);
    const last = JSON.parse(run.stdout.trimEnd().split('\n').at(-1)!) as {
      head: { seq: number; hash: string };
    };

    const one = join(root, 'one');
    const options = {
      entries: ENTRIES,
      years: 1,
      until: msOf(instantOf(addDays(UNTIL, 1))),
      registers: LINED,
      chance: new Chance('1'),
    };
    const report = await seedFile(one, options, () => {});
    expect(last.head).toEqual(report.head);
    expect(contentOf(two)).toBe(contentOf(one));
    expect(verifyOffice(two, () => {}).problems).toEqual([]);
  });
});
