import { describe, expect, it } from 'vitest';
import { PAPERS } from '../../electron/registers/prints/papers';
import { FORM_NUMBERS } from '../../shared/print/forms';
import { desk } from '../cli/support';

/** `desk print` knows every form of the list and what each must be told. */

describe('desk print', () => {
  it('lists every form with its title and what it is asked by', async () => {
    const { out } = await desk(['print', '--help']);
    for (const form of FORM_NUMBERS)
      expect(out.join('\n')).toMatch(new RegExp(`^  ${form} +[A-Z].*\\(.+\\)$`, 'm'));
  });

  it('refuses to be told what a form has no use for', async () => {
    const number = ['--entry', 'SW202611-0001'];
    const month = ['--month', '2026-11'];
    for (const form of FORM_NUMBERS) {
      const { needs } = PAPERS[form];
      const said = async (words: readonly string[]): Promise<number> =>
        (await desk(['print', form, '--data', 'x', '--out', 'x.pdf', ...words])).code;
      // 2: wrong usage. 1: the words are right, and plain Node has no page engine.
      const own = needs === 'ownBook';
      expect(await said(number), form).toBe(needs === 'month' || needs === 'now' || own ? 2 : 1);
      expect(await said(month), form).toBe(needs === 'entry' || needs === 'now' || own ? 2 : 1);
      // Which of the office's own books: only their form asks for it.
      expect(await said([...month, '--book', 'ZD-70']), form).toBe(own ? 1 : 2);
      expect(await said([]), form).toBe(needs === 'now' || needs === 'any' ? 1 : 2);
      expect(await said([...number, ...month]), form).toBe(2);
    }
  });
});
