import type { PrintJob } from '../../../shared/print/forms';
import { sliceJob, unitCount } from '../../../shared/print/slice';
import type { Actor } from '../../../shared/registers/session';
import { InvalidField } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { chainMark, commonOf, deskOf, type Request } from '../../papers/desk';
import type { Paper } from '../../papers/paper';
import { paperFor } from './papers';

/** The last print of each office that was looked at page by page: turning a page of the preview reads nothing anew. */
const lastSeen = new WeakMap<ReadDb, { key: string; job: PrintJob }>();

/**
 * The whole print as data: pages cut, numbers, sums and copy known (shared/print/forms.ts). Reads in slices and lets other
 * work pass between them. Errors: `month`/`entryId` missing, refused `notAllowed`, `notFound`, `prints.nothing`, `prints.voided`.
 */
export async function prepare(
  db: ReadDb,
  request: Request,
  actor: Actor | null,
  now: string,
): Promise<PrintJob> {
  const paper = paperFor(request.form, actor);
  const { only, ...whole } = request;
  if (!only) return wholeJob(db, request, paper, actor, now);
  // Nothing of a print changes without a journal line, so the mark says whether the pages seen before still stand.
  const key = JSON.stringify([whole, actor?.staffId, await chainMark(db)]);
  let seen = lastSeen.get(db);
  if (seen?.key !== key) {
    seen = { key, job: await wholeJob(db, request, paper, actor, now) };
    lastSeen.set(db, seen);
  }
  return sliceJob(seen.job, only.from - 1, only.from - 1 + only.count);
}

async function wholeJob(
  db: ReadDb,
  request: Request,
  paper: Paper,
  actor: Actor | null,
  now: string,
): Promise<PrintJob> {
  assertComplete(request, paper);
  const desk = await deskOf(db, request, now);
  const months = paper.family === 'notice' || paper.needs === 'month' || paper.needs === 'ownBook';
  // The mark is taken before the first line is read: whatever changes meanwhile is newer than the paper says.
  const common = await commonOf(desk, { ...paper, months }, actor);
  const head = { ...common.head, ...(await paper.headOf?.(desk)) };
  const job: PrintJob = { ...common, head, ...(await paper.prepare(desk)) };
  return { ...job, units: unitCount(job) };
}

/** Everything a paper needs to be told is there. Errors: InvalidField `month` or `entryId`. */
function assertComplete({ month, entryId, blank }: Request, { needs }: Paper): void {
  if (blank || needs === 'any' || needs === 'now') return;
  if (needs === 'month' || needs === 'ownBook') {
    if (needs === 'ownBook' && !entryId) throw new InvalidField('entryId', 'text.empty');
    if (!month) throw new InvalidField('month', 'text.empty');
  } else if (!entryId && (needs === 'entry' || !month)) throw new InvalidField('entryId', 'text.empty');
}
