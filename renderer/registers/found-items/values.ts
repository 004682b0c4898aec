import type { Wording } from '../../../shared/columns';
import { dayTimeOf } from '../../../shared/dates';
import { type CashCount, cashTotalCents, DENOMINATIONS_CENTS, yuan } from '../../../shared/money';
import type { Category } from '../../../shared/registers/office';

/** Values of the two books as a reader understands them: the entry page, its story and the dialogs use the same words. */

export type Book = 'foundItems' | 'lostReports';

/** i18n key of a field's label. */
export const fieldLabel = (book: Book, field: string): string => `found-items:field.${book}.${field}`;

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

const STATES = { foundItems: 'state', lostReports: 'lostState' } as const;
/** Fields whose values are codes with words below this group. */
const CODED: Record<string, string> = {
  outcome: 'outcome',
  subject: 'subject',
  claimantDocumentKind: 'documentKind',
  claimMatch: 'match',
};

/** One value in words: instants as day and time, codes as names, money in yuan. Empty text for nothing. */
export function valueText(
  book: Book,
  field: string,
  value: unknown,
  words: Wording,
  categories: readonly Category[],
): string {
  if (value === null || value === undefined || value === '') return '';
  const text = String(value);
  if (field === 'state') return words.t(`found-items:${STATES[book]}.${text}`);
  if (field === 'category') return categoryName(categories, text, words.lang);
  if (field === 'cash') return cashText(cashOf(text), words);
  if (field === 'valuable') return words.t(`found-items:screen.${value ? 'yes' : 'no'}`);
  if (field.endsWith('Cents')) return yuan(Number(value));
  if (field === 'photos') return words.t('found-items:screen.photoCount', { n: photosOf(text).length });
  const group = CODED[field];
  if (group) return words.t(`found-items:${group}.${text}`);
  if (/(At|From|To)$/.test(field) && /^\d{4}-\d\d-\d\dT/.test(text)) return dayTimeOf(text);
  return text;
}

/** Names of the photos of an entry. */
export function photosOf(text: string | null): string[] {
  if (!text) return [];
  try {
    return JSON.parse(text) as string[];
  } catch {
    return [];
  }
}

/** Whole fen of an amount typed in yuan (`12`, `12.5`, `12.50`); null when empty, NaN when unreadable, so the door marks the field. */
export function centsTyped(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(text)) return Number.NaN;
  const [whole = '0', part = ''] = text.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
