import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { electronFlags, electronPath } from '../../scripts/electron-path.mjs';
import { cleanEnv, expect, ROOT, test } from '../support/app';

/** Seen from outside the program: it runs in Chromium's sandbox (E1) and talks to nobody (E11). Linux, where root may look. */

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** A folder with the app and Electron that another user may read: hard links where the disk allows, else copies. */
function readableCopy(to: string): { electron: string; app: string } {
  const link = (from: string, name: string): string => {
    const target = join(to, name);
    const linked = spawnSync('cp', ['-al', from, target]).status === 0;
    if (!linked) {
      rmSync(target, { recursive: true, force: true });
      cpSync(from, target, { recursive: true });
    }
    return target;
  };
  const app = join(to, 'app');
  mkdirSync(join(app, 'node_modules'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(app, 'package.json'));
  cpSync(join(ROOT, 'out'), join(app, 'out'), {
    recursive: true,
    filter: (from) => !/out\/(demo|test)/.test(from),
  });
  cpSync(join(ROOT, 'node_modules/better-sqlite3'), join(app, 'node_modules/better-sqlite3'), {
    recursive: true,
  });
  return { electron: link(dirname(electronPath()), 'electron'), app };
}

/** Watches the processes whose command line carries `mark` until `ended`; answers the NSpid levels of every page process. */
async function pageLevels(mark: string, ended: () => boolean): Promise<Map<number, number>> {
  const levels = new Map<number, number>();
  while (!ended()) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--type=renderer') || !command.includes(mark)) continue;
        const line = /^NSpid:\s*(.+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
        levels.set(Number(pid), line![1]!.trim().split(/\s+/).length);
      } catch {
        // The process ended between two looks.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return levels;
}

test('pages and print pages run in the sandbox, as a normal user (E1)', async () => {
  test.skip(
    !isRoot || !has('setpriv') || !has('xvfb-run'),
    'needs root, setpriv and xvfb-run to start the app as another user',
  );
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-nobody-'));
  chmodSync(folder, 0o755);
  const home = join(folder, 'home');
  mkdirSync(home);
  chmodSync(home, 0o777);
  try {
    const { electron, app } = readableCopy(folder);
    const user = [
      '--reuid=65534',
      '--regid=65534',
      '--clear-groups',
      'env',
      `HOME=${home}`,
      `TMPDIR=${home}`,
      `XDG_RUNTIME_DIR=${home}`,
    ];
    const child = spawn(
      'setpriv',
      [...user, 'xvfb-run', '-a', join(electron, 'electron'), app, '--demo-papers', join(home, 'papers')],
      { cwd: home, env: cleanEnv(), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text));
    child.stderr.on('data', (text: Buffer) => (said += text));
    let code: number | null | undefined;
    child.once('exit', (with_) => (code = with_));
    const levels = await pageLevels(electron, () => code !== undefined);
    test.skip(
      /No usable sandbox|suid sandbox helper|setuid sandbox/i.test(said),
      'this machine gives normal users no sandbox (user namespaces are off)',
    );
    expect(code, said).toBe(0);
    expect(levels.size, 'page processes seen').toBeGreaterThanOrEqual(2);
    for (const level of levels.values()) expect(level).toBeGreaterThanOrEqual(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('nothing outside this machine is called, from start to papers (E11)', () => {
  test.skip(process.platform !== 'linux' || !has('strace'), 'needs strace');
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-calls-'));
  const trace = join(folder, 'calls');
  try {
    const traced = spawnSync('strace', ['-o', '/dev/null', 'true']);
    test.skip(traced.status !== 0, 'strace may not trace here');
    execFileSync(
      'strace',
      [
        '-f',
        '-qq',
        '-e',
        'trace=connect,sendto,sendmsg,sendmmsg',
        '-o',
        trace,
        electronPath(),
        ...electronFlags,
        ROOT,
        '--demo-papers',
        join(folder, 'papers'),
      ],
      { cwd: ROOT, env: cleanEnv(), stdio: 'pipe' },
    );
    expect(existsSync(trace)).toBe(true);
    const calls = readFileSync(trace, 'utf8').split('\n');
    expect(calls.length).toBeGreaterThan(10);
    const outward = calls.filter(
      (line) =>
        /sa_family=AF_INET6?\b/.test(line) && !/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/.test(line),
    );
    expect(outward).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
