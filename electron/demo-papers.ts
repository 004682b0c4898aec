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
import {
  foundAndGiven,
  keyOutAndBack,
  must,
  pastTheGate,
  StepFailed,
  slipIssued,
  someUnit,
  visitorInAndOut,
} from './demo-day';
import { sayRefused } from './refused';

/**
 * `--demo-papers OUTDIR`: the app as it is, shown by what it does. A throwaway demo office; the receptionist gives found
 * things back, lends a key, lets a visitor in and issues a release slip, the guard lets the goods out (demo-day.ts), all
 * through the page's own bridge; then the real print path writes the office's papers. Exit code 1 and a sentence when any of it does not work.
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
  const pin = (role: Role) => ({ how: 'pin' as const, staffId: person(role).staffId, pin: DEMO_PIN });
  const signIn = async (role: Role): Promise<void> => {
    const { staffId } = person(role);
    // Taking over from somebody, the page is loaded anew: what was on it belongs to the other person.
    const anew = running.session.actor() === null ? null : loadedAnew(running);
    const answer = await page.session.signIn({ staffId, secret: DEMO_PIN }).catch(() => null);
    if (answer) must('session.signIn', answer);
    await anew;
    await pageReady(running);
    if (running.session.actor()?.staffId !== staffId)
      throw new StepFailed(`session.signIn of the ${role} did not work.`);
  };
  await signIn('receptionist');
  const found = await foundAndGiven(page, pin('csSupervisor'));
  const loan = await keyOutAndBack(page, pin('csSupervisor'));
  const unit = await someUnit(page);
  const visit = await visitorInAndOut(page, unit);
  const slip = await slipIssued(page, unit, pin('deptManager'));
  await signIn('gateGuard');
  await pastTheGate(page, slip);
  await signIn('receptionist');
  const month = monthOf(isoOf(Date.now()));
  const book = (form: FormNumber): DemoPaper => ({ form, name: `${form}-${month}.pdf`, what: { month } });
  const own = (form: FormNumber, entry: { id: string; serialNo: string } | null): DemoPaper[] =>
    entry ? [{ form, name: `${form}-${entry.serialNo}.pdf`, what: { entryId: entry.id } }] : [];
  await printPapers(running, outDir, [
    book('F01'),
    ...own('F02', found),
    book('F03'),
    book('F04'),
    ...own('label', found),
    book('notice'),
    book('F09'),
    ...own('F10', loan),
    book('F16'),
    ...own('F17', visit),
    ...own('F26', slip),
    book('F27'),
    ...own('F41', unit),
  ]);
}

/** One paper of the demonstration. */
interface DemoPaper {
  form: FormNumber;
  name: string;
  what: { month?: string; entryId?: string };
}

/** The office's papers of this month, through the operation every print goes through. Lists each with its pages. */
async function printPapers(
  { office, session }: RunningApp,
  outDir: string,
  papers: readonly DemoPaper[],
): Promise<void> {
  mkdirSync(outDir, { recursive: true });
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

/** The next time the window has loaded its page. */
const loadedAnew = ({ window }: RunningApp): Promise<void> =>
  new Promise((resolve) => window.webContents.once('did-finish-load', () => resolve()));

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
