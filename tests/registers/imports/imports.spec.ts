import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyOffice } from '../../../electron/db/verify';
import { must, refusal } from '../../support/office';
import { csv, type ImportDesk, importDesk } from './support';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

const UNITS = csv(
  ['房号', '用途', '建筑面积(㎡)', '状态', '入伙日期', '电表号', '备注'],
  ['3-1-1502', '住宅', '89.50', '入住', '2020/5/1', 'E-001', ''],
  ['3栋1单元202室', '住宅', '75', '空置', '2020年6月1日', '', '漏水'],
  ['S-12', '商铺', '120.25', '出租', '43952', '', ''],
);
const PEOPLE = csv(
  [
    '房号',
    '身份',
    '姓名',
    '证件号码',
    '联系电话',
    '起租日期',
    '租期止',
    '车牌号',
    '紧急联系人',
    '紧急联系人电话',
  ],
  [
    '3-1-1502',
    '业主',
    '欧阳若兰',
    '440106199001011234',
    '138 0013 8000',
    '2020-05-01',
    '',
    '粤B·12345、粤B67890',
    '欧阳父',
    '13900001111',
  ],
  ['3-1-202', '业主', '欧阳若兰', '440106199001011234', '13800138000', '2020-06-01', '', '', '', ''],
  ['S12', '商户', '老街茶馆', '', '075512345678', '2026-01-01', '2026-12-31', '', '', ''],
);

test('units and people come in from CSV; the same file twice changes nothing; what changed is an update', async () => {
  const units = desk.file('房产.csv', UNITS);
  const seen = await desk.preview('units', units);
  expect(seen).toMatchObject({
    name: '房产.csv',
    encoding: 'utf-8',
    format: 'csv',
    rows: 3,
    counts: { created: 3, updated: 0, unchanged: 0 },
    problemTotal: 0,
    mapping: {
      units: { code: 0, use: 1, builtArea: 2, occupancyState: 3, handedOverOn: 4, electricity: 5, note: 6 },
    },
  });
  expect(must(await desk.run('units', units))).toEqual({ created: 3, updated: 0, unchanged: 0 });
  const rows = must(await desk.office.as('receptionist').units.list({ filter: {} })).rows;
  expect(
    rows.map((row) => [row.code, row.floor, row.builtAreaHundredthsM2, row.handedOverOn, row.serialNo]),
  ).toEqual([
    ['3-1-202', '2', 7500, '2020-06-01', 'FC202611-0002'],
    ['3-1-1502', '15', 8950, '2020-05-01', 'FC202611-0001'],
    ['S-12', null, 12025, '2020-05-01', 'FC202611-0003'],
  ]);
  const people = desk.file('people.csv', PEOPLE.replace('S12', 'S-12'));
  expect(must(await desk.run('people', people))).toEqual({ created: 2, updated: 0, unchanged: 0 });
  expect([desk.count('occupancies'), desk.count('party_members'), desk.count('vehicles')]).toEqual([3, 1, 2]);
  for (const [kind, path, n] of [
    ['units', units, 3],
    ['people', people, 2],
  ] as const) {
    const lines = desk.count('journal', "kind <> 'SYSTEM'");
    expect(must(await desk.run(kind, path))).toEqual({ created: 0, updated: 0, unchanged: n });
    expect(desk.count('journal', "kind <> 'SYSTEM'")).toBe(lines);
  }
  const moved = desk.file(
    'moved.csv',
    PEOPLE.replace('S12', 'S-12')
      .replaceAll('138 0013 8000', '13800138001')
      .replaceAll('13800138000', '13800138001')
      .replace('2026-12-31', '2027-12-31'),
  );
  expect(must(await desk.run('people', moved))).toEqual({ created: 0, updated: 2, unchanged: 0 });
  const found = must(await desk.office.as('receptionist').units.suggest({ typed: '粤B67890' }));
  expect(found.map((unit) => unit.code)).toEqual(['3-1-202', '3-1-1502']);
  desk.office.file.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(verifyOffice(desk.office.file.dataDir, () => {}).problems).toEqual([]);
});

test('nothing personal stands in the journal', async () => {
  must(await desk.run('units', desk.file('u.csv', UNITS)));
  must(await desk.run('people', desk.file('p.csv', PEOPLE.replace('S12', 'S-12'))));
  const text = desk.office.file.raw
    .prepare('SELECT group_concat(change) FROM journal')
    .pluck()
    .get() as string;
  expect(text).not.toMatch(/欧阳|老街茶馆|13800138000|440106|粤B|漏水/);
});

test('one wrong row and nothing is written; every problem names line and column', async () => {
  const path = desk.file(
    'wrong.csv',
    csv(
      ['房号', '用途', '建筑面积', '使用面积', '状态', '入伙日期', '区域'],
      ['1-101', '住宅', '80', '70', '入住', '2020-01-01', ''],
      ['1-101', '住宅', '80', '70', '入住', '2020-01-01', ''],
      ['1-102', '城堡', '八十', '90', '入住', '2020-02-30', '三期'],
      ['', '住宅', '80', '70', '入住', '2020-01-01', ''],
      ['1-103', '住宅', '80', '90', '未售', '2020-01-01', ''],
    ),
  );
  const seen = await desk.preview('units', path);
  expect(seen.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
    '3 code twice',
    '4 use choice',
    '4 builtArea area',
    '4 handedOverOn day',
    '4 area unknownArea',
    '5 code required',
    '6 handedOverOn notHandedOver',
    '6 usableArea areaSizes',
  ]);
  expect(seen.problems[1]).toMatchObject({ found: '城堡' });
  expect(refusal(await desk.run('units', path))).toBe('imports.problems');
  expect(desk.count('units')).toBe(0);
  const people = desk.file(
    'p.csv',
    csv(['房号', '姓名', '电话'], ['9-9', '张三', '13800138000'], ['', '', 'abc']),
  );
  const told = await desk.preview('people', people);
  expect(told.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).toEqual([
    '2 unit unknownUnit',
    '3 phone phone.unreadable',
    '3 name required',
  ]);
  expect(JSON.stringify(told.problems)).not.toMatch(/张三|13800138000|abc/);
});

test('the run takes only the file that was previewed, and stops when asked', async () => {
  const path = desk.file('u.csv', UNITS);
  const { sha256, mapping } = await desk.preview('units', path);
  desk.file('u.csv', UNITS.replace('89.50', '98.50'));
  const me = desk.office.as('csSupervisor');
  expect(refusal(await me.imports.run({ kind: 'units', path, sha256, mapping, job: 'a' }))).toBe(
    'imports.changed',
  );
  must(await me.imports.cancel({ job: 'b' }));
  const again = await desk.preview('units', path);
  const stopped = await me.imports.run({ kind: 'units', path, sha256: again.sha256, mapping, job: 'b' });
  expect(refusal(stopped)).toBe('imports.cancelled');
  expect(desk.count('units')).toBe(0);
  expect(refusal(await me.imports.preview({ kind: 'units', path: 'u.csv', job: 'c' }))).toBe(
    'imports.notFound',
  );
  expect(must(await me.imports.preview({ kind: 'units', job: 'c' }))).toBeNull();
  expect(must(await me.imports.fields({ kind: 'units' }))[0]).toEqual({ field: 'code', required: true });
  const clerk = desk.office.as('receptionist');
  expect(refusal(await clerk.imports.preview({ kind: 'units', path, job: 'd' }))).toBe('notAllowed');
  expect(refusal(await clerk.imports.run({ kind: 'units', path, sha256, mapping, job: 'd' }))).toBe(
    'notAllowed',
  );
});

test('columns may be chosen by hand; headings that no program should use are just headings', async () => {
  const path = desk.file(
    'odd.csv',
    csv(['__proto__', 'constructor', '=1+1'], ['7-701', '住宅', '=cmd|calc']),
  );
  const me = desk.office.as('csSupervisor');
  const first = must(await me.imports.preview({ kind: 'units', path, job: 'a' }))!;
  expect(first.problems).toMatchObject([{ code: 'required' }]);
  const mapping = { units: { code: 0, use: 1, note: 2 } };
  const seen = must(await me.imports.preview({ kind: 'units', path, mapping, job: 'a' }))!;
  expect(seen.counts.created).toBe(1);
  must(await me.imports.run({ kind: 'units', path, sha256: seen.sha256, mapping, job: 'a' }));
  expect(must(await desk.office.as('csSupervisor').units.list({ filter: {} })).rows[0]).toMatchObject({
    code: '7-701',
    note: '=cmd|calc',
  });
  expect(Object.hasOwn(Object.prototype, 'use')).toBe(false);
});
