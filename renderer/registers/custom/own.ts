import {
  type CustomBookLine,
  type CustomColumn,
  hasValue,
  nameIn,
} from '../../../shared/registers/custom-books.row';
import { LONGEST, valueIn } from '../../../shared/registers/custom-values';
import type { Book, NeedCounts } from '../../book/book';
import { DAY, type Editor, MONEY, TIME } from '../../book/editors';
import { i18n, LANGS } from '../../i18n';

/** Own books on screen: each is a book of the tab with words of its own, made from its definition. */

/** All lines of all own books. */
export const CUSTOM_ENTRIES: Book = {
  register: 'customEntries',
  ns: 'custom-books',
  keys: { start: 'B', finish: 'D' },
};
export const CUSTOM_BOOKS: Book = { register: 'customBooks', ns: 'custom-books' };

export const CUSTOM_COUNTS: NeedCounts = {
  book: CUSTOM_ENTRIES,
  op: 'customEntries.counts',
  needs: ['open'],
};

type Words = Record<string, Record<string, Record<string, string>>>;
const known = new Map<string, Book>();

/** The book of a definition. Its headings become words of both languages, so that every piece of renderer/book finds them. */
export function ownBook(line: CustomBookLine): Book {
  const key = `${line.id}@${line.version}`;
  const before = known.get(key);
  if (before) return before;
  const ns = `own-${line.id}`;
  for (const lang of LANGS) {
    const shared = i18n.getResourceBundle(lang, CUSTOM_ENTRIES.ns) as Words;
    const headings = Object.fromEntries(line.columns.map((column) => [column.slot, nameIn(lang, column)]));
    const words = {
      ...shared,
      book: { customEntries: nameIn(lang, line) },
      field: { customEntries: { ...shared.field?.customEntries, ...headings } },
    };
    i18n.addResourceBundle(lang, ns, words, true, true);
  }
  const kinds = new Map<string, CustomColumn['kind']>(line.columns.map(({ slot, kind }) => [slot, kind]));
  const book: Book = {
    ...CUSTOM_ENTRIES,
    id: line.id,
    ns,
    value: (field, value) => {
      const kind = kinds.get(field);
      return kind ? valueIn(kind, value) : null;
    },
  };
  known.set(key, book);
  return book;
}

/** Key of a column's heading. */
export const headingOf = (book: Book, column: CustomColumn): string =>
  `${book.ns}:field.customEntries.${column.slot}`;

/** Columns that are written today. */
export const written = (line: CustomBookLine) =>
  line.columns.filter((column) => !column.hidden).filter(hasValue);

/** In which field a column is typed. */
export function editorOf({ kind, choices }: CustomColumn): Editor {
  switch (kind) {
    case 'day':
      return DAY;
    case 'dayTime':
      return TIME;
    case 'count':
      return { kind: 'count' };
    case 'money':
      return MONEY;
    case 'choice':
      return { kind: 'list', choices: choices.map((value) => ({ value, label: value })) };
    default:
      return { kind: kind === 'longText' ? 'longText' : 'text', max: LONGEST[kind] ?? 5 };
  }
}
