// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { centsTyped } from '../../../renderer/book/values';
import {
  afterSave,
  aloneAt,
  itemInput,
  NEW_ITEM,
  withoutCarried,
} from '../../../renderer/registers/found-items/quick-item';
import { readDay } from '../../../renderer/ui/fields/DayField';

test('the next entry of a run keeps who, where and the shelf, and can be emptied', () => {
  const saved = { ...NEW_ITEM, name: '伞', foundPlace: '大堂', finderName: '陈强', note: '湿' };
  const next = afterSave(saved);
  expect(next).toMatchObject({ name: '', note: '', foundPlace: '大堂', finderName: '陈强' });
  expect(next.sticky).toEqual(['foundPlace', 'finderName']);
  expect(withoutCarried({ ...next, sticky: ['foundPlace'] })).toMatchObject({
    foundPlace: '',
    finderName: '陈强',
    sticky: [],
  });
});

test('photos are never sent for papers, bag numbers only for valuables', () => {
  const idCard = DEFAULT_SETTINGS.categories.find((c) => c.code === 'idCard');
  const umbrella = DEFAULT_SETTINGS.categories.find((c) => c.code === 'umbrella');
  const values = { ...NEW_ITEM, photos: ['a'.repeat(64)], bagNo: 'FD1' };
  expect(itemInput(values, idCard, { how: 'pending' })).toMatchObject({ photos: [], bagNo: 'FD1' });
  expect(itemInput(values, umbrella, { how: 'pending' })).toMatchObject({
    photos: values.photos,
    bagNo: null,
  });
});

test('only the night shift, across midnight, may be alone', () => {
  const at = (time: string) => `2026-11-21T${time}:00.000Z`;
  // 23:30, 07:59, 08:00 and 15:00 on the office's wall.
  expect(aloneAt(at('15:30'), DEFAULT_SETTINGS.shifts)).toBe(true);
  expect(aloneAt(at('23:59'), DEFAULT_SETTINGS.shifts)).toBe(true);
  expect(aloneAt('2026-11-21T00:00:00.000Z', DEFAULT_SETTINGS.shifts)).toBe(false);
  expect(aloneAt(at('07:00'), DEFAULT_SETTINGS.shifts)).toBe(false);
});

test('yuan typed by hand become whole fen', () => {
  expect(['', '12', '12.5', '0.05', '1234567.89'].map(centsTyped)).toEqual([null, 1200, 1250, 5, 123456789]);
  // As the screen writes amounts itself (shared/money.ts `yuan`): what stands in a field can be saved again.
  expect(['1,000', '1,234.50', '1,234,567.89'].map(centsTyped)).toEqual([100_000, 123_450, 123_456_789]);
  expect(['-1', '1.234', 'abc', '1,00'].map(centsTyped)).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});

test('days are read as clerks type them', () => {
  const read = (typed: string) => readDay(typed, '2026-11-21');
  expect(read('20')).toBe('2026-11-20');
  expect(read('1105')).toBe('2026-11-05');
  expect(read('11-5')).toBe('2026-11-05');
  expect(read('11月5日')).toBe('2026-11-05');
  expect(read('20251231')).toBe('2025-12-31');
  expect(read('2026-11-20')).toBe('2026-11-20');
  expect(read('昨天')).toBe('2026-11-20');
  expect(read('-7')).toBe('2026-11-14');
  expect(['1131', '13-01', 'abc', '0'].map(read)).toEqual([null, null, null, null]);
});
