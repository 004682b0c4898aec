import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { entryOf, quickOffice, register, touch, umbrella } from './support';

/** trust.md F10: two windows edit one record; the second save meets the conflict, nothing is lost. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

describe('two windows', () => {
  it('refuse the second save against an old version', async () => {
    const item = await register(office, umbrella(office));
    const desk = office.as('receptionist').foundItems;
    const edit = (value: string) => desk.correct({ ...touch(item), field: 'name', value });
    const [first, second] = await Promise.all([edit('红伞'), edit('绿伞')]);
    expect(must(first).version).toBe(2);
    expect(refusal(second)).toBe('conflict');
    expect((await entryOf(office, item.id)).entry.name).toBe('红伞');
  });

  it('lose no update in a thousand interleavings', { timeout: 300_000 }, async () => {
    const windows = [office.as('receptionist'), office.as('csSupervisor'), office.as('deptManager')];
    const read = (id: string) =>
      office.file.raw.prepare('SELECT version, name FROM found_items WHERE id = ?').get(id) as {
        version: number;
        name: string;
      };
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.nat(2), { minLength: 2, maxLength: 4 }),
        async (s, who) => {
          const { id } = await register(office, umbrella(office));
          const kept: string[] = [];
          // Each window saves against what it read: the scheduler decides who reads and who saves in between.
          const save = async (window: number, name: string) => {
            await s.schedule(Promise.resolve(), 'read');
            const { version } = read(id);
            await s.schedule(Promise.resolve(), 'save');
            const edit = { id, version, field: 'name' as const, value: name, reason: '看错了' };
            const result = await windows[window]!.foundItems.correct(edit);
            if (result.ok) kept.push(name);
            else expect(refusal(result)).toBe('conflict');
          };
          await s.waitFor(Promise.all(who.map((window, n) => save(window, `第${n}人的伞`))));
          expect(kept.length).toBeGreaterThan(0);
          expect(read(id)).toEqual({ version: 1 + kept.length, name: kept.at(-1) });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
