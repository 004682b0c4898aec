/** Where things lie: the checkout, its tools, and this user's cache. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder of installed packages. */
export const modules = path.join(root, 'node_modules');

/** The project's own Node (npm package `node`), the same version on every machine. */
export const projectNode = path.join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The machine's own Node, the one that runs npm. Under `npm run` this process may already be the
 * project's Node, which a fresh install removes while it is running.
 */
export const machineNode = process.env.npm_node_execpath || process.execPath;

/** What Deskbook's development keeps per user: made once per machine, safe to delete. */
export const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'deskbook');

/** Version of an installed package. */
export function installedVersion(name) {
  return JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')).version;
}

/** True for root on Linux, where Chromium refuses to start with its sandbox. */
export const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** True when windows can be shown to somebody. */
export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
