import type { Page } from '@playwright/test';
import { expect } from '../../support/app';

/** First start, sign-in and lock, as hands do it: by keyboard. */
export class Entrance {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** One click to the demo office. */
  async demoOffice(): Promise<void> {
    await this.page
      .getByRole('button', { name: /演示单位|演示/ })
      .first()
      .click();
    await expect(this.filter).toBeVisible();
  }

  get filter() {
    return this.page.getByRole('combobox');
  }

  /** Two or three letters of the name, Enter, the PIN, Enter. */
  async signIn(initials: string, pin: string): Promise<void> {
    await expect(this.filter).toBeFocused();
    await this.page.keyboard.type(initials);
    await this.page.keyboard.press('Enter');
    await expect(this.page.locator('input[type=password]')).toBeFocused();
    await this.page.keyboard.type(pin);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('tab').first()).toBeVisible();
  }
}
