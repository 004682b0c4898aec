/**
 * Repeatable chance: the same seed gives the same numbers on every machine (xoshiro128**, seeded by splitmix32).
 * Good for demo data, salts and ids of a demo office; never for a real secret.
 */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #d: number;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
    let state = 0x9e3779b9;
    for (const unit of seed) state = Math.imul(state ^ unit.codePointAt(0)!, 0x85ebca6b) ^ (state >>> 13);
    const split = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z ^= z >>> 15;
      z = Math.imul(z, 0x735a2d97);
      return (z ^ (z >>> 15)) >>> 0;
    };
    this.#a = split();
    this.#b = split();
    this.#c = split();
    this.#d = split() | 1;
  }

  /** A stream of its own: what it draws depends on the seed and this name, not on what others drew before. */
  branch(name: string): Chance {
    return new Chance(`${this.#seed} ${name}`);
  }

  /** 32 random bits, 0 to 2^32 - 1. */
  bits(): number {
    const rolled = Math.imul(this.#b, 5);
    const answer = Math.imul((rolled << 7) | (rolled >>> 25), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return answer;
  }

  /** A fraction from 0 to just below 1. */
  part(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.part() * n);
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True in `share` of the cases (0 to 1). */
  happens(share: number): boolean {
    return this.part() < share;
  }

  /** One of the list. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** One of the list, the earlier the likelier: names and places that everybody types first. */
  favour<T>(list: readonly T[]): T {
    const x = this.part();
    return list[Math.floor(x * x * list.length)]!;
  }

  /** `n` digits, the first may be 0. */
  digits(n: number): string {
    let text = '';
    for (let i = 0; i < n; i += 1) text += this.below(10);
    return text;
  }

  /** Fills bytes: what ids and salts ask for. Bound, so it can be handed on. */
  readonly fill = (bytes: Uint8Array): void => {
    for (let i = 0; i < bytes.length; i += 4) {
      const word = this.bits();
      bytes[i] = word & 255;
      if (i + 1 < bytes.length) bytes[i + 1] = (word >>> 8) & 255;
      if (i + 2 < bytes.length) bytes[i + 2] = (word >>> 16) & 255;
      if (i + 3 < bytes.length) bytes[i + 3] = word >>> 24;
    }
  };
}

/** A weighted choice prepared once: `draw` answers items in proportion to their weights. */
export class Weighted<T> {
  readonly #items: T[] = [];
  readonly #upTo: number[] = [];
  #total = 0;

  constructor(entries: Iterable<readonly [T, number]>) {
    for (const [item, weight] of entries) {
      this.#total += weight;
      this.#items.push(item);
      this.#upTo.push(this.#total);
    }
  }

  draw(chance: Chance): T {
    const x = chance.part() * this.#total;
    let low = 0;
    let high = this.#upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#upTo[middle]! > x) high = middle;
      else low = middle + 1;
    }
    return this.#items[low]!;
  }
}
