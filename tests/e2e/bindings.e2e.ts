import { DEMO_PASSPHRASE, DEMO_PIN } from '../../shared/registers/session';
import { expect, must, test } from '../support/app';

/** 装订 on the real app: a month of the found-item book bound by three people, its cover seen as paper, a later change refused. */

test('a month is bound, printed and stays as it is', async ({ desk }) => {
  test.slow();
  await desk.demo(80);
  const { page, client } = desk;
  await desk.signIn('deptManager');
  await page.getByRole('tab', { name: '报表' }).click();
  const months = must(await client.monthBindings.shelf({ year: new Date().getUTCFullYear() }));
  const ready = months
    .find(({ register }) => register === 'foundItems')!
    .months.find(({ stop, binding }) => stop === null && !binding)!;
  const row = page
    .getByRole('row')
    .filter({ hasText: ready.month })
    .filter({ has: page.getByRole('button', { name: '装订…' }) });

  await test.step('three people, or nothing', async () => {
    await row.first().getByRole('button', { name: '装订…' }).click();
    const dialog = page.getByRole('dialog', { name: /装订 物品捡拾登记表/ });
    await expect(dialog.getByText(/共 \d+ 页/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: '装订', exact: true })).toBeDisabled();
    const people = must(await client.session.people({}));
    const prove = async (legend: string, permit: string, not: string[]) => {
      const able = must(await client.staff.seconds({ permit })).filter(
        ({ staffId }) => !not.includes(staffId),
      );
      const who = able[0]!;
      const { secret } = people.find(({ staffId }) => staffId === who.staffId)!;
      const box = dialog.getByRole('group', { name: legend });
      await box.getByRole('combobox').fill(who.name);
      await page.keyboard.press('Enter');
      await box.locator('input[type="password"]').fill(secret === 'pin' ? DEMO_PIN : DEMO_PASSPHRASE);
      return who.staffId;
    };
    const own = must(await client.session.state({})).actor!.staffId;
    const supervisor = await prove('主管', 'bindings.seal', [own]);
    await prove('复核人', 'bindings.check', [own, supervisor]);
    await dialog.getByRole('button', { name: '装订', exact: true }).click();
    await expect(page.getByRole('heading', { name: new RegExp(`${ready.month} · ZT`) })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step('its cover and index as paper', async () => {
    await page.getByRole('button', { name: '打印封面与目录' }).click();
    const preview = page.getByRole('dialog');
    await expect(preview.getByText('骑缝章')).toBeVisible();
    await expect(preview.getByText('链根')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a line of it is voided no more; a supplement is taken', async () => {
    const list = must(await client.foundItems.list({ filter: {}, after: null, limit: 200 }));
    const stem = `SW${ready.month.replace('-', '')}-`;
    const line = list.rows.find(({ state, serialNo }) => state !== 'voided' && serialNo.startsWith(stem))!;
    const refused = await client.foundItems.void({ id: line.id, version: line.version, reason: '登记错了' });
    expect(refused.ok === false && refused.error).toMatchObject({ reason: 'bindings.frozen' });
    await page.getByLabel('被补充的编号').fill(line.serialNo);
    await page.getByLabel('补记内容').fill('颜色应为深蓝，装订前未写明');
    await page.getByRole('button', { name: '补记', exact: true }).click();
    await expect(page.getByRole('cell', { name: '颜色应为深蓝，装订前未写明' })).toBeVisible();
    expect(must(await client.journal.verify({ job: 'bound' })).problems).toEqual([]);
  });
});
