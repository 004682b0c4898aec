import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markLines, marksOf, storyOf } from '../../electron/db/story';
import { newOffice, type TestOffice } from '../support/office';
import { Dice, newItem } from './fill';

let office: TestOffice;
beforeEach(async () => {
  office = await newOffice();
});
afterEach(() => office.close());

describe('the story of an entry', () => {
  it('tells happenings in order, strikes with old and new, masks phones, hides features, counts copies', async () => {
    const person = office.actor('receptionist');
    const who = { id: person.staffId, name: person.name };
    const ids: string[] = [];
    await office.door.write('tests.story', who, (write) => {
      const { journal } = write;
      let row = newItem(office, write, new Dice(1), {
        finderPhone: '13811112222',
        finderName: '王小明',
        verifyFeatures: '内有红绳',
        quantity: 1,
      });
      const other = newItem(office, write, new Dice(2));
      ids.push(row.id, other.id);
      const correct = (patch: object, field: string): void => {
        row = journal.change('foundItems', row, patch, {
          kind: 'CORRECT',
          facts: { field, reason: '登记笔误' },
        });
      };
      correct({ finderPhone: '13833334444' }, 'finderPhone');
      correct({ quantity: 2 }, 'quantity');
      correct({ category: 'wallet', valuable: 1 }, 'category');
      correct({ verifyFeatures: '内有蓝绳' }, 'verifyFeatures');
      correct({ finderName: '王晓明' }, 'finderName');
      row = journal.change('foundItems', row, { finderPhone: null }, { kind: 'EDIT' });
      journal.note('foundItems', row.id, { kind: 'CHANGE', facts: { reason: '特征不符' } }, row.serialNo, {
        claimantName: '李四',
        claimantPhone: '13955556666',
      });
      for (const copy of [1, 2])
        journal.note('foundItems', row.id, { kind: 'PRINT', facts: { copy } }, row.serialNo);
    });
    const [id, other] = ids as [string, string];
    const db = office.file.reader;
    const story = await storyOf(db, 'foundItems', id);
    expect(story.map((line) => line.kind)).toEqual([
      'CREATE',
      'CORRECT',
      'CORRECT',
      'CORRECT',
      'CORRECT',
      'CORRECT',
      'EDIT',
      'CHANGE',
      'PRINT',
      'PRINT',
    ]);
    // The first line's phone was replaced by the second line, the second's by the seventh: both are found again, masked.
    expect(story[0]!.change).toMatchObject({
      set: { finderName: '王小明', finderPhone: '138****2222', verifyFeatures: '***', quantity: 1 },
    });
    expect(story[1]!.change).toMatchObject({
      set: { finderPhone: '138****4444' },
      was: { finderPhone: '138****2222' },
    });
    expect(story[7]!.change).toEqual({
      set: { claimantName: '李四', claimantPhone: '139****6666' },
      reason: '特征不符',
    });
    const said = JSON.stringify(story);
    for (const secret of ['13811112222', '13833334444', '13955556666', '红绳', '蓝绳', 'sealed'])
      expect(said).not.toContain(secret);

    const marks = await marksOf(db, 'foundItems', [id, other]);
    const strikes = marks.strikes.get(id)!;
    expect(strikes.map(({ field, old, new: now }) => [field, old, now])).toEqual([
      ['finderPhone', '138****2222', '138****4444'],
      ['quantity', '1', '2'],
      ['category', 'bag', 'wallet'],
      ['verifyFeatures', '***', '***'],
      ['finderName', '王小明', '王晓明'],
    ]);
    expect(strikes[0]).toMatchObject({ reason: '登记笔误', by: person.name, at: office.now() });
    expect([...marks.strikes.keys()]).toEqual([id]);
    expect(marks.copies).toEqual(new Map([[id, 2]]));
    expect(await marksOf(db, 'foundItems', [])).toEqual({ strikes: new Map(), copies: new Map() });
  });

  it('reads the marks of a page from their own index, not every line of its entries', () => {
    const { sql, parameters } = markLines('foundItems', ['A', 'B']).compile(office.file.writer);
    const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
      detail: string;
    }[];
    expect(plan[0]!.detail).toBe('SEARCH journal USING INDEX journal_marks (register=? AND entryId=?)');
  });
});
