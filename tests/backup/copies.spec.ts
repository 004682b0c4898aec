import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDays, dailyCopy, daysKept } from '../../electron/backup/copies';
import { openRaw } from '../../electron/db/open';
import { addDays, isoWeekOf } from '../../shared/dates';
import type { TestOffice } from '../support/office';
import { type Bench, bench, filled } from './support';

/** trust.md B3: a copy a day, 7 daily, 4 weekly, 12 monthly; a wrong clock throws nothing away. */
describe('which copies are kept', () => {
  it('after 400 days: 7 days, 4 weeks, 12 months, never more, never fewer', () => {
    let days: string[] = [];
    for (let i = 0; i < 400; i += 1) {
      const today = addDays('2025-10-01', i);
      const kept = daysKept([...days, today]);
      days = [...days, today].filter((day) => kept.has(day));
    }
    const today = addDays('2025-10-01', 399);
    for (let i = 0; i < 7; i += 1) expect(days).toContain(addDays(today, -i));
    expect(new Set(days.map(isoWeekOf)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12);
    expect(days.length).toBeLessThanOrEqual(7 + 4 + 12);
  });

  it('keeps the newest copy and seven in all, whatever days there are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 60 }), (numbers) => {
        const days = [...new Set(numbers.map((n) => addDays('2020-01-01', n)))].sort();
        const kept = daysKept(days);
        for (const day of days.slice(-7)) expect(kept.has(day)).toBe(true);
        // A copy more of an earlier day never drops a later one.
        const more = daysKept([addDays(days[0]!, -1), ...days]);
        for (const day of days) expect(more.has(day)).toBe(kept.has(day));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the daily copy', () => {
  let place: Bench;
  let office: TestOffice;
  beforeAll(async () => {
    place = bench('copies');
    office = await filled(place.dataDir, 20);
  });
  afterAll(() => {
    office.close();
    place.remove();
  });

  it('is made once a day while the office is open, and carries its chain', () => {
    const made = dailyCopy(place.dataDir, '2026-11-21');
    expect(dailyCopy(place.dataDir, '2026-11-21')).toBeNull();
    const copy = openRaw(made!.path, 'readonly');
    const head = 'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1';
    expect(copy.prepare(head).get()).toEqual(office.file.rawReader.prepare(head).get());
    copy.close();
  });

  it('a clock set back makes copies and thins nothing; set right again it goes on', () => {
    for (let i = 1; i <= 9; i += 1) dailyCopy(place.dataDir, addDays('2026-11-21', i));
    const before = copyDays(place.dataDir);
    dailyCopy(place.dataDir, '2020-01-01');
    dailyCopy(place.dataDir, '2020-01-02');
    expect(copyDays(place.dataDir)).toEqual(['2020-01-01', '2020-01-02', ...before]);
    dailyCopy(place.dataDir, '2026-12-01');
    expect(copyDays(place.dataDir)).toContain('2026-12-01');
    expect(copyDays(place.dataDir)).not.toContain('2020-01-01');
  });
});
