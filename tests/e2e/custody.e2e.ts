import { type Desk, expect, must, test } from '../support/app';
import { Scanner } from './pages/scanner';

/** S17, S18, S20 on the real app, by keyboard and scanner: a box kept and fetched, a trolley back by one scan, a move told. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

/** Types into the focused field and goes on with Enter. */
async function next({ page }: Desk, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Takes the choice that is called so and goes on. */
async function choose(desk: Desk, word: string): Promise<void> {
  await desk.page.keyboard.press('Control+A');
  await desk.page.keyboard.type(word);
  await expect(desk.page.getByRole('option', { name: word }).first()).toBeVisible();
  await desk.page.keyboard.press('Enter');
}

test('a box is kept and fetched, a tool comes back by one scan, a move is told', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page } = desk;
  await page.getByRole('tab', { name: '前台登记' }).click();
  const scanner = await Scanner.plug(page);

  await test.step('kept: cash is refused with a sentence, the box is written down', async () => {
    await page.getByRole('tab', { name: '托管物品' }).click();
    await page.keyboard.press('n');
    await expect(field(desk, 'depositorName')).toBeFocused();
    await next(desk, '林测试');
    await next(desk, '13900001111');
    await choose(desk, '现金');
    await next(desk, '信封');
    await next(desk, '2');
    await next(desk, '2099-12-31');
    await next(desk, '测试柜');
    await expect(field(desk, 'declared')).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('前台不代管现金')).toBeVisible();
    await field(desk, 'kind').focus();
    await choose(desk, '包裹');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
  });
  const items = async () =>
    must(await desk.client.custodyItems.list({ filter: { search: '林测试' }, after: null, limit: 5 })).rows;
  const [box] = await items();
  expect(box).toMatchObject({ kind: 'parcel', itemName: '信封', quantity: 2, storagePlace: '测试柜' });

  await test.step('fetched: one scan, Enter, what is left stands there already', async () => {
    scanner.pause(5000);
    await scanner.scan(box!.scanCode);
    await scanner.shown(box!.scanCode);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '取件' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await expect.poll(async () => (await items())[0]).toMatchObject({ state: 'collected', takenQuantity: 2 });

  const { rows } = must(
    await desk.client.tools.list({ filter: { states: ['in'], kinds: ['tool'] }, after: null, limit: 50 }),
  );
  const trolley = rows.find((tool) => tool.depositCents === 0)!;
  await test.step('lent from its strip', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: '工具借用' }).click();
    await page.keyboard.press('n');
    await field(desk, 'toolId').focus();
    await choose(desk, trolley.toolNo);
    await field(desk, 'borrowerClass').focus();
    await choose(desk, '本单位员工');
    await field(desk, 'borrowerName').focus();
    await next(desk, '张师傅');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
  });
  const stateOf = async () => must(await desk.client.tools.entry({ id: trolley.id })).entry.state;
  expect(await stateOf()).toBe('out');

  await test.step('back by the scan of its label alone', async () => {
    scanner.pause(5000);
    await scanner.scan(trolley.scanCode);
    await expect(page.getByText(`已归还 ${trolley.toolNo}`)).toBeVisible();
  });
  await expect.poll(stateOf).toBe('in');

  const { rows: moves } = must(
    await desk.client.moveNotices.list({ filter: { states: ['announced'] }, after: null, limit: 20 }),
  );
  await test.step('a move: one scan, Enter, the gate is told', async () => {
    const untold = moves.find((move) => move.untold.length > 0);
    if (!untold) return;
    scanner.pause(5000);
    await scanner.scan(untold.scanCode);
    await scanner.shown(untold.scanCode);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '通知岗位' })).toBeVisible();
    await field(desk, 'name').focus();
    await page.keyboard.type('马师傅');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect
      .poll(async () => must(await desk.client.moveNotices.entry({ id: untold.id })).entry.untold.length)
      .toBe(untold.untold.length - 1);
  });
});
