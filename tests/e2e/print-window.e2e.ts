import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, must, test } from '../support/app';
import { heldFile, withHeldPrint } from '../support/held-print';

/** Prints that do not come to their end, and a page that dies: nothing is left lying about, nothing is lost. */

test('a cancelled print leaves no file and no record', async ({ desk }) => {
  await desk.demo();
  await desk.signIn('receptionist');
  const before = must(await desk.client.journal.head({})).seq;
  const answer = await withHeldPrint(desk, async (_page, job) => {
    must(await desk.client.prints.cancel({ job }));
  });
  expect(must(answer)).toEqual({ pages: 0, path: null, cancelled: true });
  expect(must(await desk.client.journal.head({})).seq).toBe(before);
  expect(readdirSync(desk.folder).filter((name) => name.startsWith(basename(heldFile(desk))))).toEqual([]);
  const again = must(await withHeldPrint(desk, async () => undefined));
  expect(again.pages, 'the next print is not cancelled with it').toBeGreaterThan(0);
});

test('a print page that dies is a plain error, and the next print works', async ({ desk }) => {
  desk.expected.push(/prints\.run/);
  await desk.demo();
  await desk.signIn('receptionist');
  const answer = await withHeldPrint(desk, async () => {
    await desk.app.evaluate(({ webContents }) => {
      const page = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/print.html'));
      page?.forcefullyCrashRenderer();
    });
  });
  expect(answer).toMatchObject({ ok: false, error: { kind: 'broken' } });
  expect(readdirSync(desk.folder).filter((name) => name.startsWith(basename(heldFile(desk))))).toEqual([]);
  expect(must(await withHeldPrint(desk, async () => undefined)).pages).toBeGreaterThan(0);
});

test('a main page that dies comes back locked', async ({ desk }) => {
  desk.expected.push(/ended: crashed/);
  await desk.demo();
  await desk.signIn('receptionist');
  // Playwright gives a crashed page up, so main is asked.
  const inPage = (script: string): Promise<unknown> =>
    desk.app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(code),
      script,
    );
  await desk.app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
    webContents.forcefullyCrashRenderer();
    await loaded;
  });
  await expect.poll(() => inPage('document.documentElement.dataset.appState')).toBe('ready');
  expect(await inPage(`deskbook.op('session.state', {})`)).toMatchObject({ data: { phase: 'locked' } });
  expect(await inPage(`deskbook.op('foundItems.counts', {})`)).toMatchObject({ error: { reason: 'locked' } });
});
