/** Step "dependencies": node_modules holds exactly what package-lock.json says. */
import fs from 'node:fs';
import path from 'node:path';
import { modules, projectNode, root } from './paths.mjs';
import { npm, tail } from './run.mjs';
import { Stop } from './say.mjs';

/** Runs `npm ci` unless the installed packages are already those of the lockfile. */
export async function installDependencies() {
  const missing = firstDifference();
  if (missing === undefined) return 'up to date';
  // npm before 11 knows no allowScripts and would run node-gyp for better-sqlite3, which fails on a
  // machine without make. The one script that is wanted fetches the project's own Node.
  for (const command of [
    ['ci', '--ignore-scripts'],
    ['rebuild', 'node'],
  ]) {
    const result = await npm([...command, '--no-audit', '--no-fund'], { cwd: root });
    if (result.code === 0) continue;
    throw new Stop(
      `npm ${command.join(' ')} failed (it ran because ${missing}):\n\n${tail(result.output, 30)}\n\n` +
        'The packages come from the npm registry; check that `npm ping` answers, then start again.',
    );
  }
  const still = firstDifference();
  if (still !== undefined) throw new Stop(`npm ci ended well, yet ${still}.`);
  return `installed with npm ci, because ${missing}`;
}

/**
 * The first reason why node_modules is not what the lockfile asks for; undefined when it is.
 *
 * npm writes node_modules/.package-lock.json last, so an interrupted install leaves none. Comparing
 * it with the lockfile (5 ms) also recognises an install somebody made by hand, which a stamp of
 * our own would not.
 */
function firstDifference() {
  const installed = packagesOf(path.join(modules, '.package-lock.json'));
  if (installed === undefined) return 'nothing is installed yet';
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  if (wanted === undefined) throw new Stop('package-lock.json is missing from this folder.');
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '' || entry.link) continue;
    const have = installed[name];
    // Packages for other platforms are optional and rightly absent.
    if (have === undefined && entry.optional) continue;
    if (have?.version !== entry.version) {
      return `${name.replace(/^node_modules\//, '')} ${entry.version} is not installed`;
    }
  }
  for (const name of Object.keys(installed)) {
    if (wanted[name] === undefined) return `${name} is no longer needed`;
  }
  if (!fs.existsSync(projectNode)) return 'the project’s own Node is missing';
  return undefined;
}

/** The `packages` of a lockfile; undefined when there is no readable one. */
function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
