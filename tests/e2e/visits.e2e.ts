import type { Locator } from '@playwright/test';
import { type Desk, expect, must, test } from '../support/app';
import { Scanner } from './pages/scanner';

/** The visitor desk on the real app: a returning visitor by keyboard, leaving by one scan, a group, a refusal, the papers. */

const shot = async ({ page }: Desk, name: string): Promise<void> => {
  const folder = process.env.DESKBOOK_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/visits-${name}.png` });
};
const field = (desk: Desk, name: string): Locator =>
  desk.page.locator(`[data-name="${name}"]`).locator('visible=true').last();
const button = (desk: Desk, name: string | RegExp): Locator =>
  desk.page.getByRole('button', { name }).locator('visible=true').first();

async function toDesk(desk: Desk): Promise<void> {
  await desk.page.getByRole('tab', { name: /前台登记/ }).click();
  await expect(field(desk, 'visitorName')).toBeVisible();
}

/** Somebody who was here before and has gone again. */
async function regular({ client }: Desk) {
  const unit = must(await client.units.suggest({ typed: '1' }))[0]!;
  const input = {
    type: 'relative' as const,
    visitorName: '闻人语嫣',
    visitorPhone: '13700009876',
    unitId: unit.id,
    hostName: '李晓燕',
    purpose: '探亲',
  };
  const came = must(await client.visits.arrive(input));
  must(await client.visits.leave({ id: came.id, version: came.version }));
  return { unit, input };
}

test('a returning visitor in a few keys, and out by one scan', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(60);
  await desk.signIn('receptionist');
  await regular(desk);
  await toDesk(desk);
  await shot(desk, 'book');
  await field(desk, 'visitorName').focus();
  await page.keyboard.type('wry');
  await expect(page.getByRole('option').filter({ hasText: '闻人语嫣' })).toBeVisible();
  await shot(desk, 'suggest');
  await page.keyboard.press('Enter');
  await expect(field(desk, 'visitorName')).toHaveValue('闻人语嫣');
  await expect(field(desk, 'hostName')).toHaveValue('李晓燕');
  await shot(desk, 'filled');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/已保存 LF\d{6}-\d{4,}/).locator('visible=true')).toBeVisible();
  const [here] = must(await client.visits.list({ filter: { need: 'in', search: '闻人语嫣' } })).rows;
  expect(here).toMatchObject({ purpose: '探亲', visitorPhone: '137****9876' });

  const scanner = await Scanner.plug(page);
  await scanner.scan(here!.scanCode);
  await expect(scanner.card).toContainText('已登记离开');
  await shot(desk, 'left');
  const now = must(await client.visits.entry({ id: here!.id })).entry;
  expect(now).toMatchObject({ state: 'left' });
  expect(now.passages.map((passage) => passage.direction)).toEqual(['in', 'out']);
});

test('a pass goes out with a visitor and its scan brings both back', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { unit } = await regular(desk);
  const [card] = must(await client.visitorPasses.free({ typed: null }));
  await toDesk(desk);
  await field(desk, 'visitorName').focus();
  await page.keyboard.type('诸葛青');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type(unit.code);
  await expect(page.getByRole('option').filter({ hasText: unit.code }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await field(desk, 'hostName').fill('李晓燕');
  await field(desk, 'visitorPhone').fill('13811112222');
  const scanner = await Scanner.plug(page);
  await scanner.scan(card!.scanCode);
  await expect(field(desk, 'passNo')).toHaveValue(card!.passNo);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/已保存 LF/).locator('visible=true')).toBeVisible();
  scanner.pause(5000);
  await scanner.scan(card!.scanCode);
  await expect(scanner.card).toContainText(card!.passNo);
  await expect(scanner.card).toContainText('已收回');
  const [gone] = must(await client.visits.list({ filter: { search: '诸葛青' } })).rows;
  expect(gone).toMatchObject({ state: 'left', passNo: card!.passNo, passMissing: false });
});

test('a group comes in one go, a salesman does not come in at all', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { unit } = await regular(desk);
  await toDesk(desk);
  await field(desk, 'unitId').click();
  await page.keyboard.type(unit.code);
  await expect(page.getByRole('option').filter({ hasText: unit.code }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await field(desk, 'hostName').fill('李晓燕');
  await button(desk, '成批登记').click();
  const people = page.getByRole('dialog').locator('[data-name="people"]');
  await people.fill('审计甲 13800000001\n审计乙\n审计丙');
  await shot(desk, 'group');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/已登记 3 人/).locator('visible=true')).toBeVisible();
  const [first] = must(await client.visits.list({ filter: { search: '审计甲' } })).rows;
  const entry = must(await client.visits.entry({ id: first!.id }));
  expect(entry.group).toHaveLength(2);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(first!.serialNo);
  await expect(page.getByRole('option').filter({ hasText: first!.serialNo })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: new RegExp(first!.serialNo) })).toBeVisible();
  await shot(desk, 'entry');
  await button(desk, '同行一起离开').click();
  await expect.poll(async () => must(await client.visits.entry({ id: first!.id })).entry.state).toBe('left');
  await page.keyboard.press('Escape');

  await field(desk, 'type').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('tuixiao');
  await page.keyboard.press('Enter');
  await button(desk, '不放行').click();
  await page.getByRole('dialog').locator('[data-name="reason"]').fill('推销净水器，已劝离');
  await shot(desk, 'refuse');
  await page.keyboard.press('Control+Enter');
  const salesmen = { filter: { states: ['refused' as const], types: ['salesman' as const] } };
  await expect
    .poll(async () => must(await client.visits.list(salesmen)).rows.map((row) => row.refusedReason))
    .toContain('推销净水器，已劝离');
});

test('at closing nobody’s time is made up; the papers of the visitor desk', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { input } = await regular(desk);
  const unseen = must(await client.visits.arrive({ ...input, visitorName: '公冶长' }));
  const gone = must(await client.visits.arrive({ ...input, visitorName: '夏侯惇' }));
  await toDesk(desk);
  // One key on a line of those still in; the leave can be taken back for five seconds.
  await button(desk, /^在访未离/).click();
  const grid = page.getByRole('grid').locator('visible=true').first();
  await expect(grid.getByRole('row').nth(1)).toContainText('夏侯惇');
  await grid.focus();
  await page.keyboard.press('l');
  await expect.poll(async () => must(await client.visits.entry({ id: gone.id })).entry.state).toBe('left');
  await button(desk, /^撤销/).click();
  await expect.poll(async () => must(await client.visits.entry({ id: gone.id })).entry.state).toBe('in');
  await button(desk, '关门清场').click();
  await expect(page.getByRole('dialog').getByText('公冶长')).toBeVisible();
  await shot(desk, 'closing');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => must(await client.visits.entry({ id: unseen.id })).entry.state)
    .toBe('closedByDesk');
  expect(must(await client.visits.entry({ id: unseen.id })).entry.leftAt).toBeNull();
  await shot(desk, 'closed');

  must(await client.visits.arrive({ ...input, visitorName: '在楼内' }));
  const month = unseen.serialNo.replace(/^LF(\d{4})(\d{2}).*/, '$1-$2');
  for (const lang of ['zh-CN', 'en'] as const)
    for (const request of [
      { form: 'F16' as const, month, lang },
      { form: 'F17' as const, entryId: unseen.id, lang },
      { form: 'evacuation' as const, lang },
      { form: 'F16' as const, blank: true, lang },
    ])
      expect(must(await client.prints.prepare(request)).form).toBe(request.form);
  // The list as of now stands among the papers of the book; F9 sends it to the printer without a preview.
  await page.getByRole('button', { name: '打印', exact: true }).locator('visible=true').first().click();
  await page.getByRole('menuitem', { name: '在访人员疏散清单' }).click();
  await expect(page.getByRole('dialog').getByText('在楼内').first()).toBeVisible();
  await shot(desk, 'evacuation');
});

test('an enquiry about a resident waits for the leader; the settings say how long visitors are kept', async ({
  desk,
}) => {
  const { page, client } = desk;
  await desk.demo(60);
  await desk.signIn('receptionist');
  await regular(desk);
  await toDesk(desk);
  await page.getByRole('tab', { name: '业主信息查询登记' }).click();
  await field(desk, 'askerName').fill('孙经理');
  await field(desk, 'identityHow').click();
  await page.keyboard.type('工作证');
  await page.keyboard.press('Enter');
  await field(desk, 'asked').fill('业主联系电话');
  await field(desk, 'purpose').fill('送货上门');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /CX\d{6}-/ })).toBeVisible();
  await shot(desk, 'enquiry');
  await button(desk, /^批准/).click();
  await expect(page.getByRole('dialog').locator('[data-name="second.staffId"]')).toBeVisible();
  await shot(desk, 'approve');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: '访客证' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await shot(desk, 'passes');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('tab', { name: 'Visitors' }).click();
  await field(desk, 'visitorName').focus();
  await shot(desk, 'book-en');
  const words = await page
    .locator('button, label, [role=tab], [role=columnheader]')
    .locator('visible=true')
    .allTextContents();
  const actor = must(await client.session.state({})).actor?.name ?? '';
  expect(
    words.filter((text) => /[\u4e00-\u9fff]/.test(text) && !/中文/.test(text) && !text.includes(actor)),
  ).toEqual([]);
  await desk.signIn('deptManager');
  await page.getByRole('tab', { name: /Today|今日工作台/ }).click();
  await shot(desk, 'today');
  await page.getByRole('tab', { name: /Settings|系统设置/ }).click();
  await page.getByRole('button', { name: /Visitors and privacy|来访与隐私/ }).click();
  await expect(page.getByRole('heading', { name: /Periods|保存期限/ })).toBeVisible();
  await shot(desk, 'settings');
});
