import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../support/office';
import { type ImportDesk, importDesk } from './support';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

/** Rare characters of names in GB18030 (four bytes, or of the extensions), with their UTF-8 twins. */
const NAMES = ['𠮷田', '王㛃', '李䶮', '阿依古丽·买买提', '张镕', '陈堃', '𬱖先生'];
const head = '姓名,电话\r\n';

/** GB18030 bytes of a text, by trying every code the decoder knows: the tests bring no encoder of their own. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    bytes.push(...(twoBytes(char, decoder) ?? fourBytes(code)));
  }
  return Buffer.from(bytes);
}
const two = new Map<string, number[]>();
function twoBytes(char: string, decoder: InstanceType<typeof TextDecoder>): number[] | undefined {
  if (two.size === 0)
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail === 0x7f) continue;
        const pair = [lead, trail];
        const read = decoder.decode(Uint8Array.from(pair));
        if ([...read].length === 1 && read !== '\ufffd') two.set(read, pair);
      }
  return two.get(char);
}
/** Supplementary planes are linear from 0x90308130. */
function fourBytes(code: number): number[] {
  let n = code - 0x10000 + 189_000;
  const d = 0x30 + (n % 10);
  n = Math.floor(n / 10);
  const c = 0x81 + (n % 126);
  n = Math.floor(n / 126);
  return [0x81 + Math.floor(n / 10), 0x30 + (n % 10), c, d];
}

const namesIn = async (name: string, bytes: Uint8Array, encoding: string) => {
  const path = desk.file(name, bytes);
  const seen = await desk.preview('people', path);
  expect(seen.encoding).toBe(encoding);
  return seen.sample.map((row) => row[0]);
};

test('the same names in UTF-8, with and without mark, in UTF-16 and in GB18030', async () => {
  const names = NAMES.filter((name) =>
    [...name].every((char) => char.codePointAt(0)! < 0x3400 || char.codePointAt(0)! > 0x4dff),
  );
  const text = head + names.map((name) => `${name},13800138000\r\n`).join('');
  expect(await namesIn('utf8.csv', Buffer.from(text), 'utf-8')).toEqual(names);
  expect(await namesIn('bom.csv', Buffer.from(`\ufeff${text}`), 'utf-8')).toEqual(names);
  expect(await namesIn('utf16.csv', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le')).toEqual(names);
  expect(await namesIn('gb.csv', gb18030(text), 'gb18030')).toEqual(names);
});

test('names of one file in UTF-8 and in GB18030 are the same people', async () => {
  const text = `${head}${NAMES[0]},13800138000\r\n${NAMES[6]},13800138001\r\n`;
  must(await desk.run('people', desk.file('a.csv', Buffer.from(text))));
  expect(must(await desk.run('people', desk.file('b.csv', gb18030(text))))).toEqual({
    created: 0,
    updated: 0,
    unchanged: 2,
  });
});

test('a sheet written by a spreadsheet: phones and days as numbers, rich text, a title above the headings', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('业主');
  sheet.addRow(['一期业主名单']);
  sheet.addRow([]);
  sheet.addRow(['姓名', '身份证号', '手机', '出生日期', '性别']);
  sheet.addRow(['欧阳若兰', '440106199001011234', 13_800_138_000, new Date(Date.UTC(1990, 0, 1)), '女']);
  sheet.addRow([
    { richText: [{ text: '阿依古丽' }, { text: '·买买提' }] },
    '',
    139_0013_9000,
    '1985年3月8日',
    'M',
  ]);
  sheet.addRow(['失数', Number('440106199001011234'), '13700137000', '', '']);
  const path = join(desk.dir, 'people.xlsx');
  await book.xlsx.writeFile(path);
  const seen = await desk.preview('people', path);
  expect(seen).toMatchObject({
    format: 'xlsx',
    rows: 3,
    heads: ['姓名', '身份证号', '手机', '出生日期', '性别'],
  });
  expect(seen.problems).toMatchObject([{ line: 6, field: 'document', code: 'digitsLost', found: '' }]);
  expect(seen.sample[0]).toEqual(['欧阳若兰', '440106199001011234', '13800138000', '32874', '女']);
  sheet.getCell('B6').value = '440106199001011235';
  await book.xlsx.writeFile(path);
  must(await desk.run('people', path));
  const rows = desk.office.file.raw
    .prepare('SELECT name, phone, bornOn, gender FROM parties ORDER BY serialNo')
    .all();
  expect(rows).toEqual([
    { name: '欧阳若兰', phone: '13800138000', bornOn: '1990-01-01', gender: 'female' },
    { name: '阿依古丽·买买提', phone: '13900139000', bornOn: '1985-03-08', gender: 'male' },
    { name: '失数', phone: '13700137000', bornOn: null, gender: null },
  ]);
});

test('tab and semicolon tables are tables too', async () => {
  const tabs = desk.file('t.tsv', '姓名\t电话\n张三\t13800138000\n');
  expect((await desk.preview('people', tabs)).sample).toEqual([['张三', '13800138000']]);
  const semicolons = desk.file('s.csv', '姓名;电话\n李四，王五;13800138000\n');
  expect((await desk.preview('people', semicolons)).sample).toEqual([['李四，王五', '13800138000']]);
});
