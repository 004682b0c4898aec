/**
 * Where Electron is, for everything that starts it after the set-up: tests, benchmarks, tools.
 * Looks only; finding or making one is the set-up's work (`node scripts/setup.mjs prepare`).
 */
import fs from 'node:fs';
import path from 'node:path';
import { fallbackFolder, isComplete } from './steps/fallback-electron.mjs';
import { isLinuxRoot, modules } from './steps/paths.mjs';

/** The official download inside node_modules, if it is there and whole. */
export function officialExecutable() {
  try {
    const folder = path.join(modules, 'electron');
    const version = fs.readFileSync(path.join(folder, 'dist/version'), 'utf8').replace(/^v/, '');
    const wanted = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
    const file = path.join(folder, 'dist', fs.readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return version.trim() === wanted && fs.existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The executable in an unpacked Electron folder, whatever the platform calls it; or undefined. */
export function executableIn(folder) {
  return ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']
    .map((name) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
}

/**
 * Full path of the Electron executable, in the set-up's order: DESKBOOK_ELECTRON_PATH,
 * ELECTRON_OVERRIDE_DIST_PATH, the official download, the development fallback.
 */
export function electronPath() {
  const { DESKBOOK_ELECTRON_PATH: given, ELECTRON_OVERRIDE_DIST_PATH: folder } = process.env;
  const found =
    given ||
    (folder && executableIn(folder)) ||
    officialExecutable() ||
    (isComplete() ? path.join(fallbackFolder, 'electron') : undefined);
  if (!found) throw new Error('Electron is not set up; run: node scripts/setup.mjs prepare');
  return found;
}

/** Flags every launch needs: Chromium refuses to run as root with its sandbox. */
export const electronFlags = isLinuxRoot ? ['--no-sandbox'] : [];
