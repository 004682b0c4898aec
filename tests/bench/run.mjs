/**
 * `npm run -s bench -- NAME [--entries N]`: bundles the measurements the way the app itself is bundled, then runs them.
 * What is measured is the app's own code, so it must not run through another loader than the app's.
 */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { electronFlags, electronPath } from '../../scripts/electron-path.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Beside out/main: code that asks where it lies finds preload and pages at the same distance. One folder a run. */
const outDir = join(root, `out/bench-${process.pid}`);

process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
// Stopped from outside it still leaves nothing behind: temporary folders and windows go on 'exit' too.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
  process.on(signal, () => process.exit(code));

await build({
  configFile: false,
  root,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: {
        bench: join(root, 'tests/bench/main.ts'),
        printer: join(root, 'tests/bench/print/printer.ts'),
        worker: join(root, 'electron/worker.ts'),
      },
      external: ['electron', 'better-sqlite3', 'sql.js', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
const { main } = await import(pathToFileURL(join(outDir, 'bench.js')).href);
process.exitCode = await main(process.argv.slice(2), { root, path: electronPath, flags: electronFlags });
