import { z } from 'zod';
import { command, query } from '../op';
import { ROLES } from '../posts';
import { id, optionalText, text, version } from '../text';
import { CUSTOM_KINDS, customBookLine, FLOWS, FOOT_SIGNERS, RETENTIONS, SLOTS } from './custom-books.row';

/** 自设登记簿: the office defines its own books (issue 6). What is written into them: custom-entries.ts. */

/** Headings stand in word lists, where these characters mean something: they are taken in their full width. */
const FULL_WIDTH: Readonly<Record<string, string>> = { ':': '：', '{': '｛', '}': '｝', $: '＄' };
const label = (max: number) =>
  text(max).transform((typed) => typed.replace(/[:{}$]/g, (mark) => FULL_WIDTH[mark] ?? mark));
const optionalLabel = (max: number) =>
  z
    .string()
    .nullish()
    .transform((typed) => (typed?.trim() ? typed : null))
    .pipe(label(max).nullable());

/** A column as the dialog sends it; without a slot it is new. */
export const columnForm = z.object({
  slot: z
    .enum(SLOTS)
    .nullish()
    .transform((value) => value ?? null),
  kind: z.enum(CUSTOM_KINDS),
  zh: label(12),
  en: optionalLabel(24),
  choices: z.array(text(20)).max(20).default([]),
  /** Sealed as a person's; people always are. */
  personal: z.boolean().default(false),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
});
export type ColumnForm = z.output<typeof columnForm>;

export const bookForm = z.object({
  code: text(20),
  zh: label(20),
  en: optionalLabel(40),
  flow: z.enum(FLOWS),
  columns: z.array(columnForm).min(1, { error: 'text.empty' }).max(19),
  writers: z.array(z.enum(ROLES)).min(1, { error: 'text.empty' }).max(ROLES.length),
  keepYears: z
    .union(RETENTIONS.map((years) => z.literal(years)))
    .nullish()
    .transform((value) => value ?? null),
  signers: z.array(z.enum(FOOT_SIGNERS)).max(FOOT_SIGNERS.length),
  foot: optionalText(120),
});
export type BookForm = z.output<typeof bookForm>;

const done = z.object({ id: z.string(), version: z.number().int() });

export const customBooks = {
  /** All own books, open ones first, by form code. */
  list: query('customBooks.read', z.object({}), z.object({ rows: z.array(customBookLine) })),
  /**
   * A new book. Errors: `customBooks.codeTaken`, `.tooManyColumns`, `.tooWide`, `.choicesMissing`, `.labelTwice`.
   */
  define: command('customBooks.define', bookForm, done),
  /**
   * Changes a definition: columns may be added, hidden, renamed, put in another order. Errors: those of `define`, and once
   * lines exist `customBooks.retyped`, `.columnGone`, `.flowFixed`, `.choiceGone`.
   */
  revise: command('customBooks.define', z.object({ id, version, ...bookForm.shape }), done),
  /** Takes no more lines; what is written stays and can be printed. */
  close: command('customBooks.define', z.object({ id, version }), done),
  reopen: command('customBooks.define', z.object({ id, version }), done),
} as const;
