import { randomFillSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headOf, Journal } from '../../electron/db/journal';
import { canonicalRow, digestRow, fitsSeal, hashLine, type Seals } from '../../electron/db/seal';
import { verifyFile } from '../../electron/db/verify';
import { newOffice, type TestOffice } from '../support/office';
import { Dice, fill, newItem } from './fill';

let office: TestOffice;
beforeEach(async () => {
  office = await newOffice();
});
afterEach(() => office.close());

const write = <T>(work: Parameters<typeof office.door.write<T>>[2]): Promise<T> => {
  const person = office.actor('receptionist');
  return office.door.write('tests.journal', { id: person.staffId, name: person.name }, work);
};
const lineOf = (seq: number) =>
  office.file.reader.selectFrom('journal').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow();

describe('journal lines', () => {
  it('hash their own content and the line before', async () => {
    await fill(office, 20, 1);
    const lines = await office.file.reader.selectFrom('journal').selectAll().orderBy('seq').execute();
    let hash = '';
    lines.forEach((line, i) => {
      expect(line.seq).toBe(i + 1);
      expect(line.prevHash).toBe(hash);
      expect(hashLine(line)).toBe(line.hash);
      hash = line.hash;
    });
    expect(headOf(office.file.raw)).toMatchObject({ seq: lines.length, hash });
  });

  it('hold the digest of the row they announce, and personal values only as seals', async () => {
    const row = await write((ctx) =>
      newItem(office, ctx, new Dice(1), { finderName: '王小明', finderPhone: '13812345678' }),
    );
    const line = await lineOf(headOf(office.file.raw).seq);
    expect(line.entryDigest).toBe(digestRow('foundItems', { ...row }));
    expect(line.change).not.toContain('王小明');
    expect(line.change).not.toContain('13812345678');
    const seals = JSON.parse(row.sealed) as Seals;
    expect(fitsSeal('王小明', seals.finderName!)).toBe(true);
    expect(fitsSeal('王小名', seals.finderName!)).toBe(false);
    // 128 bits of salt: the same value never seals alike.
    const twin = await write((ctx) => newItem(office, ctx, new Dice(1), { finderName: '王小明' }));
    expect((JSON.parse(twin.sealed) as Seals).finderName![1]).not.toBe(seals.finderName![1]);
  });

  it('a digest does not change when a later schema adds an empty column', () => {
    const row = { id: 'a', version: 1, name: '伞', note: null };
    expect(canonicalRow('staff', { ...row, later: null })).toBe(canonicalRow('staff', row));
    expect(canonicalRow('staff', { ...row, later: 0 })).not.toBe(canonicalRow('staff', row));
  });

  it('keeps a replaced personal value beside the chain, sealed as it was', async () => {
    const row = await write((ctx) => newItem(office, ctx, new Dice(1), { finderPhone: '13812345678' }));
    await write((ctx) => ctx.journal.change('foundItems', row, { finderPhone: null }, { kind: 'CORRECT' }));
    const secret = await office.file.reader
      .selectFrom('journal_secrets')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(secret).toMatchObject({ field: 'finderPhone', part: 'old', value: '13812345678' });
    expect(secret.digest).toBe((JSON.parse(row.sealed) as Seals).finderPhone![1]);
    expect(verifyFile(office.file.raw, null).problems).toEqual([]);
  });

  it('refuses the second of two changes to the same version', async () => {
    const row = await write((ctx) => newItem(office, ctx, new Dice(1)));
    await write((ctx) => ctx.journal.change('foundItems', row, { name: '一' }, { kind: 'EDIT' }));
    await expect(
      write((ctx) => ctx.journal.change('foundItems', row, { name: '二' }, { kind: 'EDIT' })),
    ).rejects.toThrow();
    const now = await office.file.reader.selectFrom('found_items').select('name').executeTakeFirstOrThrow();
    expect(now.name).toBe('一');
    expect(verifyFile(office.file.raw, null).problems).toEqual([]);
  });

  it('refuses to fork: a journal that missed a line cannot write', async () => {
    const hand = { at: office.now(), station: 'x', actorId: 'x', actorName: 'x', op: 'x' };
    const stale = new Journal(office.file.raw, hand, randomFillSync);
    await write((ctx) => newItem(office, ctx, new Dice(1)));
    expect(() => stale.note('foundItems', 'x', { kind: 'VIEW' })).toThrow(/only grows at its end/);
  });
});

describe('numbers', () => {
  it('have no gaps, though every third transaction fails after taking one', async () => {
    const dice = new Dice(3);
    const taken: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      const fails = n % 3 === 2;
      const work = write((ctx) => {
        const row = newItem(office, ctx, dice);
        if (fails) throw new Error('the power of a bug');
        return row.serialNo;
      });
      if (fails) await expect(work).rejects.toThrow('the power of a bug');
      else taken.push(await work);
    }
    expect(taken).toEqual(Array.from({ length: 20 }, (_, i) => `SW202611-${String(i + 1).padStart(4, '0')}`));
    expect(verifyFile(office.file.raw, null).problems).toEqual([]);
  });

  it('start anew each month and each register, and grow past 9999', async () => {
    const first = await write((ctx) => {
      newItem(office, ctx, new Dice(1));
      return [
        ctx.numbers.next('foundItems', '2026-12').serialNo,
        ctx.numbers.next('lostReports', '2026-12').serialNo,
      ];
    });
    expect(first).toEqual(['SW202612-0001', 'BS202612-0001']);
    office.file.raw
      .prepare("UPDATE serials SET last = 9999 WHERE register = 'foundItems' AND month = '2026-12'")
      .run();
    const next = await write((ctx) => {
      newItem(office, ctx, new Dice(1));
      return ctx.numbers.next('foundItems', '2026-12');
    });
    expect(next).toMatchObject({ serialNo: 'SW202612-10000', n: 10_000 });
    // Numbers taken without an entry are a gap, and the verifier names them.
    const kinds = verifyFile(office.file.raw, null).problems.map(
      (problem) => `${problem.kind} ${problem.where}`,
    );
    expect(kinds).toContain('numberGap SW202612-0001');
    expect(kinds).toContain('numberGap BS202612-0001');
  });
});

describe('a command without a line', () => {
  it('is rolled back', async () => {
    await expect(write(() => 'nothing')).rejects.toThrow('wrote no journal line');
  });
});
