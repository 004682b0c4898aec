import type { ParsedOf } from '../../../shared/op';
import { bookId } from '../../../shared/print/forms';
import type { prints } from '../../../shared/registers/prints';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import { copyNo, PRINTED_REGISTER, type PrintFacts } from './copies';
import { breathe, type Request, SLICE } from './head';
import { noticeRef } from './notice-of';

/** Where a print is noted besides its entries: the month's book or stack, an empty sheet; null when only on its entry. */
function bookRef(request: Request): string | null {
  if (request.blank) return bookId(request.form, 'blank');
  if (request.form === 'notice') return request.entryId ? null : noticeRef(request);
  return request.entryId ? null : bookId(request.form, request.month ?? '');
}

/** `#seq·hex` must be a line of this journal: paper of another office, or of a journal put in its place, is not recorded. */
async function assertMark(db: ReadDb, mark: string): Promise<number> {
  const [, seq = '', hex = ''] = /^#(\d+)·([0-9a-f]{0,16})$/.exec(mark) ?? [];
  const line = await db
    .selectFrom('journal')
    .select('hash')
    .where('seq', '=', Number(seq))
    .executeTakeFirst();
  if (!line || hex.length !== 16 || !line.hash.startsWith(hex)) throw new Refusal('prints.markUnknown');
  return Number(seq);
}

/** A copy of the same paper made after this one was prepared bears the same number: refused `prints.copyTaken`. */
async function assertCopyFree(
  db: ReadDb,
  request: Request,
  copy: number,
  seq: number,
  ids: readonly string[],
): Promise<void> {
  const ref = bookRef(request) ?? request.entryId ?? '';
  if (!request.blank && (await copyNo(db, request.form, ref)) !== copy) throw new Refusal('prints.copyTaken');
  const newer = await db
    .selectFrom('journal')
    .where('seq', '>', seq)
    .where('kind', '=', 'PRINT')
    .select(['entryId', 'change'])
    .execute();
  const taken = newer.some(
    (line) => ids.includes(line.entryId) && (JSON.parse(line.change) as PrintFacts).form === request.form,
  );
  if (taken) throw new Refusal('prints.copyTaken');
}

/**
 * Notes a finished print: once on the book, once on every entry whose paper it is. What came out of a printer exists, so it
 * is noted even when its copy number is taken (`doubled`); a file not handed out yet is refused instead.
 */
export async function record(
  input: ParsedOf<typeof prints.record>,
  ctx: CommandContext,
): Promise<{ seq: number }> {
  const { request, serialNos, copy, pages, pageFrom, pageTo, chainMark, to } = input;
  const seq = await assertMark(ctx.db, chainMark);
  const entries = await entriesOf(ctx.db, request, serialNos);
  let doubled = false;
  try {
    await assertCopyFree(
      ctx.db,
      request,
      copy,
      seq,
      entries.map((entry) => entry.id),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || to !== 'printer') throw error;
    doubled = true;
  }
  const facts: Omit<PrintFacts, 'copy' | 'pages' | 'pageFrom' | 'pageTo'> & { doubled?: true } = {
    form: request.form,
    to,
    chainMark,
    lang: request.lang,
    ...(doubled ? { doubled: true } : {}),
  };
  const book = bookRef(request);
  let last = 0;
  if (book) {
    last = ctx.journal.note(PRINTED_REGISTER, book, {
      kind: 'PRINT',
      facts: { ...facts, copy, pages, pageFrom, pageTo },
    });
  }
  for (const [index, entry] of entries.entries()) {
    if (index % SLICE === SLICE - 1) await breathe();
    const own = book ? await copyNo(ctx.db, request.form, entry.id) : copy;
    last = ctx.journal.note(
      PRINTED_REGISTER,
      entry.id,
      {
        kind: 'PRINT',
        facts: { ...facts, copy: own, ...(book ? { with: book } : { pages, pageFrom, pageTo }) },
      },
      entry.serialNo,
    );
  }
  return { seq: last };
}

/** The entries the paper belongs to: the one asked for, or those named by their numbers. */
async function entriesOf(
  db: ReadDb,
  request: Request,
  serialNos: readonly string[],
): Promise<{ id: string; serialNo: string }[]> {
  if (request.blank) return [];
  if (request.entryId) {
    const row = await db
      .selectFrom('found_items')
      .select(['id', 'serialNo'])
      .where('id', '=', request.entryId)
      .executeTakeFirst();
    if (!row) throw new Refusal('notFound');
    return [row];
  }
  const rows: { id: string; serialNo: string }[] = [];
  for (let at = 0; at < serialNos.length; at += SLICE) {
    const part = serialNos.slice(at, at + SLICE);
    rows.push(
      ...(await db
        .selectFrom('found_items')
        .select(['id', 'serialNo'])
        .where('serialNo', 'in', part)
        .orderBy('serialNo')
        .execute()),
    );
    await breathe();
  }
  if (rows.length !== serialNos.length) throw new Refusal('notFound');
  return rows;
}
