import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GAP_MS,
  IDLE_MS,
  type Keystroke,
  REPEAT_MS,
  type Read,
  ScanBurst,
  TAIL_MS,
} from '../../../renderer/ui/scan-burst';
import { NUMBERED, type NumberedRegister, scanCodeOf } from '../../../shared/ids';
import { pageCodeOf } from '../../../shared/print/page-code';
import { readOwnCode, TEST_CODE } from '../../../shared/scan';
import { physicalKey, type WedgeKey, wedgeKeys } from '../../support/wedge';

/** A field under the listener, without a page: what stands in it after the keys, and what was read. */
class Field {
  text = '';
  entered = 0;
  readonly reads: Read[] = [];
  readonly #burst = new ScanBurst();
  #before: string[] = [];
  #held = '';
  at = 1000;

  press({ code, key, shiftKey, gap }: WedgeKey, more: Partial<Keystroke> = {}): void {
    if (gap > IDLE_MS && this.#burst.open) this.#take(this.#burst.idle());
    this.at += gap;
    const verdict = this.#burst.key({ code, key, shiftKey, at: this.at, ...more });
    if (verdict.release) this.#giveBack();
    if (verdict.mark === 0) this.#before = [];
    if (verdict.mark !== null) this.#before[verdict.mark] = this.text;
    const swallowed = this.#take(verdict);
    if (swallowed && key.length === 1) this.#held += key;
    if (!swallowed) {
      if (key.length === 1) this.text += key;
      else if (key === 'Enter') this.entered += 1;
    }
  }
  /** Silence until nothing more is waited for. */
  rest(): void {
    if (this.#burst.open) this.#take(this.#burst.idle());
    this.at += REPEAT_MS * 2;
  }
  #giveBack(): void {
    this.text += this.#held;
    this.#held = '';
  }
  #take(verdict: ReturnType<ScanBurst['idle']>): boolean {
    if (verdict.release) this.#giveBack();
    if (!verdict.read) return verdict.swallow;
    this.reads.push(verdict.read);
    if (!verdict.read.own) {
      // As the listener does with a field in focus: the number of somebody else was meant for it.
      this.#giveBack();
      return false;
    }
    this.#held = '';
    this.text = this.#before[verdict.read.from] ?? this.text;
    return verdict.swallow;
  }
}

const CHARS = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEF-./='];
const keyOf = (char: string, gap: number): WedgeKey =>
  char === '\n'
    ? { code: 'Enter', key: 'Enter', shiftKey: false, gap }
    : { ...physicalKey(char), key: char, gap };
const register = fc.constantFrom(...(Object.keys(NUMBERED) as NumberedRegister[]));
const month = fc
  .tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const ownCode = fc.oneof(
  fc.tuple(register, month, fc.integer({ min: 1, max: 99_999 })).map(([r, m, n]) => scanCodeOf(r, m, n)),
  fc.tuple(month, fc.integer({ min: 1, max: 400 })).map(([m, n]) => pageCodeOf('F01', m, n)),
);
/** A hand: more than 30 ms between keys, now and then two fingers at once. */
const hand = fc.array(
  fc
    .tuple(fc.constantFrom(...CHARS, '\n'), fc.integer({ min: GAP_MS + 1, max: 400 }))
    .map(([c, gap]) => keyOf(c, gap)),
  { maxLength: 40 },
);
const chords = fc.array(
  fc.tuple(
    fc.constantFrom(...CHARS),
    fc.constantFrom(...CHARS),
    fc.integer({ min: 0, max: GAP_MS }),
    fc.integer({ min: GAP_MS + 1, max: 300 }),
  ),
  { maxLength: 20 },
);
const typed = (keys: readonly WedgeKey[]): string =>
  keys.map(({ key }) => (key === 'Enter' ? '' : key)).join('');

describe('a hand', () => {
  it('is never swallowed, whatever it types, a scan code included', () => {
    fc.assert(
      fc.property(hand, ownCode, fc.integer({ min: GAP_MS + 1, max: 200 }), (keys, code, gap) => {
        const field = new Field();
        const all = [...keys, ...wedgeKeys(code, { gap })];
        for (const key of all) field.press(key);
        field.rest();
        expect(field.text).toBe(typed(all));
        expect(field.entered).toBe(all.filter(({ key }) => key === 'Enter').length);
        expect(field.reads).toEqual([]);
      }),
    );
  });

  it('may press two keys at once', () => {
    fc.assert(
      fc.property(chords, (pairs) => {
        const field = new Field();
        const keys = pairs.flatMap(([a, b, near, far]) => [keyOf(a, far), keyOf(b, near)]);
        for (const key of keys) field.press(key);
        field.rest();
        expect(field.text).toBe(typed(keys));
      }),
    );
  });

  it('loses nothing even when it falls on many keys at once, in any rhythm', () => {
    const wild = fc.array(
      fc
        // Mostly digits and mostly close together: there the machine and the hand are hardest to tell apart.
        .tuple(
          fc.oneof(
            { weight: 5, arbitrary: fc.constantFrom(...'0123456789') },
            { weight: 1, arbitrary: fc.constantFrom(...CHARS, '\n') },
          ),
          fc.oneof(
            { weight: 5, arbitrary: fc.integer({ min: 0, max: GAP_MS }) },
            { weight: 1, arbitrary: fc.integer({ min: GAP_MS + 1, max: 90 }) },
          ),
        )
        .map(([c, gap]) => keyOf(c, gap)),
      { maxLength: 60, size: 'max' },
    );
    fc.assert(
      fc.property(wild, (keys) => {
        const field = new Field();
        for (const key of keys) field.press(key);
        field.rest();
        fc.pre(field.reads.every((read) => !read.own));
        expect(field.text).toBe(typed(keys));
      }),
    );
  });

  it('types a day that a machine could have typed, and its signs keep their places', () => {
    const field = new Field();
    for (const char of '2027-03-31') field.press(keyOf(char, 2));
    field.rest();
    expect(field.text).toBe('2027-03-31');
  });

  it('holds a key down', () => {
    const field = new Field();
    for (let n = 0; n < 20; n += 1) field.press(keyOf('7', n === 0 ? 200 : 15), { repeat: n > 0 });
    field.rest();
    expect(field.text).toBe('7'.repeat(20));
  });
});

describe('a scanner', () => {
  const ends = fc.constantFrom<'Enter' | 'Tab' | null>('Enter', 'Tab', null);
  it('is never left in a field, at up to 12 ms a key, whatever was typed before and after', () => {
    fc.assert(
      fc.property(
        hand,
        ownCode,
        ends,
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 13, maxLength: 13 }),
        hand,
        (before, code, terminator, gaps, after) => {
          const field = new Field();
          for (const key of before) field.press(key);
          field.rest();
          const [text, entered] = [field.text, field.entered];
          for (const [index, key] of wedgeKeys(code, { terminator }).entries())
            field.press({ ...key, gap: gaps[index]! });
          field.rest();
          expect(field.text).toBe(text);
          expect(field.entered).toBe(entered);
          expect(field.reads).toMatchObject([{ code, own: true, again: false, from: 0 }]);
          for (const key of after) field.press(key);
          field.rest();
          expect(field.text).toBe(text + typed(after));
          expect(field.reads).toHaveLength(1);
        },
      ),
    );
  });

  it('may begin in the very moment of a hand’s last key, which stays', () => {
    fc.assert(
      fc.property(
        ownCode,
        fc.stringMatching(/^[a-z0-9]{1,3}$/),
        fc.integer({ min: 0, max: 12 }),
        (code, last, gap) => {
          fc.pre(readOwnCode((last + code).slice(0, 12)) === null);
          const field = new Field();
          for (const char of last) field.press(keyOf(char, 25));
          for (const key of wedgeKeys(code, { gap })) field.press(key);
          expect(field.reads).toMatchObject([{ code, own: true, from: last.length }]);
          expect(field.text).toBe(last);
        },
      ),
    );
  });

  it('counts once in 1.5 s, also while the trigger is held', () => {
    const field = new Field();
    const scans = [0, REPEAT_MS - 200, REPEAT_MS - 200, REPEAT_MS + 1];
    for (const pause of scans) {
      field.at += pause;
      for (const key of wedgeKeys(TEST_CODE)) field.press(key);
    }
    expect(field.reads.map(({ again }) => again)).toEqual([false, true, true, false]);
    expect(field.text).toBe('');
    expect(field.entered).toBe(0);
  });

  it('may send more ends than one: none of them presses anything', () => {
    for (const ends of [
      ['Enter', 'Enter'],
      ['Tab', 'Enter'],
      ['Enter', 'Tab', 'Enter'],
    ]) {
      const field = new Field();
      for (const key of wedgeKeys(TEST_CODE, { terminator: null })) field.press(key);
      for (const end of ends) field.press({ code: end, key: end, shiftKey: false, gap: 8 });
      expect(field.entered).toBe(0);
      field.press({ code: 'Enter', key: 'Enter', shiftKey: false, gap: TAIL_MS + 1 });
      expect(field.entered).toBe(1);
    }
  });

  it('may be slow to be heard: silence between its keys was only the page’s', () => {
    const burst = new ScanBurst();
    let read: Read | null = null;
    for (const [index, { gap, ...key }] of wedgeKeys(TEST_CODE).entries()) {
      const verdict = burst.key({ ...key, at: 1000 + index * gap });
      read ??= verdict.read;
      // The timer runs out while the next keys wait in the queue, with their own times.
      if (index === 6) expect(burst.idle()).toMatchObject({ release: true, read: null });
    }
    expect(read).toMatchObject({ code: TEST_CODE, own: true });
  });

  it('sends capitals with Shift and signs of its own inside a number of others', () => {
    const burst = new ScanBurst();
    const shift: WedgeKey = { code: 'ShiftLeft', key: 'Shift', shiftKey: true, gap: 5 };
    const keys = wedgeKeys('SF-1234567890').flatMap((key) => (key.shiftKey ? [shift, key] : [key]));
    let at = 1000;
    let read: Read | null = null;
    for (const { gap, ...key } of keys) {
      at += gap;
      read ??= burst.key({ ...key, at }).read;
    }
    expect(read).toEqual({ code: 'SF-1234567890', own: false, again: false, from: 0 });
  });

  it('may send separators as Ctrl keys inside a code, which become no shortcuts; Ctrl+Enter is a hand’s', () => {
    const burst = new ScanBurst();
    const key = (code: string, at: number, command = false) =>
      burst.key({ code, key: code.slice(-1), shiftKey: false, at, command });
    for (const [n, digit] of [...'123456'].entries()) key(`Digit${digit}`, 1000 + n * 8);
    expect(key('BracketRight', 1048, true)).toMatchObject({ swallow: true, release: false });
    expect(key('Digit7', 1056)).toMatchObject({ swallow: true });
    expect(key('Enter', 1064, true)).toMatchObject({ swallow: false, release: true, read: null });
  });

  it('is read from the physical keys when the input method keeps the characters', () => {
    for (const code of [TEST_CODE, 'JD0098765432101']) {
      const burst = new ScanBurst();
      let read: Read | null = null;
      for (const [index, { gap, ...key }] of wedgeKeys(code).entries())
        read ??= burst.key({ ...key, key: 'Process', at: 1000 + index * gap }).read;
      expect(read).toMatchObject({ code, own: code === TEST_CODE });
    }
  });
});
