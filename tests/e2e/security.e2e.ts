import type { Page } from '@playwright/test';
import { callOp, expect, must, test } from '../support/app';
import { withHeldPrint } from '../support/held-print';
import { listener, type Probe, probe } from '../support/probe';

/** trust.md E1, E2 on the real app: main window and print window alike. */

test.use({ flags: ['--use-fake-device-for-media-stream'] });

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; font-src 'self'; worker-src 'none'";

function expectHarmless(done: Probe): void {
  expect(done.globals).toEqual([]);
  expect(done.inlineHandler).toBe('undefined');
  expect(done.inlineScript).toBe('undefined');
  expect(done.evaluated).toBe('EvalError');
  expect(done.made).toBe('EvalError');
  expect(done.fetched).toBe('TypeError');
  expect(done.socket).toMatch(/^(got error|got silence|SecurityError)$/);
  expect(done.image).toMatch(/^got (error|silence)$/);
  expect(done.opened).toBe('got null');
  expect(done.worker).toMatch(/^(got error|got silence|SecurityError)$/);
  expect(done.frame).toMatch(/^got (empty|silence)$/);
  expect(done.rtc, 'addresses WebRTC offered').toEqual([]);
  expect(done.geolocation).toBe('got refused 1');
  expect(done.microphone).toBe('NotAllowedError');
  expect(done.screen).toMatch(/^(NotAllowedError|NotSupportedError|AbortError)$/);
}

/** Tries to take the page elsewhere by script and by a clicked link; answers where it is afterwards. */
async function wander(page: Page, to: string): Promise<string> {
  for (const how of ['script', 'link'] as const) {
    await page.evaluate(
      ([url, way]) => {
        const go = (): void => {
          if (way === 'script') {
            location.href = url;
            return;
          }
          const link = document.createElement('a');
          link.href = url;
          document.body.append(link);
          link.click();
          link.remove();
        };
        setTimeout(go);
      },
      [to, how] as const,
    );
    // A navigation that were allowed would have begun by the time a later task has run.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }
  return page.url();
}

test('a script in the main window reaches nothing (E1)', async ({ desk }) => {
  const { url, visits, server } = await listener();
  const done = await probe(desk.page, url);
  expectHarmless(done);
  expect(done.camera, 'the camera is for the desk').toBe('got stream');
  for (const to of [url, 'https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://evil/']) {
    expect(await wander(desk.page, to)).toBe('app://deskbook/index.html');
  }
  // about:blank cannot be refused; main loads the page anew.
  await desk.page.evaluate(() => {
    setTimeout(() => {
      location.href = 'about:blank';
    });
  });
  await desk.page.waitForURL('about:blank');
  await desk.page.waitForURL('app://deskbook/index.html');
  await desk.ready();
  expect(visits).toEqual([]);
  desk.problems.length = 0;
  server.close();
});

test('a script in the print window reaches nothing (E1)', async ({ desk }) => {
  await desk.demo();
  await desk.signIn('receptionist');
  const { url, visits, server } = await listener();
  const printed = await withHeldPrint(desk, async (page) => {
    expect(page.url()).toBe('app://deskbook/print.html');
    const done = await probe(page, url);
    expectHarmless(done);
    expect(done.camera).toBe('NotAllowedError');
    for (const to of [url, 'file:///etc/passwd', 'app://deskbook/index.html']) {
      expect(await wander(page, to)).toBe('app://deskbook/print.html');
    }
    // It may draw its own pages and nothing else, whoever is signed in at the desk.
    for (const name of ['foundItems.list', 'session.signOut', 'staff.list', 'prints.run', 'journal.head']) {
      const answer = await callOp(page, name, {});
      expect(answer.ok, name).toBe(false);
    }
  });
  expect(must(printed).pages).toBeGreaterThan(0);
  expect(visits).toEqual([]);
  desk.problems.length = 0;
  server.close();
});

test('the policy is sent with every file and nothing breaks it (E2)', async ({ desk }) => {
  await desk.demo();
  await desk.signIn('receptionist');
  const violations: string[] = [];
  const policies = (page: Page): Promise<(string | null)[]> =>
    page.evaluate(async () => {
      const parts = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]');
      const files = [location.href, ...[...parts].map((part) => ('src' in part ? part.src : part.href))];
      return Promise.all(
        files.map(async (name) => (await fetch(name)).headers.get('content-security-policy')),
      );
    });
  const main = await policies(desk.page);
  expect(main.length).toBeGreaterThan(2);
  const printed = await withHeldPrint(desk, async (page) => {
    const print = await policies(page);
    expect(print.length).toBeGreaterThan(1);
    expect([...new Set([...main, ...print])]).toEqual([CSP]);
  });
  expect(must(printed).pages).toBeGreaterThan(0);
  // Violations arrive as console errors; the fixture would fail too, this says it by name.
  violations.push(...desk.problems.filter((text) => /content security policy|violates/i.test(text)));
  expect(violations).toEqual([]);
});
