import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPage, seenPage } from '../../electron/entries/listing';
import { unsealed } from '../../electron/entries/seen';
import { newOffice, type TestOffice } from '../support/office';
import { Dice, newItem } from './fill';

/** Lists that leave the seals in the book. */
let office: TestOffice;
const LISTING = { register: 'foundItems', table: 'found_items', at: 'foundAt' } as const;
beforeAll(async () => {
  office = await newOffice();
  const person = office.actor('receptionist');
  await office.door.write('tests.seen', { id: person.staffId, name: person.name }, (write) => {
    for (let n = 1; n <= 3; n += 1) newItem(office, write, new Dice(n));
  });
});
afterAll(() => office.close());

describe('a page without seals', () => {
  it('has the rows of the whole page, every column but the seals, in the same order', async () => {
    const { reader, rawReader } = office.file;
    for (const search of [null, 'SW']) {
      const asked = { branches: [[]], search, after: null, limit: 2 };
      const whole = await listPage(reader, rawReader, LISTING, asked);
      const seen = await seenPage(reader, rawReader, LISTING, asked);
      expect(whole.rows).toHaveLength(2);
      expect(seen).toEqual({ ...whole, rows: whole.rows.map(unsealed) });
      for (const row of seen.rows) expect(row).not.toHaveProperty('sealed');
    }
  });

  it('takes the seals off a row that has them and leaves the others as they are', () => {
    const bare: { id: string; name: null; sealed?: string } = { id: 'A', name: null };
    expect(unsealed({ ...bare, sealed: '{}' })).toEqual(bare);
    expect(unsealed(bare)).toBe(bare);
  });
});
