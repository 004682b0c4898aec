import { storyOf } from '../../db/story';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { countBranches } from '../../entries/listing';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { bookBy } from './books';
import { close, define, list as listBooks, reopen, revise } from './define';
import { correct, finish, markSeen, register, start, voidEntry } from './entries';
import { entryPage, waitingBranches } from './filter';
import { toLines } from './lines';
import { actsOn, entryOf } from './load';

/** 自设登记簿: definitions and lines. */
export const customBookHandlers: HandlersFor<'customBooks'> = {
  list: listBooks,
  define,
  revise,
  close,
  reopen,
};

export const customEntryHandlers: HandlersFor<'customEntries'> = {
  list: ({ filter, after, limit }, { db, door }) =>
    entryPage(db, door.rawReader, filter, after ?? null, limit),
  counts: async (_, { db }) => ({ open: await countBranches(db, 'custom_entries', waitingBranches()) }),
  entry: async ({ id }, { db, actor, now }) => {
    const row = await entryOf(db, id);
    const book = await bookBy(db, row.bookId);
    const settings = await settingsOf(db);
    const [line] = await toLines(db, [row], settings);
    return {
      entry: line!,
      book,
      story: await storyOf(db, 'customEntries', id),
      next: actsOn(row, book, actor),
      freeUntil: await freeUntil(db, 'customEntries', row, actor?.staffId, settings.limits, now),
      warnings: await correctionWarnings(db, 'customEntries', row, settings.limits),
    };
  },
  register,
  start,
  finish,
  correct,
  void: voidEntry,
  markSeen,
};
