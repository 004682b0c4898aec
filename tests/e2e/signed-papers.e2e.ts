import { expect, must, test } from '../support/app';

/** 签收单据 on the real app: what is out is listed, one scan files it, a wrong one is taken out at once, a lost one given up. */

test('slips that come back signed are filed by one scan', async ({ desk }) => {
  await desk.demo(80);
  const { page, client } = desk;
  await desk.signIn('csSupervisor');
  const out = must(await client.signedPapers.list({ filter: { need: 'out' } })).rows;
  expect(out.length).toBeGreaterThan(0);
  const [slip] = out;
  await page.getByRole('tab', { name: '交接班与值班' }).click();
  await page.getByRole('tab', { name: '签收单据' }).click();
  await page.getByRole('button', { name: /已打印未收回/ }).click();
  const strip = page.getByRole('region', { name: '归档签收联' });

  await test.step('a number that is none is refused in words, and nothing is filed', async () => {
    await strip.getByLabel('册', { exact: false }).first().fill('');
    await strip.getByLabel('扫描或输入编号').fill('SW209901-0001');
    await page.keyboard.press('Enter');
    await expect(strip.getByRole('alert')).toContainText('请先填“册”');
    await strip.getByLabel('册', { exact: false }).first().fill('收条 9');
    await strip.getByLabel('扫描或输入编号').focus();
    await page.keyboard.press('Enter');
    await expect(strip.getByRole('alert')).toContainText('没有打印过需要签收的单据');
  });

  await test.step('Enter files it into the binder, the page counted by itself', async () => {
    await strip.getByLabel('扫描或输入编号').fill(slip!.entryNo);
    await page.keyboard.press('Enter');
    await expect(strip.getByRole('status')).toContainText(`${slip!.entryNo} 收条 9 第 1 页`);
    const found = must(await client.signedPapers.list({ filter: { search: slip!.entryNo } })).rows;
    expect(found).toMatchObject([{ state: 'filed', binder: '收条 9', page: 1 }]);
  });

  await test.step('it was the wrong one: out of the binder again', async () => {
    await strip.getByRole('button', { name: '撤出' }).click();
    await expect(
      page.getByRole('grid').locator('visible=true').getByText(slip!.entryNo).first(),
    ).toBeVisible();
  });

  await test.step('it will not come back: given up with a reason, its entry one press away', async () => {
    await page.getByRole('grid').locator('visible=true').getByText(slip!.entryNo).first().dblclick();
    await page.getByRole('button', { name: '登记收不回' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('失主带走，未交回');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.signed-entry .state-mark')).toContainText('收不回');
    await page.getByRole('button', { name: '打开所属登记' }).click();
    await expect(page.getByRole('heading', { name: new RegExp(slip!.entryNo) })).toBeVisible();
    expect(must(await client.journal.verify({ job: 'signed' })).problems).toEqual([]);
  });
});
