import { type Desk, expect, must, test } from '../support/app';
import { Scanner } from './pages/scanner';

/** S16 on the real app, by keyboard and scanner: parcels in by scan, room and Enter; told at once; collected with one signature. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

test('a run of parcels in, notified, collected with one signature', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page } = desk;
  const units = must(await desk.client.units.list({ filter: {}, after: null, limit: 50 })).rows;
  // A unit of which nothing waits yet.
  let unit = units[0]!;
  for (const one of units) {
    const { rows } = must(await desk.client.mailItems.waitingWith({ unitId: one.id }));
    unit = one;
    if (rows.length === 0) break;
  }
  const waiting = async () => must(await desk.client.mailItems.waitingWith({ unitId: unit.id })).rows;
  await page.getByRole('tab', { name: '前台登记' }).click();
  await page.getByRole('tab', { name: '邮件包裹' }).click();
  const scanner = await Scanner.plug(page);
  const scan = async (code: string) => {
    scanner.pause(5000);
    await scanner.scan(code);
  };
  const room = async (saved: number) => {
    await expect(field(desk, 'unitId')).toBeFocused();
    await page.keyboard.type(unit.code);
    await expect(page.getByRole('option', { name: unit.code }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`本批已登记 ${saved} 件`).first()).toBeVisible();
  };

  await test.step('in: scan, room, Enter', async () => {
    await scan('SF1000000000001');
    await expect(field(desk, 'trackingNo')).toHaveValue('SF1000000000001');
    await room(1);
    await expect(field(desk, 'trackingNo')).toBeFocused();
    // Two scanned before the room is typed: the second waits for its turn.
    await scan('YT1000000000002');
    await expect(field(desk, 'trackingNo')).toHaveValue('YT1000000000002');
    await expect(field(desk, 'unitId')).toBeFocused();
    await scan('JT1000000000003');
    await expect(page.getByText('待填房号')).toBeVisible();
    await room(2);
    await expect(field(desk, 'trackingNo')).toHaveValue('JT1000000000003');
    await room(3);
  });
  const rows = await waiting();
  expect(rows.map((row) => [row.trackingNo, row.carrier, row.kind, row.state])).toEqual([
    ['SF1000000000001', '顺丰', 'express', 'shelved'],
    ['YT1000000000002', '圆通', 'express', 'shelved'],
    ['JT1000000000003', '极兔', 'express', 'shelved'],
  ]);
  expect(new Set(rows.map((row) => row.shelf)).size).toBe(1);

  await test.step('told of all at once', async () => {
    await scan(rows[1]!.scanCode);
    await scanner.shown(rows[1]!.scanCode);
    await expect(page.getByText('该户共 3 件待领')).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByRole('dialog', { name: '通知收件人' })).toBeVisible();
    await expect(page.getByText('共 3 件，已选 3 件')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  expect((await waiting()).map((row) => row.state)).toEqual(['notified', 'notified', 'notified']);

  await test.step('collected: the carrier’s number, Enter, one signature', async () => {
    await scan('YT1000000000002');
    await scanner.shown('YT1000000000002');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '领取' })).toBeVisible();
    await expect(page.getByRole('button', { name: '一次签收 3 件' })).toBeVisible();
    await field(desk, 'takerName').focus();
    await page.keyboard.type('孙测试');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  expect(await waiting()).toEqual([]);
  const done = must(
    await desk.client.mailItems.list({ filter: { search: 'YT1000000000002' }, after: null, limit: 5 }),
  ).rows;
  expect(done[0]).toMatchObject({ state: 'collected', takerName: '孙测试' });
  const { together } = must(await desk.client.mailItems.entry({ id: done[0]!.id }));
  expect(together).toHaveLength(2);
});
