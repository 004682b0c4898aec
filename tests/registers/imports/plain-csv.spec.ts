import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takePlain } from '../../../electron/registers/imports/plain-csv';
import { takeAny } from '../../../electron/registers/imports/read-csv';

/** The quick reader of plain tables against the general one: the same rows of the same lines, or hands off. */

type Taken = [number, string[]][];
function plain(text: string, delimiter = ','): Taken | null {
  const rows: Taken = [];
  return takePlain(text, delimiter, (line, cells) => rows.push([line, cells])) ? rows : null;
}
function any(text: string, delimiter = ','): Taken {
  const rows: Taken = [];
  takeAny(text, delimiter, (line, cells) => rows.push([line, cells]));
  return rows;
}

test('tables as programs write them', () => {
  expect(plain('房号,姓名\r\n\r\n1-1-101,\r\n"1-1-102","张 三"')).toEqual([
    [1, ['房号', '姓名']],
    [3, ['1-1-101', '']],
    [4, ['1-1-102', '张 三']],
  ]);
  expect(plain('a\tb\n"x\ty"\t', '\t')).toEqual([
    [1, ['a', 'b']],
    [2, ['x\ty', '']],
  ]);
});

test('left to the general reader: doubled and stray quotes, line ends in cells and of two kinds', () => {
  for (const text of [
    'a,"b""c"',
    'a,5"',
    '"a"x,b',
    '"a\nb",c',
    'a\rb',
    'a\r\nb\nc',
    'a\nb\r\n',
    'a\r\nb\rc\r\n',
  ])
    expect(plain(text), JSON.stringify(text)).toBeNull();
});

test('whatever it takes, the general reader takes the same way', () => {
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', 'a', '张三', ' x ', "'=1", '5"', '""', 'a,b') },
    fc.string({ maxLength: 4 }),
  );
  const written = fc.tuple(cell, fc.boolean()).map(([text, quoted]) => (quoted ? `"${text}"` : text));
  const table = fc
    .tuple(
      fc.array(fc.array(written, { maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    )
    .map(([rows, end, last]) => rows.map((row) => row.join(',')).join(end) + (last ? end : ''));
  let taken = 0;
  fc.assert(
    fc.property(
      fc.oneof(table, fc.string({ unit: fc.constantFrom(',', '"', '\r', '\n', 'a', '门') })),
      (text) => {
        const quick = plain(text);
        if (quick === null) return;
        taken += 1;
        expect(quick).toEqual(any(text));
      },
    ),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(500);
});
