/**
 * Step "system": the shared libraries and tools of the machine (Linux only).
 * On Debian as root they are installed; anywhere else the exact command is printed.
 */
import fs from 'node:fs';
import path from 'node:path';
import { hasDisplay } from './paths.mjs';
import { capture, tail } from './run.mjs';
import { Stop } from './say.mjs';

/** What may be needed: how its presence shows, and the Debian package that brings it. */
const needs = {
  // What Electron links to beyond the C library.
  electron: [
    { library: 'libgtk-3.so.0', debian: 'libgtk-3-0' },
    { library: 'libnss3.so', debian: 'libnss3' },
    { library: 'libasound.so.2', debian: 'libasound2' },
    { library: 'libgbm.so.1', debian: 'libgbm1' },
    { library: 'libatk-bridge-2.0.so.0', debian: 'libatk-bridge2.0-0' },
    // Without a font configuration Chromium ends at the first text it draws.
    { file: '/etc/fonts/fonts.conf', debian: 'fontconfig-config' },
  ],
  // A screen in memory where there is no real one.
  screen: [
    { program: 'xvfb-run', debian: 'xvfb' },
    { program: 'Xvfb', debian: 'xvfb' },
    { program: 'xauth', debian: 'xauth' },
  ],
  // Tests look at printed PDFs with these.
  tests: [
    { program: 'pdftotext', debian: 'poppler-utils' },
    { program: 'pdftoppm', debian: 'poppler-utils' },
    { program: 'pdfinfo', debian: 'poppler-utils' },
    { program: 'fc-list', debian: 'fontconfig' },
  ],
  // Only when the native module has to be compiled.
  compiler: [
    { program: 'gcc', debian: 'gcc' },
    { program: 'g++', debian: 'g++' },
    { file: ['/usr/include/stdio.h', '/usr/include/fcntl.h'], debian: 'libc6-dev' },
  ],
};

/** Makes sure the machine can show or hide windows and, for `test`, read PDFs. */
export function ensureSystem({ forTests }) {
  const groups = ['electron'];
  if (!hasDisplay) groups.push('screen');
  if (forTests) groups.push('tests');
  return ensure(groups);
}

/** Makes sure there is a C and C++ compiler. */
export function ensureCompiler() {
  return ensure(['compiler']);
}

/** Installs what the named groups lack, or stops with the command that does. */
async function ensure(groups) {
  if (process.platform !== 'linux') return 'nothing needed here';
  const missing = await missingOf(groups);
  if (missing.length === 0) return 'all there';
  const names = missing.map(nameOf).join(', ');

  const apt = findProgram('apt-get');
  if (!apt) {
    throw new Stop(
      `This machine lacks ${names}.\n` +
        'Install what is missing with your distribution’s packages ' +
        `(on Debian they are ${packagesOf(missing).join(' ')}), then start again.`,
    );
  }
  if (process.getuid() !== 0) {
    throw new Stop(
      `This machine lacks ${names}. Install what is missing with this command, then start again:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packagesOf(missing).join(' ')}\n`,
    );
  }

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await capture(apt, ['update'], { env });
  const packages = await currentNames(packagesOf(missing));
  const install = await capture(apt, ['install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
  const still = await missingOf(groups);
  if (still.length > 0) {
    throw new Stop(
      `apt-get did not bring ${still.map(nameOf).join(', ')}:\n\n` +
        `${tail(update.code === 0 ? install.output : update.output + install.output, 25)}`,
    );
  }
  return `installed ${packages.join(' ')}`;
}

/** The needs of these groups that the machine does not meet. */
async function missingOf(groups) {
  const all = groups.flatMap((group) => needs[group]);
  const libraries = all.some((need) => need.library) ? await sharedLibraries() : undefined;
  return all.filter((need) => {
    if (need.library) return libraries !== undefined && !libraries.includes(`\t${need.library} `);
    if (need.program) return findProgram(need.program) === undefined;
    return ![need.file].flat().every((file) => fs.existsSync(file));
  });
}

/** What the dynamic linker knows; undefined where there is no ldconfig to ask (then we trust). */
async function sharedLibraries() {
  const ldconfig = findProgram('ldconfig') ?? '/sbin/ldconfig';
  const { code, stdout } = await capture(ldconfig, ['-p']);
  return code === 0 ? stdout : undefined;
}

/** Full path of a program; an ordinary user's PATH often lacks the two sbin folders. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

/** How a missing thing is called in a message. */
function nameOf(need) {
  return need.library ?? need.program ?? [need.file].flat()[0];
}

/** Debian packages of some needs, each once. */
function packagesOf(list) {
  return [...new Set(list.map((need) => need.debian))];
}

/** Debian 13 renamed some libraries (64-bit time); the new name is used where it is known. */
async function currentNames(packages) {
  const { stdout } = await capture('apt-cache', ['pkgnames']);
  const known = new Set(stdout.split('\n'));
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
