/**
 * The default app of the development Electron (see ../fallback-electron.mjs): what makes
 * `electron [-r MODULE]… [flags] APP [app arguments]` start APP.
 *
 * Electron's official builds carry the same thing; the package the fallback is made from had it
 * removed. Written after the behaviour of Electron's own default_app, without its welcome window.
 */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** Splits argv as Electron does: flags before the first plain word are ours, the rest is the app's. */
function readArguments(argv) {
  const modules = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (word === '-r' || word === '--require') modules.push(argv[++i]);
    else if (word.startsWith('--app=')) return { modules, target: word.slice('--app='.length) };
    else if (word === '-v' || word === '--version') return { modules, version: true };
    else if (!word.startsWith('-')) return { modules, target: word };
  }
  return { modules };
}

/** Gives the app its own name, version and path, then runs its main file. */
async function run(target) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const folder = path.resolve(target);
  const manifestPath = path.join(folder, 'package.json');
  let appPath;
  if (fs.existsSync(manifestPath)) {
    const manifest = JSON.parse(fs.readFileSync(manifestPath, 'utf8'));
    if (manifest.version) app.setVersion(manifest.version);
    app.name = manifest.productName ?? manifest.name ?? app.name;
    // Linux task bars group windows by this name.
    app.setDesktopName?.(manifest.desktopName ?? `${app.name}.desktop`);
    appPath = folder;
  }
  const mainFile = Module._resolveFilename(folder, null, true);
  app.setAppPath(appPath ?? path.dirname(mainFile));
  // import(), not require(): the main file is an ES module. The top-level await below also holds
  // back the `ready` event until the app has registered its listeners.
  await import(pathToFileURL(mainFile).href);
}

const { modules, target, version } = readArguments(process.argv.slice(1));
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
// Playwright hands its loader over this way; it must run before the app does.
if (modules.length > 0) Module._preloadModules(modules);
if (target === undefined) {
  console.error('Usage: electron [flags] PATH-OF-APP [arguments of the app]');
  process.exit(1);
}
try {
  await run(target);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error?.stack ?? error);
  process.exit(1);
}
