import { type Desk, expect, must, test } from '../support/app';
import { Scanner } from './pages/scanner';

/** S32 on the real app, by keyboard and scanner: issued, scanned, lost, blocked, replaced, brought back. */

const field = ({ page }: Desk, name: string) => page.locator(`[data-name="${name}"]`).last();

/** Types into the focused field and goes on with Enter. */
async function next({ page }: Desk, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Takes the choice that is called so and goes on. */
async function choose(desk: Desk, word: string): Promise<void> {
  await desk.page.keyboard.type(word);
  await expect(desk.page.getByRole('option', { name: word }).first()).toBeVisible();
  await desk.page.keyboard.press('Enter');
}

test('a card from its issue to its replacement and return', async ({ desk }) => {
  await desk.demo(60);
  await desk.signIn('receptionist');
  const { page } = desk;
  await page.getByRole('tab', { name: '前台登记' }).click();
  await page.getByRole('tab', { name: '业主卡、出入证' }).click();

  await test.step('issued from the strip', async () => {
    await page.keyboard.press('n');
    await field(desk, 'kind').focus();
    await choose(desk, '出入证');
    await expect(field(desk, 'cardNo')).toBeFocused();
    await next(desk, 'E2E-0001');
    await expect(field(desk, 'unitId')).toBeFocused();
    await field(desk, 'holderName').focus();
    await next(desk, '林测试');
    await expect(field(desk, 'relation')).toBeFocused();
    await choose(desk, '施工');
    await expect(field(desk, 'validToOn')).toBeFocused();
    await next(desk, '2027-03-31');
    await next(desk, '30');
    await expect(field(desk, 'feeCents')).toBeFocused();
    await field(desk, 'receiptNo').focus();
    await page.keyboard.type('SJ-E2E');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/已保存/).last()).toBeVisible();
  });
  const cards = async (search: string) =>
    must(await desk.client.accessCards.list({ filter: { search }, after: null, limit: 10 })).rows;
  const [card] = await cards('E2E-0001');
  expect(card).toMatchObject({ kind: 'pass', relation: 'worker', depositCents: 3000, holderName: '林测试' });

  const scanner = await Scanner.plug(page);
  /** Scans a card and begins an act by its place on the result card: Enter, or a digit. */
  const begin = async (code: string, key: string, title: string) => {
    scanner.pause(5000);
    await scanner.scan(code);
    await scanner.shown(code);
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };

  await test.step('lost and blocked: one scan, one digit', () => begin(card!.scanCode, '2', '挂失'));
  await expect.poll(async () => (await cards('E2E-0001'))[0]?.state).toBe('lost');

  await test.step('replaced: one scan, Enter, the new number', async () => {
    scanner.pause(5000);
    await scanner.scan(card!.scanCode);
    await scanner.shown(card!.scanCode);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '补办' })).toBeVisible();
    await field(desk, 'cardNo').focus();
    await page.keyboard.type('E2E-0002');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await expect.poll(async () => (await cards('E2E-0002')).length).toBe(1);
  const [fresh] = await cards('E2E-0002');
  expect(fresh).toMatchObject({ depositCents: 3000, replacesNo: card!.serialNo, state: 'issued' });

  await test.step('brought back: one scan, Enter, the deposit repaid', () =>
    begin(fresh!.scanCode, 'Enter', '退还'));
  await expect
    .poll(async () => (await cards('E2E-0002'))[0])
    .toMatchObject({ state: 'returned', depositOutcome: 'repaid', depositBackCents: 3000 });
});
