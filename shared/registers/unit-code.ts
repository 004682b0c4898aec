import { tidy } from '../text';

/**
 * Unit numbers in any writing (S33): `3-1-1502`, `311502`, `1502`, `3栋1单元1502室`, `３幢一单元1502`, `A座-1502` are one unit.
 * Pure.
 */

const HAN_DIGITS = '零一二三四五六七八九';

/** Chinese counting words before a classifier as digits: 三栋 → 3栋, 十二单元 → 12单元. */
const hanNumbers = (text: string): string =>
  text.replace(/([零一二三四五六七八九十]{1,3})(?=号楼|栋|幢|座|楼|单元|门|层)/g, (word) => {
    const [tens, ones] = word.split('十');
    if (ones === undefined) return [...word].map((digit) => HAN_DIGITS.indexOf(digit)).join('');
    return String(
      (tens === '' ? 1 : HAN_DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones)),
    );
  });

/** The code as the office keeps it: half-width capitals, classifiers become dashes, no blanks; '' when nothing is left. */
export const unitCodeOf = (typed: string): string =>
  hanNumbers(tidy(typed).normalize('NFKC'))
    .toUpperCase()
    .replace(/(?<=[0-9A-Z])(号楼|栋|幢|座|楼|单元|门|#)/g, '-')
    .replace(/(?<=[0-9A-Z])(室|号|房|铺)$/, '')
    .replace(/[\s/_.·—–－]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

/** The code of a unit that was given none: building, entrance and number. */
export const defaultCode = (building: string, entrance: string | null, unitNo: string): string =>
  unitCodeOf([building, entrance, unitNo].filter((part) => part).join('-'));

/** Without dashes and in lower case: what 311502 is compared with. */
export const codeKeyOf = (code: string): string => code.replace(/-/g, '').toLowerCase();

/** Digits in the sort form of each number of a code. */
const SORT_DIGITS = 5;
/** Numbers padded, so that 202 stands before 1502. */
export const codeSortOf = (code: string): string =>
  code.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(SORT_DIGITS, '0'));

/** How well a typed writing fits a unit: 3 its code, 2 its own number, 1 a part of it; 0 not at all. */
export function writingFits(typed: string, unit: { code: string; unitNo: string }): number {
  const code = unitCodeOf(typed);
  if (code === '') return 0;
  if (unit.code === code || codeKeyOf(unit.code) === codeKeyOf(code)) return 3;
  if (unit.unitNo.toUpperCase() === code || unit.code.endsWith(`-${code}`)) return 2;
  if (unit.code.startsWith(code) || codeKeyOf(unit.code).startsWith(codeKeyOf(code))) return 1;
  return unit.unitNo.toUpperCase().startsWith(code) ? 1 : 0;
}

/** True when somebody who types this may mean a unit number: a digit in it and nothing but letters, digits and dashes. */
export const mayBeUnitCode = (typed: string): boolean => {
  const code = unitCodeOf(typed);
  return code.length <= 24 && /\d/.test(code) && /^[0-9A-Z\p{Script=Han}-]+$/u.test(code);
};

/** Writings of a code that go into the search index besides the code itself. */
export const writingsOf = (unit: {
  code: string;
  building: string;
  entrance: string | null;
  unitNo: string;
}): string[] => {
  const building = /^[0-9A-Za-z]+$/.test(unit.building) ? `${unit.building}栋` : unit.building;
  const entrance =
    unit.entrance && /^[0-9A-Za-z]+$/.test(unit.entrance) ? `${unit.entrance}单元` : (unit.entrance ?? '');
  return [unit.code, codeKeyOf(unit.code), `${building}${entrance}${unit.unitNo}室`, unit.unitNo];
};
