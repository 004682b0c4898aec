/**
 * Second half of the set-up, on the project's own Node: system libraries, Electron, native module,
 * build; then the verb itself. Started by `setup.mjs` only.
 */

import { build } from './steps/build.mjs';
import { electronEnvironment, ensureElectron } from './steps/electron.mjs';
import { unlockSetup } from './steps/lock.mjs';
import { ensureNativeModule } from './steps/native.mjs';
import { duration, Stop, say, speakOnStderr, step } from './steps/say.mjs';
import { ensureSystem } from './steps/system.mjs';

const [verb, ...rest] = process.argv.slice(2);
if (verb === 'desk' || verb === 'bench') speakOnStderr();

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(`\n${error.message}`);
  process.exitCode = 1;
}

/** Makes the machine ready, then runs the verb. Answers the exit code. */
async function main() {
  await step('system', () => ensureSystem({ forTests: verb === 'test' }));
  const electron = await step('Electron', ensureElectron);
  await step('native module', () => ensureNativeModule(electron));
  const env = { ...process.env, ...electronEnvironment(electron) };
  // `test` builds as a stage of its own, `dev` builds by itself as files change.
  if (verb === 'start' || verb === 'desk' || verb === 'bench') {
    await step('build', () => build(env));
  }
  unlockSetup();
  if (verb === 'prepare') {
    // Counted from the first half on, which installed the packages.
    const took = duration(Date.now() - Number(process.env.DESKBOOK_SETUP_BEGAN));
    say(`Ready in ${took}: ${electron.executable}`);
    return 0;
  }
  const { run } = await import(`./verbs/${verb}.mjs`);
  return run(env, rest);
}
