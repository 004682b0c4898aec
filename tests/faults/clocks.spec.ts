import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  monthOf,
  monthSpan,
  readTime,
  timeOf,
} from '../../shared/dates';
import { must, newOffice } from '../support/office';

/** trust.md F9: instants are UTC, days are the office's, whatever zone the machine stands in; a clock set back shows. */
const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York'];
const before = process.env.TZ;
afterEach(() => {
  process.env.TZ = before;
});

describe('clocks', () => {
  it('give every instant the same day, month and time in three zones', () => {
    const instants = [
      '2026-03-01T17:00:00.000Z',
      '2026-02-28T15:59:59.999Z',
      '2026-12-31T16:00:00.000Z',
      '2024-02-29T03:00:00.000Z',
    ];
    const seen = ZONES.map((zone) => {
      process.env.TZ = zone;
      return JSON.stringify(
        instants.map((at) => [dayOf(at), monthOf(at), timeOf(at), monthSpan(monthOf(at))]),
      );
    });
    expect(new Set(seen).size).toBe(1);
    expect(JSON.parse(seen[0]!)[0][0]).toBe('2026-03-02');
  });

  it('take a wall-clock time there and back (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
        const day = addDays('1992-01-01', days);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const at = instantOf(day, time);
        expect([dayOf(at), timeOf(at)]).toEqual([day, time]);
        expect(daysBetween('1992-01-01', day)).toBe(days);
        expect(isDay(day)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep birthdays of 1986–1991 exact: days are text, never instants', () => {
    for (const day of ['1986-05-04', '1986-09-14', '1987-04-12', '1991-09-15'])
      expect(addDays(addDays(day, 1), -1)).toBe(day);
    expect(addMonths('1986-12', 1)).toBe('1987-01');
    expect(addMonths('1987-01', -1)).toBe('1986-12');
  });

  it.each([
    ['', '2026-11-21T02:00:00.000Z'],
    ['930', '2026-11-21T01:30:00.000Z'],
    ['9:30', '2026-11-21T01:30:00.000Z'],
    ['09：30', '2026-11-21T01:30:00.000Z'],
    ['-15', '2026-11-21T01:45:00.000Z'],
    ['t', '2026-11-22T02:00:00.000Z'],
    ['昨天 17:20', '2026-11-20T09:20:00.000Z'],
    ['11-20 17:20', '2026-11-20T09:20:00.000Z'],
    ['2025年3月1日 8:05', '2025-03-01T00:05:00.000Z'],
    ['25:00', null],
    ['2-30 8:00', null],
    ['gestern', null],
  ])('read what a clerk types: %j', (typed, wanted) => {
    expect(readTime(typed, '2026-11-21T02:00:00.000Z')).toBe(wanted);
  });

  it('set back by more than two minutes are noted once in the journal and on the screen, and the banner goes with them', async () => {
    const office = await newOffice({ now: '2026-11-21T02:00:00.000Z' });
    const manager = office.as('deptManager');
    const change = async () => {
      const { versions, posts } = must(await manager.office.settings({}));
      must(await manager.office.change({ key: 'posts', version: versions.posts!, value: posts }));
    };
    const lines = async () =>
      (await office.file.reader.selectFrom('journal').select('seq').where('register', '=', 'clock').execute())
        .length;
    office.setNow('2026-11-21T01:59:00.000Z');
    await change();
    expect(await lines()).toBe(0);
    office.setNow('2026-11-20T02:00:00.000Z');
    await change();
    await change();
    expect(await lines()).toBe(1);
    expect(must(await manager.session.state({})).banners).toContain('clockBack');
    office.setNow('2026-11-21T03:00:00.000Z');
    await change();
    await change();
    expect(must(await manager.session.state({})).banners).not.toContain('clockBack');
    office.close();
  });
});
