import type Database from 'better-sqlite3';
import { Chance } from '../../electron/cli/seed/chance';
import { readingsOf } from '../../electron/db/search-text';

/** What clerks type, one class at a time (speed.md §1), drawn from entries that exist; and what nobody finds. */

export type QueryClass =
  | 'twoHan'
  | 'company'
  | 'phoneTail'
  | 'middleDigits'
  | 'initials'
  | 'fullPinyin'
  | 'mixed'
  | 'number'
  | 'noHit';

interface Row {
  serialNo: string;
  name: string;
  foundPlace: string;
  finderName: string | null;
  finderPhone: string | null;
  finderDepartment: string | null;
  claimantName: string | null;
  claimantPhone: string | null;
  claimantUnit: string | null;
}

const HAN = /\p{Script=Han}+/gu;
/** A piece of `length` characters from somewhere in the text's Han runs; null when there is none. */
function piece(text: string | null, length: number, chance: Chance): string | null {
  const runs = [...(text ?? '').matchAll(HAN)].map(([run]) => run).filter((run) => run.length >= length);
  if (runs.length === 0) return null;
  const run = chance.pick(runs);
  const at = chance.below(run.length - length + 1);
  return run.slice(at, at + length);
}

/** How a query of each class is made from an entry; null when this entry has nothing of the kind. */
const MAKE: Record<QueryClass, (row: Row, chance: Chance) => string | null> = {
  twoHan: (row, chance) =>
    piece(chance.pick([row.name, row.foundPlace, row.finderName, row.claimantName]), 2, chance),
  company: ({ claimantUnit }, chance) => piece(claimantUnit?.split(' ')[1] ?? null, 3, chance),
  phoneTail: ({ finderPhone, claimantPhone }, chance) =>
    (claimantPhone ?? finderPhone)?.slice(chance.pick([-4, -3])) ?? null,
  middleDigits: ({ finderPhone, claimantPhone }, chance) => {
    const from = chance.between(2, 5);
    return (finderPhone ?? claimantPhone)?.slice(from, from + 4) ?? null;
  },
  initials: (row, chance) =>
    spoken(chance.pick([row.finderName, row.claimantName, row.name]))
      ?.map((syllable) => syllable[0])
      .join('')
      .slice(0, chance.between(2, 3)) ?? null,
  fullPinyin: (row, chance) => spoken(chance.pick([row.finderName, row.claimantName]))?.join('') ?? null,
  mixed: (row, chance) => {
    const phone = chance.happens(0.5) ? row.finderPhone : null;
    const name = phone ? row.finderName : row.claimantName;
    const digits = phone ?? row.claimantPhone;
    return name && digits ? name[0] + digits.slice(0, chance.between(3, 4)) : null;
  },
  number: ({ serialNo }, chance) =>
    chance.pick([serialNo, serialNo.slice(2), String(Number(serialNo.slice(9))), serialNo.slice(0, -1)]),
  noHit: (_, chance) =>
    chance.pick([
      chance.pick(['龘齉', '鬱鑫驫', '饕餮宴', '麤爨']),
      `xqz${chance.pick(['w', 'v', 'k'])}`,
      `999${chance.digits(8)}`,
      `王999${chance.below(10)}`,
    ]),
};
export const CLASSES = Object.keys(MAKE) as QueryClass[];

function spoken(name: string | null): readonly string[] | null {
  const run = name?.match(HAN)?.[0];
  return run ? (readingsOf(run)[0] ?? null) : null;
}

/** `count` different queries of each class (fewer when the books do not have them), drawn from all years alike. */
export function drawQueries(raw: Database.Database, count: number): Record<QueryClass, string[]> {
  const chance = new Chance('bench queries');
  const span = raw.prepare('SELECT min(foundAt) AS first, max(foundAt) AS last FROM found_items').get() as {
    first: string;
    last: string;
  };
  const near = raw.prepare(
    `SELECT serialNo, name, foundPlace, finderName, finderPhone, finderDepartment, claimantName, claimantPhone, claimantUnit
     FROM found_items WHERE foundAt >= ? ORDER BY foundAt LIMIT 1`,
  );
  const [first, last] = [Date.parse(span.first), Date.parse(span.last)];
  const queries = Object.fromEntries(CLASSES.map((kind) => [kind, new Set<string>()]));
  for (let tries = 0; tries < count * 200; tries += 1) {
    const at = new Date(first + chance.part() * (last - first)).toISOString();
    const row = near.get(at) as Row | undefined;
    if (!row) continue;
    for (const kind of CLASSES) {
      const typed = queries[kind]!.size < count ? MAKE[kind](row, chance) : null;
      if (typed) queries[kind]!.add(typed);
    }
    if (CLASSES.every((kind) => queries[kind]!.size === count)) break;
  }
  return Object.fromEntries(CLASSES.map((kind) => [kind, [...queries[kind]!]])) as Record<
    QueryClass,
    string[]
  >;
}
