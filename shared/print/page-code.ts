import { checkDigit } from '../ids';
import type { FormNumber } from './form-list';

/**
 * The 12-digit code of a printed register page, `RR YYMM NNNNN C` like the code of an entry (desk-practice.md §2.0), with
 * register digits of its own: a scanned page says which form, month and page of the month it is.
 */
const CODES = {
  F01: '91',
  F03: '93',
  F04: '94',
  notice: '99',
  F05: '55',
  F27: '77',
  F34: '84',
  F36: '86',
  F40: '90',
  F22: '72',
  F18: '68',
  F24: '74',
  F25: '75',
  moveList: '51',
  coverList: '54',
  F28: '78',
  F30: '80',
  customBook: '50',
  F09: '59',
  F12: '62',
  F16: '66',
  disclosureList: '52',
  evacuation: '53',
  F48: '98',
} as const satisfies Partial<Record<FormNumber, string>>;
export type BookForm = keyof typeof CODES;
/** Forms that are cut into numbered pages. */
export const BOOK_FORMS = Object.keys(CODES) as readonly BookForm[];

/** Code of page `no` of a form's month; months without a name (blank sheets, notices, lists as of now) count as 0000. */
export function pageCodeOf(form: BookForm, month: string | null, no: number): string {
  const stamp = month ? `${month.slice(2, 4)}${month.slice(5, 7)}` : '0000';
  const body = `${CODES[form]}${stamp}${String(no % 100_000).padStart(5, '0')}`;
  return body + checkDigit(body);
}

/** Reads a page code back; null when it is none of ours. `month` is null on blank sheets, notices and lists as of now. */
export function readPageCode(text: string): { form: BookForm; month: string | null; no: number } | null {
  if (!/^\d{12}$/.test(text) || checkDigit(text.slice(0, 11)) !== Number(text[11])) return null;
  const form = BOOK_FORMS.find((key) => CODES[key] === text.slice(0, 2));
  if (!form) return null;
  const month = text.slice(2, 6) === '0000' ? null : `20${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return { form, month, no: Number(text.slice(6, 11)) };
}
