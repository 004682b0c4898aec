import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor } from 'electron';
import { MINUTE_MS } from '../shared/dates';
import { ElectronHost } from './electron-host';
import { guardContents, guardSession } from './guard';
import { Bridge } from './ipc';
import { defect, note } from './log';
import { setMenu } from './menu';
import { offerCopy } from './offer-copy';
import { type OpenOffice, openDesk } from './office';
import { loadPage } from './pages';
import { serve } from './protocol';
import { sayRefused } from './refused';
import { DeskSession } from './session';
import { watchAlarms } from './tray';
import { makeMainWindow, showAgain } from './window';
import type { Lang } from './words';

/** The app with its window, running. */
export interface RunningApp {
  window: BrowserWindow;
  office: OpenOffice;
  session: DeskSession;
}

/** Starts the app on an office's folder. A second launch only shows the first one's window (trust.md A9). */
export function startApp(dataDir: string): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  let running: RunningApp | undefined;
  app.on('second-instance', () => showAgain(running?.window));
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(async () => {
      running = await runApp(dataDir);
    })
    .catch(async (error: unknown) => {
      if (await offerCopy(error, dataDir)) app.relaunch();
      else sayRefused(error, dataDir, false);
      app.exit(1);
    });
}

/** Where the built pages lie. */
export const PAGES = join(import.meta.dirname, '../renderer');

/** Opens the office and its window. Call when Electron is ready. Errors: OpenRefused, or the page did not load. */
export async function runApp(dataDir: string): Promise<RunningApp> {
  let window: BrowserWindow | undefined;
  let lang: Lang = 'zh-CN';
  let lookAtAlarms = (): void => undefined;
  const bridge = new Bridge();
  guardContents();
  guardSession((contents) => bridge.isMain(contents));
  serve(PAGES);

  const session = new DeskSession({
    lockMinutes: () => office.settings().limits.autoLockMinutes,
    onChange: () => bridge.send({ type: 'session' }),
    // A fresh page: nothing the last person saw or typed stays in it (trust.md D5).
    onOtherPerson: () => window?.webContents.reloadIgnoringCache(),
    clock: () => performance.now(),
  });
  const host = new ElectronHost({
    dataDir,
    session,
    bridge,
    window: () => window,
    lang: () => lang,
    reopen: () => setImmediate(reopen),
  });
  const open = (): Promise<OpenOffice> =>
    openDesk({
      dataDir,
      host,
      onChanged: (registers) => {
        bridge.send({ type: 'changed', registers });
        lookAtAlarms();
      },
    });
  let office = await open();
  /** A restored office takes the place of the one that was open: nobody is signed in to it, and the page begins anew. */
  const reopen = (): void => {
    session.end();
    office.close();
    open()
      .then((opened) => {
        office = opened;
        if (running) running.office = opened;
        window?.webContents.reloadIgnoringCache();
      })
      .catch((error: unknown) => {
        sayRefused(error, dataDir, false);
        app.exit(1);
      });
  };
  let running: RunningApp | undefined;
  bridge.listen((name, input, caller) => office.call(name, input, caller), session);
  app.once('will-quit', () => {
    session.lock();
    office.close();
  });
  powerMonitor.on('lock-screen', () => session.lock());
  powerMonitor.on('suspend', () => session.lock());

  const menuFor = (next: Lang): void => {
    lang = next;
    setMenu(next, (command) => {
      if (command === 'lock') session.lock();
      else bridge.send({ type: 'command', command });
    });
  };
  menuFor(lang);
  window = makeMainWindow(join(app.getPath('userData'), 'window.json'), menuFor);
  watch(window, session);
  bridge.admitMain(window.webContents);
  await loadPage(window, 'index.html');
  note(`started, Electron ${process.versions.electron}`);
  office.warm();
  keepOffice(() => office.keep());
  lookAtAlarms = watchAlarms({
    alarms: () => office.alarms(),
    bridge,
    window: () => window,
    lang: () => lang,
  });
  running = { window, office, session };
  return running;
}

/** Minutes after the start when the office is first kept: the desk comes first. */
const KEEP_AFTER = 5;
const KEEP_EVERY = 60;
/** Looks after copies and backups while the app runs; never two at a time. */
function keepOffice(keep: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  const again = (minutes: number): void => {
    timer = setTimeout(() => {
      keep()
        .catch((error: unknown) => defect(error, 'keeping'))
        .finally(() => again(KEEP_EVERY));
    }, minutes * MINUTE_MS);
  };
  app.once('will-quit', () => clearTimeout(timer));
  again(KEEP_AFTER);
}

/** Input keeps the desk open; a page whose process died is loaded again, locked. */
function watch(window: BrowserWindow, session: DeskSession): void {
  const { webContents } = window;
  webContents.on('before-input-event', () => session.input());
  webContents.on('input-event', () => session.input());
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    defect(new Error(`the page's process ended: ${reason}`), 'window');
    session.lock();
    if (!window.isDestroyed()) webContents.reload();
  });
}
