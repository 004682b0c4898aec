import type { Input } from '../../../shared/api';
import type { CustomBookLine } from '../../../shared/registers/custom-books.row';
import { TEMPLATES } from '../../../shared/registers/custom-books.templates';
import type { Role } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';

export { ago, expectLast, journalOf, quickOffice, touch } from '../../support/quick';

export type NewBook = Input<'customBooks.define'>;

/** Defines a book from a template; `over` replaces what a test is about. */
export async function newBook(
  office: TestOffice,
  template: string,
  over: Partial<NewBook> = {},
): Promise<CustomBookLine> {
  const form: NewBook = { ...TEMPLATES[template]!, ...over };
  const { id } = must(await office.as('csSupervisor').customBooks.define(form));
  return bookOf(office, id);
}

export async function bookOf(office: TestOffice, id: string): Promise<CustomBookLine> {
  const { rows } = must(await office.as('csSupervisor').customBooks.list({}));
  return rows.find((row) => row.id === id)!;
}

/** The definition as the dialog sends it back. */
export const formOf = (book: CustomBookLine): NewBook => ({
  code: book.code,
  zh: book.zh,
  en: book.en,
  flow: book.flow,
  columns: book.columns.map((column) => ({ ...column, personal: column.slot.startsWith('p') })),
  writers: book.writers,
  keepYears: book.keepYears as 3 | null,
  signers: book.signers,
  foot: book.foot,
});

/** Slot of a column by its heading. */
export const slotOf = (book: CustomBookLine, zh: string) =>
  book.columns.find((column) => column.zh === zh)!.slot as 'v01';

/** Writes a line: values by heading. */
export const write = async (
  office: TestOffice,
  book: CustomBookLine,
  values: Record<string, string>,
  role: Role = 'receptionist',
) =>
  office.as(role).customEntries.register({
    bookId: book.id,
    at: office.now(),
    values: Object.fromEntries(Object.entries(values).map(([zh, value]) => [slotOf(book, zh), value])),
  });

export const TOP_UP = {
  日期: '2026-11-20',
  房号: '3-1502',
  委托人: '孙建平',
  类别: '电',
  '表号/卡号': 'DB-1',
  '金额（元）': '10050',
};
export const HAZARD = { 发现时间: '2026-11-20T01:00:00.000Z', 地点: '东门', 隐患: '地面湿滑' };

export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).customEntries.entry({ id }));
