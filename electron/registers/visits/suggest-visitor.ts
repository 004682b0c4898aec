import type Database from 'better-sqlite3';
import { addDays, DAY_MS, dayOf, instantOf, msOf } from '../../../shared/dates';
import { shiftAt } from '../../../shared/registers/shifts';
import type { KnownVisitor } from '../../../shared/registers/visits.forms';
import { VISIT_OPEN } from '../../../shared/registers/visits.row';
import { holds } from '../../../shared/roles';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import { prepared } from '../../db/prepared';
import { type Found, find } from '../../db/search';
import { holdsWhole, readQuery } from '../../db/search-query';
import { foldQuery, runsOf } from '../../db/search-text';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/**
 * Who the visitor at the desk may be (desk-practice.md §4): this unit > this shift > last 90 days > all, then frequency ×
 * recency. The omni-box's index finds the newest visits that fit what was typed; only their own lines are read, so a book
 * of a million visits answers in a few milliseconds. Erased visitors have no name any more and do not come back.
 */

type Ops = HandlersFor<'visits'>;

/** Hits taken from the index at a time; how many in all when most of them mean hosts; visitors looked at. */
const BATCH = 100;
const MOST = 400;
const ENOUGH = 80;
/** Latest visits of the unit that are always among those looked at. */
const OF_UNIT = 60;
const SHOWN = 8;

export const suggestVisitor: Ops['suggestVisitor'] = async ({ typed, unitId }, { db, now, actor, door }) => {
  const fitting = fittingIds(door.rawReader, typed);
  if (unitId) for (const [id, fit] of await ofUnit(db, door.rawReader, unitId, typed)) fitting.set(id, fit);
  const rows = await visitsOf(db, [...fitting.keys()]);
  const settings = await settingsOf(db);
  const shiftFrom = shiftAt(settings.shifts, now)?.from ?? now;
  const recentFrom = instantOf(addDays(dayOf(now), -90));
  const people = new Map<
    string,
    {
      newest: Row;
      rank: number;
      weight: number;
      times: number;
      expected: Row | null;
      open: Row | null;
      watched: boolean;
    }
  >();
  for (const row of rows) {
    // Erased visitors have no name; without a company or carrier the second name is the host's.
    if (row.visitorName === null || (fitting.get(row.id) === 'next' && (row.company ?? row.carrier) === null))
      continue;
    const rank =
      unitId && row.unitId === unitId ? 4 : row.visitAt >= shiftFrom ? 3 : row.visitAt >= recentFrom ? 2 : 1;
    const key = `${row.visitorName}\n${row.visitorPhone ?? row.company ?? ''}`;
    const person = people.get(key) ?? {
      newest: row,
      rank,
      weight: 0,
      times: 0,
      expected: null,
      open: null,
      watched: false,
    };
    // Half the weight for every month that has passed.
    person.weight += 2 ** (-Math.max(0, msOf(now) - msOf(row.visitAt)) / (30 * DAY_MS));
    person.rank = Math.max(person.rank, rank);
    if (row.state !== 'expected') person.times += 1;
    else if (dayOf(row.visitAt) === dayOf(now)) person.expected ??= row;
    if (VISIT_OPEN.includes(row.state)) person.open ??= row;
    person.watched ||= row.watchNote !== null;
    people.set(key, person);
  }
  const best = [...people.values()]
    .sort(
      (a, b) =>
        Number(b.expected !== null) - Number(a.expected !== null) || b.rank - a.rank || b.weight - a.weight,
    )
    .slice(0, SHOWN);
  const codes = await unitCodes(
    db,
    best.map(({ newest }) => newest.unitId),
  );
  const watches = holds(actor?.roles ?? [], 'visits.watch');
  return best.map(({ newest, times, expected, open, watched }): KnownVisitor => {
    const row = expected ?? newest;
    return {
      visitorName: row.visitorName ?? '',
      phoneTail: row.visitorPhone?.slice(-4) ?? null,
      company: row.company,
      type: row.type,
      partySize: row.partySize,
      unitId: row.unitId,
      unitCode: codes.get(row.unitId ?? '') ?? null,
      hostName: row.hostName,
      hostPlace: row.hostPlace,
      purpose: row.purpose,
      plate: row.plate,
      permitNo: row.permitNo,
      carrier: row.carrier,
      lastAt: newest.visitAt,
      times,
      from: row.id,
      expected: expected ? { id: expected.id, version: expected.version, at: expected.visitAt } : null,
      openId: open?.id ?? null,
      watched: watches && watched,
    };
  });
};

/** Visits by what of them fits: the visitor's own name or phone, or the name after it, which is a company or a host. */
type Fitting = Map<string, Fit>;
type Fit = 'visitor' | 'next';

/** Newest visits that fit, by the index alone. */
function fittingIds(raw: Database.Database, typed: string): Fitting {
  const test = visitorTest(typed);
  const found: Fitting = new Map();
  let before = Number.MAX_SAFE_INTEGER;
  for (let looked = 0; looked < MOST && found.size < ENOUGH; looked += BATCH) {
    const hits: Found[] = find(raw, {
      typed,
      registers: ['visits'],
      limit: BATCH,
      before,
      words: true,
    });
    for (const hit of hits) {
      const fit = test(hit.words);
      if (fit) found.set(hit.entryId, fit);
    }
    if (hits.length < BATCH) break;
    before = hits.at(-1)!.id;
  }
  return found;
}

/** The latest visits of the unit that fit: a common name elsewhere must not push them out. */
async function ofUnit(db: ReadDb, raw: Database.Database, unitId: string, typed: string): Promise<Fitting> {
  const test = visitorTest(typed);
  const rows = await db
    .selectFrom('visits')
    .select('id')
    .where('unitId', '=', unitId)
    .orderBy('visitAt', 'desc')
    .orderBy('id', 'desc')
    .limit(OF_UNIT)
    .execute();
  const words = prepared(raw, 'SELECT words FROM search_entries WHERE register = ? AND entryId = ?');
  const found: Fitting = new Map();
  for (const { id } of rows) {
    const entry = words.get('visits', id) as { words: string } | undefined;
    const fit = test(entry?.words ?? '');
    if (fit) found.set(id, fit);
  }
  return found;
}

/**
 * Tests a visit's haystack: every run of what was typed (王138 is a name and a phone) must stand in the visitor's name, which
 * is the first of the names, or the phone; or else in the second name too, which is the company where there is one.
 */
export function visitorTest(typed: string): (words: string) => Fit | null {
  const runs = readQuery(typed).readings.length === 0 ? [] : runsOf(foldQuery(typed));
  const within = (own: string): boolean =>
    runs.every((run) =>
      run.kind === 'latin' ? spelt(own, run.text) || holdsWhole(own, run) : own.includes(run.text),
    );
  return (words) => {
    if (runs.length === 0) return null;
    const { visitor, next } = ownWords(words);
    return within(visitor) ? 'visitor' : next !== '' && within(`${visitor}\n${next}`) ? 'next' : null;
  };
}

/** The visitor's lines of a haystack: the first name with its pinyin and the phone; and the name after it with its own. */
function ownWords(words: string): { visitor: string; next: string } {
  let names = 0;
  let visitor = '';
  let next = '';
  for (const line of words.split('\n')) {
    const mark = line[0];
    if (mark === '@') names += 1;
    if (mark === '#' || (names === 1 && (mark === '@' || mark === "'"))) visitor += `${line}\n`;
    else if (names === 2 && (mark === '@' || mark === "'")) next += `${line}\n`;
  }
  return { visitor, next };
}

/** Letters as initials of a name, from any syllable on. */
function spelt(words: string, letters: string): boolean {
  return words.split('\n').some((line) => {
    if (line[0] !== "'") return false;
    const initials = line
      .slice(1)
      .split("'")
      .map((syllable) => syllable[0])
      .join('');
    return initials.includes(letters);
  });
}

const COLUMNS = [
  'id',
  'version',
  'state',
  'type',
  'visitorName',
  'visitorPhone',
  'company',
  'partySize',
  'unitId',
  'hostName',
  'hostPlace',
  'purpose',
  'plate',
  'permitNo',
  'carrier',
  'watchNote',
  'visitAt',
] as const;
type Row = Awaited<ReturnType<typeof visitsOf>>[number];

/** Visits by ids, newest first, without voided ones. */
const visitsOf = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('visits')
    .select(COLUMNS)
    .where('id', 'in', among(ids))
    .where('state', '!=', 'voided')
    .orderBy('visitAt', 'desc')
    .execute();
