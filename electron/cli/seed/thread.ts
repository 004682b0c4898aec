import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Sink, Written } from '../../db/bulk/sink';
import type { WorkerStart } from '../../jobs';
import { Grower } from './grower';

/**
 * A second thread for big seeds: this one tells the stories and computes the chain, that one writes. Stories are told
 * without a pause, so the two keep pace through shared memory: `pace[0]` counts the batches written, -1 means it failed.
 */

/** Things handed over at a time: few enough that they are forgotten before the memory is tidied. */
const BATCH = 300;
/** Batches that may wait to be written: some ten megabytes. */
const AHEAD = 100;
/** A batch as JSON: one long string crosses threads in half the time of as many small ones. */
type Message = string;
const FAILED = -1;
/** How long one batch may take, commits and slow disks included, in ms. */
const PATIENCE_MS = 180_000;

/** Path of the bundled worker beside this code; null where code runs unbundled (tests). */
export function growerThreadAt(): string | null {
  const path = join(import.meta.dirname, 'worker.js');
  return existsSync(path) ? path : null;
}

/** The telling side. */
export class GrowerThread implements Sink {
  readonly #worker: Worker;
  readonly #pace = new Int32Array(new SharedArrayBuffer(4));
  readonly #over: Promise<void>;
  #batch: Written[] = [];
  #sent = 0;

  constructor(workerPath: string, draft: string) {
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const start: WorkerStart = { order: { kind: 'grow', draft, pace: this.#pace }, cancelled };
    this.#worker = new Worker(workerPath, { workerData: start });
    this.#over = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: { type: string; message?: string }) => {
        if (message.type === 'failed') reject(new Error(message.message));
      });
      this.#worker.on('error', reject);
      this.#worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`the writer ended with ${code}`)),
      );
    });
    // Looked at in `finish`; until then a failure only stops the telling.
    this.#over.catch(() => {});
  }

  write(what: Written): void {
    this.#batch.push(what);
    if (this.#batch.length >= BATCH) this.#send();
  }

  async finish(): Promise<void> {
    this.#send();
    this.#post('end');
    await this.#over;
  }

  /** Ends the helper. Errors: why it failed, when it did. */
  async close(): Promise<void> {
    if (Atomics.load(this.#pace, 0) !== FAILED) this.#over.catch(() => {});
    else await this.#over;
    await this.#worker.terminate();
  }

  #send(): void {
    this.#post(JSON.stringify(this.#batch));
    this.#batch = [];
    this.#sent += 1;
    for (;;) {
      const written = Atomics.load(this.#pace, 0);
      if (written === FAILED) throw new Error('the writer failed');
      if (this.#sent - written <= AHEAD) return;
      if (Atomics.wait(this.#pace, 0, written, PATIENCE_MS) === 'timed-out')
        throw new Error('the writer answers no more');
    }
  }

  #post(message: Message): void {
    this.#worker.postMessage(message);
  }
}

/** The writing side: fills the draft with what comes through the port, until the end. Rejects when writing fails. */
export function growFrom(
  port: MessagePort,
  draft: string,
  pace: Int32Array<SharedArrayBuffer>,
): Promise<null> {
  const grower = new Grower(draft);
  return new Promise((resolve, reject) => {
    // Without its listener the port no longer keeps this thread alive.
    const over = (settle: () => void): void => {
      port.off('message', take);
      settle();
    };
    const take = (message: Message): void => {
      try {
        if (message === 'end') {
          grower.finish();
          over(() => resolve(null));
          return;
        }
        for (const what of JSON.parse(message) as Written[]) grower.write(what);
        Atomics.add(pace, 0, 1);
      } catch (error) {
        Atomics.store(pace, 0, FAILED);
        grower.close();
        over(() => reject(error));
      } finally {
        Atomics.notify(pace, 0);
      }
    };
    port.on('message', take);
  });
}
