import type { PrintJob } from '../shared/print/forms';
import type { Verdict } from '../shared/registers/journal';
import type { Actor } from '../shared/registers/session';
import type { BackupAnswers, BackupTask } from './backup/work';
import type { ChosenFiles } from './chosen-files';
import type { DemoOrder } from './cli/seed/demo-order';
import type { ExportOrder } from './registers/exports/order';
import type { ImportAnswer, ImportOrder } from './registers/imports/order';

/**
 * What tasks need from the machine. Two real ones exist: `node-host.ts` (CLI, tests: no windows, no dialogs) and
 * `electron-host.ts` (the app). Nothing below the door imports Electron.
 */
export interface Host {
  /** Folder with deskbook.sqlite, attachments/ and anchors/. */
  readonly dataDir: string;
  /** Who is on at this desk. */
  readonly session: SessionPort;
  /** Tells the windows how far a job is (0 ≤ done ≤ total). */
  progress(job: string, done: number, total: number, label: string): void;
  /** Asks a job to stop at its next safe point. */
  cancel(job: string): void;
  isCancelled(job: string): boolean;
  /** Where to save; null when the person closed the dialog or there is nobody to ask. */
  choosePath(suggested: string, kind: 'pdf' | 'csv' | 'xlsx'): Promise<string | null>;
  /** Which folder to write to; null when the person closed the dialog or there is nobody to ask. */
  chooseFolder(): Promise<string | null>;
  /** Which file to read; null when the person closed the dialog or there is nobody to ask. */
  chooseFile(extensions: readonly string[]): Promise<string | null>;
  /** Files chosen so far, by the names pages know them under. */
  readonly chosen: ChosenFiles;
  /** Draws pages in hidden sandboxed windows; null where there are none (plain Node). */
  readonly paper: Paper | null;
  /** Runs the verifier off the main thread. */
  verify(onProgress: (done: number, total: number) => void): Promise<Verdict>;
  /** Writes an export off the main thread; answers the number of rows, or null when cancelled. */
  export(
    order: ExportOrder,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<number | null>;
  /** Reads a brought file off the main thread, under caps, and writes it when the order says so. Errors: Refusal `imports.*`. */
  import(
    order: ImportOrder,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<ImportAnswer>;
  /** Makes, reads, tries out or stages a backup off the main thread. Errors: BackupRefused, the file system's. */
  backup<T extends BackupTask>(
    task: T,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<BackupAnswers[T['do']]>;
  /** Signs everybody off, closes the office and opens what a decided restore put in its place; returns at once. */
  reopen(): void;
  /** Fills the empty office with a demo office off the main thread. Answers the registers touched. */
  demo(order: DemoOrder, onProgress: (done: number, total: number) => void): Promise<string[]>;
}

export interface SessionPort {
  /** `open` starts a session for the actor, `lock` keeps the actor but refuses everything, `end` forgets. */
  open(actor: Actor, mustChangePin: boolean): void;
  lock(): void;
  end(): void;
  phase(): 'signedOut' | 'locked' | 'open';
  actor(): Actor | null;
}

/**
 * What one hidden print window must draw and how it answers. The caller of `prints.page` and `prints.ready` carries it
 * (`Caller.printWindow`, set by ipc.ts for that very window), so their handlers are one line each:
 * `page: (_, { caller }) => caller.printWindow.job` and `ready: (report, { caller }) => caller.printWindow.ready(report)`.
 */
export interface PrintSeat {
  /** The pages of this window: a slice of the whole job. */
  readonly job: PrintJob;
  /** Fonts are loaded, every page is laid out; `overflows` names cells that did not fit. */
  ready(report: { pages: number; overflows: string[] }): void;
}

export interface Paper {
  /** Renders the job to one PDF file at `path` (temp → fsync → rename). Answers false when cancelled. */
  pdf(
    job: PrintJob,
    path: string,
    onProgress: (done: number, total: number) => void,
    cancelled: () => boolean,
  ): Promise<boolean>;
  /** Opens the system's print dialog for the job. Answers false when the person cancelled. */
  print(job: PrintJob): Promise<boolean>;
}
