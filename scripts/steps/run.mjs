/** Starting other programs: quietly with their output kept, or in the foreground as ourselves. */
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { machineNode, modules } from './paths.mjs';

/** PATH that finds the project's Node and tools before the machine's. */
export function pathWithTools() {
  return [path.join(modules, '.bin'), process.env.PATH].filter(Boolean).join(path.delimiter);
}

/**
 * Runs a program to its end and keeps what it printed.
 * Never throws for an exit code: `{ code, stdout, stderr, output }`, code 127 when it is missing.
 */
export function capture(command, args, options = {}) {
  const { onOutput, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
    let stdout = '';
    let stderr = '';
    let output = '';
    const take = (text, isError) => {
      if (isError) stderr += text;
      else stdout += text;
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => take(text, false));
    child.stderr.setEncoding('utf8').on('data', (text) => take(text, true));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr, output: output + error.message }));
    child.on('close', (code, signal) => {
      const ended = signal ? `${output}\nended by ${signal}` : output;
      resolve({ code: code ?? exitCodeOfSignal(signal), stdout, stderr, output: ended });
    });
  });
}

/**
 * Runs a program in the foreground: our input and output are its own, signals sent to us reach it,
 * and its exit code is the answer (128 + n when a signal ended it). With `onStderr(text, isEnd)` the
 * program's error output goes there instead.
 */
export function foreground(command, args, options = {}) {
  return new Promise((resolve) => {
    const { onStderr, ...spawnOptions } = options;
    const stdio = onStderr ? ['inherit', 'inherit', 'pipe'] : 'inherit';
    const child = spawn(command, args, { stdio, ...spawnOptions });
    if (onStderr) child.stderr.setEncoding('utf8').on('data', onStderr);
    // Windows knows only these two of them; both end the child there.
    const signals = process.platform === 'win32' ? ['SIGINT'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
    // A terminal's Ctrl+C has already reached the whole group; sent twice it would cut a clean quit.
    const forward = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      finish(127);
    });
    child.on('close', (code, signal) => {
      onStderr?.('', true);
      finish(code ?? exitCodeOfSignal(signal));
    });
  });
}

/** 128 + the signal's number: what a shell answers for a program ended by a signal. */
function exitCodeOfSignal(signal) {
  return 128 + (os.constants.signals[signal] ?? 0);
}

/**
 * Runs npm with the given arguments, output kept. Run by the machine's own Node and without the
 * project's tools on its PATH, since npm may be about to replace them.
 */
export function npm(args, options = {}) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const PATH = folders.filter((folder) => !folder.startsWith(modules)).join(path.delimiter);
  const env = { ...process.env, ...options.env, PATH };
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli) && !machineNode.startsWith(modules)) {
    return capture(machineNode, [cli, ...args], { ...options, env });
  }
  // npm is a .cmd file on Windows, which only a shell starts.
  return capture('npm', args, { ...options, env, shell: process.platform === 'win32' });
}

/** The last lines of a program's output, for an error message. */
export function tail(text, count = 15) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
