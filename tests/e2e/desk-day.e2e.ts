import { DEMO_PIN } from '../../shared/registers/session';
import { type Desk, expect, must, test } from '../support/app';
import { Entrance } from './pages/entrance';
import { FoundItemsPage } from './pages/found-items';

/** The main job on the real app, by keyboard: found, registered, searched, corrected, told, handed over, printed, verified. */

const clerkOf = async (desk: Desk) => {
  const people = must(await desk.client.session.people({}));
  const clerk = people.find((one) => one.roles.length === 1 && one.roles[0] === 'receptionist')!;
  const second = people.find((one) => one.roles.length === 1 && one.roles[0] === 'csSupervisor')!;
  return { clerk, second };
};

test('first start to the demo office and signed in, by keyboard', async ({ desk }) => {
  const entrance = new Entrance(desk.page);
  await entrance.demoOffice();
  const { clerk } = await clerkOf(desk);
  await entrance.signIn(clerk.initials, DEMO_PIN);
  expect(must(await desk.client.session.state({})).actor?.staffId).toBe(clerk.staffId);
});

test('an umbrella from the floor to Party A', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { second } = await clerkOf(desk);
  const items = new FoundItemsPage(desk.page);
  await items.open();

  await test.step('registered with Enter from field to field', async () => {
    await items.field('category').focus();
    await items.next('yusan');
    await expect(items.field('name')).toBeFocused();
    await items.next('墨绿色长柄雨伞');
    await expect(items.field('quantity')).toBeFocused();
    await items.next('2');
    await expect(items.field('foundPlace')).toBeFocused();
    await items.next('一层大堂东侧沙发');
    await items.next('-5');
    await expect(items.field('finderName')).toBeFocused();
    await items.next('测试员甲');
    await items.next('前台失物柜');
    await items.field('second.staffId').focus();
    await items.next(second.initials);
    await desk.page.locator('[data-name="second.pin"]').focus();
    await desk.page.keyboard.type(DEMO_PIN);
    await desk.page.keyboard.press('Control+Enter');
  });
  const serialNo = await items.savedNumber();
  await expect(items.line(serialNo)).toContainText('墨绿色长柄雨伞');

  await test.step('a refusal keeps what was typed', async () => {
    await items.field('category').focus();
    await items.next('yusan');
    await items.next('还没写完的伞');
    await desk.page.keyboard.press('Control+Enter');
    await expect(items.field('name')).toHaveValue('还没写完的伞');
    await expect(desk.page.getByText(/请填写这一栏/).first()).toBeVisible();
    await desk.page.keyboard.press('Escape');
  });

  await test.step('found again by its number without prefix and zeros; Enter opens it with the next act at hand', async () => {
    await desk.page.keyboard.press('Control+k');
    await desk.page.keyboard.type('墨绿色');
    await expect(desk.page.getByRole('option').filter({ hasText: serialNo })).toBeVisible();
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.getByRole('heading', { name: new RegExp(serialNo) })).toBeVisible();
    await expect(desk.page.getByRole('button', { name: /^通知甲方/ })).toBeFocused();
  });

  await test.step('Party A told', async () => {
    await desk.page.keyboard.press('Enter');
    const dialog = desk.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    // Contact, way and time stand there already; the first contact of the settings is the likely one.
    await expect(items.field('contact')).not.toHaveValue('');
    await desk.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(desk.page.getByText('已通知甲方').locator('visible=true').first()).toBeVisible();
  });

  await test.step('the story names each step, and the journal verifies', async () => {
    await expect(desk.page.getByRole('heading', { name: '经过' })).toBeVisible();
    const found = must(await desk.client.search.find({ typed: serialNo }));
    const { story } = must(await desk.client.foundItems.entry({ id: found.hits[0]!.entryId }));
    expect(story.map((line) => line.op)).toEqual(['foundItems.register', 'foundItems.notifyPartyA']);
    await desk.signIn('csSupervisor');
    const verdict = must(await desk.client.journal.verify({ job: 'e2e' }));
    expect(verdict.problems).toEqual([]);
  });
});

test('the receipt is previewed at true size, and a locked desk shows none of it', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const list = must(await desk.client.foundItems.list({ filter: {}, limit: 1 }));
  const { serialNo } = list.rows[0]!;
  await desk.page.keyboard.press('Control+k');
  await desk.page.keyboard.type(serialNo);
  await expect(desk.page.getByRole('option').filter({ hasText: serialNo }).first()).toBeVisible();
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('heading', { name: new RegExp(serialNo) })).toBeVisible();
  await desk.page.keyboard.press('Control+p');
  const preview = desk.page.getByRole('dialog');
  await expect(preview.getByText('捡拾物品收条').first()).toBeVisible();
  await expect(preview.getByText(serialNo).first()).toBeVisible();
  must(await desk.client.session.lock({}));
  await expect(desk.page.locator('[data-name="secret"]')).toBeVisible();
  await expect(desk.page.getByText(serialNo).first()).toBeHidden();
  const refused = await desk.client.foundItems.list({ filter: {}, limit: 1 });
  expect(refused).toEqual({ ok: false, error: { kind: 'refused', reason: 'locked', params: {} } });
});

test('every word changes with the language, and both fit', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  await desk.page.getByRole('button', { name: 'English' }).click();
  await desk.page.keyboard.press('Alt+3');
  await expect(desk.page.getByRole('columnheader').first()).toBeVisible();
  // Lines of the books are data, in the language they were written in; their states are words of the frame.
  const words = await desk.page
    .locator('button:not(.recent-line), .recent-state, label, [role=tab], [role=columnheader]')
    .allTextContents();
  const chinese = words.filter((text) => /[\u4e00-\u9fff]/.test(text) && !/中文/.test(text));
  // Names of people and of the office stay as they are; the frame's own words do not.
  const { clerk } = await clerkOf(desk);
  expect(chinese.filter((text) => !text.includes(clerk.name))).toEqual([]);
  const wide = await desk.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wide, 'the page scrolls sideways').toBe(false);
});
