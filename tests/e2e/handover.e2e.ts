import { dayOf } from '../../shared/dates';
import { DEMO_PIN } from '../../shared/registers/session';
import { type Desk, expect, must, test } from '../support/app';

/** S13 on the real app, by keyboard: a shift is drawn, counted with a difference, signed by two, reviewed by a third. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

/** The second person and the PIN, in the dialog that is open. */
async function prove(desk: Desk, name: string): Promise<void> {
  const { page } = desk;
  await field(desk, 'second.staffId').focus();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await field(desk, 'second.pin').focus();
  await page.keyboard.type(DEMO_PIN);
}

test('a shift from the draft to the review', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page, client } = desk;
  const settled = () => expect(page.getByRole('dialog')).toHaveCount(0);
  const sheet = async (id: string) => must(await client.handovers.entry({ id })).entry;
  const { id } = must(await client.handovers.current({ post: '前台' }));
  expect(id).not.toBeNull();

  await test.step('what superiors said is written from the strip', async () => {
    await page.getByRole('tab', { name: '交接班与值班' }).click();
    await page.getByRole('tab', { name: '上级指示' }).click();
    await page.keyboard.press('n');
    await field(desk, 'fromName').focus();
    await page.keyboard.type('项目经理');
    await page.keyboard.press('Enter');
    await page.keyboard.type('明早九点消防演练');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
    await page.getByRole('tab', { name: '交接班', exact: true }).click();
  });

  await test.step('drawn: Enter on the shift that is on', async () => {
    await page.getByRole('button', { name: /前台 · 当班交接表/ }).click();
    await expect(page.getByRole('button', { name: /生成交接表/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /实物清点/ })).toBeVisible();
  });
  const drawn = await sheet(id!);
  expect(drawn.sheet!.things.length).toBeGreaterThan(4);

  await test.step('counted, with one difference explained', async () => {
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog', { name: '实物清点' })).toBeVisible();
    const radios = drawn.sheet!.things.find(({ values }) => values.name === '手电')!;
    await field(desk, `counts.${radios.code}`).fill('1');
    await field(desk, `note.${radios.code}`).fill('借给巡逻岗使用');
    for (const { code, measure } of drawn.sheet!.things)
      if (measure === 'range') await field(desk, `counts.${code}`).fill('000101-000150');
    await page.getByRole('button', { name: '全部按应有' }).click();
    await field(desk, `counts.${radios.code}`).focus();
    await page.keyboard.press('Control+Enter');
    await settled();
  });
  await expect.poll(async () => (await sheet(id!)).state).toBe('counted');
  expect(await sheet(id!)).toMatchObject({ differences: 1 });

  await test.step('signed out', async () => {
    await page.keyboard.press('o');
    await expect(page.getByRole('dialog', { name: '交班签名' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await settled();
  });
  await expect.poll(async () => (await sheet(id!)).state).toBe('outSigned');

  await test.step('the incoming reads the instructions and signs', async () => {
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: '接班签名' });
    await expect(dialog).toBeVisible();
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    const { outgoingId } = await sheet(id!);
    const { data } = (await client.staff.seconds({ permit: 'handovers.work' })) as {
      data: { staffId: string; name: string }[];
    };
    await prove(desk, data.find((person) => person.staffId !== outgoingId && person.name === '苏静怡')!.name);
    await page.keyboard.press('Control+Enter');
    await settled();
  });
  await expect.poll(async () => (await sheet(id!)).state).toBe('sealed');
  const next = must(await client.handovers.current({ post: '前台' })).id!;
  expect(await sheet(next)).toMatchObject({ outgoingName: '苏静怡', previousId: id, state: 'open' });

  await test.step('reviewed by a supervisor the same day', async () => {
    await desk.signIn('csSupervisor');
    const { serialNo } = await sheet(id!);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(serialNo);
    await expect(page.getByRole('option', { name: new RegExp(serialNo) }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /审阅签名/ })).toBeVisible();
    await page.keyboard.press('s');
    await expect(page.getByRole('dialog', { name: '审阅签名' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await settled();
  });
  await expect.poll(async () => (await sheet(id!)).state).toBe('reviewed');
  const { reviewedInTime, inSignedAt, reviewedAt } = await sheet(id!);
  expect(reviewedInTime).toBe(dayOf(inSignedAt!) === dayOf(reviewedAt!));
});
