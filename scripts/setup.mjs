/**
 * The entry of `npm start | test | dev | desk | bench`: makes this machine ready, then does it.
 *
 *     node scripts/setup.mjs start|test|dev|desk|bench|prepare [arguments]
 *
 * This file runs on whatever Node the machine has (20 or later) and before anything is installed.
 * It installs the packages, the project's own Node among them, and hands over to `ready.mjs` on
 * that Node, so that all further work runs on the same version everywhere.
 */
import path from 'node:path';
import { lockSetup } from './steps/lock.mjs';
import { installDependencies } from './steps/node-modules.mjs';
import { machineNode, projectNode, root } from './steps/paths.mjs';
import { foreground, pathWithTools } from './steps/run.mjs';
import { Stop, say, speakOnStderr, step } from './steps/say.mjs';

const verbs = ['start', 'test', 'dev', 'desk', 'bench', 'prepare'];
const oldestNode = 20;
const began = Date.now();

const [verb, ...rest] = process.argv.slice(2);
if (verb === 'desk' || verb === 'bench') speakOnStderr();

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(`\n${error.message}`);
  process.exitCode = 1;
}

/** Checks Node, installs the packages, hands over. Answers the exit code. */
async function main() {
  if (!verbs.includes(verb)) {
    throw new Stop(`Usage: node scripts/setup.mjs ${verbs.join('|')} [arguments]`);
  }
  await step('Node', checkNode);
  await lockSetup();
  await step('dependencies', installDependencies);
  const env = {
    ...process.env,
    PATH: pathWithTools(),
    // Where the machine's own Node lies; its headers serve when the native module is compiled.
    DESKBOOK_SYSTEM_NODE: path.resolve(path.dirname(machineNode), '..'),
    DESKBOOK_SETUP_BEGAN: String(began),
    // npm runs scripts in the checkout's root and tells where it was called in INIT_CWD.
    DESKBOOK_TYPED_IN: (process.cwd() === root && process.env.INIT_CWD) || process.cwd(),
  };
  // Inherited from an Electron run as Node, it would turn our Electron into a bare Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const next = path.join(root, 'scripts/ready.mjs');
  return foreground(projectNode, [next, verb, ...rest], { env, cwd: root });
}

/** Refuses a Node that cannot even run the set-up. */
function checkNode() {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) < oldestNode) {
    throw new Stop(
      `Deskbook needs Node ${oldestNode} or later to begin with; this is ${version}.\n` +
        'It brings its own Node 24 for everything after that. Get Node from https://nodejs.org.',
    );
  }
  return `${version} is recent enough`;
}
