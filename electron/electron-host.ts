import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Verdict } from '../shared/registers/journal';
import type { BackupAnswers, BackupTask } from './backup/work';
import { ChosenFiles } from './chosen-files';
import type { DemoOrder } from './cli/seed/demo-order';
import type { Host, Paper, SessionPort } from './host';
import type { Bridge } from './ipc';
import { runJob } from './jobs';
import { OneAtATime } from './one-at-a-time';
import { ElectronPaper } from './print/print';
import type { ExportOrder } from './registers/exports/order';
import type { ImportAnswer, ImportOrder } from './registers/imports/order';
import { type Lang, WORDS } from './words';

export interface ElectronHostDeps {
  dataDir: string;
  session: SessionPort;
  bridge: Bridge;
  /** The people's window, over which dialogs open. */
  window: () => BrowserWindow | undefined;
  lang: () => Lang;
  /** Closes the office and opens it anew. */
  reopen: () => void;
}

/** The machine as tasks see it in the app: windows for paper, the system's dialogs, a worker for heavy work. */
export class ElectronHost implements Host {
  readonly dataDir: string;
  readonly session: SessionPort;
  readonly paper: Paper;
  readonly #deps: ElectronHostDeps;
  readonly chosen = new ChosenFiles();
  readonly #cancelled = new Set<string>();
  readonly #verifier = new OneAtATime((onProgress) =>
    runJob<'verify'>({ kind: 'verify', dataDir: this.dataDir }, { onProgress }),
  );

  constructor(deps: ElectronHostDeps) {
    this.#deps = deps;
    this.dataDir = deps.dataDir;
    this.session = deps.session;
    this.paper = new ElectronPaper(deps.bridge);
  }

  progress(job: string, done: number, total: number, label: string): void {
    this.#deps.bridge.send({ type: 'progress', job, done, total, label });
  }

  cancel(job: string): void {
    this.#cancelled.add(job);
  }

  isCancelled(job: string): boolean {
    return this.#cancelled.has(job);
  }

  async choosePath(suggested: string, kind: 'pdf' | 'csv' | 'xlsx'): Promise<string | null> {
    const options: Electron.SaveDialogOptions = {
      defaultPath: join(app.getPath('documents'), suggested),
      filters: [{ name: WORDS[this.#deps.lang()].file[kind], extensions: [kind] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    };
    const window = this.#deps.window();
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
    return answer.canceled || !answer.filePath ? null : answer.filePath;
  }

  async chooseFile(extensions: readonly string[]): Promise<string | null> {
    const options: Electron.OpenDialogOptions = {
      defaultPath: app.getPath('documents'),
      filters: [{ name: this.#kindOf(extensions), extensions: [...extensions] }],
      properties: ['openFile'],
    };
    const window = this.#deps.window();
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  }

  async chooseFolder(): Promise<string | null> {
    const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
    const window = this.#deps.window();
    const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  }

  backup<T extends BackupTask>(
    task: T,
    onProgress: (done: number, total: number) => void,
    isCancelled: () => boolean,
  ): Promise<BackupAnswers[T['do']]> {
    return runJob<'backup'>({ kind: 'backup', task }, { onProgress, isCancelled }) as Promise<
      BackupAnswers[T['do']]
    >;
  }

  reopen(): void {
    this.#deps.reopen();
  }

  #kindOf(extensions: readonly string[]): string {
    const { file } = WORDS[this.#deps.lang()];
    return extensions.includes('deskbook') ? file.backup : file.table;
  }

  verify(onProgress: (done: number, total: number) => void): Promise<Verdict> {
    return this.#verifier.ask(onProgress);
  }

  export(
    order: ExportOrder,
    onProgress: (done: number, total: number) => void,
    isCancelled: () => boolean,
  ): Promise<number | null> {
    return runJob<'export'>({ kind: 'export', order }, { onProgress, isCancelled });
  }

  import(
    order: ImportOrder,
    onProgress: (done: number, total: number) => void,
    isCancelled: () => boolean,
  ): Promise<ImportAnswer> {
    return runJob<'import'>({ kind: 'import', order }, { onProgress, isCancelled });
  }

  demo(order: DemoOrder, onProgress: (done: number, total: number) => void): Promise<string[]> {
    return runJob<'demo'>({ kind: 'demo', order }, { onProgress });
  }
}
