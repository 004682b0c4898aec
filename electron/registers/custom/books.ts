import type { BookForm } from '../../../shared/registers/custom-books';
import {
  type CustomBookLine,
  type CustomColumn,
  PERSONAL_SLOTS,
  PLAIN_SLOTS,
  SEALABLE,
  SIGN_SLOTS,
  type Slot,
} from '../../../shared/registers/custom-books.row';
import { fitsSheet } from '../../../shared/registers/custom-values';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import type { CustomBooksTable } from '../../db/tables';
import { asFilled } from '../../entries/load';

/** Definitions of own books: read, checked, laid out in slots. */

/** A definition with its lists read. */
export const bookLine = (row: CustomBooksTable, lines = 0): CustomBookLine => ({
  ...row,
  columns: JSON.parse(row.columns) as CustomBookLine['columns'],
  writers: JSON.parse(row.writers) as CustomBookLine['writers'],
  signers: JSON.parse(row.signers) as CustomBookLine['signers'],
  lines,
});

/** The definition as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function bookRow(db: ReadDb, id: string, version?: number): Promise<CustomBooksTable> {
  const row = await db.selectFrom('custom_books').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

export const bookBy = async (db: ReadDb, id: string): Promise<CustomBookLine> =>
  bookLine(await bookRow(db, id));

/** Definitions of some lines' books, by id. */
export async function booksBy(db: ReadDb, ids: readonly string[]): Promise<Map<string, CustomBookLine>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('custom_books')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, bookLine(row)]));
}

/** How many lines a book has. */
export async function linesIn(db: ReadDb, bookId: string): Promise<number> {
  const { n } = await db
    .selectFrom('custom_entries')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('bookId', '=', bookId)
    .executeTakeFirstOrThrow();
  return n;
}

/** No other book has this form code. Errors: Refusal `customBooks.codeTaken`. */
export async function assertCodeFree(db: ReadDb, code: string, ownId: string | null): Promise<void> {
  const other = await db
    .selectFrom('custom_books')
    .select(['id', 'zh'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (other && other.id !== ownId) throw new Refusal('customBooks.codeTaken', { code, title: other.zh });
}

const sealed = (column: BookForm['columns'][number]): boolean =>
  column.kind === 'person' || (column.personal && SEALABLE.includes(column.kind));

/**
 * The form's columns in their slots: old ones keep theirs, new ones take the first free one of their sort. Errors: Refusal
 * `customBooks.tooManyColumns`, `.choicesMissing`, `.labelTwice`, `.tooWide`, `.columnGone`, `.retyped`, `.choiceGone`.
 */
export function laidOut(form: BookForm, before: CustomBookLine | null): CustomColumn[] {
  const old = new Map<Slot, CustomColumn>(before?.columns.map((column) => [column.slot, column]));
  const used = new Set<Slot>(old.keys());
  const columns = form.columns.map((column, index): CustomColumn => {
    const was = column.slot === null ? null : old.get(column.slot);
    if (was === undefined) throw new InvalidField(`columns.${index}.slot`, 'id.unknown');
    if (was && before && before.lines > 0) assertKept(column, was);
    const keeps = was !== null && poolOf(column).some((slot) => slot === was.slot);
    return {
      slot: keeps ? was.slot : freeSlot(column, used),
      kind: column.kind,
      zh: column.zh,
      en: column.en,
      choices: column.kind === 'choice' ? [...new Set(column.choices)] : [],
      required: column.required && column.kind !== 'signature',
      hidden: column.hidden,
    };
  });
  assertWhole(form, columns, before);
  return columns;
}

function assertKept(column: BookForm['columns'][number], was: CustomColumn): void {
  const personal = PERSONAL_SLOTS.some((slot) => slot === was.slot);
  if (column.kind !== was.kind || sealed(column) !== personal)
    throw new Refusal('customBooks.retyped', { column: was.zh });
  if (column.kind === 'choice' && was.choices.some((choice) => !column.choices.includes(choice)))
    throw new Refusal('customBooks.choiceGone', { column: was.zh });
}

const poolOf = (column: BookForm['columns'][number]): readonly Slot[] =>
  column.kind === 'signature' ? SIGN_SLOTS : sealed(column) ? PERSONAL_SLOTS : PLAIN_SLOTS;

function freeSlot(column: BookForm['columns'][number], used: Set<Slot>): Slot {
  const slot = poolOf(column).find((one) => !used.has(one));
  if (!slot) throw new Refusal('customBooks.tooManyColumns');
  used.add(slot);
  return slot;
}

function assertWhole(form: BookForm, columns: CustomColumn[], before: CustomBookLine | null): void {
  const kept = new Set(columns.map((column) => column.slot));
  const gone = before && before.lines > 0 ? before.columns.find(({ slot }) => !kept.has(slot)) : undefined;
  if (gone) throw new Refusal('customBooks.columnGone', { column: gone.zh });
  if (kept.size !== columns.length) throw new InvalidField('columns', 'id.unknown');
  if (new Set(columns.map((column) => column.zh)).size !== columns.length)
    throw new Refusal('customBooks.labelTwice');
  const empty = columns.find(({ kind, choices }) => kind === 'choice' && choices.length === 0);
  if (empty) throw new Refusal('customBooks.choicesMissing', { column: empty.zh });
  if (columns.every(({ hidden, kind }) => hidden || kind === 'signature'))
    throw new Refusal('customBooks.nothingToWrite');
  if (!fitsSheet({ flow: form.flow, columns })) throw new Refusal('customBooks.tooWide');
}
