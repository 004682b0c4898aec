import { readScanCode } from '../../shared/ids';

/**
 * Tells a scanner from a hand (desk-practice.md §4): a scanner sends digits less than 30 ms apart and ends with Enter,
 * Tab or silence. Pure: times come in, so tests need no clock. Digits are taken from the physical key, because under an
 * input method the key itself is only `Process`.
 */

/** Longest gap inside a burst, in ms; hands are slower. */
export const GAP_MS = 30;
/** A burst that stays silent this long is over, in ms. */
export const IDLE_MS = 100;
/** The same code again within this time is the same scan, in ms. */
export const REPEAT_MS = 1500;
const CODE_LENGTH = 12;

export interface Keystroke {
  /** `KeyboardEvent.code`: Digit7, Numpad7, Enter, Tab, … */
  code: string;
  /** `KeyboardEvent.timeStamp` in ms. */
  at: number;
}

export type Verdict =
  /** Not (yet) a scan. `first` says that a burst may begin with this key: remember the field now. */
  | { kind: 'nothing' }
  | { kind: 'first' }
  /** Clearly a scanner: an input method's composition must go. */
  | { kind: 'burst' }
  /** One of our codes. `swallow`: the key that ended it belongs to the scanner. */
  | { kind: 'code'; code: string; swallow: boolean }
  /** The same code again at once: to be swallowed and forgotten. */
  | { kind: 'repeat'; swallow: boolean }
  /** Twelve scanned digits that are no code of ours. */
  | { kind: 'foreign'; digits: string };

const digitOf = (code: string): string | null => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null;

export class ScanBurst {
  #digits = '';
  #lastAt = Number.NEGATIVE_INFINITY;
  #lastCode = '';
  #lastCodeAt = Number.NEGATIVE_INFINITY;

  /** True while digits of a possible burst are held. */
  get open(): boolean {
    return this.#digits.length > 1;
  }

  key({ code, at }: Keystroke): Verdict {
    const near = at - this.#lastAt <= GAP_MS;
    const digit = digitOf(code);
    if (digit !== null) {
      this.#lastAt = at;
      if (!near || this.#digits === '') {
        this.#digits = digit;
        return { kind: 'first' };
      }
      this.#digits += digit;
      // A hand may hit two keys at once by accident; three that close are a machine.
      return this.#digits.length >= 3 ? { kind: 'burst' } : { kind: 'nothing' };
    }
    if ((code === 'Enter' || code === 'NumpadEnter' || code === 'Tab') && near) return this.#end(at, true);
    this.#digits = '';
    return { kind: 'nothing' };
  }

  /** No key came for `IDLE_MS`: scanners without a terminator end here. */
  idle(at: number): Verdict {
    return this.#end(at, false);
  }

  #end(at: number, swallow: boolean): Verdict {
    const digits = this.#digits;
    this.#digits = '';
    if (digits.length !== CODE_LENGTH) return { kind: 'nothing' };
    if (!readScanCode(digits)) return { kind: 'foreign', digits };
    const again = digits === this.#lastCode && at - this.#lastCodeAt < REPEAT_MS;
    this.#lastCode = digits;
    this.#lastCodeAt = at;
    return again ? { kind: 'repeat', swallow } : { kind: 'code', code: digits, swallow };
  }
}
