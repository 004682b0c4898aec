// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  counted,
  differencesOf,
  markOf,
  openLines,
} from '../../../renderer/registers/goods-releases/gate-marks';
import {
  EMPTY_LINE,
  goodsOf,
  isEmpty,
  openEnded,
  readLine,
  readPasted,
  typedOf,
} from '../../../renderer/registers/goods-releases/goods-lines';
import {
  clockTyped,
  formOf,
  NEW_RELEASE,
  reissueOf,
} from '../../../renderer/registers/goods-releases/release-form';

describe('a line typed at once', () => {
  it('is name, count and counting word', () => {
    expect(readLine('沙发×2张')).toEqual({ name: '沙发', quantity: '2', unit: '张' });
    expect(readLine('冰箱 1 台')).toEqual({ name: '冰箱', quantity: '1', unit: '台' });
    expect(readLine('纸箱*12')).toEqual({ name: '纸箱', quantity: '12', unit: '件' });
    expect(readLine('办公椅ｘ４把')).toEqual({ name: '办公椅', quantity: '4', unit: '把' });
    expect(readLine('Sofa x2 pc')).toEqual({ name: 'Sofa', quantity: '2', unit: 'pc' });
    expect(readLine('三人 沙发 2')).toEqual({ name: '三人 沙发', quantity: '2', unit: '件' });
    for (const plain of ['沙发', '5号桌', '', 'iPhone 15 手机壳套装盒']) expect(readLine(plain)).toBeNull();
  });

  it('never loses a character of the name, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('沙发', 'A4 打印机', '1.8米床', '箱(大)'),
        fc.integer({ min: 1, max: 999_999 }),
        (name, n) => {
          expect(readLine(`${name}×${n}张`)).toEqual({ name, quantity: String(n), unit: '张' });
        },
      ),
    );
  });
});

describe('lines', () => {
  const sofa = { ...EMPTY_LINE, name: '沙发', unit: '张' };

  it('end with one empty line, and only filled ones are sent', () => {
    expect(openEnded([sofa, EMPTY_LINE, sofa, EMPTY_LINE, EMPTY_LINE])).toEqual([sofa, sofa, EMPTY_LINE]);
    expect(openEnded([])).toEqual([EMPTY_LINE]);
    expect(goodsOf([sofa, EMPTY_LINE])).toEqual([
      { name: '沙发', spec: '', quantity: 1, unit: '张', remark: '' },
    ]);
    expect(goodsOf([{ ...sofa, quantity: '两' }])[0]?.quantity).toBeNaN();
    expect(isEmpty({ ...EMPTY_LINE, quantity: '7' })).toBe(true);
  });

  it('are pasted from a table or a message', () => {
    expect(readPasted('沙发\t三人位\t2\t张\t旧\r\n冰箱\t\t1\t台')).toEqual([
      { name: '沙发', spec: '三人位', quantity: '2', unit: '张', remark: '旧' },
      { name: '冰箱', spec: '', quantity: '1', unit: '台', remark: '' },
    ]);
    expect(
      readPasted('1. 沙发×2张\n2、冰箱 1台\n\n3）纸箱').map(({ name, quantity }) => [name, quantity]),
    ).toEqual([
      ['沙发', '2'],
      ['冰箱', '1'],
      ['纸箱', '1'],
    ]);
  });

  it('come back from an earlier slip, as written or as the gate counted', () => {
    const goods = [
      { name: '沙发', spec: null, quantity: 1, unit: '张', remark: null, counted: 2 },
      { name: '冰箱', spec: '双门', quantity: 1, unit: '台', remark: null, counted: 0 },
      { name: '纸箱', spec: null, quantity: 3, unit: '箱', remark: null, counted: null },
    ];
    expect(typedOf(goods).map(({ name, quantity }) => [name, quantity])).toEqual([
      ['沙发', '1'],
      ['冰箱', '1'],
      ['纸箱', '3'],
      ['', '1'],
    ]);
    expect(typedOf(goods, true).map(({ name, quantity }) => [name, quantity])).toEqual([
      ['沙发', '2'],
      ['纸箱', '3'],
      ['', '1'],
    ]);
    expect(reissueOf).toBeTypeOf('function');
  });
});

describe('the form', () => {
  it('reads hours as clerks type them and leaves the rest to the door', () => {
    expect(['930', '9:30', '18：00', '', 'soon'].map(clockTyped)).toEqual([
      '09:30',
      '09:30',
      '18:00',
      null,
      'soon',
    ]);
  });

  it('sends a consent only where one is asked for', () => {
    const typed = { ...NEW_RELEASE, consentKind: 'mandate' as const, consentNo: 'SQ-1' };
    expect(formOf(typed).consent).toBeNull();
    expect(formOf({ ...typed, relation: 'tenant' }).consent).toMatchObject({
      kind: 'mandate',
      no: 'SQ-1',
      at: null,
    });
  });
});

describe("the gate's marks", () => {
  const goods = [
    { id: 'a', quantity: 2 },
    { id: 'b', quantity: 1 },
  ];

  it('tell open, same and different lines apart', () => {
    expect(openLines(goods, {})).toBe(2);
    expect(counted(goods[0]!, '2')).toEqual({ kind: 'same' });
    expect(counted(goods[0]!, '2', '旧的')).toEqual({ kind: 'differs', counted: '2', remark: '旧的' });
    const marks = { a: counted(goods[0]!, '3'), b: counted(goods[1]!, '1') };
    expect(openLines(goods, marks)).toBe(0);
    expect(differencesOf(goods, marks)).toEqual([{ lineId: 'a', counted: 3, remark: '' }]);
    expect(differencesOf(goods, { a: counted(goods[0]!, '') })[0]?.counted).toBeNaN();
    expect(markOf({}, 'a')).toEqual({ kind: 'open' });
  });
});
