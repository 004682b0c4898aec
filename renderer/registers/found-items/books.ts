import type { Wording } from '../../../shared/columns';
import { type CashCount, cashTotalCents, DENOMINATIONS_CENTS, yuan } from '../../../shared/money';
import { FOUND_ITEM_NEEDS } from '../../../shared/registers/found-items';
import type { Category } from '../../../shared/registers/office';
import type { Book, NeedCounts } from '../../book/book';

/** Name of a category in the language of the screen; the code itself when the office has taken the category away. */
export function categoryName(categories: readonly Category[], code: string, lang: Wording['lang']): string {
  const found = categories.find((c) => c.code === code);
  if (!found) return code;
  return lang === 'en' ? found.en : found.zh;
}

/** Reads the cash column; broken text counts as none. */
export function cashOf(text: string | null): CashCount {
  if (!text) return {};
  try {
    return JSON.parse(text) as CashCount;
  } catch {
    return {};
  }
}

/** `100元×3 5元×1 = 305.00元`, largest first. */
export function cashText(count: CashCount, { t }: Wording): string {
  const parts = DENOMINATIONS_CENTS.filter((cents) => count[cents]).map((cents) =>
    t('found-items:screen.cashPart', { note: cents / 100, pieces: count[cents] ?? 0 }),
  );
  return t('found-items:screen.cashSum', { parts: parts.join('  '), yuan: yuan(cashTotalCents(count)) });
}

/** Values that only this room knows: categories by name, cash by denominations. */
const value: Book['value'] = (field, text, words, desk) => {
  if (field === 'category') return categoryName(desk.settings.categories, text, words.lang);
  if (field === 'cash') return cashText(cashOf(text), words);
  if (field === 'valuable') return words.t(`book:screen.${text === '1' ? 'yes' : 'no'}`);
  return null;
};

/** S01 捡拾物品登记. */
export const FOUND_ITEMS: Book = {
  register: 'foundItems',
  ns: 'found-items',
  stateGroup: 'state',
  codes: { outcome: 'outcome', claimantDocumentKind: 'documentKind', claimMatch: 'match' },
  value,
  keys: {
    notifyPartyA: 'N',
    confirmQuantity: 'Q',
    handToPartyA: 'H',
    claim: 'C',
    refuseClaim: 'R',
    handToPolice: 'P',
    dispose: 'D',
    postNotice: 'G',
    unlink: 'U',
  },
  grave: ['dispose'],
  graveStory: ['refuseClaim'],
};

/** S02 失物与寻人登记. */
export const LOST_REPORTS: Book = {
  register: 'lostReports',
  ns: 'found-items',
  stateGroup: 'lostState',
  codes: { subject: 'subject' },
  value,
  keys: { unlink: 'U' },
};

/** The counts on top of the register and on the Today board. */
export const FOUND_ITEM_COUNTS: NeedCounts = {
  book: FOUND_ITEMS,
  op: 'foundItems.counts',
  needs: FOUND_ITEM_NEEDS,
  late: ['disposal', 'long'],
  quiet: ['partyA'],
};
