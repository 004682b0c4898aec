import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';
import { register, umbrella } from '../found-items/support';

/** What the shift before wrote down, over all logs (desk-practice.md §4 Lists). */
let office: TestOffice;
beforeAll(async () => {
  office = await quickOffice({ now: '2026-11-19T02:00:00.000Z' });
});
afterAll(() => office.close());

describe('search.recent', () => {
  it('gives the lines of yesterday and today, newest first, never older ones, as many as asked', async () => {
    const lines = async (limit = 14) => must(await office.as('receptionist').search.recent({ limit }));
    await register(office, umbrella(office, { name: '前天的伞' }));
    office.pass(24 * 60);
    await register(office, umbrella(office, { name: '昨天的伞' }));
    office.pass(24 * 60);
    await register(office, umbrella(office, { name: '今天的伞' }));
    expect((await lines()).map((line) => line.title)).toEqual(['今天的伞', '昨天的伞']);
    expect((await lines(1)).map((line) => line.register)).toEqual(['foundItems']);
  });

  it('leaves out what the reader may not read', async () => {
    expect(must(await office.as('sysAdmin').search.recent({}))).toEqual([]);
  });
});
