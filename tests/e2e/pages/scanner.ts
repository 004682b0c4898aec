import type { CDPSession, Page } from '@playwright/test';
import { expect } from '../../support/app';
import { type WedgeOptions, wedgeKeys } from '../../support/wedge';

/**
 * A keyboard-wedge scanner on the real app: trusted keys through the browser's input pipeline with times of their own, so
 * that 8 ms between two keys are 8 ms to the page however busy the machine is.
 */
export class Scanner {
  readonly page: Page;
  readonly #cdp: CDPSession;
  /** Seconds since the epoch, as the protocol counts them. */
  #at: number;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
    this.#at = Date.now() / 1000;
  }
  static async plug(page: Page): Promise<Scanner> {
    return new Scanner(page, await page.context().newCDPSession(page));
  }

  /** Lets time go by between two scans, in ms; no test waits for it. */
  pause(ms: number): void {
    this.#at += ms / 1000;
  }

  /** One scan. `ime`: an input method is on and keeps the characters from the page. */
  async scan(code: string, options: WedgeOptions & { ime?: boolean } = {}): Promise<void> {
    for (const key of wedgeKeys(code, options)) await this.#press(key, options.ime ?? false);
  }

  /** One key alone, e.g. a terminator too many. */
  async press(key: 'Enter' | 'Tab', gap: number): Promise<void> {
    await this.#press({ code: key, key, shiftKey: false, gap }, false);
  }

  async #press(
    { code, key, shiftKey, gap }: { code: string; key: string; shiftKey: boolean; gap: number },
    ime: boolean,
  ): Promise<void> {
    this.#at += gap / 1000;
    const virtual = { Enter: 13, Tab: 9 }[key] ?? key.toUpperCase().charCodeAt(0);
    const common = { code, modifiers: shiftKey ? 8 : 0, timestamp: this.#at };
    const named = ime
      ? { key: 'Process', windowsVirtualKeyCode: 229 }
      : { key, windowsVirtualKeyCode: virtual };
    const text = key === 'Enter' ? '\r' : key.length === 1 && !ime ? key : undefined;
    await this.#cdp.send('Input.dispatchKeyEvent', {
      type: text ? 'keyDown' : 'rawKeyDown',
      ...common,
      ...named,
      ...(text ? { text } : {}),
    });
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common, ...named });
  }

  /** Begins a composition in the focused field: letters of pinyin under the caret, nothing picked. */
  async compose(pinyin: string): Promise<void> {
    await this.#cdp.send('Input.imeSetComposition', {
      text: pinyin,
      selectionStart: pinyin.length,
      selectionEnd: pinyin.length,
    });
  }

  /** The result card. */
  get card() {
    return this.page.locator('.scan-card');
  }
  /** The one card of a scan, once it has the keyboard. */
  async shown(code: string): Promise<void> {
    await expect(this.card).toHaveAttribute('data-code', code);
    await expect(this.card).toHaveCount(1);
    await expect(this.card.locator(':focus')).toHaveCount(1);
  }
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.card).toHaveCount(0);
  }
}
