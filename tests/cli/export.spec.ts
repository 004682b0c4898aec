import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeCell } from '../../electron/registers/exports/safe-cell';
import type { Input } from '../../shared/api';
import { must, newOffice, refusal, type TestOffice } from '../support/office';
import { scratch } from './support';

/** Exports through the real door on a database on disk (trust.md F4, C6). */
const root = scratch();
let office: TestOffice;

/** Payloads of the OWASP set, their full-width twins, blanks and BOM before them, and the classics of spreadsheet attacks. */
const LEADS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u00a0=',
  '\u3000=',
  '\ufeff=',
  '\n=',
  '\ufeff @',
];
const BODIES = [
  '1+1',
  "cmd|'/C calc'!A0",
  'HYPERLINK("http://x","y")',
  'SUM(A1:A9)*cmd|" /C calc"!A0',
  'IMPORTXML("http://x","//a")',
  'DDE("cmd";"/C calc";"!A0")',
  'WEBSERVICE("http://x")',
  '2+5+cmd',
  'A1',
  '"=1+1',
];
const PAYLOADS = LEADS.flatMap((lead) => BODIES.map((body) => lead + body));

beforeAll(async () => {
  office = await newOffice({ dataDir: join(root, 'office') });
});
afterAll(() => office?.close());

/** Registers an item with the given name and features; answers its number. */
async function register(extra: Partial<Input<'foundItems.register'>>): Promise<string> {
  const result = await office.as('receptionist').foundItems.register({
    category: 'umbrella',
    name: '雨伞',
    quantity: 1,
    foundPlace: '大堂',
    foundAt: office.now(),
    finderName: '马军',
    storagePlace: '前台失物柜',
    second: { how: 'witness', name: '罗勇' },
    ...extra,
  });
  office.pass(1);
  return must(result).serialNo;
}

const save = (input: Partial<Input<'exports.save'>> & { path: string | null }) =>
  office.as('csSupervisor').exports.save({
    register: 'foundItems',
    filter: {},
    format: input.path?.endsWith('.xlsx') ? 'xlsx' : 'csv',
    lang: 'zh-CN',
    job: 'j',
    ...input,
  });

/** A CSV as a reader takes it apart (RFC 4180): every cell quoted here. */
function readCsv(path: string): string[][] {
  const text = readFileSync(path, 'utf8');
  expect(text[0]).toBe('\ufeff');
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push(cell!.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

async function readXlsx(path: string): Promise<exceljs.Cell[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: exceljs.Cell[][] = [];
  const sheet = workbook.worksheets[0]!;
  const width = sheet.getRow(1).cellCount;
  sheet.eachRow((row) => rows.push(Array.from({ length: width }, (_, i) => row.getCell(i + 1))));
  return rows;
}

describe('safe cells', () => {
  it('defuses every payload and leaves plain text alone', () => {
    for (const payload of PAYLOADS) expect(safeCell(payload), JSON.stringify(payload)).toBe(`'${payload}`);
    for (const plain of [
      '雨伞',
      '138****5678',
      '2026-11-20',
      'SW202611-0001',
      '3把，带挂件',
      '',
      'a=b',
      '(-1)',
    ])
      expect(safeCell(plain)).toBe(plain);
  });
});

describe('export', () => {
  it('writes hostile names as inert text, in CSV and in XLSX alike', async () => {
    const typed = [
      '=1+1',
      '+86',
      '-2+3',
      '@SUM(A1)',
      '＝1＋1',
      '＋1',
      '－1',
      '＠a',
      '"=1+1","x',
      "=cmd|'/C calc'!A0",
    ];
    for (const name of typed) await register({ name, publicFeatures: name, note: name });
    must(await save({ path: join(root, 'hostile.csv') }));
    must(await save({ path: join(root, 'hostile.xlsx') }));
    const csv = readCsv(join(root, 'hostile.csv'));
    const sheet = await readXlsx(join(root, 'hostile.xlsx'));
    expect(csv).toHaveLength(typed.length + 1);
    expect(sheet.map((row) => row.map((cell) => cell.text))).toEqual(csv);
    const names = csv.slice(1).map((row) => row[3]);
    for (const name of typed) expect(names).toContain(safeCell(name));
    for (const cell of csv.flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/);
    for (const cell of sheet.flat()) {
      expect(cell.type).not.toBe(exceljs.ValueType.Formula);
      expect(cell.type).not.toBe(exceljs.ValueType.Number);
      if (cell.text !== '') expect(cell.numFmt).toBe('@');
    }
  });

  it('masks phones and never shows what only the owner knows', async () => {
    await register({
      name: '钥匙',
      category: 'keys',
      finderPhone: '13912345678',
      verifyFeatures: '刻有字母暗号',
    });
    await must(
      await office.as('receptionist').lostReports.register({
        category: 'keys',
        name: '钥匙',
        lostPlace: '大堂',
        lostFrom: office.now(),
        lostTo: office.now(),
        reporterName: '何先生',
        reporterPhone: '13987654321',
      }),
    );
    must(await save({ path: join(root, 'masked.csv') }));
    must(await save({ path: join(root, 'reports.csv'), register: 'lostReports', lang: 'en' }));
    const text =
      readFileSync(join(root, 'masked.csv'), 'utf8') + readFileSync(join(root, 'reports.csv'), 'utf8');
    for (const secret of ['13912345678', '13987654321', '刻有字母暗号']) expect(text).not.toContain(secret);
    expect(text).toContain('139****4321');
    expect(readCsv(join(root, 'reports.csv'))[0]).toContain('State');
  });

  it('writes the filtered list: states, months, more lines than one page', async () => {
    for (let n = 0; n < 205; n += 1) await register({ name: `第${n}把伞` });
    const month = office.now().slice(0, 7);
    const pages = must(await save({ path: join(root, 'month.csv'), filter: { month } }));
    const numbers = readCsv(join(root, 'month.csv'))
      .slice(1)
      .map((row) => row[0]);
    expect(numbers).toHaveLength(pages.rows);
    expect(new Set(numbers).size).toBe(pages.rows);
    expect(pages.rows).toBeGreaterThan(205);
    expect(must(await save({ path: join(root, 'none.csv'), filter: { month: '2001-01' } })).rows).toBe(0);
    expect(must(await save({ path: join(root, 'void.xlsx'), filter: { states: ['voided'] } })).rows).toBe(0);
    const reports = { register: 'lostReports' as const, path: join(root, 'r.csv') };
    expect(must(await save({ ...reports, filter: { states: ['open'], month } })).rows).toBe(1);
    expect(must(await save({ ...reports, filter: { month: '2001-01' } })).rows).toBe(0);
    expect(refusal(await save({ ...reports, filter: { states: ['claimed'] } }))).toContain(
      'invalid:filter.states',
    );
  });

  it('is a journal event that keeps no searched name', async () => {
    must(await save({ path: join(root, 'find.csv'), filter: { search: '马军', person: '马军' } }));
    const line = await office.door.read
      .selectFrom('journal')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({ kind: 'EXPORT', register: 'foundItems', op: 'exports.save' });
    expect(JSON.parse(line.change)).toMatchObject({ format: 'csv', searched: true });
    expect(line.change).not.toContain('马军');
  });

  it('needs the right, a place to write, and leaves nothing behind when it is cancelled', async () => {
    const path = join(root, 'no.csv');
    expect(
      refusal(
        await office
          .as('receptionist')
          .exports.save({ register: 'foundItems', filter: {}, format: 'csv', path, job: 'j' }),
      ),
    ).toBe('notAllowed');
    expect(refusal(await save({ path: join(root, 'missing', 'x.csv') }))).toBe('exports.notWritable');
    mkdirSync(join(root, 'folder.csv'));
    expect(refusal(await save({ path: join(root, 'folder.csv') }))).toBe('exports.notWritable');
    writeFileSync(path, 'older');
    office.host.cancel('stop');
    expect(must(await save({ path, job: 'stop' }))).toEqual({ rows: 0, path: null, cancelled: true });
    expect(must(await save({ path: join(root, 'no.xlsx'), job: 'stop' })).cancelled).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('older');
    expect(must(await save({ path: null }))).toMatchObject({
      path: null,
      cancelled: true,
    });
    expect(readdirSync(root).filter((name) => /export|partial|no\.xlsx/.test(name))).toEqual([]);
  });
});
