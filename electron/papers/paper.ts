import { sql } from 'kysely';
import { bookId, FORMS, type FormNumber, type PrintJob } from '../../shared/print/forms';
import { Refusal } from '../../shared/result';
import type { Permit } from '../../shared/roles';
import type { ReadDb } from '../db/context';
import { tableOf } from '../db/seal';
import { breathe, type Common, type Desk, type Request, SLICE } from './desk';

/**
 * What a paper needs to be told: `month` a month's book; `ownBook` a month of the office's own book that the entry id names; `entry` one entry; `entryOrMonth` one, or all of a month;
 * `now` nothing, it lists what is so at this moment; `any` an entry, a month or nothing.
 */
export type PaperNeeds = 'month' | 'ownBook' | 'entry' | 'entryOrMonth' | 'now' | 'any';

type BodyOf<Job> = Job extends PrintJob ? Omit<Job, keyof Common> : never;
/** The part of a job that is the paper's own. */
export type PaperBody = BodyOf<PrintJob>;

/**
 * A printable form. Made by `bookPaper`, `slipPaper` or `labelPaper`; listed in electron/registers/prints/papers.ts.
 * Its prints are journalled under the register that shared/print/form-list.ts names.
 */
export interface Paper<Form extends FormNumber = FormNumber> {
  readonly form: Form;
  readonly family: PrintJob['family'];
  readonly needs: PaperNeeds;
  /** Who may preview, print and record it. */
  readonly permit: Permit;
  /** i18n key of the title. */
  readonly title: string;
  /** Hangs in public: bears no name of whoever printed it. */
  readonly public: boolean;
  /** Title and form code where they are the office's own. */
  headOf?(desk: Desk): Promise<Partial<Common['head']>>;
  /** The paper as data. Errors: Refusal `notFound`, `prints.nothing`, `prints.voided`. */
  prepare(desk: Desk): Promise<PaperBody>;
}

/** Register whose journal carries the prints of a form. */
export const registerOf = (form: FormNumber): string => FORMS[form];

/** Where a print is noted besides its entries: the month's book or stack, an empty sheet, a list; null when only on its entry. */
export function bookRef(request: Request, { form, family, needs }: Paper): string | null {
  if (request.blank) return bookId(form, 'blank');
  if (needs === 'ownBook') return bookId(form, request.month ?? '', request.entryId);
  if (request.entryId) return null;
  return bookId(form, request.month ?? (family === 'notice' ? 'open' : 'now'));
}

/** Lists as of now and empty sheets are new papers each time; all others count their copies. */
export const countsCopies = (request: Request, { needs }: Paper): boolean =>
  !request.blank && needs !== 'now';

export interface EntryRef {
  id: string;
  serialNo: string;
}

/** Entries of a register by serial number or id, in number order. Refused `notFound` when one of them is unknown. */
export async function entryRefs(
  db: ReadDb,
  register: string,
  by: 'id' | 'serialNo',
  names: readonly string[],
): Promise<EntryRef[]> {
  const table = tableOf(register);
  if (!table) throw new Refusal('notFound');
  const found: EntryRef[] = [];
  for (let at = 0; at < names.length; at += SLICE) {
    const part = names.slice(at, at + SLICE);
    const { rows } =
      await sql<EntryRef>`select ${sql.ref('id')}, ${sql.ref('serialNo')} from ${sql.table(table)}
      where ${sql.ref(by)} in (${sql.join(part)}) order by ${sql.ref('serialNo')}`.execute(db);
    found.push(...rows);
    await breathe();
  }
  if (found.length !== names.length) throw new Refusal('notFound');
  return found;
}
