import type { Locator, Page } from '@playwright/test';
import { DEMO_PIN } from '../../../shared/registers/session';
import { expect } from '../../support/app';

/** The tab 钥匙 as the custodian and the supervisor work its inventory: cabinets, keys, the weekly count. */
export class KeysPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the tab and one of its books. */
  async open(book: string): Promise<void> {
    await this.page.getByRole('tab', { name: '钥匙', exact: true }).click();
    const tab = this.page.getByRole('tab', { name: book, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }
  field(name: string): Locator {
    return this.page.locator(`[data-name="${name}"]`).locator('visible=true');
  }
  button(name: string): Locator {
    return this.page.getByRole('button', { name }).locator('visible=true');
  }
  /** Types into a field. */
  async type(name: string, text: string): Promise<void> {
    await this.field(name).focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }
  /** Takes a choice by typing its beginning. */
  async choose(name: string, text: string): Promise<void> {
    await this.type(name, text);
    await expect(this.page.getByRole('option').filter({ hasText: text }).first()).toBeVisible();
    await this.page.keyboard.press('Enter');
  }
  /** The colleague's name by initials, then the PIN. */
  async countersign(initials: string): Promise<void> {
    await this.field('second.staffId').focus();
    await this.page.keyboard.type(initials);
    await this.page.keyboard.press('Enter');
    await this.field('second.pin').focus();
    await this.page.keyboard.type(DEMO_PIN);
    // Six digits and Enter at a machine's pace would be a scan.
    await expect(this.field('second.pin')).toHaveValue(DEMO_PIN);
  }
  /** A line of the counting sheet by its key number. */
  line(keyNo: string): Locator {
    return this.page.getByRole('row').filter({ hasText: keyNo }).locator('visible=true').last();
  }
}
