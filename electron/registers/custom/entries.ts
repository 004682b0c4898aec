import { monthOf } from '../../../shared/dates';
import {
  type CustomBookLine,
  hasValue,
  VALUE_SLOTS,
  type ValueSlot,
} from '../../../shared/registers/custom-books.row';
import type { CustomEntry } from '../../../shared/registers/custom-entries.row';
import { readValue } from '../../../shared/registers/custom-values';
import { InvalidField, Refusal } from '../../../shared/result';
import { instant, optionalText } from '../../../shared/text';
import type { CustomEntriesTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { bookBy } from './books';
import { assertWriter, entryOf, moved } from './load';
import { indexEntry } from './words';

/** Writing into own books. */

type Ops = HandlersFor<'customEntries'>;
type Values = Pick<CustomEntry, ValueSlot>;

/** No value in any slot, nothing happened yet. */
export const UNTOUCHED = {
  ...(Object.fromEntries(VALUE_SLOTS.map((slot) => [slot, null])) as Values),
  startedAt: null,
  startedByName: null,
  doneAt: null,
  doneByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** Where a new line of the book begins. */
export const firstState = ({ flow }: Pick<CustomBookLine, 'flow'>): 'recorded' | 'open' =>
  flow === 'record' ? 'recorded' : 'open';

/** The values in the writing of their kinds. Errors: InvalidField `values.<slot>`. */
function valuesOf(book: CustomBookLine, typed: Partial<Record<ValueSlot, string>>): Partial<Values> {
  const shown = book.columns.filter((column) => !column.hidden).filter(hasValue);
  const values: Partial<Values> = {};
  for (const column of shown) {
    const read = readValue(column, typed[column.slot] ?? '');
    if ('problem' in read) throw new InvalidField(`values.${column.slot}`, read.problem);
    values[column.slot] = read.value;
  }
  const stray = Object.keys(typed).find((slot) => !shown.some((column) => column.slot === slot));
  if (stray) throw new InvalidField(`values.${stray}`, 'id.unknown');
  return values;
}

export const register: Ops['register'] = async ({ bookId, at, values, note }, ctx) => {
  const { db, actor, journal, numbers, newId, now } = ctx;
  const book = await bookBy(db, bookId);
  if (book.state === 'closed') throw new Refusal('customEntries.bookClosed', { title: book.zh });
  assertWriter(book, actor);
  assertTime('at', at, null, now);
  const written = valuesOf(book, values);
  if (Object.values(written).every((value) => value === null) && !note)
    throw new Refusal('customEntries.nothingWritten');
  const { serialNo, scanCode } = numbers.next('customEntries', monthOf(now));
  const row = journal.create('customEntries', {
    ...UNTOUCHED,
    ...written,
    id: newId(),
    serialNo,
    scanCode,
    state: firstState(book),
    bookId,
    at,
    note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexEntry(ctx, row, book);
  return { ...done(row), scanCode: row.scanCode };
};

export const start: Ops['start'] = async ({ id, version }, { db, actor, journal, now }) => {
  const row = await entryOf(db, id, version);
  const book = await bookBy(db, row.bookId);
  const state = moved(row, book, 'doing');
  assertWriter(book, actor);
  const patch = { state, startedAt: now, startedByName: actor.name };
  return done(journal.change('customEntries', row, patch, { kind: 'CHANGE' }));
};

export const finish: Ops['finish'] = async ({ id, version, note }, ctx) => {
  const row = await entryOf(ctx.db, id, version);
  const book = await bookBy(ctx.db, row.bookId);
  const state = moved(row, book, 'done');
  assertWriter(book, ctx.actor);
  const patch = { state, doneAt: ctx.now, doneByName: ctx.actor.name, ...(note ? { note } : {}) };
  const next = ctx.journal.change('customEntries', row, patch, { kind: 'CHANGE' });
  indexEntry(ctx, next, book);
  return done(next);
};

/** Errors: `customEntries.wrongState` (void), `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`, `field`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await entryOf(ctx.db, id, version);
  const book = await bookBy(ctx.db, row.bookId);
  if (row.state === 'voided') throw new Refusal('customEntries.wrongState', { state: row.state });
  const patch = patchOf(book, field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (patch.at) assertTime('value', patch.at, null, ctx.now);
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'customEntries', row, field, reason, limits);
  const next = ctx.journal.change('customEntries', row, patch, correction);
  indexEntry(ctx, next, book);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'customEntries', next, limits) };
};

function patchOf(
  book: CustomBookLine,
  field: ValueSlot | 'at' | 'note',
  value: string,
): Partial<CustomEntriesTable> {
  if (field === 'at') return { at: asTyped(instant, value) };
  if (field === 'note') return { note: asTyped(optionalText(300), value) };
  const column = book.columns.find((one) => one.slot === field);
  if (!column) throw new InvalidField('field', 'id.unknown');
  const read = readValue(column, value);
  if ('problem' in read) throw new InvalidField('value', read.problem);
  return { [field]: read.value };
}

/** Number and line stay, printed 作废. */
export const voidEntry: Ops['void'] = async ({ id, version, reason }, { db, actor, journal, now }) => {
  const row = await entryOf(db, id, version);
  const state = moved(row, await bookBy(db, row.bookId), 'voided');
  const patch = { state, voidReason: reason, voidedAt: now, voidedByName: actor.name };
  return done(journal.change('customEntries', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await entryOf(ctx.db, id);
  await seen(ctx, 'customEntries', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
