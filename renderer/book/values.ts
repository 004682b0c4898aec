import type { Wording } from '../../shared/columns';
import { dayTimeOf } from '../../shared/dates';
import { yuan } from '../../shared/money';
import { hasWords } from '../i18n';
import { type Book, stateLabel } from './book';
import type { Desk } from './desk';

/**
 * One value as a reader understands it, the same on the entry page, in its story and in the correction: instants as day
 * and time, codes as their words, fen as yuan. Empty text for nothing. Own rules of a book come first (`Book.value`).
 */
export function valueText(book: Book, field: string, value: unknown, words: Wording, desk: Desk): string {
  if (value === null || value === undefined || value === '') return '';
  const text = String(value);
  const own = book.value?.(field, text, words, desk);
  if (own !== null && own !== undefined) return own;
  if (field === 'state') return words.t(stateLabel(book, text));
  if (typeof value === 'boolean') return words.t(`book:screen.${value ? 'yes' : 'no'}`);
  if (field.endsWith('Cents')) return yuan(Number(value));
  if (field === 'photos') return words.t('book:screen.photoCount', { n: listOf(text).length });
  const coded = codeLabel(book, field, text);
  if (coded) return words.t(coded);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return dayTimeOf(text);
  return text;
}

/** Key of a code's words: its named group, else `<ns>:value.<register>.<field>.<code>` when there are such words. */
function codeLabel(book: Book, field: string, text: string): string | null {
  const group = book.codes?.[field];
  if (group) return `${book.ns}:${group}.${text}`;
  if (!/^[A-Za-z]\w{0,39}$/.test(text)) return null;
  const key = `${book.ns}:value.${book.register}.${field}.${text}`;
  return hasWords(key) ? key : null;
}

/** A column that holds a JSON array of texts (photo names, document names); broken or empty text counts as none. */
export function listOf(text: string | null): string[] {
  if (!text) return [];
  try {
    return JSON.parse(text) as string[];
  } catch {
    return [];
  }
}

/** Whole fen of an amount typed in yuan (`12`, `12.5`, `1,234.50` as `yuan` writes it); null when empty, NaN when unreadable, so the door marks the field. */
export function centsTyped(typed: string): number | null {
  const text = typed.trim().replace(/,(?=\d{3}\b)/g, '');
  if (text === '') return null;
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(text)) return Number.NaN;
  const [whole = '0', part = ''] = text.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
