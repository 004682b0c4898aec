import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSPHRASE, DEMO_PIN } from '../../shared/registers/session';
import { expect, must, test } from '../support/app';

/** S101 on the real app: passphrase and recovery key, a backup onto a stick, a drill, work afterwards, the restore, and who sees it. */

const PASSPHRASE = 'qian tai bei fen kou ling';

test('an office is backed up, tried out and restored', async ({ desk }) => {
  test.slow();
  await desk.demo(60);
  const { page, client, folder } = desk;
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await desk.signIn('sysAdmin');
  await page.getByRole('tab', { name: '系统设置' }).click();
  await page.getByRole('button', { name: '备份与恢复' }).click();

  await test.step('a passphrase and a folder; the recovery key must be on paper before one can go on', async () => {
    await expect(page.getByText('还没有设定备份口令')).toBeVisible();
    await expect(page.getByRole('button', { name: '立即备份' })).toBeDisabled();
    await desk.chooses(stick);
    await page.getByRole('button', { name: '选择文件夹…' }).click();
    await expect(page.getByLabel('备份文件夹')).toHaveValue(stick);
    await page.getByLabel('备份口令（至少 15 个字）').fill(PASSPHRASE);
    await page.getByLabel('再输一遍').fill(PASSPHRASE);
    await page.getByRole('button', { name: '保存设定' }).click();
    const dialog = page.getByRole('dialog', { name: '备份恢复密钥' });
    await expect(dialog.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('已抄写或打印').check();
    await dialog.getByRole('button', { name: '完成' }).click();
  });

  await test.step('the backup is proven before it counts', async () => {
    await page.getByRole('button', { name: '立即备份' }).click();
    await expect(page.getByText(/已备份并核对：前台簿-/)).toBeVisible({ timeout: 60_000 });
    expect(readdirSync(stick).filter((name) => name.endsWith('.deskbook'))).toHaveLength(1);
    await expect(page.getByRole('row', { name: /加密备份.*核对无误/ }).first()).toBeVisible();
  });

  const path = join(stick, readdirSync(stick)[0]!);
  await test.step('looked at with a wrong and the right secret, then tried out', async () => {
    await desk.chooses(path);
    const secret = page.getByLabel('备份口令或恢复密钥');
    await secret.fill('wrong words altogether');
    await page.getByRole('button', { name: '选择备份文件…' }).click();
    await expect(page.getByText('口令或恢复密钥打不开这份备份')).toBeVisible();
    await secret.fill(PASSPHRASE);
    await page.getByRole('button', { name: '选择备份文件…' }).click();
    await expect(page.getByText(/备份之后的 \d+ 行日志/)).toBeVisible();
    await page.getByRole('button', { name: '恢复演练' }).click();
    await expect(page.getByText('演练成功')).toBeVisible({ timeout: 60_000 });
  });

  const before = must(await client.backups.list({})).length;
  await test.step('the restore needs the manager; afterwards the office is as it was and everybody signs in anew', async () => {
    await page.getByRole('button', { name: '恢复到这份备份…' }).click();
    const dialog = page.getByRole('dialog', { name: '恢复整个办公室的数据' });
    const people = must(await client.staff.seconds({ permit: 'backups.approveRestore' }));
    const all = must(await client.session.people({}));
    const { secret } = all.find(({ staffId }) => staffId === people[0]!.staffId)!;
    await dialog.getByRole('combobox', { name: '确认人' }).fill(people[0]!.name);
    await page.keyboard.press('Enter');
    await dialog.locator('input[type="password"]').fill(secret === 'pin' ? DEMO_PIN : DEMO_PASSPHRASE);
    await dialog.getByRole('button', { name: '恢复', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });
    await desk.ready();
    await expect.poll(async () => must(await client.session.state({})).phase).toBe('signedOut');
    await desk.signIn('sysAdmin');
    // The line of the backup and the drill came after its snapshot: they belong to what was put aside.
    expect(must(await client.backups.list({})).length).toBe(before - 2);
    expect(readdirSync(join(folder, 'office', 'aside'))).toHaveLength(1);
    const verdict = must(await client.journal.verify({ job: 'after' }));
    expect(verdict.problems).toEqual([]);
    expect(must(await client.session.state({})).banners).toEqual([]);
  });
});
