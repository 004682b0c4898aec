import { expect, must, test } from '../support/app';

/** S81 on the real app, by keyboard: a week copied, changed on the board, published; then a published place changed with its reason. */

test('a week from its draft to a marked change', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('csSupervisor');
  const { page, client } = desk;
  const drafts = async () =>
    must(await client.rosters.list({ filter: { states: ['draft'] }, after: null, limit: 10 })).rows;
  const [draft] = await drafts();
  expect(draft).toBeDefined();

  await page.getByRole('tab', { name: '交接班与值班' }).click();
  await page.getByRole('tab', { name: '排班表' }).click();
  await page.getByText(draft!.serialNo).first().click();
  const cell = page.locator('[data-at="1 0"]');
  const week = async () => must(await client.rosters.week({ id: draft!.id }));
  const standing = async () =>
    (await week()).cells.filter(
      (one) =>
        one.state === 'planned' && one.post === '前台' && one.shift === 'late' && one.dayOn === draft!.weekOn,
    );

  await test.step('the board by keyboard: taken off, put on by initials, minimum raised', async () => {
    await page.locator('[data-at="0 0"]').click();
    await page.keyboard.press('ArrowDown');
    await expect(cell).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect.poll(async () => (await standing()).length).toBe(0);
    await page.keyboard.type('jyx');
    await page.keyboard.press('Enter');
    await expect(cell).toContainText('江映雪');
    await page.keyboard.press('+');
    await expect.poll(async () => (await week()).slots[1]?.people).toBe(2);
    await page.keyboard.press('-');
    await expect.poll(async () => (await week()).slots[1]?.people).toBe(1);
  });

  await test.step('by mouse: a shift to another place in one step, and back by one Ctrl+Z', async () => {
    const namesAt = async (at: string) => page.locator(`[data-at="${at}"] .roster-on`).allInnerTexts();
    const [from, to] = ['0 1', '2 1'];
    const [who] = await namesAt(from);
    const before = await namesAt(to);
    await page
      .locator(`[data-at="${from}"] .roster-on`)
      .first()
      .dragTo(page.locator(`[data-at="${to}"]`));
    await expect.poll(() => namesAt(to)).toEqual([...before, who]);
    await expect.poll(() => namesAt(from)).not.toContain(who);
    await page.locator(`[data-at="${to}"]`).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => namesAt(from)).toContain(who);
    await expect.poll(() => namesAt(to)).toEqual(before);
  });

  await test.step('published by its letter', async () => {
    await page.getByRole('button', { name: /发布排班/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /发布排班/ })
      .click();
    await expect(page.locator('.entry').getByText('已发布').first()).toBeVisible();
    expect((await drafts()).map((one) => one.id)).not.toContain(draft!.id);
  });

  await test.step('a change now asks for its reason', async () => {
    await cell.click();
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('dialog', { name: /发布后改动/ })).toBeVisible();
    await page.keyboard.type('病假');
    await page.keyboard.press('Control+Enter');
    await expect(cell.locator('s')).toContainText('江映雪');
    expect((await week()).cells.find((one) => one.changeReason === '病假')).toMatchObject({
      state: 'removed',
    });
  });
});
