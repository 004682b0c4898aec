import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { electronPath } from '../../scripts/electron-path.mjs';
import { api, type Namespace, type OpName } from '../../shared/api';
import type { Result } from '../../shared/result';
import { callOp, cleanEnv, type Desk, expect, launchArgs, must, ROOT, test } from '../support/app';

/** Who may speak to main and what comes of nonsense (trust.md E3), one writer (A9), lock and switch (D4, D5). */

test('only the admitted page in its main frame is heard (E3)', async ({ desk }) => {
  const preload = join(desk.folder, 'raw.cjs');
  // A page that got hold of the raw channel, as no page of ours ever does.
  writeFileSync(
    preload,
    `const { contextBridge, ipcRenderer } = require('electron');
     contextBridge.exposeInMainWorld('raw', (...words) => ipcRenderer.invoke(...words));`,
  );
  const answers = await desk.app.evaluate(async ({ BrowserWindow }, file) => {
    const ask = async (url: string): Promise<unknown> => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } });
      try {
        await window.loadURL(url);
        return await window.webContents.executeJavaScript(`raw('op', 'session.state', {})`);
      } finally {
        window.destroy();
      }
    };
    return [
      await ask('about:blank'),
      await ask('app://deskbook/index.html'),
      await ask('app://deskbook/print.html'),
    ];
  }, preload);
  const no = { ok: false, error: { kind: 'refused', reason: 'notAllowed' } };
  expect(answers).toEqual([no, no, no]);
  desk.problems.length = 0;
});

test('a forged event of the known window is refused (E3)', async ({ desk }) => {
  const answers = await desk.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const handlers = (
      ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => unknown> }
    )._invokeHandlers;
    const handle = handlers.get('op')!;
    const { mainFrame } = webContents;
    const like = (change: object): unknown => ({
      sender: webContents,
      senderFrame: Object.create(mainFrame, Object.getOwnPropertyDescriptors(change)),
    });
    const events = [
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: undefined },
      { sender: { id: webContents.id }, senderFrame: mainFrame },
      like({ parent: mainFrame }),
    ];
    const channels = [...handlers.keys()];
    const said: unknown[] = [];
    for (const event of events) said.push(await handle(event, 'session.state', {}));
    return { channels, said };
  });
  expect(answers.channels).toEqual(['op']);
  for (const one of answers.said)
    expect(one).toEqual({ ok: false, error: { kind: 'refused', reason: 'notAllowed' } });
});

test('a page may not name a file to be written (E1)', async ({ desk }) => {
  await desk.demo();
  await desk.signIn('csSupervisor');
  const path = join(desk.folder, 'stolen.pdf');
  for (const name of ['prints.run', 'exports.save']) {
    const answer = await callOp(desk.page, name, { path, job: 'x' });
    expect(answer).toEqual({ ok: false, error: { kind: 'refused', reason: 'notAllowed' } });
  }
  expect(readdirSync(desk.folder)).not.toContain('stolen.pdf');
});

/** Payloads per operation; every run has a seed of its own, and over all operations more than ten thousand pass the one channel. */
const RUNS = 40;

const NAMES = (Object.keys(api) as Namespace[]).flatMap((namespace) =>
  Object.keys(api[namespace]).map((key) => `${namespace}.${key}` as OpName),
);

/** Things no form sends: any value, wrong types under the right names, huge and broken text. */
const nonsense = (name: OpName): fc.Arbitrary<unknown> => {
  const [namespace, key] = name.split('.') as [Namespace, string];
  const schema = (api[namespace] as unknown as Record<string, { input: { shape?: object } }>)[key]!.input;
  const fields = Object.keys(schema.shape ?? {}).filter((field) => field !== 'path');
  const value = fc.oneof(
    fc.anything({ withTypedArray: true, maxDepth: 2 }),
    fc.date({ noInvalidDate: true }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\ud800',
      '\u0000',
      '__proto__',
      '<img src=x onerror=1>',
      "' OR 1=1 --",
      'x'.repeat(30_000),
      -1,
      1e308,
      Number.NaN,
    ),
  );
  const record = fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] });
  return fc.oneof({ weight: 3, arbitrary: record }, { weight: 1, arbitrary: fc.anything({ maxDepth: 3 }) });
};

async function pelt(desk: Desk, name: OpName, seed: number): Promise<void> {
  const payloads = fc.sample(nonsense(name), { numRuns: RUNS, seed });
  const answers = await desk.page.evaluate(
    ([op, list]) => {
      const { deskbook } = window as unknown as {
        deskbook: { op(n: string, v: unknown): Promise<Result<unknown>> };
      };
      // A value the bridge cannot clone is refused before it leaves the page.
      return Promise.all(
        list.map((value) => deskbook.op(op, value).catch((error: unknown) => String(error))),
      );
    },
    [name, payloads] as const,
  );
  // One assertion per operation: each `expect` is a step that Playwright traces and reports, several milliseconds apiece.
  expect(answers.flatMap(wrongWith), name).toEqual([]);
}

/** What is wrong with an answer to nonsense: nothing, or the answer itself. */
function wrongWith(answer: Result<unknown> | string): string[] {
  // A value the bridge cannot clone is refused before it leaves the page.
  if (typeof answer === 'string') return answer.includes('could not be cloned') ? [] : [answer];
  const text = JSON.stringify(answer) ?? '';
  const tells = /\bat .*:\d+:\d+|node:internal|SQLITE_|\.js:\d+/.test(text);
  const broken = typeof answer.ok !== 'boolean' || (!answer.ok && answer.error.kind === 'broken');
  return tells || broken ? [text.slice(0, 500)] : [];
}

test('nonsense on every operation: an answer each time, no crash, no trace (E3)', async ({ desk }) => {
  // In proportion: an operation takes about a tenth of a second.
  test.setTimeout(60_000 + NAMES.length * 500);
  const seed = Number(process.env.DESKBOOK_SEED ?? Date.now() % 2 ** 31);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  await desk.demo();
  const ended = (name: OpName): boolean => name.startsWith('session.');
  const byAdmin = (name: OpName): boolean => /^(staff|office)\./.test(name);
  await desk.signIn('csSupervisor');
  for (const name of NAMES) if (!ended(name) && !byAdmin(name)) await pelt(desk, name, seed);
  await desk.signIn('sysAdmin');
  for (const name of NAMES) if (byAdmin(name)) await pelt(desk, name, seed);
  // Last, since some of them lock or end the session.
  for (const name of NAMES) if (ended(name)) await pelt(desk, name, seed);
  for (const name of [
    'constructor',
    '__proto__.x',
    'session.__proto__',
    'foundItems.constructor',
    '',
    '.',
    'a.b.c',
    'x'.repeat(10_000),
    7,
    null,
    {},
  ]) {
    const answer = await callOp(desk.page, name as string, {});
    expect(answer.ok ? 'ok' : answer.error.kind).toBe('refused');
  }
  expect((await callOp(desk.page, 'session.state', {})).ok).toBe(true);
});

test('a second launch shows the first and never opens the book (A9)', async ({ desk }) => {
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide());
  const second = spawn(electronPath(), launchArgs(desk.folder), {
    cwd: ROOT,
    env: cleanEnv(),
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect
    .poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible()))
    .toBe(true);
  expect(desk.log().match(/started/g)).toHaveLength(1);
});

test('the system’s lock screen and sleep lock the desk in main (D4)', async ({ desk }) => {
  await desk.demo();
  for (const event of ['lock-screen', 'suspend']) {
    await desk.signIn('receptionist');
    expect((await callOp(desk.page, 'foundItems.counts', {})).ok).toBe(true);
    await desk.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    expect(await callOp(desk.page, 'foundItems.counts', {})).toMatchObject({
      error: { kind: 'refused', reason: 'locked' },
    });
    expect(must(await desk.client.session.state({})).phase).toBe('locked');
  }
});

test('another person finds nothing of the last one in the page (D5)', async ({ desk }) => {
  await desk.demo();
  await desk.signIn('receptionist');
  const mark = `marker ${desk.folder}`;
  await desk.page.evaluate((text) => {
    (window as unknown as { left: string }).left = text;
    const node = document.createElement('p');
    node.textContent = text;
    document.body.append(node);
  }, mark);
  must(await desk.client.session.lock({}));
  await desk.signIn('receptionist');
  expect(await desk.page.evaluate(() => 'left' in window), 'the same person keeps the page').toBe(true);
  must(await desk.client.session.lock({}));
  await desk.signIn('csSupervisor');
  const found = await desk.page.evaluate(
    (text) => [
      'left' in window,
      document.documentElement.outerHTML.includes(text),
      JSON.stringify({ ...localStorage, ...sessionStorage }).includes(text),
    ],
    mark,
  );
  expect(found).toEqual([false, false, false]);
});
