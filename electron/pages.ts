import { join } from 'node:path';
import type { BrowserWindow, WebPreferences } from 'electron';
import { DEV_SERVER } from './guard';
import { ORIGIN } from './protocol';

/** The two pages that exist and the preferences under which any page runs. */

export type Page = 'index.html' | 'print.html';

/** DO NOT LOOSEN (trust.md E1): every window of this app, print windows included, has exactly these. */
export const pagePreferences = (): WebPreferences => ({
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: DEV_SERVER !== null,
});

/** Loads one of our pages. Rejects when it cannot be loaded. */
export const loadPage = (window: BrowserWindow, page: Page): Promise<void> =>
  window.loadURL(`${DEV_SERVER ?? ORIGIN}/${page}`);
