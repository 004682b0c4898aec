/**
 * A screen in memory (Xvfb) for machines without a display.
 *
 * Started here rather than by xvfb-run, which mixes the program's error output into its standard
 * output and keeps signals from it: `desk print` promises a clean standard output.
 */
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasDisplay } from './paths.mjs';
import { Stop } from './say.mjs';
import { findProgram } from './system.mjs';

/** Runs `work` with an environment that has a display; a screen in memory is closed afterwards. */
export async function withScreen(env, work) {
  if (hasDisplay) return work(env);
  const screen = await openScreen();
  try {
    return await work({ ...env, ...screen.env });
  } finally {
    screen.close();
  }
}

/**
 * Starts Xvfb on a free display number of its own choosing. Answers the environment that leads to it, marked as a screen in
 * memory by `DESKBOOK_SCREEN`, and the call that closes it.
 */
export async function openScreen() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deskbook-screen-'));
  const authority = path.join(folder, 'authority');
  fs.writeFileSync(authority, authorityFile(), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn(findProgram('Xvfb') ?? 'Xvfb', [...args, '-auth', authority], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Its own process group: a terminal's Ctrl+C must not take the screen from under a quitting app.
    detached: true,
  });
  const close = () => {
    server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  const number = await displayNumber(server);
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: authority, DESKBOOK_SCREEN: 'memory' },
    close: () => {
      process.off('exit', close);
      close();
    },
  };
}

/** The number Xvfb reports once it is ready. */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let number = '';
    server.stderr.setEncoding('utf8').on('data', (text) => {
      complaint += text;
    });
    server.stdio[3].setEncoding('utf8').on('data', (text) => {
      number += text;
      if (number.endsWith('\n')) resolve(number.trim());
    });
    server.on('error', (error) => reject(new Stop(`Xvfb did not start: ${error.message}`)));
    server.on('exit', () => reject(new Stop(`Xvfb did not start:\n\n${complaint}`)));
  });
}

/**
 * A file in Xauthority format with one random cookie for any host and any display number, so that
 * other users of the machine cannot look at the screen. Fields: family, address, number, name, data,
 * each with a 16-bit length; family 0xffff means any.
 */
function authorityFile() {
  const field = (bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const empty = field(Buffer.alloc(0));
  const name = field(Buffer.from('MIT-MAGIC-COOKIE-1'));
  return Buffer.concat([Buffer.from([0xff, 0xff]), empty, empty, name, field(crypto.randomBytes(16))]);
}
