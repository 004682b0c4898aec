/**
 * The character a scanner meant with a key. Under an input method `key` is only `Process` and the physical key is all
 * there is (desk-practice.md §4); scanners send as a US keyboard does.
 */

/** What the listener reads of a `KeyboardEvent`. */
export interface RawKey {
  code: string;
  key: string;
  shiftKey: boolean;
}

/** Plain and shifted characters of the US keyboard's sign keys. */
const SIGNS: Record<string, readonly [plain: string, shifted: string]> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backquote: ['`', '~'],
  NumpadSubtract: ['-', '-'],
  NumpadDecimal: ['.', '.'],
  NumpadDivide: ['/', '/'],
  NumpadAdd: ['+', '+'],
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** One printable ASCII character, or null for keys that type none. */
export function charOf({ code, key, shiftKey }: RawKey): string | null {
  const digit = /^(?:Digit|(Numpad))(\d)$/.exec(code);
  // Digits by the physical key always: on a French keyboard the key of 1 says `&`.
  if (digit?.[2]) return shiftKey && !digit[1] ? (SHIFTED_DIGITS[Number(digit[2])] ?? null) : digit[2];
  if (/^[\x21-\x7e]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return SIGNS[code]?.[shiftKey ? 1 : 0] ?? null;
}

/** A key that ends what a scanner sends. */
export const isTerminator = ({ code, key }: RawKey): boolean =>
  ['Enter', 'NumpadEnter', 'Tab'].includes(code || key);

/** Keys that only change what others mean; a scanner sends Shift before a capital. */
export const isModifier = ({ key, code }: RawKey): boolean =>
  ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta', 'NumLock'].includes(key) || /^Shift/.test(code);

/** With Ctrl: the separators inside a code (tab, LF, CR, FS, GS, RS, US) as scanners send them. Ctrl+Enter is a hand's. */
export const isControlCharacter = ({ code }: RawKey): boolean =>
  ['KeyI', 'KeyJ', 'KeyM', 'Backslash', 'BracketRight', 'Digit6', 'Minus'].includes(code);
