import { bookId, type PrintJob } from '../../../shared/print/forms';
import { sliceJob, unitCount } from '../../../shared/print/slice';
import type { Actor } from '../../../shared/registers/session';
import { InvalidField } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { type BookForm, bookOf } from './book';
import { copyNo } from './copies';
import { chainMark, commonOf, type Desk, deskOf, type Request } from './head';
import { noticeOf } from './notice-of';
import { labelsOf, slipsOf } from './pieces';

/** The last print of each office that was looked at page by page: turning a page of the preview reads nothing anew. */
const lastSeen = new WeakMap<ReadDb, { key: string; job: PrintJob }>();

/**
 * The whole print as data: pages cut, numbers, sums and copy known (shared/print/forms.ts). Reads in slices and lets other
 * work pass between them. Errors: `month`/`entryId` missing, refused `notFound`, `prints.nothing`, `prints.voided`.
 */
export async function prepare(
  db: ReadDb,
  request: Request,
  actor: Actor | null,
  now: string,
): Promise<PrintJob> {
  const { only, ...whole } = request;
  if (!only) return wholeJob(db, request, actor, now);
  // Nothing of a print changes without a journal line, so the mark says whether the pages seen before still stand.
  const key = JSON.stringify([whole, actor?.staffId, await chainMark(db)]);
  let seen = lastSeen.get(db);
  if (seen?.key !== key) {
    seen = { key, job: await wholeJob(db, request, actor, now) };
    lastSeen.set(db, seen);
  }
  return sliceJob(seen.job, only.from - 1, only.from - 1 + only.count);
}

async function wholeJob(db: ReadDb, request: Request, actor: Actor | null, now: string): Promise<PrintJob> {
  assertComplete(request);
  const desk = await deskOf(db, request);
  // The mark is taken before the first line is read: whatever changes meanwhile is newer than the paper says.
  const common = { ...(await commonOf(desk, actor, now)), units: 0 };
  const job: PrintJob = { ...common, ...(await bodyOf(desk, now)) };
  return { ...job, units: unitCount(job) };
}

function assertComplete({ form, month, entryId, blank }: Request): void {
  if (blank || form === 'notice') return;
  if (form === 'F02' || form === 'label') {
    if (!entryId && !month) throw new InvalidField('entryId', 'text.empty');
  } else if (!month) throw new InvalidField('month', 'text.empty');
}

async function bodyOf(desk: Desk, now: string) {
  const { form } = desk.request;
  if (form === 'F02') return slipsOf(desk);
  if (form === 'label') return labelsOf(desk);
  if (form === 'notice') return noticeOf(desk, now);
  return monthBook(form, desk);
}

async function monthBook(form: BookForm, desk: Desk) {
  const { month = null, blank } = desk.request;
  const body = await bookOf(form, month, desk);
  return {
    ...body,
    of: body.pages.length,
    copy: month && !blank ? await copyNo(desk.db, form, bookId(form, month)) : 1,
  };
}
