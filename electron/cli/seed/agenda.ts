interface Due<T> {
  at: number;
  order: number;
  item: T;
}

/** What still has to happen, earliest first; equal instants keep the order in which they were added. */
export class Agenda<T> {
  readonly #heap: Due<T>[] = [];
  #added = 0;

  get size(): number {
    return this.#heap.length;
  }
  /** Instant (ms) of the earliest item; Infinity when there is none. */
  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  add(at: number, item: T): void {
    const heap = this.#heap;
    const due = { at, order: this.#added, item };
    this.#added += 1;
    let i = heap.length;
    heap.push(due);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!earlier(due, heap[up]!)) break;
      heap[i] = heap[up]!;
      i = up;
    }
    heap[i] = due;
  }

  /** Takes the earliest item out; undefined when nothing is left. */
  take(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || first === last) return first?.item;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && earlier(heap[child + 1]!, heap[child]!)) child += 1;
      if (!earlier(heap[child]!, last)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return first.item;
  }
}

const earlier = <T>(a: Due<T>, b: Due<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
