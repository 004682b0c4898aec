import type { Verdict } from '../shared/registers/journal';
import type { Actor } from '../shared/registers/session';
import { type BackupAnswers, type BackupTask, workBackup } from './backup/work';
import { ChosenFiles } from './chosen-files';
import { workDemo } from './cli/seed/demo';
import type { DemoOrder } from './cli/seed/demo-order';
import { verifyOffice } from './db/verify';
import type { Host, Paper, SessionPort } from './host';
import { runJob, workerAt } from './jobs';
import type { ExportOrder } from './registers/exports/order';
import { writeExport } from './registers/exports/write';
import type { ImportAnswer, ImportOrder } from './registers/imports/order';
import { workImport } from './registers/imports/work';

/** The host without windows: for the CLI and for tests through the door. Jobs run in this process. */
export class NodeHost implements Host {
  readonly dataDir: string;
  readonly paper: Paper | null = null;
  readonly session: SessionPort = memorySession();
  readonly chosen = new ChosenFiles();
  readonly #cancelled = new Set<string>();

  constructor(dataDir: string) {
    this.dataDir = dataDir;
  }
  progress(_job: string, _done: number, _total: number, _label: string): void {}
  cancel(job: string): void {
    this.#cancelled.add(job);
  }
  isCancelled(job: string): boolean {
    return this.#cancelled.has(job);
  }
  choosePath(): Promise<string | null> {
    return Promise.resolve(null);
  }
  chooseFolder(): Promise<string | null> {
    return Promise.resolve(null);
  }
  chooseFile(): Promise<string | null> {
    return Promise.resolve(null);
  }
  backup<T extends BackupTask>(
    task: T,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<BackupAnswers[T['do']]> {
    return workBackup(task, onProgress, cancelled) as Promise<BackupAnswers[T['do']]>;
  }
  /** Whoever runs this host opens the office anew. */
  reopen(): void {}
  verify(onProgress: (done: number, total: number) => void): Promise<Verdict> {
    return Promise.resolve(verifyOffice(this.dataDir, onProgress));
  }
  export(
    order: ExportOrder,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<number | null> {
    return writeExport(order, onProgress, cancelled);
  }
  /** In a capped worker where the program is bundled; unbundled (tests) in this thread, under the same caps of time and size. */
  import(
    order: ImportOrder,
    onProgress: (done: number, total: number) => void,
    isCancelled: () => boolean,
  ): Promise<ImportAnswer> {
    return workerAt() === null
      ? workImport(order, onProgress, isCancelled)
      : runJob<'import'>({ kind: 'import', order }, { onProgress, isCancelled });
  }
  demo(order: DemoOrder, onProgress: (done: number, total: number) => void): Promise<string[]> {
    return workDemo(order, onProgress);
  }
}

/** A session in memory: who is on, open or locked. The app wraps it to lock itself when idle. */
export function memorySession(): SessionPort {
  let actor: Actor | null = null;
  let locked = false;
  return {
    open(next, mustChangePin) {
      actor = next;
      locked = mustChangePin;
    },
    lock() {
      locked = actor !== null;
    },
    end() {
      actor = null;
      locked = false;
    },
    phase: () => (actor ? (locked ? 'locked' : 'open') : 'signedOut'),
    actor: () => actor,
  };
}
