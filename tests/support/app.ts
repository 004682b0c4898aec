import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import { electronFlags, electronPath } from '../../scripts/electron-path.mjs';
import { openScreen } from '../../scripts/steps/screen.mjs';
import type { Client } from '../../shared/api';
import { DEMO_PASSPHRASE, DEMO_PIN } from '../../shared/registers/session';
import type { Result } from '../../shared/result';
import type { Role } from '../../shared/roles';
import { answerDialogs, chooseFile } from './dialogs';

/**
 * The real app for end-to-end tests: its own user-data folder per test, waits on `data-app-state="ready"`, and any
 * console error, policy violation, page error or logged defect fails the test that caused it.
 */

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Desk {
  app: ElectronApplication;
  page: Page;
  /** Holds `office/` (the data) and `profile/` (the window's). */
  folder: string;
  /** What went wrong on any page so far. A test that provokes a violation empties it after looking. */
  problems: string[];
  /** Defects a test provokes on purpose: lines of main's log that match one of these are not held against it. */
  expected: RegExp[];
  /** The contract over the page's own bridge. */
  client: Client;
  /** Makes a demo office of so many entries. */
  demo(entries?: number): Promise<void>;
  /** Signs the demo person with this role in (main wipes the page when somebody else was on). */
  signIn(role: Role): Promise<void>;
  /** Until the page says it is ready. */
  ready(): Promise<void>;
  /** The file the person takes in the system's next dialogs, to save or to open. Nobody chose: they are cancelled. */
  chooses(path: string): Promise<void>;
  /** What main wrote into its log. */
  log(): string;
}

export interface DeskOptions {
  /** More command-line words for Electron, e.g. Chromium switches. */
  flags: string[];
}

/** Arguments that start the app on `folder`, as a person would start it. */
export const launchArgs = (folder: string, flags: readonly string[] = []): string[] => [
  ...electronFlags,
  ...flags,
  ROOT,
  `--user-data-dir=${join(folder, 'profile')}`,
  '--data',
  join(folder, 'office'),
];

/** The environment without what would turn Electron into a bare Node or send it to a development server. */
export function cleanEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _node, ELECTRON_RENDERER_URL: _url, ...env } = process.env;
  return env as Record<string, string>;
}

export const test = base.extend<{ desk: Desk } & DeskOptions, { display: string | undefined }>({
  flags: [[], { option: true }],
  // Windows on one screen take the keyboard's focus from each other, so where the screen is one in memory every worker has
  // its own. On a person's screen they appear where that person looks.
  display: [
    // Playwright reads a fixture's needs from its pattern and does not take an empty parameter: there is no browser here.
    async ({ browserName: _ }, use) => {
      if (process.env.DESKBOOK_SCREEN !== 'memory') return use(process.env.DISPLAY);
      const screen = await openScreen();
      Object.assign(process.env, screen.env);
      await use(screen.env.DISPLAY);
      screen.close();
    },
    { scope: 'worker', auto: true },
  ],
  desk: async ({ flags }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'deskbook-e2e-'));
    const app = await electron.launch({
      executablePath: electronPath(),
      args: launchArgs(folder, flags),
      cwd: ROOT,
      env: cleanEnv(),
    });
    const problems: string[] = [];
    app.context().on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    app.context().on('weberror', (error) => problems.push(`page: ${error.error().message}`));
    try {
      const page = await app.firstWindow();
      await answerDialogs(app);
      typeAsAHand(page);
      const desk = deskOf(app, page, folder, problems);
      await desk.ready();
      await use(desk);
      expect(desk.problems, 'problems on a page').toEqual([]);
      const defects = desk.log().match(/\[error\].*/g) ?? [];
      const unforeseen = defects.filter((line) => !desk.expected.some((pattern) => pattern.test(line)));
      expect(unforeseen, 'defects in the log').toEqual([]);
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
export { expect };

/** Milliseconds between a quick hand's keys: at machine speed the app would rightly take typing for a scanner. */
const HAND_MS = 60;

/** Lets `keyboard.type` type as a person does. Scans come through tests/e2e/pages/scanner.ts, timed as a scanner's. */
function typeAsAHand({ keyboard }: Page): void {
  const type = keyboard.type.bind(keyboard);
  keyboard.type = (text, options) => type(text, { delay: HAND_MS, ...options });
}

function deskOf(app: ElectronApplication, page: Page, folder: string, problems: string[]): Desk {
  const client = clientOf(page);
  const ready = async (): Promise<void> => {
    await page.waitForSelector('html[data-app-state="ready"]', { state: 'attached' });
  };
  return {
    app,
    page,
    folder,
    problems,
    expected: [],
    client,
    ready,
    chooses: (path) => chooseFile(app, path),
    log: () => readFileSync(join(folder, 'profile/logs/deskbook.log'), 'utf8'),
    demo: async (entries = 40) => {
      must(await client.office.setUpDemo({ entries }));
      // The first-start screen stays until its own button is done (a recovery code must be read); this page did not press it.
      await page.reload();
      await ready();
    },
    signIn: async (role) => {
      const people = must(await client.session.people({}));
      const person = people.find((one) => one.roles.length === 1 && one.roles[0] === role);
      if (!person) throw new Error(`nobody in the demo office is ${role} alone`);
      const secret = person.secret === 'passphrase' ? DEMO_PASSPHRASE : DEMO_PIN;
      // The page may be wiped while the answer is on its way; what main says afterwards counts.
      await client.session.signIn({ staffId: person.staffId, secret }).catch(() => undefined);
      await expect
        .poll(() =>
          client.session.state({}).then(
            (state) => state.ok && state.data.actor?.staffId,
            () => null,
          ),
        )
        .toBe(person.staffId);
      await ready();
    },
  };
}

/** Calls any operation by name from inside the page. */
export const callOp = (page: Page, name: string, input: unknown): Promise<Result<unknown>> =>
  page.evaluate(
    ([op, value]) =>
      (
        window as unknown as { deskbook: { op(n: unknown, v: unknown): Promise<Result<unknown>> } }
      ).deskbook.op(op, value),
    [name, input] as const,
  );

function clientOf(page: Page): Client {
  return new Proxy({} as Client, {
    get: (_, namespace) =>
      new Proxy(
        {},
        { get: (__, key) => (input: unknown) => callOp(page, `${String(namespace)}.${String(key)}`, input) },
      ),
  });
}

/** The data of a result that must be ok. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected ok, got ${JSON.stringify(result.error)}`);
  return result.data;
}
