import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayOf, daysBetween, instantOf } from '../../../shared/dates';
import type { OutputOf } from '../../../shared/op';
import type {
  SignedPaperNeed,
  signedPaperFilter,
  signedPapers,
} from '../../../shared/registers/signed-papers';
import {
  SIGNED_LATE_DAYS,
  SIGNED_PAPER_STATES,
  type SignedPaper,
  type SignedPaperLine,
} from '../../../shared/registers/signed-papers.row';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { type Condition, countBranches, holdsPart, pageSql } from '../../entries/listing';
import { COUNT_CAP, capped, cursorOf, placeOf, tailOf } from '../../entries/search-page';

/** Filters of the list of signed papers: one branch per state, each served by (state, printedAt, id), the oldest print first. */

type Filter = z.output<typeof signedPaperFilter>;
const LISTING = { table: 'signed_papers', at: 'printedAt', order: 'asc' } as const;
const eb = expressionBuilder<Tables, 'signed_papers'>();

/** Printed before this instant and still out: late. Whole days on the office's calendar. */
export const lateBefore = (now: string): string => instantOf(addDays(dayOf(now), -SIGNED_LATE_DAYS + 1));

/** A need as branches; specs look at their plans. */
export function needBranches(need: SignedPaperNeed, now: string): Condition[][] {
  const out = eb('state', '=', 'out');
  return need === 'out' ? [[out]] : [[out, eb('printedAt', '<', lateBefore(now))]];
}

function branchesOf({ need, states, forms, search, binder }: Filter, now: string): Condition[][] {
  const common: Condition[] = [];
  if (forms?.length) common.push(eb('form', 'in', forms));
  if (search) common.push(holdsPart('entryNo', search.toUpperCase()));
  if (binder) common.push(eb('binder', '=', binder));
  if (need) {
    if (states?.length) common.push(eb('state', 'in', states));
    return needBranches(need, now).map((branch) => [...branch, ...common]);
  }
  const asked = states?.length ? [...new Set(states)] : SIGNED_PAPER_STATES;
  return asked.map((state) => [eb('state', '=', state), ...common]);
}

export const lineOf = (row: SignedPaper, now: string): SignedPaperLine => ({
  ...row,
  days: row.state === 'filed' ? null : daysBetween(dayOf(row.printedAt), dayOf(now)),
  late: row.state === 'out' && row.printedAt < lateBefore(now),
});

/** A page of slips. Errors: InvalidField `after` when the cursor is none of ours. */
export async function paperPage(
  db: ReadDb,
  filter: Filter,
  after: string | null,
  limit: number,
  now: string,
): Promise<OutputOf<typeof signedPapers.list>> {
  const branches = branchesOf(filter, now);
  const found: SignedPaper[] = [];
  for (const branch of branches)
    found.push(...(await pageSql<SignedPaper>(LISTING, branch, after, limit + 1).execute(db)).rows);
  found.sort((a, b) =>
    a.printedAt === b.printedAt ? (a.id < b.id ? -1 : 1) : a.printedAt < b.printedAt ? -1 : 1,
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const { total, more } =
    after === null
      ? capped({ total: await countBranches(db, LISTING.table, branches, COUNT_CAP + 1), more: false })
      : cursorOf(after);
  return {
    rows: rows.map((row) => lineOf(row, now)),
    next:
      found.length > limit && last ? `${placeOf(last.printedAt, last.id)}${tailOf({ total, more })}` : null,
    total,
    more,
  };
}
