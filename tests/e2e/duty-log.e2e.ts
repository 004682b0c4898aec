import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../shared/dates';
import { callOp, type Desk, expect, must, test } from '../support/app';

/** S14, S84 on the real app, by keyboard: a line and what another book brings, the day's write-up, a meeting, the paper. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

test('a shift, a day and a meeting are written down', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page, client } = desk;
  const mine = async () => must(await client.dutyLines.list({ filter: { search: '自动门失灵' } })).rows;

  await test.step('a line in the strip; the log of the shift is there by it', async () => {
    await page.getByRole('tab', { name: '交接班与值班' }).click();
    await page.getByRole('tab', { name: '值班日志' }).click();
    await page.keyboard.press('n');
    await expect(field(desk, 'post')).toBeFocused();
    await field(desk, 'matter').focus();
    await page.keyboard.type('大堂自动门失灵');
    await page.keyboard.press('Enter');
    await expect(field(desk, 'handling')).toBeFocused();
    await page.keyboard.type('报工程部');
    await field(desk, 'followUp').focus();
    await page.keyboard.type('是');
    await expect(page.getByRole('option', { name: '是' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
  });
  const [line] = await mine();
  expect(line).toMatchObject({ state: 'open', post: '前台', handling: '报工程部' });
  const logId = line!.logId;

  await test.step('what another book did stands beside it, and a number leads there', async () => {
    const call = must(
      await client.contactLogs.register({
        channel: 'call',
        kind: 'question',
        happenedAt: new Date().toISOString(),
        callerName: '赵测试',
        content: '约看房',
        serious: false,
        handling: 'answered',
        result: '已答复',
      }),
    );
    const { serialNo } = must(await client.dutyLogs.entry({ id: logId })).entry;
    await page.getByRole('row').filter({ hasText: serialNo }).first().click();
    const timeline = page.getByRole('region', { name: '本班经过' });
    await expect(timeline.getByRole('row').filter({ hasText: '大堂自动门失灵' })).toContainText('待跟进');
    await expect(timeline.getByRole('row').filter({ hasText: call.serialNo })).not.toContainText('赵测试');
    await timeline.getByRole('button', { name: '大堂自动门失灵' }).click();
    await page.keyboard.press('d');
    await page.keyboard.type('已修复');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await mine())[0]?.state).toBe('done');
  });

  await desk.signIn('csSupervisor');
  await test.step('the day is written up section by section and handed in', async () => {
    await page.getByRole('tab', { name: '交接班与值班' }).click();
    await page.getByRole('tab', { name: '管家工作日志' }).click();
    await page.getByRole('button', { name: '写今天的日志' }).click();
    await expect(field(desk, 'text')).toBeFocused();
    await page.keyboard.type('晨会布置巡查');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('第 2 项，共 10 项')).toBeVisible();
    await page.getByRole('button', { name: '明日计划' }).click();
    await expect(field(desk, 'text')).toBeFocused();
    await page.keyboard.type('复查自动门');
    await page.keyboard.press('Control+Enter');
    // What was saved stands there: saving once more takes nothing away.
    await expect(page.getByRole('button', { name: /交日志/ })).toBeVisible();
    await expect(field(desk, 'text')).toHaveValue('复查自动门');
    await page.getByRole('button', { name: /交日志/ }).click();
    await expect(page.locator('.entry').getByText('待批阅').first()).toBeVisible();
    const { id } = must(await client.stewardDiaries.mine({}));
    expect(must(await client.stewardDiaries.entry({ id: id! })).entry).toMatchObject({
      state: 'submitted',
      morning: '晨会布置巡查',
      tomorrow: '复查自动门',
    });
  });

  const met = async () => must(await client.meetings.list({ filter: { search: '自动门专题' } })).rows;
  await test.step('a meeting: minutes, a resolution, issued', async () => {
    await page.getByRole('tab', { name: '部门管理' }).click();
    await page.getByRole('tab', { name: '例会与纪要' }).click();
    await field(desk, 'kind').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('专题');
    await expect(page.getByRole('option', { name: '专题会议' })).toBeVisible();
    await page.keyboard.press('Enter');
    await field(desk, 'title').focus();
    await page.keyboard.type('自动门专题');
    await field(desk, 'place').focus();
    await page.keyboard.type('服务中心');
    await page.keyboard.press('Control+Enter');
    const minutes = page.getByRole('region', { name: '纪要' });
    await expect(minutes).toBeVisible();
    await field(desk, 'topics').focus();
    await page.keyboard.type('自动门维保');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => must(await client.meetings.entry({ id: (await met())[0]!.id })).entry.topics)
      .toBe('自动门维保');
    await expect(field(desk, 'topics')).toHaveValue('自动门维保');
    await field(desk, 'matter').focus();
    await page.keyboard.type('更换门控器');
    await field(desk, 'ownerId').focus();
    await page.keyboard.type('潘思琪');
    await expect(page.getByRole('option', { name: '潘思琪' })).toBeVisible();
    await page.keyboard.press('Enter');
    await field(desk, 'dueOn').focus();
    await page.keyboard.type(dayOf(new Date().toISOString()));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: '决议' }).getByText('更换门控器')).toBeVisible();
    await page.getByRole('button', { name: /签发/ }).click();
    await expect
      .poll(async () => (await met())[0])
      .toMatchObject({ state: 'issued', resolutions: 1, open: 1 });
  });

  await test.step('the log of the shift has the minutes, and prints', async () => {
    const { entry } = must(await client.dutyLogs.entry({ id: logId }));
    expect(entry.meetings.map(({ said }) => said)).toContain('自动门维保');
    for (const [form, entryId] of [
      ['F20', logId],
      ['F96', (await met())[0]!.id],
    ] as const) {
      const path = join(desk.folder, `${form}.pdf`);
      await desk.chooses(path);
      const request = { form, entryId, lang: 'zh-CN' };
      const printed = await callOp(page, 'prints.run', { request, to: 'pdf', path: null, job: randomUUID() });
      expect(printed, form).toMatchObject({ ok: true });
      expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
  });
});
