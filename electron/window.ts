import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { pagePreferences } from './pages';
import { type Lang, TITLES } from './words';

/** The one window people see: its size and place are remembered beside the office, per workstation. */

const remembered = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
});

const SMALLEST = { width: 960, height: 600 };

/** Makes the window, hidden until its first paint. `stateFile` keeps its bounds; `onLang` hears the page's language. */
export function makeMainWindow(stateFile: string, onLang: (lang: Lang) => void): BrowserWindow {
  const last = recall(stateFile);
  const { workArea } = screen.getPrimaryDisplay();
  const bounds: Partial<Rectangle> = last ?? {
    width: Math.min(1366, workArea.width),
    height: Math.min(768, workArea.height),
  };
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: TITLES['zh-CN'],
    show: false,
    backgroundColor: '#f4f2ee',
    webPreferences: pagePreferences(),
  });
  window.on('page-title-updated', (event, title) => {
    event.preventDefault();
    for (const lang of ['zh-CN', 'en'] as const) {
      if (title !== TITLES[lang]) continue;
      window.setTitle(title);
      onLang(lang);
    }
  });
  window.once('ready-to-show', () => {
    if (last?.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    if (!window.isMinimized()) remember(stateFile, window);
  });
  return window;
}

/** Brings the window to the front: a second launch ends up here (trust.md A9). */
export function showAgain(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Bounds of last time, if they are readable and still on a screen. */
function recall(stateFile: string): z.infer<typeof remembered> | null {
  try {
    const bounds = remembered.parse(JSON.parse(readFileSync(stateFile, 'utf8')));
    const { workArea } = screen.getDisplayMatching(bounds);
    const overlapX =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapY =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapX > 100 && overlapY > 100 ? bounds : null;
  } catch {
    return null;
  }
}

function remember(stateFile: string, window: BrowserWindow): void {
  const partial = `${stateFile}.partial`;
  try {
    const fd = openSync(partial, 'w');
    writeSync(fd, JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
    fsyncSync(fd);
    closeSync(fd);
    renameSync(partial, stateFile);
  } catch {
    // A full or read-only disk costs the remembered size, nothing else.
  }
}
