import { type Desk, expect, must, test } from '../support/app';

/** S21, S22 on the real app, by keyboard: a job with its price, a room booked once, its place on the week board. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

/** Takes the choice that is called so. */
async function choose(desk: Desk, name: string, word: string): Promise<void> {
  await field(desk, name).focus();
  await desk.page.keyboard.press('Control+A');
  await desk.page.keyboard.type(word);
  await expect(desk.page.getByRole('option', { name: word }).first()).toBeVisible();
  await desk.page.keyboard.press('Enter');
}

async function type(desk: Desk, name: string, text: string): Promise<void> {
  await field(desk, name).focus();
  await desk.page.keyboard.press('Control+A');
  await desk.page.keyboard.type(text);
}

test('a job is priced, a room is booked once and stands on the week board', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('businessClerk');
  const { page } = desk;
  await page.getByRole('tab', { name: '商务中心' }).click();

  await test.step('a job', async () => {
    await page.keyboard.press('n');
    await type(desk, 'customerName', '林测试');
    await choose(desk, 'kind', '复印');
    await type(desk, 'originalPages', '10');
    await type(desk, 'copies', '2');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
  });
  const { rows } = must(
    await desk.client.officeJobs.list({ filter: { search: '林测试' }, after: null, limit: 5 }),
  );
  expect(rows).toMatchObject([{ kind: 'copy', amountCents: 1000, state: 'taken' }]);

  const book = async (subject: string) => {
    await choose(desk, 'roomId', '一号会议室');
    await type(desk, 'fromAt', '2099-03-04 09:00');
    await type(desk, 'toAt', '2099-03-04 10:00');
    await type(desk, 'customerName', '测试公司');
    await type(desk, 'contactName', '林测试');
    await type(desk, 'subject', subject);
    await type(desk, 'people', '6');
    await page.keyboard.press('Control+Enter');
  };
  await test.step('a room, once', async () => {
    await page.getByRole('tab', { name: '会议室预订' }).click();
    await expect(page.getByRole('region', { name: '会议室周历' })).toBeVisible();
    await page.keyboard.press('n');
    await book('端到端例会');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
    await book('重复预订');
    await expect(page.getByText(/已被 HS\d+-\d+ 预订/)).toBeVisible();
  });
  const board = must(await desk.client.roomBookings.board({ on: '2099-03-04' }));
  expect(board.bookings).toMatchObject([{ subject: '端到端例会', state: 'asked' }]);
});
