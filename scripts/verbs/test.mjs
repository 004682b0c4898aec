/**
 * `npm test`: every check, one line each, and a closing line `N passed, N failed`.
 * All stages run even after a failure, so that one run tells everything.
 */
import fs from 'node:fs';
import path from 'node:path';
import { build } from '../steps/build.mjs';
import { modules, root } from '../steps/paths.mjs';
import { capture } from '../steps/run.mjs';
import { line, Stop, say } from '../steps/say.mjs';
import { withScreen } from '../steps/screen.mjs';

/** Where the runners leave their results for counting. */
const results = path.join(root, 'out/test');

/** Runs all stages; 0 only when nothing failed and every suite really ran. */
export function run(env) {
  fs.rmSync(results, { recursive: true, force: true });
  fs.mkdirSync(results, { recursive: true });
  return withScreen(env, async (screenEnv) => {
    const total = { passed: 0, failed: 0 };
    for (const [name, work] of stages(screenEnv)) {
      const began = performance.now();
      const { passed, failed, skipped = 0, output, said } = await work();
      const words = said ? [said] : [`${passed} passed`, `${failed} failed`];
      if (skipped > 0) words.push(`${skipped} skipped`);
      line(name, words.join(', '), performance.now() - began);
      if (failed > 0) say(`\n${output.trimEnd()}\n`);
      total.passed += passed;
      total.failed += failed;
    }
    say(`\n${total.passed} passed, ${total.failed} failed`);
    return total.failed === 0 ? 0 : 1;
  });
}

/** The stages in order: name and work, which answers `{ passed, failed, skipped?, output }`. */
function stages(env) {
  return [
    ['type check', () => check(env, 'typescript', 'tsc', ['-b'])],
    [
      'lint',
      () =>
        check(env, '@biomejs/biome', 'biome', [
          'check',
          '--error-on-warnings',
          '--max-diagnostics=none',
          '.',
        ]),
    ],
    ['unit, integration', () => vitest(env)],
    ['build', () => buildCheck(env)],
    ['end to end', () => playwright(env)],
  ];
}

/** Runs a tool whose exit code alone decides. */
async function check(env, packageName, binName, args) {
  const { code, output } = await tool(env, packageName, binName, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** The build counts when it fails; that it works is shown by the end-to-end tests. */
async function buildCheck(env) {
  try {
    const said = await build(env);
    return { passed: 0, failed: 0, output: '', said };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { passed: 0, failed: 1, output: error.message };
  }
}

/** Unit and integration tests. */
async function vitest(env) {
  const file = path.join(results, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ran = await tool(env, 'vitest', 'vitest', ['run', ...reporters]);
  const report = readReport(file);
  // A file that fails to load has no test to show for it.
  const brokenFiles = (report?.testResults ?? []).filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((t) => t.status === 'failed'),
  );
  return verdict(
    ran,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

/** End-to-end tests on real Electron. */
async function playwright(env) {
  const file = path.join(results, 'playwright.json');
  const ran = await tool({ ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, '@playwright/test', 'playwright', [
    'test',
    '--reporter=list,json',
  ]);
  const stats = readReport(file)?.stats;
  return verdict(
    ran,
    stats && {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    },
  );
}

/** A runner's counts; one that crashed, ran nothing or left no report counts as one failure. */
function verdict({ code, output }, counts) {
  if (!counts) return { passed: 0, failed: 1, output: `${output}\nThe runner left no report.` };
  if (counts.failed > 0) return { ...counts, output };
  if (code !== 0) {
    return { ...counts, failed: 1, output: `${output}\nThe runner ended with exit code ${code}.` };
  }
  if (counts.passed === 0) return { ...counts, failed: 1, output: `${output}\nNo test ran.` };
  return { ...counts, output };
}

/** A runner's JSON report, if it wrote a readable one. */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a package's program on the project's Node, without a shell or a .cmd file between. */
function tool(env, packageName, binName, args) {
  const folder = path.join(modules, packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = path.join(folder, typeof bin === 'string' ? bin : bin[binName]);
  return capture(process.execPath, [script, ...args], { cwd: root, env });
}
