import { type Desk, expect, must, test } from '../support/app';
import { KeysPage } from './pages/keys';
import { Scanner } from './pages/scanner';

/** A cabinet, its keys, their tags, and the week's count by scanner with one difference (S03, S09; F15). */

const keyOf = async (desk: Desk, keyNo: string) => {
  const { rows } = must(await desk.client.keys.list({ filter: { search: keyNo } }));
  return rows.find((row) => row.keyNo === keyNo);
};

test('cabinet and keys registered, tag previewed, counted by scans with one key missing, signed, F15', async ({
  desk,
}) => {
  // A whole tale typed by hand: half a minute on an idle machine.
  test.slow();
  await desk.demo(60);
  await desk.signIn('csSupervisor');
  const keys = new KeysPage(desk.page);
  const people = must(await desk.client.session.people({}));
  const manager = people.find((one) => one.roles.length === 1 && one.roles[0] === 'deptManager')!.initials;
  const keyboard = desk.page.keyboard;

  await test.step('a new cabinet', async () => {
    await keys.open('台账');
    await keys.button('挂位图').click();
    await keys.button('新增钥匙柜').click();
    await keys.type('code', 'Z9');
    await keys.type('name', '新柜');
    await keys.type('place', '前台内间');
    await keys.type('hooks', '6');
    await keys.field('keeperId').focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keys.countersign(manager);
    await keyboard.press('Control+Enter');
    await expect(desk.page.getByRole('heading', { name: /Z9 新柜/ })).toBeVisible();
    await expect(keys.button('6 号挂位')).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('three keys by the strip', async () => {
    for (const [hook, keyNo, label] of [
      ['1', 'ZK-901', '配电房'],
      ['2', 'ZK-902', '水泵房'],
      ['3', 'ZK-903', '风机房'],
    ] as const) {
      await keys.type('keyNo', keyNo);
      await keys.type('label', label);
      await keys.choose('category', '设备间');
      if (hook === '1') await keys.choose('cabinetId', 'Z9');
      await keys.choose('hookNo', hook);
      if (hook === '1') await keys.type('source', '开发商移交');
      await keys.countersign(manager);
      await keyboard.press('Control+Enter');
      await expect(desk.page.getByText(new RegExp(`已保存 ${keyNo}`)).locator('visible=true')).toBeVisible();
    }
    expect(await keyOf(desk, 'ZK-902')).toMatchObject({ cabinetCode: 'Z9', hookNo: 2, state: 'inStock' });
  });

  await test.step('the tag names the hook, never the room', async () => {
    const key = (await keyOf(desk, 'ZK-901'))!;
    await keyboard.press('Escape');
    await keyboard.press('Control+k');
    await keyboard.type(key.serialNo);
    await expect(desk.page.getByRole('option').filter({ hasText: 'ZK-901' }).first()).toBeVisible();
    await keyboard.press('Enter');
    await expect(desk.page.getByRole('heading', { name: /ZK-901 配电房/ })).toBeVisible();
    await keyboard.press('Control+p');
    const preview = desk.page.getByRole('dialog');
    await expect(preview.getByText('Z9-1', { exact: true })).toBeVisible();
    await expect(preview.locator('.paper').getByText('配电房')).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(preview).toBeHidden();
    await keyboard.press('Escape');
  });

  await test.step('the week is counted by scanner; one key is missing', async () => {
    await keys.open('周检');
    await keys.button('新登记').click();
    const dialog = desk.page.getByRole('dialog');
    for (const box of await dialog.getByRole('checkbox').all()) {
      const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
      if (!label.startsWith('Z9')) await box.uncheck();
    }
    await dialog.getByRole('button', { name: '开始周检' }).click();
    await expect(desk.page.getByRole('heading', { name: '清点表' })).toBeVisible();
    const scanner = await Scanner.plug(desk.page);
    await scanner.scan((await keyOf(desk, 'ZK-901'))!.scanCode);
    await expect(desk.page.getByText('ZK-901 已清点，还剩 2 串。')).toBeVisible();
    scanner.pause(2000);
    await scanner.scan((await keyOf(desk, 'ZK-902'))!.scanCode);
    await expect(desk.page.getByText('ZK-902 已清点，还剩 1 串。')).toBeVisible();
    await keys.line('ZK-903').getByRole('button', { name: '说明' }).click();
    await keys.choose('counted', '缺失');
    await keys.type('explanation', '电工班借出未登记');
    await keys.type('measure', '已追回并补登记');
    await keyboard.press('Control+Enter');
    await expect(keys.line('ZK-903')).toContainText('缺失');
  });

  await test.step('reported, signed, printed', async () => {
    await keys.button('完成并签字').click();
    await keys.type('findings', '缺失一串');
    await keys.type('reportedTo', '部门经理');
    await keyboard.press('Control+Enter');
    await expect(desk.page.getByText('已签字').locator('visible=true').first()).toBeVisible();
    await keyboard.press('Control+p');
    const preview = desk.page.getByRole('dialog');
    await expect(preview.getByText('钥匙管理周检表').first()).toBeVisible();
    await expect(preview.getByText('ZK-903 缺失').first()).toBeVisible();
    await expect(preview.getByText('电工班借出未登记').first()).toBeVisible();
    const { rows } = must(await desk.client.keyChecks.list({ filter: { states: ['closed'] } }));
    expect(rows[0]).toMatchObject({ book: 3, real: 2, differences: 1, reportedTo: '部门经理' });
  });
});
