import { addDays, dayOf, instantOf, isoOf, MINUTE_MS, monthOf, msOf } from '../../../shared/dates';
import type { NumberedRegister } from '../../../shared/ids';
import type { SearchHit } from '../../../shared/registers/search';
import { holds } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import { type Found, find, findNumber, newest } from '../../db/search';
import { marksOf, readQuery } from '../../db/search-query';
import type { HandlersFor } from '../handlers';
import { peopleMeant, unitsMeant, withUnits } from '../units/found';
import { BOOKS, LOGS } from './books';
import type { Brief } from './brief';
import { scan } from './scan';

/**
 * The omni-box over all books: one index, one answer, newest first. A running number alone means this month's line first
 * (desk-practice.md §4); books the reader may not read are not searched.
 */

const ALL = Object.keys(BOOKS) as NumberedRegister[];

export const searchHandlers: HandlersFor<'search'> = {
  scan,

  async find({ typed, limit }, { db, actor, now, door }) {
    const registers = ALL.filter((register) => holds(actor?.roles ?? [], BOOKS[register].permit));
    const raw = door.rawReader;
    // One more than asked tells whether there are more; all books need no register token.
    const wanted = { typed, limit: limit + 1, ...(registers.length < ALL.length ? { registers } : {}) };
    const { number } = readQuery(typed);
    const first = number && registers.length > 0 ? findNumber(raw, number, monthOf(now), registers) : [];
    const rest = registers.length > 0 ? find(raw, wanted) : [];
    // A unit's number in any writing means that unit before anything its digits may also be; people bring their units.
    const units = await unitsMeant(db, raw, typed, registers);
    const pinned = [...units, ...first];
    const found = [...pinned, ...rest.filter((hit) => !pinned.some((one) => one.id === hit.id))];
    const shown = await withUnits(
      db,
      raw,
      peopleMeant(raw, typed, found.slice(0, limit), registers),
      registers,
    );
    return { hits: await asHits(db, shown.slice(0, limit), typed, now), more: found.length > limit };
  },

  async recent({ limit }, { db, actor, now, door }) {
    const registers = LOGS.filter((register) => holds(actor?.roles ?? [], BOOKS[register].permit));
    // What is announced for later (an expected visitor) has not happened yet.
    const to = isoOf(msOf(now) + MINUTE_MS);
    const from = instantOf(addDays(dayOf(now), -1));
    const found = newest(door.rawReader, { from, to, registers, limit });
    return (await asHits(db, found, '', now)).map(({ marks: _, ...line }) => line);
  },
};

/** Hits with their books' words, in the order found. An entry the index knows and the book does not is left out. */
async function asHits(db: ReadDb, found: readonly Found[], typed: string, now: string): Promise<SearchHit[]> {
  const briefs = new Map<string, Brief>();
  for (const register of ALL) {
    const ids = found.filter((hit) => hit.register === register).map((hit) => hit.entryId);
    if (ids.length === 0) continue;
    for (const brief of await BOOKS[register].briefs(db, ids, now)) briefs.set(brief.entryId, brief);
  }
  return found.flatMap((hit) => {
    const brief = briefs.get(hit.entryId);
    return brief ? [{ ...brief, register: hit.register, marks: marksOf(typed, hit.words) }] : [];
  });
}
