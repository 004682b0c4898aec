import type { Problem, ProblemKind } from '../../shared/registers/journal';

const MOST = 100;
/** One kind of damage must not hide the others: a broken chain of a million lines still leaves room to say "tail cut". */
const MOST_OF_A_KIND = 40;

/** Collects the first problems, in the order the passes meet them. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly #perKind = new Map<ProblemKind, number>();

  add(kind: ProblemKind, register: string | null, where: string, detail: string): void {
    const n = (this.#perKind.get(kind) ?? 0) + 1;
    this.#perKind.set(kind, n);
    if (n <= MOST_OF_A_KIND && this.problems.length < MOST)
      this.problems.push({ kind, register, where, detail });
  }
  has(...kinds: ProblemKind[]): boolean {
    return kinds.some((kind) => this.#perKind.has(kind));
  }
}

/** Counts steps and tells how far the check is, at most once per 4096 steps. */
export class Steps {
  #done = 0;
  #total = 0;
  readonly #tell: (done: number, total: number) => void;
  constructor(tell: (done: number, total: number) => void) {
    this.#tell = tell;
  }
  expect(steps: number): void {
    this.#total += steps;
  }
  one(): void {
    this.#done += 1;
    if (this.#done % 4096 === 0) this.#tell(Math.min(this.#done, this.#total), this.#total);
  }
  end(): void {
    this.#tell(this.#total, this.#total);
  }
}
