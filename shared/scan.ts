import { checkDigit, type NumberedRegister, readScanCode } from './ids';
import { type BookForm, readPageCode } from './print/page-code';

/**
 * What a scanner may read at this desk (desk-practice.md §2.0, §4): our own labels, slips and pages carry twelve digits
 * `RR YYMM NNNNN C`; everything else (parcel numbers, goods) is foreign. Pure.
 */

export type OwnCode =
  | { kind: 'entry'; register: NumberedRegister; month: string; n: number }
  /** A printed page of a book; `month` is null on blank sheets and notices. */
  | { kind: 'page'; form: BookForm; month: string | null; no: number }
  /** The barcode of the set-up page: proves the scanner, opens nothing. */
  | { kind: 'test' };

const TEST_BODY = '00987654321';
/** The set-up page's barcode: twelve digits with a right check digit that belong to no register. */
export const TEST_CODE = TEST_BODY + checkDigit(TEST_BODY);

/** Reads one of our codes; null when length, register, month, number or check digit is wrong. */
export function readOwnCode(text: string): OwnCode | null {
  if (text === TEST_CODE) return { kind: 'test' };
  const entry = readScanCode(text);
  if (entry) {
    const month = Number(entry.month.slice(5));
    return month >= 1 && month <= 12 && entry.n > 0 ? { kind: 'entry', ...entry } : null;
  }
  const page = readPageCode(text);
  return page ? { kind: 'page', ...page } : null;
}

/** Shortest number of a carrier or a shop a scanner is believed to have read, in characters. */
export const FOREIGN_MIN = 6;

/** True for what a barcode of somebody else may say: letters, digits and the signs of Code 39, with a digit in it. */
export const isForeignCode = (text: string): boolean =>
  text.length >= FOREIGN_MIN && text.length <= 80 && /^[\x21-\x7e]+$/.test(text) && /\d/.test(text);
