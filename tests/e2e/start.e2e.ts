import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronFlags, electronPath } from '../../scripts/electron-path.mjs';
import { cleanEnv, expect, launchArgs, ROOT, test } from '../support/app';

/** Starts that must not go on (trust.md A6), and the demonstration that ends by itself. */

test('a book that is not ours: the app says why and touches nothing (A6)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-wrong-'));
  const book = join(folder, 'office/deskbook.sqlite');
  mkdirSync(join(folder, 'office'));
  writeFileSync(book, 'a shopping list: 3 pencils');
  const hash = (): string => createHash('sha256').update(readFileSync(book)).digest('hex');
  const before = hash();
  let app: ChildProcess | undefined;
  try {
    app = spawn(electronPath(), launchArgs(folder), { cwd: ROOT, env: cleanEnv(), stdio: 'ignore' });
    const log = join(folder, 'profile/logs/deskbook.log');
    await expect
      .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''), { timeout: 60_000 })
      .toContain('OpenRefused notOurs');
    expect(hash()).toBe(before);
    expect(readdirSync(join(folder, 'office'))).toEqual(['deskbook.sqlite']);
    expect(readFileSync(log, 'utf8')).not.toContain('started');
  } finally {
    const ended = new Promise((resolve) => app?.once('exit', resolve));
    app?.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the demonstration writes its papers, lists them and leaves nothing else behind', async () => {
  // A demo office and its thirteen papers: half a minute on an idle machine.
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-papers-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  try {
    const app = spawn(electronPath(), [...electronFlags, ROOT, '--demo-papers', join(folder, 'papers')], {
      cwd: ROOT,
      env: { ...cleanEnv(), TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    app.stdout.on('data', (text: Buffer) => {
      said += text;
    });
    app.stderr.on('data', (text: Buffer) => {
      complained += text;
    });
    expect(await new Promise((resolve) => app.once('exit', resolve)), complained).toBe(0);
    const papers = readdirSync(join(folder, 'papers')).sort();
    const forms = [
      'F01',
      'F02',
      'F03',
      'F04',
      'F09',
      'F10',
      'F16',
      'F17',
      'F26',
      'F27',
      'F41',
      'label',
      'notice',
    ];
    expect(papers.map((name) => name.split('-')[0])).toEqual(forms);
    for (const name of papers) expect(said).toMatch(new RegExp(`${name} +[1-9]\\d* pages?\\n`));
    for (const name of papers)
      expect(
        readFileSync(join(folder, 'papers', name))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    const left = readdirSync(temporary, { recursive: true }).map(String);
    expect(left.filter((name) => /sqlite|anchors|attachments/.test(name))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
