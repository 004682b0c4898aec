import { isForeignCode, readOwnCode } from '../../shared/scan';
import { charOf, isControlCharacter, isModifier, isTerminator, type RawKey } from './scan-keys';

/**
 * Tells a scanner from a hand (desk-practice.md §4 Scanner): a scanner sends its keys less than 10 ms apart, a hand leaves
 * more than 30, and Enter, Tab or silence ends the code. Pure: times come in with the keys, so tests need no clock.
 */

/** Longest gap inside a burst, in ms; hands are slower. */
export const GAP_MS = 30;
/** After this silence nothing more is waited for, in ms: held keys go back to the field, a whole code counts as ended. */
export const IDLE_MS = 60;
/** The same code again within this time is the same scan, in ms. */
export const REPEAT_MS = 1500;
/** Enter or Tab this soon after a scan is still the scanner's (CR LF, Enter and Tab), in ms. */
export const TAIL_MS = 150;
/** So many digits without a hand's gap are a machine. Two or three fingers may fall on the pad together. */
const SURE_DIGITS = 4;
/** The same for letters, which a fast hand rolls. */
const SURE_CHARS = 6;
/** Keys of a hand that may run into the beginning of a scan and stay its own. */
const LEAD_MAX = 3;
const CODE_LENGTH = 12;

export interface Keystroke extends RawKey {
  /** `KeyboardEvent.timeStamp` in ms. */
  at: number;
  /** Held down by a hand: a scanner never repeats. */
  repeat?: boolean;
  /** Ctrl, Alt or Command is down. */
  command?: boolean;
}

export interface Read {
  code: string;
  /** One of our twelve-digit codes; else a number of somebody else. */
  own: boolean;
  /** The same code again at once: to be swallowed and forgotten. */
  again: boolean;
  /** Index of the key in the burst with which the code began: the keys before it were a hand's. */
  from: number;
}

export interface Verdict {
  /** The key belongs to the scanner: no field and no button may see it. */
  swallow: boolean;
  /** Keys swallowed so far were a hand's after all: type them before this key takes effect. */
  release: boolean;
  /** The key passes and may be the beginning of a scan: remember the field as it is before it; index in the burst. */
  mark: number | null;
  /** Certainly a machine: an input method's composition must go. */
  machine: boolean;
  read: Read | null;
}

const verdict = (part: Partial<Verdict> = {}): Verdict => ({
  swallow: false,
  release: false,
  mark: null,
  machine: false,
  read: null,
  ...part,
});

/** True when `at` follows `from` within so many ms. */
const within = (from: number, at: number, ms: number): boolean => at >= from && at - from <= ms;

export class ScanBurst {
  #chars = '';
  #held = false;
  #lastAt = Number.NEGATIVE_INFINITY;
  #endedAt = Number.NEGATIVE_INFINITY;
  #lastCode = '';
  #lastCodeAt = Number.NEGATIVE_INFINITY;

  /** True while keys are held or a whole code waits for its end: ask `idle` after `IDLE_MS` of silence. */
  get open(): boolean {
    return this.#held || this.#own() !== null;
  }

  /** Judges one keydown. */
  key(stroke: Keystroke): Verdict {
    const { at } = stroke;
    const near = within(this.#lastAt, at, GAP_MS);
    if (isModifier(stroke)) {
      if (near) this.#lastAt = at;
      return verdict();
    }
    if (stroke.repeat) return this.#break();
    // Control characters inside a code (GS, LF as Ctrl+J) must not become shortcuts.
    if (stroke.command) {
      if (!near || !this.#sure || !isControlCharacter(stroke)) return this.#break();
      this.#lastAt = at;
      return verdict({ swallow: true });
    }
    if (isTerminator(stroke)) {
      const read = near ? this.#end(at, true) : null;
      if (read) return verdict({ swallow: true, read });
      if (within(this.#endedAt, at, TAIL_MS)) return { ...this.#break(), swallow: true };
      return this.#break();
    }
    const char = charOf(stroke);
    if (char === null) return this.#break();
    const broken = near ? verdict() : this.#break();
    this.#lastAt = at;
    this.#chars += char;
    if (!this.#sure) return { ...broken, mark: this.#chars.length - 1 };
    this.#held = true;
    return { ...broken, swallow: true, machine: true };
  }

  /**
   * No key came for `IDLE_MS`: a scanner without a terminator ends here. What is no code is given back, but remembered:
   * on a page that was busy the rest may still come, with times that show it belongs together.
   */
  idle(): Verdict {
    const read = this.#end(this.#lastAt, false);
    if (read) return verdict({ read });
    const release = this.#held;
    this.#held = false;
    return verdict({ release });
  }

  get #sure(): boolean {
    // Once a key is held all that follow are: they must not overtake it.
    if (this.#held) return true;
    return this.#chars.length >= (/^\d+$/.test(this.#chars) ? SURE_DIGITS : SURE_CHARS);
  }

  #break(): Verdict {
    const release = this.#held;
    this.#held = false;
    this.#chars = '';
    this.#lastAt = Number.NEGATIVE_INFINITY;
    return verdict({ release });
  }

  #own(): { code: string; from: number } | null {
    const from = this.#chars.length - CODE_LENGTH;
    if (from < 0 || from > LEAD_MAX) return null;
    const code = this.#chars.slice(from);
    return readOwnCode(code) ? { code, from } : null;
  }

  #end(at: number, terminated: boolean): Read | null {
    const own = this.#own();
    const foreign = terminated && this.#sure && isForeignCode(this.#chars);
    if (!own && !foreign) return null;
    const { code, from } = own ?? { code: this.#chars, from: 0 };
    this.#break();
    this.#endedAt = at;
    const again = code === this.#lastCode && within(this.#lastCodeAt, at, REPEAT_MS);
    this.#lastCode = code;
    this.#lastCodeAt = at;
    return { code, own: own !== null, again, from };
  }
}
