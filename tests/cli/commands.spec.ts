import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { HEAD_VERSION } from '../../electron/db/migrate';
import { desk, SMALL, scratch } from './support';

/** Words, exit codes and the last line of every command (issue "CLI"). */
const root = scratch();
const dataDir = join(root, 'office');
const COMMANDS = ['seed', 'print', 'verify', 'export', 'info'];

beforeAll(async () => {
  expect((await desk(['seed', '--data', dataDir, ...SMALL])).code).toBe(0);
});

describe('help', () => {
  it('tells about the whole and about each command', async () => {
    const whole = await desk(['--help']);
    expect(whole.code).toBe(0);
    for (const name of COMMANDS) {
      expect(whole.out.join('\n')).toContain(`  ${name} `);
      for (const flag of ['--help', '-h']) {
        const said = await desk([name, flag]);
        expect(said.code, name).toBe(0);
        expect(said.out[0], name).toMatch(new RegExp(`^${name} .*--data DIR`));
        expect(said.last).toEqual({ ok: true, command: name });
      }
    }
  });
});

describe('wrong usage', () => {
  it.each([
    [[]],
    [['frobnicate']],
    [['constructor']],
    [['seed']],
    [['seed', '--data', 'x', '--entries', 'many']],
    [['seed', '--data', 'x', '--entries', '0']],
    [['seed', '--data', 'x', '--years', '0']],
    [['seed', '--data', 'x', '--until', '2026-02-30']],
    [['seed', '--data', 'x', '--registers', 'keys']],
    [['seed', '--data', 'x', 'more']],
    [['verify', '--data', 'x', '--fast']],
    [['verify', '--data']],
    [['export', '--data', 'x']],
    [['export', 'nothing', '--data', 'x', '--month', '2026-10', '--out', 'a.csv']],
    [['export', 'foundItems', '--data', 'x', '--out', 'a.csv']],
    [['export', 'foundItems', '--data', 'x', '--month', '2026-13', '--out', 'a.csv']],
    [['export', 'foundItems', '--data', 'x', '--month', '2026-10', '--out', 'a.pdf']],
    [['export', 'foundItems', '--data', 'x', '--month', '2026-10', '--out', 'a.csv', '--lang', 'fr']],
    [['print', 'F99', '--data', 'x', '--month', '2026-10', '--out', 'a.pdf']],
    [['print', 'F01', '--data', 'x', '--out', 'a.pdf']],
    [['print', 'F01', '--data', 'x', '--entry', 'SW202610-0001', '--out', 'a.pdf']],
    [['print', 'F02', '--data', 'x', '--month', '2026-10', '--entry', 'SW202610-0001', '--out', 'a.pdf']],
    [['print', 'F02', '--data', 'x', '--entry', '12', '--out', 'a.pdf']],
    [['print', 'F02', '--data', 'x', '--month', '2026-10', '--out', 'a.csv']],
  ])('%j ends with 2 and says what is wrong', async (words) => {
    const { code, last, err } = await desk(words);
    expect(code).toBe(2);
    expect(last).toMatchObject({ ok: false, error: 'usage', message: expect.any(String) });
    expect(err).toContain(String(last.message));
  });
});

describe('commands', () => {
  it('refuse a folder without an office, a foreign file, and a folder that has one already', async () => {
    for (const words of [
      ['verify'],
      ['info'],
      ['export', 'foundItems', '--month', '2026-10', '--out', 'a.csv'],
    ])
      expect(await desk([...words, '--data', join(root, 'nowhere')])).toMatchObject({
        code: 1,
        last: { ok: false, error: 'open.missing' },
      });
    const foreign = join(root, 'foreign');
    expect((await desk(['seed', '--data', foreign, '--entries', '1'])).code).toBe(0);
    writeFileSync(join(foreign, 'deskbook.sqlite'), 'my shopping list');
    expect(await desk(['verify', '--data', foreign])).toMatchObject({
      code: 1,
      last: { ok: false, error: 'open.notOurs' },
    });
    expect(readFileSync(join(foreign, 'deskbook.sqlite'), 'utf8')).toBe('my shopping list');
    expect(await desk(['seed', '--data', dataDir, '--entries', '1'])).toMatchObject({
      code: 1,
      last: { ok: false, error: 'seed.exists' },
    });
  });

  it('info tells what lies there', async () => {
    const { code, last } = await desk(['info', '--data', dataDir]);
    expect(code).toBe(0);
    expect(last).toMatchObject({
      ok: true,
      demo: true,
      entries: { foundItems: 200, lostReports: 200 },
      head: { seq: last.journal, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      bytes: statSync(join(dataDir, 'deskbook.sqlite')).size,
      schema: HEAD_VERSION,
    });
    expect(last.office).toEqual(expect.any(String));
  });

  it('export writes a month of either register and notes it in the journal', async () => {
    const before = (await desk(['info', '--data', dataDir])).last.journal as number;
    const csv = join(root, 'm.csv');
    const said = await desk(['export', 'foundItems', '--data', dataDir, '--month', '2026-10', '--out', csv]);
    expect(said).toMatchObject({ code: 0, last: { ok: true, path: csv } });
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength((said.last.rows as number) + 1);
    expect(lines.slice(1).every((line) => line.startsWith('"SW202610-'))).toBe(true);
    const xlsx = join(root, 'm.xlsx');
    const words = [
      'export',
      'lostReports',
      '--data',
      dataDir,
      '--month',
      '2026-10',
      '--out',
      xlsx,
      '--lang',
      'en',
    ];
    expect(await desk(words)).toMatchObject({ code: 0, last: { ok: true, path: xlsx } });
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
    expect((await desk(['info', '--data', dataDir])).last.journal).toBe(before + 2);
    expect((await desk(['verify', '--data', dataDir])).code).toBe(0);
  });

  it('acts in a demo office as whom it is told, within that person’s rights', async () => {
    const out = join(root, 'as.csv');
    const words = ['export', 'foundItems', '--data', dataDir, '--month', '2026-10', '--out', out, '--as'];
    expect(await desk([...words, '1002'])).toMatchObject({ code: 0 });
    expect(await desk([...words, '1006'])).toMatchObject({ code: 1, last: { error: 'refused.notAllowed' } });
    expect(await desk([...words, '9999'])).toMatchObject({ code: 1, last: { error: 'staff.unknown' } });
  });

  it('print says in plain words that it needs the app', async () => {
    const words = ['print', 'F01', '--data', dataDir, '--month', '2026-10', '--out', join(root, 'a.pdf')];
    expect(await desk(words)).toMatchObject({ code: 1, last: { ok: false, error: 'print.noEngine' } });
  });

  it('verify leaves a demo office as it was, and ends with 1 once somebody edited it', async () => {
    const path = join(dataDir, 'deskbook.sqlite');
    const clean = await desk(['verify', '--data', dataDir]);
    expect(clean).toMatchObject({ code: 0, last: { ok: true, problems: [] } });
    expect((await desk(['info', '--data', dataDir])).last.journal).toBe(clean.last.journal);

    const db = new Database(path);
    db.exec('DROP TRIGGER found_items_update');
    db.exec("UPDATE found_items SET quantity = quantity + 1 WHERE serialNo = 'SW202610-0001'");
    db.close();
    const said = await desk(['verify', '--data', dataDir]);
    expect(said.code).toBe(1);
    expect(said.last).toMatchObject({
      ok: false,
      entries: clean.last.entries,
      journal: clean.last.journal,
      head: clean.last.head,
    });
    const problems = said.last.problems as { kind: string; where: string; detail: string }[];
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'entryEdited', where: 'SW202610-0001', detail: 'quantity' }),
    );
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'schemaChanged' }));
    expect(said.out.join('\n')).toContain('SW202610-0001');
  });

  it('verify answers for a file that cannot be read any more', async () => {
    const broken = join(root, 'broken');
    await desk(['seed', '--data', broken, '--entries', '20']);
    const path = join(broken, 'deskbook.sqlite');
    writeFileSync(path, readFileSync(path).subarray(0, 40_960));
    expect(await desk(['verify', '--data', broken])).toMatchObject({
      code: 1,
      last: { ok: false, problems: [{ kind: 'fileDamaged' }] },
    });
  });
});
