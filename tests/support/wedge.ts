import { scanCodeOf } from '../../shared/ids';

/** A keyboard-wedge scanner as the desk sees it: keys with physical codes, close together, ended by Enter or Tab. */

export interface WedgeKey {
  code: string;
  key: string;
  shiftKey: boolean;
  /** ms after the key before. */
  gap: number;
}

export interface WedgeOptions {
  /** ms between keys; a desk scanner needs 1 to 10. */
  gap?: number;
  /** What ends the code; null: nothing. */
  terminator?: 'Enter' | 'Tab' | null;
}

/** Physical key of a character on a US keyboard. */
export function physicalKey(char: string): { code: string; shiftKey: boolean } {
  if (/\d/.test(char)) return { code: `Digit${char}`, shiftKey: false };
  if (/[a-z]/i.test(char)) return { code: `Key${char.toUpperCase()}`, shiftKey: char !== char.toLowerCase() };
  const sign = { '-': 'Minus', '.': 'Period', '/': 'Slash', '=': 'Equal' }[char];
  if (!sign) throw new Error(`no key for ${char}`);
  return { code: sign, shiftKey: false };
}

/** The keys of one scan. */
export function wedgeKeys(text: string, { gap = 8, terminator = 'Enter' }: WedgeOptions = {}): WedgeKey[] {
  const keys = [...text].map((char) => ({ ...physicalKey(char), key: char, gap }));
  return terminator ? [...keys, { code: terminator, key: terminator, shiftKey: false, gap }] : keys;
}

/** A code of the found-item register that no demo entry has, for screens that only need a scan. */
export const SOME_CODE = scanCodeOf('foundItems', '2019-03', 417);
