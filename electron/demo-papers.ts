import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { app } from 'electron';
import type { Client } from '../shared/api';
import { isoOf, monthOf } from '../shared/dates';
import { newId } from '../shared/ids';
import type { FormNumber } from '../shared/print/forms';
import { DEMO_PIN } from '../shared/registers/session';
import type { Result } from '../shared/result';
import type { Role } from '../shared/roles';
import { type RunningApp, runApp } from './app';
import { sayRefused } from './refused';

/**
 * `--demo-papers OUTDIR`: the app as it is, shown by what it does. A throwaway demo office; the receptionist signs in,
 * registers, notifies, hands over and returns things through the page's own bridge; then the real print path writes the
 * office's papers. Exit code 1 and a sentence when any of it does not work.
 */
export function startDemoPapers(outDir: string, dataDir: string): void {
  app.on('window-all-closed', () => undefined);
  app
    .whenReady()
    .then(() => runApp(dataDir))
    .then((running) => showDesk(running, outDir))
    .then(
      () => app.exit(0),
      (error: unknown) => {
        if (error instanceof StepFailed) console.error(error.message);
        else sayRefused(error, dataDir, true);
        app.exit(1);
      },
    );
}

/** One step of the demonstration did not answer as it should. */
class StepFailed extends Error {}

/** How long the page may take until it says that it is ready, in ms. */
const READY_LIMIT_MS = 60_000;

async function showDesk(running: RunningApp, outDir: string): Promise<void> {
  await pageReady(running);
  const page = pageClient(running);
  must('office.setUpDemo', await page.office.setUpDemo({}));
  const people = must('session.people', await page.session.people({}));
  const person = (role: Role): { staffId: string; name: string } => {
    const found = people.find((one) => one.roles.length === 1 && one.roles[0] === role);
    if (!found) throw new StepFailed(`The demo office has nobody who is ${role}.`);
    return found;
  };
  const clerk = person('receptionist');
  must('session.signIn', await page.session.signIn({ staffId: clerk.staffId, secret: DEMO_PIN }));
  await pageReady(running);
  const serialNo = await dayAtTheDesk(page, person('csSupervisor').staffId);
  await printPapers(running, outDir, serialNo);
}

/** Registers an umbrella that goes to Party A and a key ring whose owner comes for it. Answers the umbrella's entry. */
async function dayAtTheDesk(page: Client, supervisorId: string): Promise<{ id: string; serialNo: string }> {
  const second = { how: 'pin' as const, staffId: supervisorId, pin: DEMO_PIN };
  const ago = (minutes: number): string => isoOf(Date.now() - minutes * 60_000);
  const found = {
    foundPlace: '一层大堂休息区',
    finderName: '马军',
    finderDepartment: '秩序维护部',
    storagePlace: '前台失物柜',
  };
  const umbrella = must(
    'foundItems.register',
    await page.foundItems.register({
      ...found,
      category: 'umbrella',
      name: '黑色长柄雨伞',
      quantity: 1,
      publicFeatures: '黑色，木柄',
      verifyFeatures: '伞柄刻字母 L',
      foundAt: ago(12),
      second,
    }),
  );
  const told = must(
    'foundItems.notifyPartyA',
    await page.foundItems.notifyPartyA({
      id: umbrella.id,
      version: umbrella.version,
      contact: '甲方行政 刘主管',
      at: ago(8),
      how: 'phone',
    }),
  );
  must(
    'foundItems.handToPartyA',
    await page.foundItems.handToPartyA({
      id: told.id,
      version: told.version,
      collectorName: '刘明',
      at: ago(1),
      second,
    }),
  );
  const keys = must(
    'foundItems.register',
    await page.foundItems.register({
      ...found,
      category: 'keys',
      name: '钥匙一串（3 把）',
      quantity: 1,
      publicFeatures: '银色，蓝色挂绳',
      verifyFeatures: '挂绳印有编号',
      foundAt: ago(10),
      second,
    }),
  );
  must(
    'foundItems.claim',
    await page.foundItems.claim({
      id: keys.id,
      version: keys.version,
      claimantName: '陈晓',
      claimantPhone: '13800138000',
      claimantUnit: '12 层 1203',
      claimantDocumentKind: 'workPass',
      claimantDocument: '0317',
      claimStatement: '三把钥匙，蓝色挂绳',
      claimLostWhere: '今天上午在大堂',
      claimMatch: 'matches',
      at: ago(1),
      second,
    }),
  );
  return umbrella;
}

/** The office's papers of this month, through the operation every print goes through. Lists each with its pages. */
async function printPapers(
  { office, session }: RunningApp,
  outDir: string,
  entry: { id: string; serialNo: string },
): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const month = monthOf(isoOf(Date.now()));
  const papers: { form: FormNumber; name: string; what: { month?: string; entryId?: string } }[] = [
    { form: 'F01', name: `F01-${month}.pdf`, what: { month } },
    { form: 'F02', name: `F02-${entry.serialNo}.pdf`, what: { entryId: entry.id } },
    { form: 'F03', name: `F03-${month}.pdf`, what: { month } },
    { form: 'F04', name: `F04-${month}.pdf`, what: { month } },
    { form: 'label', name: `label-${entry.serialNo}.pdf`, what: { entryId: entry.id } },
    { form: 'notice', name: `notice-${month}.pdf`, what: { month } },
  ];
  for (const { form, name, what } of papers) {
    const path = join(outDir, name);
    const request = { form, ...what, lang: 'zh-CN' as const };
    const job = newId(Date.now(), (bytes) => crypto.getRandomValues(bytes));
    const answer = await office.call(
      'prints.run',
      { request, to: 'pdf', path, job },
      { actor: session.actor(), locked: session.phase() === 'locked' },
    );
    must(`prints.run ${form}`, answer);
    const pages = (await PDFDocument.load(readFileSync(path))).getPageCount();
    process.stdout.write(
      `${relative(process.cwd(), join(outDir, basename(path)))}  ${pages} ${pages === 1 ? 'page' : 'pages'}\n`,
    );
  }
}

/** Waits until the page itself says that it is ready (`data-app-state`). */
async function pageReady({ window }: RunningApp): Promise<void> {
  const until = performance.now() + READY_LIMIT_MS;
  while (performance.now() < until) {
    const state: unknown = await window.webContents.executeJavaScript(
      'document.documentElement.dataset.appState',
    );
    if (state === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new StepFailed('The app’s page did not become ready within a minute.');
}

/** The contract over the page's own bridge: preload, sender check and door are the ones everybody uses. */
function pageClient({ window }: RunningApp): Client {
  const call = (name: string, input: unknown): Promise<Result<unknown>> =>
    window.webContents.executeJavaScript(`deskbook.op(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  return new Proxy({} as Client, {
    get: (_, namespace) =>
      new Proxy(
        {},
        { get: (__, key) => (input: unknown) => call(`${String(namespace)}.${String(key)}`, input) },
      ),
  });
}

function must<T>(step: string, result: Result<T>): T {
  if (result.ok) return result.data;
  throw new StepFailed(`${step} did not work: ${JSON.stringify(result.error)}`);
}
