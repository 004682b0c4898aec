import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeFile, openOffice } from '../../electron/db/office-file';
import { FIND_IN_SQL, FIND_SQL, find, findNumber, SearchIndex } from '../../electron/db/search';
import { marksOf, readQuery, readWords } from '../../electron/db/search-query';
import type { NumberedRegister } from '../../shared/ids';
import { type Entry, fits } from './brute';
import { Dice } from './fill';
import { makeEntries, pieceOf } from './search-entries';

/** The index against brute force: the same set for every kind of query, newest first. Seed in the title; SEARCH_SEED repeats. */
const SEED =
  process.env.SEARCH_SEED === 'new' ? Date.now() % 1_000_000 : Number(process.env.SEARCH_SEED ?? 20_261_121);
const ENTRIES = 600;

let file: OfficeFile;
let db: Database.Database;
let entries: Entry[];
beforeAll(() => {
  file = openOffice(':memory:', 'create', '2026-01-01T00:00:00.000Z');
  db = file.raw;
  entries = makeEntries(new Dice(SEED), ENTRIES);
  const index = new SearchIndex(db);
  for (const entry of entries) index.put(entry.register, entry.entryId, entry.at, entry);
});
afterAll(() => file.close());

/** Index and brute force must agree; newest first; each entry once. */
function check(typed: string, registers?: NumberedRegister[]): number {
  const hits = find(db, { typed, limit: ENTRIES, ...(registers ? { registers } : {}) });
  const expected = entries.filter(
    (entry) => (!registers || registers.includes(entry.register)) && fits(entry, typed),
  );
  expect(new Set(hits.map((hit) => hit.entryId)), `typed ${JSON.stringify(typed)}`).toEqual(
    new Set(expected.map((entry) => entry.entryId)),
  );
  expect(hits.map((hit) => hit.id)).toEqual(hits.map((hit) => hit.id).sort((a, b) => b - a));
  expect(hits.length).toBe(expected.length);
  return hits.length;
}

describe(`search against brute force (seed ${SEED})`, () => {
  it('finds what pieces of 800 entries ask for, and nothing else', () => {
    const dice = new Dice(SEED + 1);
    let found = 0;
    for (let n = 0; n < 800; n += 1) if (check(pieceOf(dice.pick(entries), dice)) > 0) found += 1;
    expect(found).toBeGreaterThan(500);
  });

  it('reads pinyin whole, begun, from the second syllable on, and initials, for all readings', () => {
    const letters = fc.constantFrom(
      ...'zhangwei zhangw zw shanxiongxin danxiongxin zengzhiwei cengz qiu chouying jiezhen xie ou quxiaoming zhaliangyong cha weichigong yuchi ouyangxiu oyx lvbu lubu ayiguli aygl mmt mai heisesjb hssjb shuangjianbao shuangjianb yinhang chongqing zhongqing changcheng xiongxin xian xi an iphone macbookpro macbookprob samsoni samsonite samsonitexx creme wangxiaoming xiaom mingw'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(letters, (typed) => void check(typed)),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('answers anything at all that may be typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 8 }).filter((s) => s.isWellFormed()),
      fc.stringMatching(/^[a-z]{1,12}$/),
      fc.stringMatching(/^[0-9]{1,12}$/),
      fc.stringMatching(/^(sw|BS|SW-|bs )?20[0-9]{0,9}$/),
      fc.constantFrom(
        '"',
        '""',
        "'",
        '*',
        'NEAR(a b)',
        'g:黑',
        '黑 OR 白',
        'NOT',
        '-',
        '\\',
        '%',
        '_',
        '(',
        '"黑" AND',
        '黑*',
        '^a',
      ),
    );
    fc.assert(
      fc.property(typed, (text) => void check(text)),
      { seed: SEED, numRuns: 600 },
    );
  });

  it('keeps to the registers asked for, and to limit and cursor', () => {
    const dice = new Dice(SEED + 2);
    for (let n = 0; n < 60; n += 1) {
      const typed = pieceOf(dice.pick(entries), dice);
      check(typed, ['lostReports']);
      check(typed, ['foundItems', 'lostReports']);
      const whole = find(db, { typed, limit: ENTRIES });
      const pages: string[] = [];
      let before: number | undefined;
      for (;;) {
        const page = find(db, { typed, limit: 7, ...(before === undefined ? {} : { before }) });
        pages.push(...page.map((hit) => hit.entryId));
        if (page.length < 7) break;
        before = page.at(-1)!.id;
      }
      expect(pages).toEqual(whole.map((hit) => hit.entryId));
    }
    expect(find(db, { typed: '包', registers: [], limit: 5 })).toEqual([]);
  });

  it('follows changes: a new name, another time, the same words, an entry taken out', () => {
    const index = new SearchIndex(db);
    const entry = entries[17]!;
    const put = (patch: Partial<Entry>): void => {
      Object.assign(entry, patch);
      index.put(entry.register, entry.entryId, entry.at, entry);
    };
    const changes = (): number => (db.prepare('SELECT total_changes() AS n').get() as { n: number }).n;
    put({ names: ['诸葛亮', null] });
    expect(check('zhugeliang')).toBeGreaterThan(0);
    const before = changes();
    put({});
    expect(changes()).toBe(before);
    put({ at: '2018-01-01T00:00:00.000Z' });
    expect(find(db, { typed: '诸葛亮', limit: 9 }).at(-1)?.entryId).toBe(entry.entryId);
    // A whole morning of entries in one second: each keeps its own key, in the order they came.
    const many = Array.from({ length: 150 }, (_, i) => ({
      ...entry,
      entryId: `same${i}`,
      names: ['同一秒'],
    }));
    for (const one of many) index.put(one.register, one.entryId, one.at, one);
    entries.push(...many);
    expect(check('同一秒')).toBe(150);
    expect(find(db, { typed: '同一秒', limit: 1 })[0]!.entryId).toBe('same149');
    for (const one of many) index.remove(one.register, one.entryId);
    entries.splice(entries.length - many.length);
    expect(check('同一秒')).toBe(0);
  });
});

describe('plan and words', () => {
  it('walks the index newest first and looks entries up by key: no sort, no scan (speed.md §1)', () => {
    const planOf = (sql: string, ...values: unknown[]): string[] =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql} LIMIT 50`).all(...values) as { detail: string }[]).map(
        (step) => step.detail,
      );
    const plan = [
      expect.stringMatching(/^SCAN f VIRTUAL TABLE INDEX \d+:.*M/),
      'SEARCH e USING INTEGER PRIMARY KEY (rowid=?)',
    ];
    expect(planOf(FIND_SQL, '"雨伞"', 1e15)).toEqual(plan);
    expect(planOf(FIND_IN_SQL, '"雨伞"', 1e15, 'foundItems')).toEqual(plan);
  });

  it('takes a number alone for a running number too', () => {
    expect(readQuery('123').number).toEqual({ register: null, n: 123 });
    expect(readQuery('0123').number).toEqual({ register: null, n: 123 });
    expect(readQuery('SW-123').number).toEqual({ register: 'foundItems', n: 123 });
    expect(readQuery('王138').number).toBeNull();
    expect(readQuery('000').number).toBeNull();
    const entry = entries.find((e) => e.register === 'foundItems')!;
    const [, month, n] = /^SW(\d{6})-(\d+)$/.exec(entry.codes[0]!)!;
    const number = { register: null, n: Number(n) };
    const hits = findNumber(db, number, `${month!.slice(0, 4)}-${month!.slice(4)}`, [
      'foundItems',
      'lostReports',
    ]);
    expect(hits.map((hit) => hit.entryId)).toContain(entry.entryId);
  });

  it('takes nothing for a number where a person is looked for', () => {
    // `SW` begins a number of every found item; `0123` may be line 123 of a month.
    expect(readQuery('sw').readings).toHaveLength(2);
    expect(readWords('sw')).toEqual([{ groups: [['lsw']], whole: [] }]);
    expect(readWords('0123')).toEqual([{ groups: [['d0123']], whole: [] }]);
    expect(readWords('！')).toEqual([]);
    const found = find(db, { typed: 'sw', limit: ENTRIES, words: true });
    expect(found.length).toBeLessThan(find(db, { typed: 'sw', limit: ENTRIES }).length);
    for (const { words } of found) expect(words).toMatch(/(^|')s[^']*'w|[@ ](.*[^a-z])?sw/m);
  });

  it('looks for a long name by every other pair, and for the whole', () => {
    expect(readQuery('云帆会计所').readings[0]).toEqual({
      groups: [['云帆'], ['会计'], ['计所']],
      whole: [{ kind: 'gram', text: '云帆会计所' }],
    });
  });

  it('marks what was typed and what it stands for', () => {
    const words = "@张伟\n'zhang'wei\n 黑色双肩包";
    expect(marksOf('zw', words)).toEqual(['zw', '张伟']);
    expect(marksOf('zhangw', words)).toEqual(['zhangw', '张伟']);
    expect(marksOf('wei', words)).toEqual(['wei', '伟']);
    expect(marksOf('黑色 138', words)).toEqual(['黑色', '138']);
  });
});
