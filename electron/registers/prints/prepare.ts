import { bookId, type PrintJob } from '../../../shared/print/forms';
import { sliceJob } from '../../../shared/print/slice';
import type { Actor } from '../../../shared/registers/session';
import { InvalidField } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { type BookForm, bookOf } from './book';
import { copyNo } from './copies';
import { commonOf, type Desk, deskOf, type Request } from './head';
import { noticeOf } from './notice-of';
import { labelsOf, slipsOf } from './pieces';

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
  assertComplete(request);
  const desk = await deskOf(db, request);
  // The mark is taken before the first line is read: whatever changes meanwhile is newer than the paper says.
  const common = await commonOf(desk, actor, now);
  const job: PrintJob = { ...common, ...(await bodyOf(desk, now)) };
  const { only } = request;
  return only ? sliceJob(job, only.from - 1, only.from - 1 + only.count) : job;
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
