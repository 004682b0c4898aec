import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookForm } from '../../../shared/registers/custom-books';
import { TEMPLATES } from '../../../shared/registers/custom-books.templates';
import { fitsSheet } from '../../../shared/registers/custom-values';
import { holds, ROLES } from '../../../shared/roles';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  bookOf,
  entryOf,
  expectLast,
  formOf,
  HAZARD,
  journalOf,
  newBook,
  quickOffice,
  slotOf,
  TOP_UP,
  touch,
  write,
} from './support';

/** Own books through the door: definitions, lines, refusals, journal, list, search, paper. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const boss = () => office.as('csSupervisor');

describe('definitions', () => {
  it('of every template are taken, in both languages, and fit the sheet', async () => {
    for (const [system, form] of Object.entries(TEMPLATES)) {
      const book = await newBook(office, system);
      expect(book.columns.map(({ zh }) => zh)).toEqual(form.columns.map(({ zh }) => zh));
      expect(book.columns.every(({ en }) => en)).toBe(true);
      expect(fitsSheet(book)).toBe(true);
      expect(journalOf(office, book.id)).toEqual(['customBooks.define/CREATE']);
      for (const column of book.columns) if (column.kind === 'person') expect(column.slot).toMatch(/^p/);
    }
    expect(Object.keys(TEMPLATES)).toHaveLength(11);
  });

  it('are refused when they cannot be a book', async () => {
    const define = async (over: object) =>
      refusal(await boss().customBooks.define({ ...TEMPLATES.S80!, ...over }));
    const text = { kind: 'text' as const };
    await newBook(office, 'S80');
    expect(await define({})).toBe('customBooks.codeTaken');
    expect(
      await define({
        code: 'X',
        columns: [
          { ...text, zh: '甲' },
          { ...text, zh: '甲' },
        ],
      }),
    ).toBe('customBooks.labelTwice');
    expect(await define({ code: 'X', columns: [{ kind: 'choice', zh: '甲' }] })).toBe(
      'customBooks.choicesMissing',
    );
    expect(await define({ code: 'X', columns: [{ kind: 'signature', zh: '甲' }] })).toBe(
      'customBooks.nothingToWrite',
    );
    const many = (n: number, kind: string) => Array.from({ length: n }, (_, i) => ({ kind, zh: `栏${i}` }));
    expect(await define({ code: 'X', columns: many(13, 'time') })).toBe('customBooks.tooManyColumns');
    expect(await define({ code: 'X', columns: many(5, 'person') })).toBe('customBooks.tooManyColumns');
    expect(await define({ code: 'X', columns: many(12, 'longText') })).toBe('customBooks.tooWide');
    expect(await define({ code: 'X', columns: [] })).toBe('invalid:columns');
    expect(await define({ code: 'X', writers: [] })).toBe('invalid:writers');
    expect(await define({ code: 'X', columns: [{ ...text, zh: '甲', slot: 'v05' }] })).toBe(
      'invalid:columns.0.slot',
    );
    expect(refusal(await office.as('receptionist').customBooks.define(TEMPLATES.S70!))).toBe('notAllowed');
    expect(bookForm.parse({ ...TEMPLATES.S80, zh: 'a:{{b}}' }).zh).toBe('a：｛｛b｝｝');
  });

  it('grow but never turn once lines exist', async () => {
    const book = await newBook(office, 'S80');
    must(await write(office, book, TOP_UP));
    const now = await bookOf(office, book.id);
    expect(now.lines).toBe(1);
    const form = formOf(now);
    const revise = (over: Partial<typeof form>) =>
      boss().customBooks.revise({ ...touch(now), ...form, ...over });
    const [first, ...rest] = form.columns;
    expect(refusal(await revise({}))).toBe('entry.unchanged');
    expect(refusal(await revise({ columns: [{ ...first!, kind: 'text' }, ...rest] }))).toBe(
      'customBooks.retyped',
    );
    const sealed = form.columns.map((one) => (one.zh === '房号' ? { ...one, personal: true } : one));
    expect(refusal(await revise({ columns: sealed }))).toBe('customBooks.retyped');
    expect(refusal(await revise({ columns: rest }))).toBe('customBooks.columnGone');
    expect(refusal(await revise({ flow: 'task' }))).toBe('customBooks.flowFixed');
    const fewer = form.columns.map((one) => (one.zh === '类别' ? { ...one, choices: ['水'] } : one));
    expect(refusal(await revise({ columns: fewer }))).toBe('customBooks.choiceGone');
    const more = [...rest, { ...first!, hidden: true }, { kind: 'text' as const, zh: '经手单位' }];
    const done = must(await revise({ columns: more, zh: '充值表' }));
    expectLast(office, book.id, 'customBooks.revise/CHANGE');
    const grown = await bookOf(office, book.id);
    expect(grown).toMatchObject({ zh: '充值表', revision: 1, version: done.version });
    expect(slotOf(grown, '房号')).toBe(slotOf(book, '房号'));
    expect(grown.columns.at(-1)).toMatchObject({ zh: '经手单位', kind: 'text' });
    expect(refusal(await revise({}))).toBe('conflict');
  });

  it('are closed and opened again', async () => {
    const book = await newBook(office, 'S80');
    const closed = must(await boss().customBooks.close(touch(book)));
    expectLast(office, book.id, 'customBooks.close/CHANGE');
    expect(refusal(await boss().customBooks.close({ id: book.id, version: closed.version }))).toBe(
      'customBooks.wrongState',
    );
    expect(refusal(await write(office, book, TOP_UP))).toBe('customEntries.bookClosed');
    const other = await newBook(office, 'S70');
    const shelf = must(await office.as('receptionist').customBooks.list({})).rows.map(({ id, state }) => [
      id,
      state,
    ]);
    expect(shelf).toEqual([
      [other.id, 'open'],
      [book.id, 'closed'],
    ]);
    must(await boss().customBooks.reopen({ id: book.id, version: closed.version }));
    must(await write(office, book, TOP_UP));
  });
});

describe('lines', () => {
  it('go open, in hand, done; the story says who', async () => {
    const book = await newBook(office, 'S70');
    const one = must(await write(office, book, HAZARD, 'gateGuard'));
    expect(one.serialNo).toBe('ZD202611-0001');
    expect(one.scanCode).toMatch(/^322611\d{6}$/);
    expectLast(office, one.id, 'customEntries.register/CREATE');
    expect(must(await boss().customEntries.counts({}))).toEqual({ open: 1 });
    const asked = must(await boss().customEntries.entry({ id: one.id }));
    expect(asked.next[0]).toBe('customEntries.start');
    expect(asked.entry.summary).toContain('东门');
    const begun = must(await office.as('receptionist').customEntries.start(touch(one)));
    expect(refusal(await boss().customEntries.start(touch(begun)))).toBe('customEntries.wrongState');
    const ended = must(await boss().customEntries.finish({ ...touch(begun), note: '已撤除' }));
    expectLast(office, one.id, 'customEntries.finish/CHANGE');
    expect(refusal(await boss().customEntries.finish(touch(ended)))).toBe('customEntries.wrongState');
    expect(must(await boss().customEntries.counts({}))).toEqual({ open: 0 });
    const plain = await newBook(office, 'S80');
    const other = must(await write(office, plain, TOP_UP));
    expect(refusal(await boss().customEntries.start(touch(other)))).toBe('customEntries.wrongState');
  });

  it('are refused by who writes and what is written', async () => {
    const book = await newBook(office, 'S80');
    const refused = async (values: Record<string, string>) =>
      refusal(await write(office, book, { ...TOP_UP, ...values }));
    expect(refusal(await write(office, book, TOP_UP, 'gateGuard'))).toBe('customEntries.notWriter');
    expect(refusal(await write(office, book, TOP_UP, 'engineeringDesk'))).toBe('notAllowed');
    expect(await refused({ 日期: '2026-02-31' })).toBe('invalid:values.v01');
    expect(await refused({ 房号: '' })).toBe(`invalid:values.${slotOf(book, '房号')}`);
    expect(await refused({ 类别: '煤' })).toBe(`invalid:values.${slotOf(book, '类别')}`);
    expect(await refused({ '金额（元）': '1.5' })).toBe(`invalid:values.${slotOf(book, '金额（元）')}`);
    const stray = { bookId: book.id, at: office.now(), values: { v01: '2026-11-20', v12: 'x' } };
    expect(refusal(await office.as('receptionist').customEntries.register(stray))).toMatch(/^invalid:values/);
    const unknown = { bookId: '0'.repeat(26), at: office.now(), values: {} };
    expect(refusal(await office.as('receptionist').customEntries.register(unknown))).toBe('notFound');
    const free = await newBook(office, 'S80', { code: 'F', columns: [{ kind: 'text', zh: '事' }] });
    expect(refusal(await write(office, free, { 事: ' ' }))).toBe('customEntries.nothingWritten');
  });

  it('are corrected column by column, struck on paper, and voided', async () => {
    const book = await newBook(office, 'S80');
    const one = must(await write(office, book, TOP_UP));
    const money = slotOf(book, '金额（元）');
    const correct = { ...touch(one), field: money, value: '20000', reason: '看错一位' };
    expect(refusal(await office.as('csAssistant').customEntries.correct(correct))).toBe('entry.notRecorder');
    expect(refusal(await boss().customEntries.correct({ ...correct, value: '10050' }))).toBe(
      'entry.unchanged',
    );
    expect(refusal(await boss().customEntries.correct({ ...correct, value: 'x' }))).toBe('invalid:value');
    expect(refusal(await boss().customEntries.correct({ ...correct, field: 'v12' }))).toBe('invalid:field');
    const fixed = must(await boss().customEntries.correct(correct));
    expectLast(office, one.id, 'customEntries.correct/CORRECT');
    const person = must(
      await boss().customEntries.correct({
        ...touch(fixed),
        field: 'p01',
        value: '孙小妹',
        reason: '写错人',
      }),
    );
    const lines = office.file.raw.prepare('SELECT change FROM journal WHERE entryId = ?').all(one.id);
    expect(JSON.stringify(lines)).not.toMatch(/孙建平|孙小妹/);
    const print = async () =>
      JSON.stringify(
        must(
          await office
            .as('receptionist')
            .prints.prepare({ form: 'customBook', month: '2026-11', entryId: book.id }),
        ),
      );
    expect(await print()).toMatch(/200\.00.*100\.50|100\.50.*200\.00/s);
    const gone = must(await boss().customEntries.void({ ...touch(person), reason: '重复登记' }));
    expectLast(office, one.id, 'customEntries.void/VOID');
    expect(refusal(await boss().customEntries.correct({ ...correct, ...touch(gone) }))).toBe(
      'customEntries.wrongState',
    );
    expect(refusal(await boss().customEntries.void({ ...touch(gone), reason: '再作废' }))).toBe(
      'customEntries.wrongState',
    );
    expect(await print()).toContain('"voided":true');
  });

  it('end their free window when another looks or their month is printed', async () => {
    const book = await newBook(office, 'S80');
    const one = must(await write(office, book, TOP_UP));
    const two = must(await write(office, book, TOP_UP));
    const free = async (id: string) => (await entryOf(office, id, 'receptionist')).freeUntil;
    expect(await free(one.id)).not.toBeNull();
    expect(must(await boss().customEntries.markSeen({ id: one.id }))).toEqual({ seen: true });
    expect(await free(one.id)).toBeNull();
    expect(refusal(await boss().customEntries.markSeen({ id: one.id }))).toBe('entry.alreadyFrozen');
    const request = { form: 'customBook' as const, month: '2026-11', entryId: book.id };
    const job = must(await office.as('receptionist').prints.prepare(request));
    expect(job).toMatchObject({ copy: 1, head: { title: book.zh, formCode: 'ZD-80', formVersion: 'A/0' } });
    const facts = { copy: 1, pages: 1, pageFrom: 1, pageTo: 1, chainMark: job.chainMark, to: 'pdf' as const };
    must(await office.as('receptionist').prints.record({ request, ...facts }));
    expect(await free(two.id)).toBeNull();
    expect(must(await office.as('receptionist').prints.prepare(request)).copy).toBe(2);
    const other = await newBook(office, 'S70');
    expect(must(await office.as('receptionist').prints.prepare({ ...request, entryId: other.id })).copy).toBe(
      1,
    );
    expect(
      refusal(await office.as('receptionist').prints.prepare({ form: 'customBook', month: '2026-11' })),
    ).toBe('invalid:entryId');
  });

  it('are listed by book, state, day, month, person and text; found and scanned', async () => {
    const [hazards, topUps] = [await newBook(office, 'S70'), await newBook(office, 'S80')];
    const one = must(await write(office, hazards, HAZARD));
    must(await write(office, topUps, TOP_UP));
    const list = async (filter: object) =>
      must(await boss().customEntries.list({ filter })).rows.map((row) => row.bookZh);
    expect(await list({})).toHaveLength(2);
    expect(await list({ bookId: hazards.id, month: '2026-11', fromOn: '2026-11-01' })).toEqual([hazards.zh]);
    expect(await list({ need: 'open' })).toEqual([hazards.zh]);
    expect(await list({ states: ['recorded'] })).toEqual([topUps.zh]);
    expect(await list({ search: '东门' })).toEqual([hazards.zh]);
    expect(await list({ search: '孙建平' })).toEqual([topUps.zh]);
    expect(await list({ person: '没有此人' })).toEqual([]);
    const seen = must(await boss().search.scan({ code: one.scanCode }));
    expect(seen).toMatchObject({ kind: 'entry', register: 'customEntries', next: 'customEntries.start' });
  });

  it('are read by those who have a part in the tab', async () => {
    for (const role of ROLES) {
      const read = await office.as(role).customEntries.list({ filter: {} });
      expect(read.ok, role).toBe(holds([role], 'customEntries.read'));
    }
  });
});
