import { DEMO_PIN } from '../../shared/registers/session';
import { type Desk, expect, must, test } from '../support/app';
import { ReleasePage } from './pages/release';
import { Scanner } from './pages/scanner';

/** A release slip from the desk to the gate and back, by keyboard and scanner alone (S19; desk-practice.md §2.4). */

const slipOf = async (desk: Desk, serialNo: string) =>
  must(await desk.client.goodsReleases.check({ typed: serialNo })).entry;

const LINES = ['双人沙发×1张', '冰箱 1台', '办公椅*4把', '文件柜 2个', '纸箱×12箱'];

test('five lines, an approver, a gate that counts otherwise, a new slip, its part back, the week reconciled', async ({
  desk,
}) => {
  // A whole tale typed by hand: half a minute on an idle machine.
  test.slow();
  await desk.demo(60);
  await desk.signIn('receptionist');
  const release = new ReleasePage(desk.page);
  const people = must(await desk.client.session.people({}));
  const initials = (role: string) =>
    people.find((one) => one.roles.length === 1 && one.roles[0] === role)!.initials;
  const [unit] = must(await desk.client.units.list({ filter: {}, limit: 1 })).rows;
  let serialNo = '';

  await test.step('the slip is written and issued by keyboard', async () => {
    await release.open('申请与待审');
    await release.field('form.unitId').focus();
    await release.type(unit!.code);
    await expect(desk.page.getByRole('option').filter({ hasText: unit!.code }).first()).toBeVisible();
    await release.next();
    await expect(release.field('form.ownerName')).toBeFocused();
    await release.next('林小雨');
    await release.next();
    await expect(release.field('form.handlerName')).toHaveValue('林小雨');
    await release.next();
    await release.next();
    await release.next('3418');
    for (const line of LINES) await release.next(line);
    await expect(release.field('form.goods.3.quantity')).toHaveValue('2');
    await expect(release.field('form.goods.3.unit')).toHaveValue('个');
    // An empty line leaves the list.
    await release.next();
    await expect(release.field('form.route')).toBeFocused();
    // Way, bulky, hours, mover, plate, arrears and remarks stay as they stand.
    for (let n = 0; n < 8; n += 1) await release.next();
    await expect(release.field('second.staffId')).toBeFocused();
    await release.next(initials('deptManager'));
    await expect(release.field('second.pin')).toBeFocused();
    await release.type(DEMO_PIN);
    await desk.page.keyboard.press('Control+Enter');
    serialNo = await release.savedNumber();
    // desk-practice.md §4: five lines in 45 s at four keys a second.
    expect((release.keys + 2) / 4).toBeLessThanOrEqual(45);
    const slip = await slipOf(desk, serialNo);
    expect(slip.goods.map((line) => [line.name, line.quantity, line.unit])).toEqual([
      ['双人沙发', 1, '张'],
      ['冰箱', 1, '台'],
      ['办公椅', 4, '把'],
      ['文件柜', 2, '个'],
      ['纸箱', 12, '箱'],
    ]);
    expect(slip).toMatchObject({ state: 'issued', approvedAs: 'deptManager', unitId: unit!.id });
  });

  await test.step('F26 is previewed in three parts', async () => {
    await release.open('放行条');
    await desk.page.keyboard.press('Control+k');
    await desk.page.keyboard.type(serialNo);
    await expect(desk.page.getByRole('option').filter({ hasText: serialNo }).first()).toBeVisible();
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.getByRole('heading', { name: new RegExp(serialNo) })).toBeVisible();
    await desk.page.keyboard.press('Control+p');
    const preview = desk.page.getByRole('dialog');
    for (const part of ['第一联 存根', '第二联 客户', '第三联 门岗'])
      await expect(preview.getByText(part).first()).toBeVisible();
    await desk.page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  });

  await test.step('the gate scans, counts otherwise and keeps the goods', async () => {
    const { scanCode } = await slipOf(desk, serialNo);
    await desk.signIn('gateGuard');
    await release.open('门岗核对');
    const scanner = await Scanner.plug(desk.page);
    await scanner.scan(scanCode);
    await expect(release.gateLines).toHaveCount(5);
    await expect(release.gateLines.first()).toBeFocused();
    await desk.page.keyboard.press('Space');
    await desk.page.keyboard.press('Space');
    await desk.page.keyboard.press('5');
    await desk.page.keyboard.press('Enter');
    await release.next('多一把');
    await desk.page.keyboard.press('Space');
    await desk.page.keyboard.press('Space');
    await expect(release.field('moverName')).toBeFocused();
    await desk.page.keyboard.press('Control+Enter');
    await expect(release.result).toContainText(`${serialNo} 货单不符`);
    const slip = await slipOf(desk, serialNo);
    expect(slip).toMatchObject({ state: 'mismatch', differences: '办公椅 4→5 把 (多一把)' });
  });

  let renewed = '';
  await test.step('the desk reissues it with what the gate counted', async () => {
    await desk.signIn('receptionist');
    await release.open('放行条');
    const { id } = await slipOf(desk, serialNo);
    await desk.page.keyboard.press('Control+k');
    await desk.page.keyboard.type(serialNo);
    await expect(desk.page.getByRole('option').filter({ hasText: serialNo }).first()).toBeVisible();
    await desk.page.keyboard.press('Enter');
    await expect(desk.page.getByRole('button', { name: /^重开放行条/ })).toBeFocused();
    await desk.page.keyboard.press('Enter');
    await expect(release.field('form.goods.2.quantity')).toHaveValue('5');
    await release.approver(initials('csSupervisor'));
    await desk.page.keyboard.press('Control+Enter');
    await expect(desk.page.getByRole('dialog')).toBeHidden();
    const { entry } = must(await desk.client.goodsReleases.entry({ id }));
    expect(entry.state).toBe('reissued');
    renewed = entry.replacedByNo!;
    expect(await slipOf(desk, renewed)).toMatchObject({ state: 'issued', approvedAs: 'csSupervisor' });
  });

  await test.step('the old paper is refused with the new number; the new one goes out', async () => {
    await desk.signIn('gateGuard');
    await release.open('门岗核对');
    await release.field('typed').focus();
    await release.next(serialNo);
    await expect(desk.page.getByRole('alert').filter({ hasText: renewed }).first()).toBeVisible();
    await release.field('typed').focus();
    await release.next(renewed);
    await expect(release.gateLines.first()).toBeFocused();
    for (let n = 0; n < 5; n += 1) await desk.page.keyboard.press('Space');
    await expect(release.field('moverName')).toBeFocused();
    await release.next();
    await release.next('771X');
    await desk.page.keyboard.press('Control+Enter');
    await expect(release.result).toContainText(`${renewed} 已放行`);
    expect(await slipOf(desk, renewed)).toMatchObject({ state: 'released', moverDocument: '771X' });
  });

  await test.step('its part comes back by one scan, and the week is reconciled', async () => {
    await desk.signIn('receptionist');
    await release.open('回收与对账');
    const { scanCode } = await slipOf(desk, renewed);
    const scanner = await Scanner.plug(desk.page);
    await scanner.scan(scanCode);
    await expect(desk.page.getByText(new RegExp(`已归档 1 张：.*${renewed}`))).toBeVisible();
    expect(await slipOf(desk, renewed)).toMatchObject({ state: 'slipReturned' });
    await desk.signIn('csSupervisor');
    await release.open('回收与对账');
    await desk.page.getByRole('button', { name: '本周对账' }).press('Enter');
    await expect(desk.page.getByText(/已对账 \d+ 张/)).toBeVisible();
    expect(await slipOf(desk, renewed)).toMatchObject({ state: 'reconciled' });
    const verdict = must(await desk.client.journal.verify({ job: 'e2e' }));
    expect(verdict.problems).toEqual([]);
  });
});
