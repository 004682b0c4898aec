import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, must, test } from '../support/app';

/** Units by keyboard: a file brought in, a unit found by 311502, its page, its card on paper. */
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbook-units-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('imports units, finds one by 311502, opens its page and prints F41', async ({ desk }) => {
  const { page, client } = desk;
  await desk.demo(40);
  await desk.signIn('csSupervisor');
  const file = join(folder, '房产.csv');
  writeFileSync(
    file,
    '房号,用途,建筑面积,状态,入伙日期,备注\n93-1-1502,住宅,89.5,入住,2020-05-01,\n93-1-1503,城堡,90,空置,,\n',
  );

  await desk.chooses(file);
  await page.getByRole('tab', { name: '房产与住户' }).click();
  await page.getByRole('button', { name: '导入…' }).locator('visible=true').click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('第 3 行 用途：“城堡”不是可选的内容')).toBeVisible();
  await expect(page.getByRole('button', { name: /^导入（/ })).toBeDisabled();
  writeFileSync(
    file,
    '房号,用途,建筑面积,状态,入伙日期,备注\n93-1-1502,住宅,89.5,入住,2020-05-01,\n93-1-1503,商铺,90,空置,,\n',
  );
  await page.getByRole('button', { name: '换一个文件' }).click();
  await expect(page.getByText('新增 2 · 更新 0 · 不变 0')).toBeVisible();
  await page.getByRole('button', { name: /^导入（/ }).click();
  await expect(page.getByText('已导入：新增 2，更新 0，不变 0')).toBeVisible();

  // Found in any writing from the title bar; Enter opens the page.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('9311502');
  await expect(page.getByRole('option', { name: /93-1-1502/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '住户' })).toBeVisible();
  await expect(page.getByRole('region', { name: /档案文件 0\/7/ })).toBeVisible();

  // Who lives there, from the page itself.
  const [unit] = must(await client.units.suggest({ typed: '9311502' }));
  must(
    await client.parties.register({
      name: '欧阳若兰',
      phone: '13912345678',
      unitId: unit!.id,
      role: 'owner',
    }),
  );
  await expect(page.getByRole('button', { name: '欧阳若兰' })).toBeVisible();
  await expect(page.getByText('139****5678').first()).toBeVisible();

  await page.keyboard.press('Control+p');
  const pdf = join(folder, 'F41.pdf');
  await desk.chooses(pdf);
  await page.getByRole('button', { name: '保存 PDF' }).click();
  await expect.poll(() => existsSync(pdf)).toBe(true);
});
