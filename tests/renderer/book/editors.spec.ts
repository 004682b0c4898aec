// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import {
  type Book,
  fieldLabel,
  opLabel,
  ruleLabel,
  stateLabel,
  warningLabel,
} from '../../../renderer/book/book';
import {
  COUNT,
  DAY,
  type Editor,
  MONEY,
  startText,
  TEXT,
  TIME,
  typedText,
  typedValue,
} from '../../../renderer/book/editors';
import { isFiltered, NO_FILTER, needOf, ticked } from '../../../renderer/book/filters';
import { valueText } from '../../../renderer/book/values';
import { i18n } from '../../../renderer/i18n';
import { CLERK } from '../support';

const ITEMS: Book = { register: 'foundItems', ns: 'found-items', codes: { outcome: 'outcome' } };
const DESK = { actor: CLERK, settings: { ...DEFAULT_SETTINGS, versions: {} }, may: () => true };
const WORDS = { lang: 'zh-CN' as const, t: (key: string, params = {}) => i18n.t(key, params) };
const CODE: Editor = { kind: 'choice', group: 'found-items:outcome', codes: ['claimed'] };

describe('what is typed', () => {
  test('becomes what an operation takes: nothing typed is now for a time and nothing for all else', () => {
    expect(typedValue(TEXT, '伞')).toBe('伞');
    expect(typedValue(COUNT, '12')).toBe(12);
    expect(typedValue(COUNT, ' ')).toBeNull();
    expect(typedValue(COUNT, '一')).toBeNaN();
    expect(typedValue(MONEY, '12.5')).toBe(1250);
    expect(typedValue(MONEY, '')).toBeNull();
    expect(typedValue(CODE, '')).toBeNull();
    expect(typedValue(DAY, '2026-11-20')).toBe('2026-11-20');
    expect(typedValue(DAY, '')).toBeNull();
    expect(typedValue(DAY, '后天吧')).toBe('后天吧');
    expect(typedValue(TIME, '')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  test('is text for a correction, and an emptied time stays empty', () => {
    expect(typedText(TIME, '')).toBe('');
    expect(typedText(TIME, '9:30')).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(typedText(MONEY, '3')).toBe('300');
    expect(typedText(COUNT, '7')).toBe('7');
  });

  test('starts with the old text only where it may be mended', () => {
    expect(startText(TEXT, '大堂')).toBe('大堂');
    expect(startText(COUNT, 3)).toBe('3');
    expect(startText(TEXT, null)).toBe('');
    expect(startText({ kind: 'text', hidden: true }, '***')).toBe('');
    expect(startText({ kind: 'phone' }, '138****5678')).toBe('');
    expect(startText(TIME, '2026-11-21T02:00:00.000Z')).toBe('');
  });
});

describe('words of a book', () => {
  test('are its own first, then those of all books', () => {
    expect(fieldLabel(ITEMS, 'foundPlace')).toBe('found-items:field.foundItems.foundPlace');
    expect(fieldLabel(ITEMS, 'voidReason')).toBe('book:field.voidReason');
    expect(stateLabel(ITEMS, 'voided')).toBe('book:state.voided');
    expect(opLabel(ITEMS, 'foundItems.claim')).toBe('found-items:op.foundItems.claim');
    expect(opLabel(ITEMS, 'foundItems.void')).toBe('book:op.void');
    expect(ruleLabel(ITEMS, 'foundItems.dispose')).toBe('found-items:rule.foundItems.dispose');
    expect(ruleLabel(ITEMS, 'foundItems.void')).toBe('book:rule.void');
    expect(ruleLabel(ITEMS, 'foundItems.archive')).toBeNull();
    expect(warningLabel(ITEMS, 'pageCorrections')).toBe('book:warning.pageCorrections');
    // Another room's act keeps the words of its room.
    expect(opLabel({ register: 'units', ns: 'units' }, 'foundItems.claim')).toBe(
      'found-items:op.foundItems.claim',
    );
  });

  test('make values readable', () => {
    const text = (field: string, value: unknown) => valueText(ITEMS, field, value, WORDS, DESK);
    expect(text('foundAt', '2026-11-21T02:00:00.000Z')).toBe('2026-11-21 10:00');
    expect(text('claimFeeCents', 1250)).toBe('12.50');
    expect(text('outcome', 'claimed')).toBe('失主认领');
    expect(text('photos', '["a","b"]')).toBe('2 张');
    expect(text('name', '黑色雨伞')).toBe('黑色雨伞');
    expect(text('note', null)).toBe('');
    expect(text('returned', true)).toBe('是');
  });
});

test('a filter sends only what the book knows', () => {
  expect(ticked(['claimed', 'gone'], ['registered', 'claimed'])).toEqual(['claimed']);
  expect(ticked([], ['registered'])).toBeNull();
  expect(ticked(undefined, ['registered'])).toBeNull();
  expect(needOf({ ...NO_FILTER, need: 'overdue' }, ['overdue'])).toBe('overdue');
  expect(needOf({ ...NO_FILTER, need: 'other' }, ['overdue'])).toBeNull();
  expect(isFiltered(NO_FILTER)).toBe(false);
  expect(isFiltered({ ...NO_FILTER, picks: { categories: [] } })).toBe(false);
  expect(isFiltered({ ...NO_FILTER, picks: { categories: ['umbrella'] } })).toBe(true);
});
