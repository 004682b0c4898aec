/** Step "build": out/ holds what electron-vite makes of the sources, made again only on a change. */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { modules, root } from './paths.mjs';
import { capture, tail } from './run.mjs';
import { Stop } from './say.mjs';

/** Everything the result depends on. */
const sources = [
  ...['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'],
];

/** Hash of what out/ was built from, and the state it was left in. */
const stamp = path.join(root, 'out/.built-from');

/** Builds the app unless out/ is already the result of these sources. */
export async function build(env) {
  const hash = hashOfSources(env.ELECTRON_MAJOR_VER);
  const before = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : undefined;
  if (before === `${hash}\n${stateOfResult()}`) return 'unchanged since the last build';

  fs.rmSync(stamp, { force: true });
  const cli = path.join(modules, 'electron-vite/bin/electron-vite.js');
  const result = await capture(process.execPath, [cli, 'build'], { cwd: root, env });
  if (result.code !== 0) throw new Stop(`The build failed:\n\n${tail(result.output, 60)}`);
  fs.writeFileSync(stamp, `${hash}\n${stateOfResult()}`);
  return before === undefined ? 'built' : 'built anew, something had changed';
}

/** One hash over names and contents of all sources, and the Electron they are compiled for. */
function hashOfSources(electronMajor) {
  const hash = crypto.createHash('sha256').update(`electron ${electronMajor}\n`);
  for (const name of sources) {
    for (const file of filesIn(path.join(root, name))) {
      hash.update(`${path.relative(root, file)}\n`);
      hash.update(crypto.createHash('sha256').update(fs.readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

/**
 * Names, sizes and times of everything built. `dev`, or a build by hand, writes to the same folders;
 * what they leave there must not pass for ours.
 */
function stateOfResult() {
  const hash = crypto.createHash('sha256');
  for (const name of ['main', 'preload', 'renderer']) {
    for (const file of filesIn(path.join(root, 'out', name))) {
      const { size, mtimeMs } = fs.statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** A file itself, or all files of a folder in a fixed order; none when it does not exist. */
function filesIn(place) {
  const info = fs.statSync(place, { throwIfNoEntry: false });
  if (!info) return [];
  if (!info.isDirectory()) return [place];
  const names = fs.readdirSync(place).sort();
  return names.flatMap((name) => filesIn(path.join(place, name)));
}
