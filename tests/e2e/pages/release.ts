import type { Locator, Page } from '@playwright/test';
import { DEMO_PIN } from '../../../shared/registers/session';
import { expect } from '../../support/app';

/** The release tab as desk and gate work it: form, slips, gate check, parts back. Keyboard only. */
export class ReleasePage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the tab and one of its books. */
  async open(book: string): Promise<void> {
    await this.page.getByRole('tab', { name: /放行与出入/ }).click();
    const tab = this.page.getByRole('tab', { name: book, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
  field(name: string): Locator {
    return this.page.locator(`[data-name="${name}"]`).locator('visible=true');
  }
  /** Keys pressed so far; a Chinese character counts four (pinyin and its choice). */
  keys = 0;
  async type(text: string): Promise<void> {
    for (const char of text) this.keys += char > '\u2e7f' ? 4 : 1;
    await this.page.keyboard.type(text);
  }
  /** Types into the focused field and goes on with Enter. */
  async next(text = ''): Promise<void> {
    await this.type(text);
    this.keys += 1;
    await this.page.keyboard.press('Enter');
  }
  /** The approver's name by initials, then the PIN. */
  async approver(initials: string): Promise<void> {
    await this.field('second.staffId').focus();
    await this.next(initials);
    await this.field('second.pin').focus();
    await this.type(DEMO_PIN);
  }
  /** The number in the quiet mark after a save. */
  async savedNumber(): Promise<string> {
    const mark = this.page.getByText(/已保存 FX\d{6}-\d{4,}/).locator('visible=true');
    await expect(mark).toBeVisible();
    return /FX\d{6}-\d{4,}/.exec(await mark.innerText())![0];
  }
  /** What the gate was told last: out, or not. */
  get result(): Locator {
    return this.page.locator('.gate-done').locator('visible=true');
  }
  get gateLines(): Locator {
    return this.page.locator('.gate-line').locator('visible=true');
  }
}
