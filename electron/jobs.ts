import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Verdict } from '../shared/registers/journal';
import { Refusal } from '../shared/result';
import type { BackupAnswer, BackupTask } from './backup/work';
import type { DemoOrder } from './cli/seed/demo-order';
import type { ExportOrder } from './registers/exports/order';
import { CAPS } from './registers/imports/caps';
import type { ImportAnswer, ImportOrder } from './registers/imports/order';

/** Heavy work beside the main thread (architecture.md §3): a worker per job with its own read-only connection. */

/** What a worker is asked to do, and what each kind answers. */
export type Order =
  | { kind: 'verify'; dataDir: string }
  | { kind: 'export'; order: ExportOrder }
  | { kind: 'import'; order: ImportOrder }
  | { kind: 'backup'; task: BackupTask }
  | { kind: 'demo'; order: DemoOrder }
  | { kind: 'merge'; parts: Uint8Array[]; path: string }
  /** Writes what a big seed tells through the port (cli/seed/thread.ts). */
  | { kind: 'grow'; draft: string; pace: Int32Array<SharedArrayBuffer> };
export interface Answers {
  verify: Verdict;
  /** Rows written; null when cancelled. */
  export: number | null;
  import: ImportAnswer;
  backup: BackupAnswer;
  /** Registers touched. */
  demo: string[];
  /** Pages of the merged file; null when cancelled. */
  merge: number | null;
  grow: null;
}
/** Handed to the worker as it starts. `cancelled[0]` is 1 once the job should stop at its next safe point. */
export interface WorkerStart {
  order: Order;
  cancelled: Int32Array<SharedArrayBuffer>;
}
export type WorkerMessage =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; answer: Answers[Order['kind']] }
  | {
      type: 'failed';
      message: string;
      code: string | null;
      stack: string;
      /** Set when it was no defect but a refusal, to be said as one. */
      refused: { reason: string; params: Record<string, string | number> } | null;
    };

export interface JobWatch {
  onProgress?: (done: number, total: number) => void;
  isCancelled?: () => boolean;
}

/** How often the main thread looks whether a job was cancelled, in ms. */
const LOOK_MS = 100;
/** What people bring is read with less memory than the program has (trust.md F5); our own files are not. */
const LIMITS: Partial<Record<Order['kind'], ResourceLimits>> = {
  import: { maxOldGenerationSizeMb: CAPS.heapMb },
};

/** Path of the bundled worker beside this code; null where code runs unbundled (tests). */
export function workerAt(): string | null {
  const path = join(import.meta.dirname, 'worker.js');
  return existsSync(path) ? path : null;
}

/** Runs one order in a fresh worker. Rejects with the worker's error (its `code` kept). */
export function runJob<K extends Order['kind']>(
  order: Extract<Order, { kind: K }>,
  { onProgress, isCancelled }: JobWatch = {},
): Promise<Answers[K]> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const start: WorkerStart = { order, cancelled };
  return new Promise<Answers[K]>((resolve, reject) => {
    const limits = LIMITS[order.kind];
    const worker = new Worker(join(import.meta.dirname, 'worker.js'), {
      workerData: start,
      ...(limits ? { resourceLimits: limits } : {}),
    });
    const look = setInterval(() => {
      if (isCancelled?.()) Atomics.store(cancelled, 0, 1);
    }, LOOK_MS);
    const settle = (finish: () => void): void => {
      clearInterval(look);
      finish();
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress?.(message.done, message.total);
      else if (message.type === 'done') settle(() => resolve(message.answer as Answers[K]));
      else settle(() => reject(rebuilt(message)));
    });
    worker.on('error', (error) =>
      settle(() => reject(outOfMemory(error) ? new Refusal('imports.bomb') : error)),
    );
    worker.on('exit', (code) =>
      settle(() => reject(new Error(`the worker for ${order.kind} ended with ${code}`))),
    );
  });
}

const outOfMemory = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';

function rebuilt(message: Extract<WorkerMessage, { type: 'failed' }>): Error {
  if (message.refused) return new Refusal(message.refused.reason, message.refused.params);
  const error: Error & { code?: string } = new Error(message.message);
  error.stack = message.stack;
  if (message.code) error.code = message.code;
  return error;
}
