import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, text, version } from '../text';
import { customBookLine, VALUE_SLOTS } from './custom-books.row';
import { CUSTOM_ENTRY_STATES, customEntryLine } from './custom-entries.row';
import { pageOf, storyLine } from './shapes';

/** Lines of the office's own books. Values come as text in the writing of their kind (custom-values.ts). */

/** Counts that ask for action: lines not finished. */
export const CUSTOM_ENTRY_NEEDS = ['open'] as const;

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const typed = z.string().max(20_000, { error: 'text.long' });

export const customEntryFilter = z.object({
  /** One book; left out: all of them. */
  bookId: id.nullish(),
  need: z.enum(CUSTOM_ENTRY_NEEDS).nullish(),
  states: z.array(z.enum(CUSTOM_ENTRY_STATES)).max(5).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Recorder: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});

export const customEntries = {
  /** Lines, newest first; a page of at most 200. */
  list: query(
    'customEntries.read',
    z.object({
      filter: customEntryFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(customEntryLine),
  ),
  counts: query('customEntries.read', z.object({}), z.record(z.enum(CUSTOM_ENTRY_NEEDS), z.number().int())),
  /** A line with its book's definition. */
  entry: query(
    'customEntries.read',
    z.object({ id }),
    z.object({
      entry: customEntryLine,
      book: customBookLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * A new line. Errors: `customEntries.bookClosed`, `.notWriter`; InvalidField `values.<slot>` with the field's own problem,
   * `values` for a column the book does not have.
   */
  register: command(
    'customEntries.record',
    z.object({
      bookId: id,
      at: instant,
      values: z.partialRecord(z.enum(VALUE_SLOTS), typed),
      note: optionalText(300),
    }),
    done.extend({ scanCode: z.string() }),
  ),
  /** Begun (course `work`). Errors: `customEntries.wrongState`, `.notWriter`. */
  start: command('customEntries.record', z.object(touch), done),
  /** Finished. Errors: `customEntries.wrongState`, `.notWriter`. */
  finish: command('customEntries.record', z.object({ ...touch, note: optionalText(300) }), done),
  /** One field corrected (trust.md C5): a value slot, `at` or `note`. */
  correct: command(
    'customEntries.record',
    z.object({
      ...touch,
      field: z.enum([...VALUE_SLOTS, 'at', 'note']),
      value: typed,
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('customEntries.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('customEntries.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
