import type { Locator } from '@playwright/test';
import { DEMO_PIN } from '../../shared/registers/session';
import { type Desk, expect, must, test } from '../support/app';
import { Scanner } from './pages/scanner';

/** The key desk on the real app: issue by keyboard, return by one scan, a call for an overdue key, a storeroom by night. */

const shot = async ({ page }: Desk, name: string): Promise<void> => {
  const folder = process.env.DESKBOOK_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
const seen = (desk: Desk, name: string | RegExp, role: 'button' | 'tab' = 'button'): Locator =>
  desk.page.getByRole(role, { name }).locator('visible=true').first();
const field = (desk: Desk, name: string): Locator =>
  desk.page.locator(`[data-name="${name}"]`).locator('visible=true').first();

/** A key that hangs on its hook and asks for nothing of its own. */
async function someKey({ client }: Desk): Promise<{ id: string; keyNo: string; scanCode: string }> {
  const { rows } = must(
    await client.keys.list({ filter: { states: ['inStock'], categories: ['plant', 'office'] } }),
  );
  for (const row of rows) {
    const prepared = must(await client.keyLoans.prepare({ keyIds: [row.id], borrowerClass: 'staff' }));
    if (prepared.conflicts.length === 0) return row;
  }
  throw new Error('the demo office has no plain key');
}

test('a key leaves by keyboard and comes back by one scan', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(200);
  await desk.signIn('receptionist');
  const key = await someKey(desk);
  await seen(desk, '钥匙', 'tab').click();
  await seen(desk, '借还', 'tab').click();
  const scanner = await Scanner.plug(page);
  await scanner.scan(key.scanCode);
  await expect(page.locator('.taken-key')).toContainText(key.keyNo);
  await expect(field(desk, 'borrowerName')).toBeFocused();
  await page.keyboard.type('周大勇');
  await field(desk, 'borrowerOrg').fill('工程部');
  await field(desk, 'purpose').fill('检查水泵');
  await shot(desk, 'issue');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.taken-key')).toHaveCount(0);
  const first = must(await client.keyLoans.list({ filter: { need: 'out', search: '周大勇' } })).rows[0];
  expect(first?.keyNo).toBe(key.keyNo);

  // One scan, no key: back, and the card says so.
  scanner.pause(5000);
  await scanner.scan(key.scanCode);
  await expect(scanner.card).toContainText('已归还');
  await shot(desk, 'returned');
  await expect
    .poll(async () => must(await client.keyLoans.entry({ id: first!.id })).entry.state)
    .toBe('returned');
  await expect(scanner.card).toHaveCount(0, { timeout: 15_000 });

  // A known person: one scan, a few letters, Enter, Ctrl+Enter.
  scanner.pause(5000);
  await scanner.scan(key.scanCode);
  await expect(field(desk, 'borrowerName')).toBeFocused();
  await page.keyboard.type('zdy');
  await expect(page.getByRole('option', { name: /周大勇/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field(desk, 'borrowerName')).toHaveValue('周大勇');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.taken-key')).toHaveCount(0);
  const again = must(await client.keyLoans.list({ filter: { need: 'out', search: '周大勇' } })).rows[0];
  expect([again?.purpose, again?.borrowerOrg]).toEqual(['检查水泵', '工程部']);
});

test('what a class must show appears with the class, and the door says why it refuses', async ({ desk }) => {
  const { page } = desk;
  await desk.demo(200);
  await desk.signIn('receptionist');
  const key = await someKey(desk);
  await seen(desk, '钥匙', 'tab').click();
  await seen(desk, '借还', 'tab').click();
  const scanner = await Scanner.plug(page);
  await scanner.scan(key.scanCode);
  await page.keyboard.type('访客甲');
  await field(desk, 'borrowerClass').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('外来');
  await expect(page.locator('[role=option][data-combobox-selected=true]', { hasText: '外来' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field(desk, 'custodianId')).toBeVisible();
  await expect(field(desk, 'identityHow')).toBeVisible();
  await field(desk, 'purpose').fill('看设备');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').locator('visible=true').first()).toContainText(/核实|身份/);
  await shot(desk, 'refused');
});

test('an overdue key is called for, and the list is printed', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(200);
  await desk.signIn('csSupervisor');
  const overdue = must(await client.keyLoans.overdueList({})).rows;
  await seen(desk, '钥匙', 'tab').click();
  await seen(desk, '借还', 'tab').click();
  await shot(desk, 'loans');
  await seen(desk, '催还单').click();
  await shot(desk, 'overdue');
  const [first] = overdue;
  if (!first) {
    await expect(page.getByText('没有逾期未还的钥匙。')).toBeVisible();
    return;
  }
  await page.getByRole('dialog').getByRole('button', { name: '催还', exact: true }).first().click();
  const dialog = page.getByRole('dialog').last();
  await dialog.locator('[data-name="contactName"]').fill('赵主管');
  await dialog.locator('[data-name="said"]').fill('下午送来');
  await shot(desk, 'chase');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => must(await client.keyLoans.overdueList({})).rows[0]?.chases.at(-1)?.said)
    .toBe('下午送来');
  const month = first.serialNo.replace(/^YS(\d{4})(\d{2}).*/, '$1-$2');
  for (const request of [
    { form: 'F09' as const, month },
    { form: 'F10' as const, entryId: first.id },
    { form: 'F12' as const },
  ])
    expect(must(await client.prints.prepare(request)).form).toBe(request.form);
  // The paper as it will be printed, in the preview.
  await page.getByRole('dialog').getByRole('button', { name: '打印', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '打印预览' })).toBeVisible();
  await shot(desk, 'f12-preview');
});

test('a storeroom is opened out of hours with the duty supervisor, and re-sealed', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(200);
  // Whatever the clock of this machine says, the office is closed now.
  await desk.signIn('deptManager');
  const { keys, versions } = must(await client.office.settings({}));
  const closed = { ...keys, officeHours: { from: '00:00', to: '00:01' } };
  must(await client.office.change({ key: 'keys', version: versions.keys ?? 0, value: closed }));
  await desk.signIn('receptionist');
  const { rows } = must(
    await client.keys.list({ filter: { states: ['sealed'], categories: ['storeroom'] } }),
  );
  const store = rows[0];
  if (!store?.sealBagNo) throw new Error('the demo office has no sealed storeroom key');
  const { dutySupervisors } = must(await client.keyLoans.people({}));
  const second = async (dialog: Locator, name: string) => {
    await dialog.locator('[data-name="second.staffId"]').fill(name);
    await page.getByRole('option', { name }).first().click();
    await dialog.locator('[data-name="second.pin"]').fill(DEMO_PIN);
  };
  await seen(desk, '钥匙', 'tab').click();
  await seen(desk, '库房启用', 'tab').click();
  await seen(desk, /新登记/).click();
  const opening = page.getByRole('dialog');
  await expect(opening.getByText('值班主管同意并始终在场')).toBeVisible();
  const opened = must(await client.keyUnseals.counts({})).unsealed;
  await opening.locator('[data-name="keyId"]').pressSequentially(store.keyNo, { delay: 80 });
  await expect(page.getByRole('option', { name: store.keyNo })).toBeVisible();
  await page.keyboard.press('Enter');
  await opening.locator('[data-name="reason"]').fill('地下室跑水，急需水泵');
  await opening.locator('[data-name="requesterName"]').fill('高师傅');
  await opening.locator('[data-name="oldBagNo"]').fill(store.sealBagNo);
  await second(opening, dutySupervisors[0]!.name);
  await shot(desk, 'open-storeroom');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => must(await client.keyUnseals.counts({})).unsealed).toBe(opened + 1);
  await expect(page.getByText('库房钥匙尚未再封存')).toBeVisible();
  await seen(desk, '登记领用物品').click();
  const goods = page.getByRole('dialog');
  await goods.locator('[data-name="goods.name"]').fill('潜水泵');
  await goods.locator('[data-name="goods.use"]').fill('抽水');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.goods-table')).toContainText('潜水泵');
  await seen(desk, /^再封存/).click();
  const reseal = page.getByRole('dialog');
  await reseal.locator('[data-name="newBagNo"]').fill('FD-E2E-1');
  const people = must(await client.session.people({}));
  await second(reseal, people.find((one) => one.roles.length === 1 && one.roles[0] === 'csSupervisor')!.name);
  await shot(desk, 'reseal');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.entry-fields')).toContainText('FD-E2E-1');
  await shot(desk, 'resealed');
  const sealed = must(await client.keys.entry({ id: store.id })).entry;
  expect([sealed.state, sealed.sealBagNo]).toEqual(['sealed', 'FD-E2E-1']);
});

test('copies and incidents begin from their books', async ({ desk }) => {
  const { page } = desk;
  await desk.demo(200);
  await desk.signIn('csSupervisor');
  await seen(desk, '钥匙', 'tab').click();
  for (const [tab, name] of [
    ['配制', 'copies'],
    ['丢失损坏', 'incidents'],
  ] as const) {
    await seen(desk, tab, 'tab').click();
    await shot(desk, name);
    await seen(desk, /新登记/).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await shot(desk, `${name}-new`);
    await page.keyboard.press('Escape');
  }
});
