import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Output } from '../../../shared/api';
import type { ParsedOf } from '../../../shared/op';
import type { PrintJob } from '../../../shared/print/forms';
import { sheetCount } from '../../../shared/print/slice';
import { wordingOf } from '../../../shared/print/words';
import type { prints } from '../../../shared/registers/prints';
import { InvalidField, type OpError, Refusal } from '../../../shared/result';
import { fsyncPath } from '../../db/safe-copy';
import { breathe } from '../../papers/desk';
import type { TaskContext } from '../handlers';
import { paperFor } from './papers';

/**
 * Prints as the actor. The order holds two promises (trust.md C3): no recorded print without its file, no file handed out
 * without its record.
 *
 * PDF: 1. the pages are drawn into a file beside the target, complete and synced; 2. the print is journalled, the commit is
 * durable; 3. the file gets its name. A stop before 2 leaves at most a file nobody was given; between 2 and 3 the recorded
 * print lies whole beside its name, and a failing step 3 says where. Nothing older is overwritten before its successor is whole.
 * Printer: the system's dialog first, since people cancel there; what came out is then journalled whatever else happened.
 */
export async function run(
  { request, to, path, job: name }: ParsedOf<typeof prints.run>,
  ctx: TaskContext,
): Promise<Output<'prints.run'>> {
  const { host, door, caller } = ctx;
  paperFor(request.form, ctx.actor);
  const { paper } = host;
  if (!paper) throw new Refusal('prints.noPaper');
  const { t } = wordingOf(request.lang);
  const cancelled = (): boolean => host.isCancelled(name);
  host.progress(name, 0, 1, t('print:progress.preparing'));
  const job = unwrap<PrintJob>(await door.call('prints.prepare', { ...request, only: null }, caller));
  const pages = sheetCount(job);
  const none = { pages: 0, path: null, cancelled: true };
  const record = async (): Promise<void> => {
    unwrap(
      await door.call(
        'prints.record',
        {
          request,
          to,
          pages,
          copy: job.copy,
          chainMark: job.chainMark,
          serialNos: serialNos(job),
          ...range(job, pages),
        },
        caller,
      ),
    );
  };
  if (cancelled()) return none;
  if (to === 'printer') {
    host.progress(name, 0, 1, t('print:progress.drawing'));
    if (!(await paper.print(job))) return none;
    await record();
    return { pages, path: null, cancelled: false };
  }

  const chosen = path ?? (await host.choosePath(suggestion(job), 'pdf'));
  if (!chosen) return none;
  const target = resolve(chosen);
  assertWritable(target);
  const draft = `${target}.${process.pid}.print`;
  try {
    const drawn = await paper.pdf(
      job,
      draft,
      (done, total) => host.progress(name, done, total, t('print:progress.drawing')),
      cancelled,
    );
    if (!drawn || cancelled()) {
      rmSync(draft, { force: true });
      return none;
    }
    await record();
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  await breathe();
  try {
    renameSync(draft, target);
    fsyncPath(dirname(target));
  } catch {
    // The print is recorded and whole, only its name is taken (open in a viewer, say).
    throw new Refusal('prints.notNamed', { path: draft });
  }
  return { pages, path: target, cancelled: false };
}

/** The entries whose slips or labels are on the paper, for the journal. */
function serialNos(job: PrintJob): string[] {
  if (job.blank) return [];
  if (job.family === 'slip') return job.slips.map((slip) => slip.serialNo);
  return job.family === 'label' ? job.labels.map((label) => label.serialNo) : [];
}

/** First and last page number: of the year for books, of the stack for all others. */
function range(job: PrintJob, pages: number): { pageFrom: number; pageTo: number } {
  const first = job.family === 'register' ? job.pages[0] : undefined;
  const last = job.family === 'register' ? job.pages.at(-1) : undefined;
  if (!first?.yearNo || !last?.yearNo) return { pageFrom: 1, pageTo: pages };
  return { pageFrom: Math.max(1, first.yearNo), pageTo: Math.max(1, last.yearNo) };
}

function suggestion(job: PrintJob): string {
  const single =
    job.family === 'slip' && job.slips.length === 1
      ? job.slips[0]
      : job.family === 'label' && job.labels.length === 1
        ? job.labels[0]
        : undefined;
  const name = [job.head.title, job.head.month, single?.serialNo].filter(Boolean).join(' ');
  return `${name.replace(/[\\/:*?"<>|]+/g, ' ').replace(/ +/g, ' ')}.pdf`;
}

/** Finds out before the print is recorded whether its file can have its name. Refused `prints.notWritable`. */
function assertWritable(target: string): void {
  try {
    accessSync(dirname(target), constants.W_OK);
    if (existsSync(target)) {
      if (!statSync(target).isFile()) throw new Error('not a file');
      accessSync(target, constants.W_OK);
    }
  } catch {
    throw new Refusal('prints.notWritable', { path: target });
  }
}

/** The answer of another operation of the same door; its error goes on as it is. */
function unwrap<T>(result: { ok: true; data: unknown } | { ok: false; error: OpError }): T {
  if (result.ok) return result.data as T;
  const { error } = result;
  if (error.kind === 'refused') throw new Refusal(error.reason, error.params);
  if (error.kind === 'invalid') {
    const [field = 'input', problem] = Object.entries(error.fields)[0] ?? [];
    throw new InvalidField(field, problem?.code ?? 'schema', problem?.params);
  }
  throw new Error(`broken: ${error.ref}`);
}
