import type { Locator } from '@playwright/test';
import { TEST_CODE } from '../../shared/scan';
import { type Desk, expect, must, test } from '../support/app';
import { Scanner } from './pages/scanner';

/** The scanner on the real app (issue 3 §5): every workspace, dialogs, every kind of field, input method on and off. */

/** Codes of two found items; the first waits for Party A to be told, an act with a dialog. */
const scanCodes = async (desk: Desk): Promise<[string, string]> => {
  const asked = async (filter: { states?: ['registered'] }) =>
    must(await desk.client.foundItems.list({ filter, after: null, limit: 10 })).rows;
  const [first] = await asked({ states: ['registered'] });
  const other = (await asked({})).find((row) => row.id !== first?.id);
  return [first!.scanCode, other!.scanCode];
};

/** What every field holds now; the answer tells later which of them hold something else. A workspace may still be loading more. */
async function holdFields({ page }: Desk): Promise<(code: string) => Promise<string[]>> {
  const held = await page.evaluateHandle(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
      (field) => [field, field.value] as const,
    ),
  );
  return (code) =>
    page.evaluate(
      ([fields, scanned]) => {
        const changed = fields.filter(([field, value]) => field.isConnected && field.value !== value);
        const all = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
        return [
          ...changed.map(([field, value]) => `${value} → ${field.value}`),
          ...all.filter((field) => field.value.includes(scanned.slice(0, 8))).map((field) => field.value),
        ];
      },
      [held, code] as const,
    );
}

/** Caret and focus, as text to compare. */
const caretOf = (field: Locator): Promise<string> =>
  field.evaluate(
    (el: HTMLInputElement) => `${document.activeElement === el} ${el.selectionStart}–${el.selectionEnd}`,
  );

async function atWork(desk: Desk): Promise<Scanner> {
  await desk.demo(100);
  await desk.signIn('receptionist');
  await expect(desk.page.getByRole('tab').first()).toBeVisible();
  return Scanner.plug(desk.page);
}

/** Scans and expects one card, and every field as it was. */
async function expectOneCard(desk: Desk, scanner: Scanner, code: string): Promise<void> {
  const changed = await holdFields(desk);
  scanner.pause(5000);
  await scanner.scan(code);
  await scanner.shown(code);
  await scanner.close();
  expect(await changed(code)).toEqual([]);
}

test('in every workspace, with the focus in a field and nowhere', async ({ desk }) => {
  const scanner = await atWork(desk);
  const [code] = await scanCodes(desk);
  const tabs = await desk.page.locator('.tabs [role="tab"]').all();
  expect(tabs.length).toBeGreaterThan(1);
  for (const tab of tabs) {
    await tab.click();
    const panel = desk.page.locator(`#${await tab.getAttribute('aria-controls')}`);
    await expect(panel).toBeVisible();
    await tab.evaluate((el) => el.blur());
    await expectOneCard(desk, scanner, code);
    const field = panel.locator(
      'input:not([type=checkbox]):not([type=radio]):not([readonly]):visible, textarea:visible',
    );
    if ((await field.count()) === 0) continue;
    const first = field.first();
    await first.focus();
    await desk.page.keyboard.insertText('黑色2把');
    await first.evaluate((el: HTMLInputElement) => el.setSelectionRange(1, 3));
    const caret = await caretOf(first);
    await expectOneCard(desk, scanner, code);
    await expect.poll(() => caretOf(first)).toBe(caret);
  }
});

test('an input method is on: keys without characters, a composition under the caret', async ({ desk }) => {
  const scanner = await atWork(desk);
  const [code] = await scanCodes(desk);
  await desk.page.keyboard.press('Control+k');
  const omni = desk.page.getByRole('search').getByRole('combobox');
  await expect(omni).toBeFocused();

  await test.step('the physical keys are enough', async () => {
    await desk.page.keyboard.insertText('黑色');
    scanner.pause(5000);
    await scanner.scan(code, { ime: true });
    await scanner.shown(code);
    await scanner.close();
    await expect(omni).toHaveValue('黑色');
  });

  await test.step('a composition is cancelled and no candidate picked', async () => {
    await expect(omni).toBeFocused();
    await scanner.compose('yus');
    await expect(omni).toHaveValue('黑色yus');
    scanner.pause(5000);
    await scanner.scan(code, { ime: true });
    await scanner.shown(code);
    await scanner.close();
    await expect(omni).toHaveValue('黑色');
    await expect(omni).toBeFocused();
  });

  await test.step('what is typed afterwards is one word again', async () => {
    await desk.page.keyboard.press('End');
    await desk.page.keyboard.insertText('雨伞');
    await expect(omni).toHaveValue('黑色雨伞');
  });
});

test('in a dialog: the field keeps its text, no button is pressed, the caret stays', async ({ desk }) => {
  const scanner = await atWork(desk);
  const [code, other] = await scanCodes(desk);
  await scanner.scan(code);
  await scanner.shown(code);

  await test.step('Enter begins the next act of the entry; its dialog lives through the next scan', async () => {
    // A hand answers the card; right after a scan an Enter is still the scanner's own.
    await scanner.press('Enter', 400);
    await expect(scanner.card).toHaveCount(0);
    const dialog = desk.page.getByRole('dialog');
    await expect(dialog).toHaveCount(1);
    const fields = await dialog.locator('input:visible:not([type=radio]):not([type=checkbox])').all();
    for (const field of fields) {
      await field.focus();
      await expectOneCard(desk, scanner, other);
      await expect(field).toBeFocused();
      await expect(dialog).toHaveCount(1);
    }
    const button = dialog.getByRole('button').last();
    await button.focus();
    await expectOneCard(desk, scanner, other);
    await expect(dialog).toHaveCount(1);
    await desk.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});

test('twice is once, an end too many presses nothing, undo brings no code back', async ({ desk }) => {
  const scanner = await atWork(desk);
  const [code] = await scanCodes(desk);
  await desk.page.keyboard.press('Control+k');
  const omni = desk.page.getByRole('search').getByRole('combobox');
  // One step of undo: Chromium makes several of slow typing.
  await desk.page.keyboard.type('sw', { delay: 0 });
  scanner.pause(5000);
  await scanner.scan(code);
  await scanner.press('Enter', 8);
  await scanner.press('Tab', 8);
  await scanner.shown(code);
  scanner.pause(400);
  await scanner.scan(code);
  await expect(scanner.card).toHaveCount(1);
  await scanner.close();
  await expect(omni).toHaveValue('sw');
  await expect(omni).toBeFocused();
  // Redo is not asked here: after several steps of undo Chromium may offer what the scanner sent (a known gap).
  await test.step('undo knows only what was typed', async () => {
    for (const keys of ['Control+z', 'Control+z', 'Control+z']) {
      await desk.page.keyboard.press(keys);
      expect(await omni.inputValue(), keys).toMatch(/^(sw?)?$/);
    }
  });
});

test('the set-up page shows the keys and reads its own barcode', async ({ desk }) => {
  const scanner = await atWork(desk);
  await desk.page.getByRole('button', { name: '我的菜单' }).click();
  await desk.page.getByRole('menuitem', { name: '扫码枪设置…' }).click();
  const page = desk.page.getByRole('dialog');
  await expect(page.getByRole('img', { name: TEST_CODE })).toBeVisible();
  scanner.pause(5000);
  await scanner.scan(TEST_CODE);
  await expect(page).toContainText(`读到测试条码 ${TEST_CODE}`);
  await expect(page.getByRole('row')).toHaveCount(14);
  await expect(page.getByRole('row').nth(1)).toContainText(/(7\.9|8\.[01])/);
  await expect(scanner.card).toHaveCount(0);
});
