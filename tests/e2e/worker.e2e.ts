import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callOp, expect, must, test } from '../support/app';

/** Heavy work runs in a worker with its own connection while the desk goes on (architecture.md §3). */

test('the verifier runs beside the desk and tells how far it is', async ({ desk }) => {
  await desk.demo(120);
  await desk.signIn('csSupervisor');
  await desk.page.evaluate(() => {
    const scope = window as unknown as {
      deskbook: { on(listener: (event: { type: string; job?: string }) => void): () => void };
      steps: unknown[];
    };
    scope.steps = [];
    scope.deskbook.on((event) => {
      if (event.type === 'progress' && event.job === 'look') scope.steps.push(event);
    });
  });
  const verifying = desk.client.journal.verify({ job: 'look' });
  // The door answers while the worker reads.
  expect((await callOp(desk.page, 'foundItems.counts', {})).ok).toBe(true);
  const verdict = must(await verifying);
  expect(verdict).toMatchObject({ ok: true, problems: [] });
  expect(verdict.entries).toBeGreaterThan(100);
  expect(
    await desk.page.evaluate(() => (window as unknown as { steps: unknown[] }).steps.length),
  ).toBeGreaterThan(0);
});

test('the demo office of the first start is filled beside the window, which says how far it is', async ({
  desk,
}) => {
  const { page } = desk;
  await page.evaluate(() => {
    const scope = window as unknown as { bars: number[] };
    scope.bars = [];
    new MutationObserver(() => {
      const bar = document.querySelector('.job-progress [role="progressbar"]');
      const far = Number(bar?.getAttribute('aria-valuenow') ?? 'NaN');
      if (far > 0 && far !== scope.bars.at(-1)) scope.bars.push(far);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.getByRole('button', { name: '打开演示单位' }).click();
  // The door answers while the office is filled.
  expect(must(await desk.client.session.state({})).phase).toBe('setup');
  await expect(page.getByText(/演示单位：所有人的 PIN/)).toBeVisible({ timeout: 60_000 });
  const bars = await page.evaluate(() => (window as unknown as { bars: number[] }).bars);
  expect(bars.length).toBeGreaterThan(3);
  expect(bars).toEqual(bars.toSorted((a, b) => a - b));
});

for (const format of ['csv', 'xlsx'] as const) {
  test(`an export to ${format} is written where the person said`, async ({ desk }) => {
    await desk.demo(60);
    await desk.signIn('csSupervisor');
    const path = join(desk.folder, `list.${format}`);
    await desk.chooses(path);
    const saved = must(
      await desk.client.exports.save({
        register: 'foundItems',
        filter: {},
        format,
        lang: 'zh-CN',
        path: null,
        job: 'out',
      }),
    );
    expect(saved).toMatchObject({ path, cancelled: false });
    expect(saved.rows).toBeGreaterThan(20);
    expect(readFileSync(path).byteLength).toBeGreaterThan(1000);
  });
}
