import { expect, must, test } from '../support/app';

/** Today on the real app: a reminder is a door, waits for a while with a reason that colleagues see, and comes back. */
test('a reminder put off by keyboard, seen by the supervisor, taken back, and followed to its list', async ({
  desk,
}) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page } = desk;
  const reminders = page.getByRole('region', { name: '现在要办' });
  const board = must(await desk.client.today.board({}));
  const one = board.reminders.find((reminder) => reminder.snoozeMinutes > 0 && !reminder.snoozed)!;
  const index = board.reminders.filter((reminder) => !reminder.snoozed).indexOf(one);
  const door = reminders.locator('.reminder-door').nth(index);

  await test.step('Z asks for how long and why', async () => {
    await door.focus();
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog', { name: /稍后提醒/ });
    await expect(dialog.locator('[data-name="reason"]')).toBeFocused();
    await page.keyboard.type('e2e call at ten');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(reminders.getByText(/e2e call at ten/)).toBeVisible();
  });
  await test.step('a colleague sees who put it off and why, and takes it back', async () => {
    await desk.signIn('csSupervisor');
    await expect(reminders.getByText(/e2e call at ten/)).toBeVisible();
    await reminders.getByRole('button', { name: '恢复提醒' }).first().press('Enter');
    await expect(reminders.getByText(/e2e call at ten/)).toBeHidden();
  });
  await test.step('Enter on a reminder opens its list', async () => {
    const first = reminders.locator('.reminder-door').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: '今日工作台' })).toHaveAttribute('aria-selected', 'false');
  });
  await test.step('the day has its hours', async () => {
    await page.getByRole('tab', { name: '今日工作台' }).click();
    await expect(page.getByRole('list', { name: '今日时间表' }).getByText('晨会')).toBeVisible();
  });
});
