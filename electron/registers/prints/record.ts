import type { ParsedOf } from '../../../shared/op';
import type { prints } from '../../../shared/registers/prints';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import { copyNo, type PrintFacts } from '../../papers/copies';
import { breathe, type Request, SLICE } from '../../papers/desk';
import { bookRef, countsCopies, type EntryRef, entryRefs, type Paper, registerOf } from '../../papers/paper';
import { slipPrinted } from '../signed-papers/printed';
import { paperFor } from './papers';

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
  paper: Paper,
  copy: number,
  seq: number,
  ids: readonly string[],
): Promise<void> {
  if (!countsCopies(request, paper)) return;
  const ref = bookRef(request, paper) ?? request.entryId ?? '';
  if ((await copyNo(db, request.form, ref)) !== copy) throw new Refusal('prints.copyTaken');
  const newer = await db
    .selectFrom('journal')
    .where('seq', '>', seq)
    .where('register', '=', registerOf(request.form))
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
  const paper = paperFor(request.form, ctx.actor);
  const register = registerOf(request.form);
  const seq = await assertMark(ctx.db, chainMark);
  // The month of an own book is noted on the book alone, as that of every other book.
  const entries = paper.needs === 'ownBook' ? [] : await entriesOf(ctx.db, request, serialNos);
  let doubled = false;
  try {
    await assertCopyFree(
      ctx.db,
      request,
      paper,
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
  const book = bookRef(request, paper);
  let last = 0;
  if (book) {
    last = ctx.journal.note(register, book, {
      kind: 'PRINT',
      facts: { ...facts, copy, pages, pageFrom, pageTo },
    });
  }
  for (const [index, entry] of entries.entries()) {
    if (index % SLICE === SLICE - 1) await breathe();
    const own = book ? await copyNo(ctx.db, request.form, entry.id) : copy;
    last = ctx.journal.note(
      register,
      entry.id,
      {
        kind: 'PRINT',
        facts: { ...facts, copy: own, ...(book ? { with: book } : { pages, pageFrom, pageTo }) },
      },
      entry.serialNo,
    );
    await slipPrinted(ctx, register, request.form, entry);
  }
  return { seq: last };
}

/** The entries the paper belongs to: the one asked for, or those named by their numbers. Refused `notFound`. */
async function entriesOf(
  db: ReadDb,
  { form, blank, entryId }: Request,
  serialNos: readonly string[],
): Promise<EntryRef[]> {
  if (blank) return [];
  if (entryId) return entryRefs(db, registerOf(form), 'id', [entryId]);
  return entryRefs(db, registerOf(form), 'serialNo', serialNos);
}
