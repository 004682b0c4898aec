import type { Page } from '@playwright/test';
import { expect } from '../../support/app';

/** The found-item tab as a clerk works it: the strip on top, the book below, an entry with its acts. */
export class FoundItemsPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    // The tab's place depends on the roles of the person who is on.
    const tabs = await this.page.locator('.tabs [role="tab"]').allTextContents();
    await this.page.keyboard.press(`Alt+${tabs.indexOf('捡拾物品') + 1}`);
    await expect(this.field('category')).toBeVisible();
  }

  /** A field of the form in front, by the name the contract gives it. */
  field(name: string) {
    return this.page.locator(`[data-name="${name}"]`).last();
  }

  /** Types into the focused field and goes on with Enter. */
  async next(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The answer at once after the commit: 已保存 and the number. */
  async savedNumber(): Promise<string> {
    const mark = this.page.getByText(/已保存/).last();
    await expect(mark).toBeVisible();
    const number = /SW\d{6}-\d{4,}/.exec((await mark.textContent()) ?? '');
    expect(number, 'the number in the saved mark').not.toBeNull();
    return number![0];
  }

  line(serialNo: string) {
    return this.page.getByRole('row').filter({ hasText: serialNo });
  }
}
