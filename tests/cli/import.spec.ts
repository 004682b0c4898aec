import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyOffice } from '../../electron/db/verify';
import { desk, SMALL, scratch } from './support';

/** `import units|people` from a shell: dry run, columns by hand, all or nothing, the same file twice. */
const root = scratch();
const data = join(root, 'office');
const units = join(root, 'units.csv');
const people = join(root, 'people.csv');

beforeAll(async () => {
  expect((await desk(['seed', '--data', data, ...SMALL])).code).toBe(0);
  writeFileSync(units, '编码,用途,面积\n93-1-101,住宅,80.5\n93-1-102,商铺,45\n');
  writeFileSync(people, '房号,姓名,电话\n93-1-101,欧阳若兰,13800138000\n');
}, 120_000);

describe('desk import', () => {
  it('says what would happen, then does it once', { timeout: 120_000 }, async () => {
    const map = ['--map', 'code=编码,builtArea=3'];
    const dry = await desk(['import', 'units', '--data', data, '--file', units, ...map, '--dry-run', 'yes']);
    expect(dry.last).toMatchObject({ ok: true, dryRun: true, created: 2 });
    const done = await desk(['import', 'units', '--data', data, '--file', units, ...map]);
    expect(done.last).toMatchObject({ ok: true, created: 2, updated: 0, unchanged: 0 });
    const twice = await desk(['import', 'units', '--data', data, '--file', units, ...map]);
    expect(twice.last).toMatchObject({ ok: true, created: 0, updated: 0, unchanged: 2 });
    const who = await desk(['import', 'people', '--data', data, '--file', people]);
    expect(who.last).toMatchObject({ ok: true, created: 1 });
    expect(verifyOffice(data, () => {}).problems).toEqual([]);
  });

  it('writes nothing of a file with a problem, and knows wrong usage', { timeout: 120_000 }, async () => {
    writeFileSync(people, '房号,姓名,电话\n93-9-999,无名,13800138009\n');
    const wrong = await desk(['import', 'people', '--data', data, '--file', people]);
    expect([wrong.code, wrong.last]).toMatchObject([1, { ok: false, problems: 1 }]);
    expect(wrong.err).toContain('line 2, unit: unknownUnit');
    expect((await desk(['import', 'cars', '--data', data, '--file', people])).code).toBe(2);
    const field = ['import', 'units', '--data', data, '--file', units, '--map', 'colour=1'];
    expect((await desk(field)).code).toBe(2);
    const lists = await desk(['export', 'units', '--data', data, '--out', join(root, 'out.csv')]);
    expect(lists.last).toMatchObject({ ok: true });
    expect(Number(lists.last.rows)).toBeGreaterThan(2);
  });
});
