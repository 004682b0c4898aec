import { type Desk, expect, must, test } from '../support/app';

/** S11 on the real app, by keyboard: a call written down, turned into an enquiry by one key; both name each other. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

test('a call, and the enquiry it becomes', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page } = desk;
  await page.getByRole('tab', { name: '前台登记' }).click();
  await page.getByRole('tab', { name: '来电来访' }).click();
  const calls = async () =>
    must(await desk.client.contactLogs.list({ filter: { search: '约看房' }, after: null, limit: 5 })).rows;

  await test.step('written down in the strip; not answered at once asks for the promised time', async () => {
    await page.keyboard.press('n');
    await field(desk, 'kind').focus();
    await page.keyboard.type('咨询');
    await expect(page.getByRole('option', { name: '咨询' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(field(desk, 'unitId')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('赵测试');
    await page.keyboard.press('Enter');
    await page.keyboard.type('13800001234');
    await page.keyboard.press('Enter');
    await expect(field(desk, 'content')).toBeFocused();
    await page.keyboard.type('约看房');
    await page.keyboard.press('Enter');
    await expect(field(desk, 'handling')).toBeFocused();
    await page.keyboard.type('稍后');
    await expect(page.getByRole('option', { name: '稍后答复' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('请写明答应来人什么时候答复')).toBeVisible();
    await field(desk, 'promisedAt').focus();
    await page.keyboard.type('t');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
  });
  const [call] = await calls();
  expect(call).toMatchObject({ state: 'open', kind: 'question', callerName: '赵测试', overdue: false });

  await test.step('one key: the form of the enquiry with the caller in it', async () => {
    await page.getByRole('row').filter({ hasText: '约看房' }).first().click();
    await expect(page.getByRole('heading', { name: '转登记' })).toBeVisible();
    await page.keyboard.press('2');
    await expect(page.getByText(`正在由 ${call!.serialNo} 转登记`)).toBeVisible();
    await expect(field(desk, 'askerName')).toHaveValue('赵测试');
    await expect(field(desk, 'askerPhone')).toHaveValue('13800001234');
    await expect(field(desk, 'asked')).toHaveValue('约看房');
    await field(desk, 'identityHow').focus();
    await page.keyboard.type('工作证');
    await expect(page.getByRole('option', { name: '工作证' })).toBeVisible();
    await page.keyboard.press('Enter');
    await field(desk, 'purpose').focus();
    await page.keyboard.type('租房');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`${call!.serialNo} 已与新登记互相注明`)).toBeVisible();
  });
  const [linked] = await calls();
  expect(linked).toMatchObject({
    linkedRegister: 'disclosures',
    linkedNo: expect.stringMatching(/^CX/),
  });
  const enquiry = must(await desk.client.disclosures.entry({ id: linked!.linkedId! }));
  expect(enquiry.entry.askerName).toBe('赵测试');
  expect(JSON.stringify(enquiry.story)).toContain(call!.serialNo);
});
