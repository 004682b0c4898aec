import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperText } from '../../../shared/print/measure';
import { CUSTOM_KINDS, FLOWS, hasValue } from '../../../shared/registers/custom-books.row';
import { CUSTOM_ENTRY_NEXT, type CustomEntryState } from '../../../shared/registers/custom-entries.row';
import { readValue, valueIn } from '../../../shared/registers/custom-values';
import { must } from '../../support/office';
import { bookOf, entryOf, newBook, quickOffice, touch } from './support';

/** Whatever is typed into whatever kind of column survives to screen, paper and export; no line leaves its chart. */
const KINDS = CUSTOM_KINDS.filter((kind) => kind !== 'signature');
const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '2026-11-20',
    '2026-02-31',
    '09:30',
    '25:00',
    '2026-11-20T01:00:00.000Z',
    '甲',
    '0',
    '12',
    '-3',
    '1e5',
    ' ',
    '=1+1',
  ),
);

describe('values of own columns', () => {
  it('read twice are the same, and what is refused names its problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), typed, fc.boolean(), (kind, text, required) => {
        const column = { kind, choices: ['甲', '乙'], required };
        const read = readValue(column, text);
        if ('problem' in read) expect(read.problem).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
        else if (read.value === null) expect(required).toBe(false);
        else {
          expect(readValue(column, read.value)).toEqual(read);
          expect(valueIn(kind, read.value)).not.toBe('');
        }
      }),
    );
  });

  it('stand on the line, on the paper and in the export as they were typed', {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'custom-'));
    const office = await quickOffice({ dataDir: join(folder, 'office') });
    try {
      const columns = KINDS.map((kind) => ({
        kind,
        zh: kind.slice(0, 8),
        choices: kind === 'choice' ? ['甲', '乙'] : [],
      }));
      const book = await newBook(office, 'S80', { code: 'ALL', columns, signers: [] });
      const clerk = office.as('receptionist');
      const values = fc.record(Object.fromEntries(KINDS.map((kind) => [kind, typed])));
      let number = 0;
      await fc.assert(
        fc.asyncProperty(values, async (given) => {
          const own = book.columns.filter(hasValue);
          const readable = own.flatMap((column) => {
            const read = readValue(column, given[column.kind]!);
            return 'problem' in read || read.value === null
              ? []
              : [{ column, typed: given[column.kind]!, value: read.value }];
          });
          const sent = Object.fromEntries(readable.map(({ column, typed: text }) => [column.slot, text]));
          const result = await clerk.customEntries.register({
            bookId: book.id,
            at: office.now(),
            values: sent,
          });
          expect(result.ok).toBe(readable.length > 0);
          if (!result.ok) return;
          number += 1;
          const { entry } = await entryOf(office, result.data.id, 'receptionist');
          const job = must(
            await clerk.prints.prepare({ form: 'customBook', month: '2026-11', entryId: book.id }),
          );
          if (job.family !== 'register') throw new Error('no book');
          const row = job.pages.flatMap((page) => page.rows).at(-1)!;
          expect(job.countsRows).toBe(number);
          const cells = row.cells.map((cell) => cell.text);
          for (const { column, value } of readable) {
            expect(entry[column.slot]).toBe(value);
            const at = job.columns.findIndex(({ key }) => key === column.slot);
            expect(cells[at]).toBe(paperText(valueIn(column.kind, value)) || '/');
          }
        }),
        { numRuns: 25 },
      );
      must(
        await clerk.customEntries.register({
          bookId: book.id,
          at: office.now(),
          values: { v01: '出口文字' },
        }),
      );
      const path = join(folder, 'own.csv');
      const saved = must(
        await office.as('csSupervisor').exports.save({
          register: 'customEntries',
          filter: { bookId: book.id },
          format: 'csv',
          path,
          job: 'own',
        }),
      );
      expect(saved.rows).toBe(number + 1);
      expect(readFileSync(path, 'utf8')).toContain('出口文字');
    } finally {
      office.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the state chart of own lines', () => {
  it('is never left, whatever is tried', { timeout: 300_000 }, async () => {
    const acts = fc.array(fc.constantFrom('start', 'finish', 'void', 'correct' as const), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FLOWS), acts, async (flow, todo) => {
        const office = await quickOffice();
        try {
          const book = await newBook(office, 'S70', { flow, columns: [{ kind: 'text', zh: '事' }] });
          const desk = office.as('csSupervisor').customEntries;
          let at = must(await desk.register({ bookId: book.id, at: office.now(), values: { v01: '一' } }));
          let state: CustomEntryState = flow === 'record' ? 'recorded' : 'open';
          for (const act of todo) {
            const result =
              act === 'void'
                ? await desk.void({ ...touch(at), reason: '重复' })
                : act === 'correct'
                  ? await desk.correct({
                      ...touch(at),
                      field: 'note',
                      value: `第${at.version}版`,
                      reason: '补充',
                    })
                  : await desk[act](touch(at));
            const { entry } = await entryOf(office, at.id);
            if (entry.state !== state) expect(CUSTOM_ENTRY_NEXT[state]).toContain(entry.state);
            if (entry.state === 'doing') expect(flow).toBe('work');
            if (!result.ok) expect(entry.version).toBe(at.version);
            else at = { ...at, ...result.data };
            state = entry.state;
          }
          expect((await bookOf(office, book.id)).lines).toBe(1);
        } finally {
          office.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});
