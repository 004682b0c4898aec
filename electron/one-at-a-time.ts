/**
 * Heavy work of which one run at a time is enough, such as the verifier: whoever asks while it runs waits for the next
 * run, shared with all others who asked meanwhile. So every answer is of work begun after it was asked for, and a page
 * that asks a hundred times starts two runs, not a hundred workers.
 */

export type Progress = (done: number, total: number) => void;

export class OneAtATime<T> {
  readonly #work: (onProgress: Progress) => Promise<T>;
  #running: Promise<unknown> = Promise.resolve();
  #waiting: { answer: Promise<T>; listeners: Progress[] } | null = null;

  constructor(work: (onProgress: Progress) => Promise<T>) {
    this.#work = work;
  }

  /** The answer of the next run; rejects as the work does. Progress arrives at everybody who waits for that run. */
  ask(onProgress: Progress): Promise<T> {
    this.#waiting ??= this.#next();
    this.#waiting.listeners.push(onProgress);
    return this.#waiting.answer;
  }

  #next(): { answer: Promise<T>; listeners: Progress[] } {
    const listeners: Progress[] = [];
    const start = (): Promise<T> => {
      this.#waiting = null;
      const run = this.#work((done, total) => {
        for (const listener of listeners) listener(done, total);
      });
      // How this run ends is told to those who asked; the next one starts either way.
      this.#running = run.catch(() => undefined);
      return run;
    };
    return { answer: this.#running.then(start), listeners };
  }
}
