import { describe, expect, it } from 'vitest';
import { countOf, keyTyped } from '../../../renderer/registers/keys/counting';
import { stepOn } from '../../../renderer/registers/keys/walk';
import type { KeyCheckKeyLine } from '../../../shared/registers/key-checks.row';

/** The board walked by arrow keys; what a scan on the counting sheet says. */

describe('stepOn', () => {
  it('walks in rows and columns and stops at the ends', () => {
    const from = (key: string, at: number) => stepOn(key, at, 10, 4);
    expect([from('ArrowRight', 0), from('ArrowLeft', 5), from('ArrowDown', 1), from('ArrowUp', 9)]).toEqual([
      1, 4, 5, 5,
    ]);
    expect([from('ArrowLeft', 0), from('ArrowUp', 3), from('ArrowRight', 9), from('ArrowDown', 7)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([from('Home', 7), from('End', 2), from('Enter', 2)]).toEqual([0, 9, null]);
    expect(stepOn('Home', 0, 0, 1)).toBeNull();
  });
});

const line = (over: Partial<KeyCheckKeyLine> = {}): KeyCheckKeyLine => ({
  id: 'L',
  version: 1,
  checkId: 'C',
  keyId: 'K',
  keyNo: 'K-017',
  cabinetId: 'A',
  hookNo: 1,
  expected: 'inStock',
  expectedSealNo: null,
  loanSerialNo: null,
  counted: null,
  sealIntact: null,
  labelRight: null,
  countedAt: null,
  countedByName: null,
  explanation: null,
  measure: null,
  label: '配电房',
  scanCode: '032611000012',
  cabinetCode: 'A',
  differs: false,
  ...over,
});

describe('countOf', () => {
  it('says found, label right; a bag’s seal was looked at', () => {
    expect(countOf(line())).toMatchObject({
      keyId: 'K',
      counted: 'found',
      labelRight: true,
      sealIntact: null,
    });
    expect(countOf(line({ expected: 'sealed' }))).toMatchObject({ counted: 'found', sealIntact: true });
    expect(countOf(line({ expected: 'elsewhere' })).counted).toBe('extra');
    expect(countOf(line({ expected: 'damaged' })).counted).toBe('damaged');
  });

  it('takes no explanation away that was given before', () => {
    expect(countOf(line({ explanation: '错挂', measure: '已挂回' }))).toMatchObject({
      explanation: '错挂',
      measure: '已挂回',
    });
  });
});

describe('keyTyped', () => {
  it('finds the number however it is typed, and nothing for an empty field', () => {
    const keys = [line(), line({ keyNo: 'K-018' })];
    expect(keyTyped(keys, ' k-018 ')?.keyNo).toBe('K-018');
    expect(keyTyped(keys, 'K-01')).toBeNull();
    expect(keyTyped([line({ keyNo: '' })], '  ')).toBeNull();
  });
});
