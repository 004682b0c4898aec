import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../shared/result';
import type { Answers, Order, WorkerMessage, WorkerStart } from './jobs';

/** The worker's side of jobs.ts: does the one order it was started with, then ends. No Electron in here. */

const PROGRESS_EVERY_MS = 50;

const { order, cancelled } = workerData as WorkerStart;
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);
const isCancelled = (): boolean => Atomics.load(cancelled, 0) === 1;

let saidAt = 0;
const onProgress = (done: number, total: number): void => {
  const now = performance.now();
  if (now - saidAt < PROGRESS_EVERY_MS && done < total) return;
  saidAt = now;
  say({ type: 'progress', done, total });
};

/** Each kind of work is loaded when it is the one asked for: a PDF or spreadsheet library is slow to parse. */
async function work(task: Order): Promise<Answers[Order['kind']]> {
  switch (task.kind) {
    case 'verify':
      return (await import('./db/verify')).verifyOffice(task.dataDir, onProgress);
    case 'export':
      return (await import('./registers/exports/write')).writeExport(task.order, onProgress, isCancelled);
    case 'import':
      return (await import('./registers/imports/work')).workImport(task.order, onProgress, isCancelled);
    case 'backup':
      return (await import('./backup/work')).workBackup(task.task, onProgress, isCancelled);
    case 'demo':
      return (await import('./cli/seed/demo')).workDemo(task.order, onProgress);
    case 'merge':
      return (await import('./print/merge')).mergeTo(task.path, task.parts, onProgress, isCancelled);
    case 'grow':
      return (await import('./cli/seed/thread')).growFrom(parentPort!, task.draft, task.pace);
  }
}

try {
  say({ type: 'done', answer: await work(order) });
} catch (error) {
  const { message, stack, code } = error as Error & { code?: string };
  const refused = error instanceof Refusal ? { reason: error.reason, params: error.params } : null;
  say({ type: 'failed', message: String(message), stack: stack ?? '', code: code ?? null, refused });
}
