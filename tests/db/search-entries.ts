import { type NumberedRegister, scanCodeOf, serialNoOf } from '../../shared/ids';
import type { Entry } from './brute';
import { type Dice, nameFrom } from './fill';

const NAMES = [
  '单雄信',
  '曾志伟',
  '仇英',
  '解珍',
  '区小明',
  '查良镛',
  '尉迟恭',
  '欧阳修',
  '吕布',
  '阿依古丽·买买提',
  '买买提 艾力',
  '𠮷野家明',
  'John Smith',
  'MARIO Bäcker',
  '钟离 权',
  '龘靐',
  'ئەخمەت',
  '山田たろう',
];
const TEXTS = [
  '黑色双肩包（拉链有红色挂件）',
  'ＡＢＣ银行卡',
  'iPhone 15 Pro Max 手机',
  'Samsonite 行李箱',
  'MacBookPro笔记本',
  '会议室301',
  'A座1502',
  '地下二层 停车场',
  '雨伞',
  '重庆银行长城卡',
  '〇号柜',
  '㎡标签',
  'B-20261123-7',
  '😀贴纸',
  '葛󠄀城市',
  'CRÈME 护手霜',
  '小熊挂件',
  '2号楼12层',
];

/** Entries of two registers over seven years: numbers in order within their month, names and words that are hard to find. */
export function makeEntries(dice: Dice, count: number): Entry[] {
  const last = new Map<string, number>();
  return Array.from({ length: count }, (_, i) => {
    const register: NumberedRegister = dice.roll(4) === 0 ? 'lostReports' : 'foundItems';
    const ms = Date.parse('2019-01-05T00:00:00.000Z') + dice.roll(7 * 365 * 86_400) * 1000;
    const at = new Date(ms).toISOString();
    const month = at.slice(0, 7);
    // Some months run past 9999, where the number grows a digit.
    const n = (last.get(register + month) ?? (dice.roll(20) === 0 ? 9_996 : dice.roll(3) * 40)) + 1;
    last.set(register + month, n);
    const phone = (): string | null =>
      dice.roll(3) === 0 ? null : `1${3 + dice.roll(7)}${String(dice.roll(1e9)).padStart(9, '0')}`;
    const name = (): string => (dice.roll(2) === 0 ? dice.pick(NAMES) : nameFrom(dice));
    return {
      register,
      entryId: `E${i}`,
      at,
      texts: [dice.pick(TEXTS), dice.roll(3) === 0 ? null : dice.pick(TEXTS) + dice.pick(TEXTS)],
      names: [name(), dice.roll(2) === 0 ? name() : null, dice.pick(TEXTS)],
      phones: [phone(), phone()],
      codes: [serialNoOf(register, month, n), scanCodeOf(register, month, n)],
    };
  });
}

/** Queries that people would type for an entry: pieces of what is in it. */
export function pieceOf(entry: Entry, dice: Dice): string {
  const value = (from: readonly (string | null)[]): string => dice.pick(from.filter((v) => v !== null));
  const slice = (text: string, most: number): string => {
    const chars = [...text];
    const at = dice.roll(chars.length);
    return chars.slice(at, at + 1 + dice.roll(most)).join('');
  };
  const code = entry.codes[0]!;
  const phone = entry.phones.find((p) => p !== null) ?? '13800138000';
  switch (dice.roll(12)) {
    case 0:
      return slice(value(entry.texts), 3);
    case 1:
      return slice(value(entry.names), 3);
    case 2:
      return value(entry.names);
    case 3:
      return phone.slice(-1 - dice.roll(5));
    case 4:
      return slice(phone, 8);
    case 5:
      return code;
    case 6:
      return code.slice(0, 1 + dice.roll(code.length));
    case 7:
      return String(Number(code.slice(9)));
    case 8:
      return code.replace('-', '').slice(2, 3 + dice.roll(10));
    case 9:
      return entry.codes[1]!;
    case 10:
      return `${slice(value(entry.names), 2)}${phone.slice(0, 1 + dice.roll(4))}`;
    default:
      return `${slice(value(entry.texts), 2)} ${slice(value(entry.names), 2)}`;
  }
}
