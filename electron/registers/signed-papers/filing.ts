import { readSerialNo, serialNoOf } from '../../../shared/ids';
import { SIGNED_PAPER_NEXT, type SignedPaper } from '../../../shared/registers/signed-papers.row';
import { Refusal } from '../../../shared/result';
import { readOwnCode } from '../../../shared/scan';
import type { CommandContext, ReadDb } from '../../db/context';
import type { SignedPapersTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';

/** A slip comes back signed: one scan puts it into the binder; a wrong one is taken out again, a lost one given up. */

type Ops = HandlersFor<'signedPapers'>;

const doneWith = ({ id, version, entryNo, form, binder, page }: SignedPaper) => ({
  id,
  version,
  entryNo,
  form,
  binder,
  page,
});

/** See `signedPapers.file`. */
export const file: Ops['file'] = async ({ typed, form, binder, page: asked }, ctx) => {
  const entryNo = entryNoOf(typed);
  const row = await waitingFor(ctx.db, entryNo, form ?? null);
  const page = asked ?? (await nextPage(ctx.db, binder));
  await assertFree(ctx.db, binder, page);
  const patch = {
    state: movedTo(SIGNED_PAPER_NEXT, row.state, 'filed', 'signedPapers'),
    binder,
    page,
    filedAt: ctx.now,
    filedByName: ctx.actor.name,
    reason: null,
  };
  const filed = ctx.journal.change('signedPapers', row, patch, { kind: 'SIGNED_PAPER_FILED' });
  // The entry's own story tells where its paper lies.
  tellEntry(ctx, filed, 'SIGNED_PAPER_FILED', { form: row.form, binder, page });
  return doneWith(filed);
};

export const unfile: Ops['unfile'] = async ({ id, version, reason }, ctx) => {
  const row = await paperOf(ctx.db, id, version);
  if (row.state !== 'filed') throw new Refusal('signedPapers.wrongState', { state: row.state });
  const { binder, page } = row;
  const patch = { state: 'out', binder: null, page: null, filedAt: null, filedByName: null, reason } as const;
  const out = ctx.journal.change('signedPapers', row, patch, { kind: 'CHANGE' });
  tellEntry(ctx, out, 'CHANGE', { form: row.form, binder, page, reason });
  return doneWith(out);
};

export const giveUp: Ops['giveUp'] = async ({ id, version, reason }, ctx) => {
  const row = await paperOf(ctx.db, id, version);
  if (row.state !== 'out') throw new Refusal('signedPapers.wrongState', { state: row.state });
  const missing = ctx.journal.change('signedPapers', row, { state: 'missing', reason }, { kind: 'CHANGE' });
  tellEntry(ctx, missing, 'CHANGE', { form: row.form, reason });
  return doneWith(missing);
};

function tellEntry(
  { journal }: CommandContext,
  { register, entryId, entryNo }: SignedPaper,
  kind: 'SIGNED_PAPER_FILED' | 'CHANGE',
  facts: Record<string, unknown>,
): void {
  journal.note(register, entryId, { kind, facts }, entryNo);
}

/** The slip as it is now. Errors: `notFound`, `conflict`. */
export async function paperOf(db: ReadDb, id: string, version?: number): Promise<SignedPapersTable> {
  return asFilled(
    await db.selectFrom('signed_papers').selectAll().where('id', '=', id).executeTakeFirst(),
    version,
  );
}

/** The number a scan or a typed text means. Errors: `signedPapers.codeUnknown`, `.ownBook`. */
function entryNoOf(typed: string): string {
  const scan = readOwnCode(typed);
  const read = scan?.kind === 'entry' ? scan : readSerialNo(typed);
  if (!read) throw new Refusal('signedPapers.codeUnknown', { typed });
  const entryNo = serialNoOf(read.register, read.month, read.n);
  if (read.register === 'goodsReleases') throw new Refusal('signedPapers.ownBook', { entryNo });
  return entryNo;
}

/** The one slip of an entry that is meant. Errors: `signedPapers.notPrinted`, `.alreadyFiled`, `.whichForm`. */
async function waitingFor(
  db: ReadDb,
  entryNo: string,
  form: SignedPaper['form'] | null,
): Promise<SignedPapersTable> {
  const all = await db.selectFrom('signed_papers').selectAll().where('entryNo', '=', entryNo).execute();
  const meant = form === null ? all : all.filter((row) => row.form === form);
  const [filed] = meant.filter((row) => row.state === 'filed');
  const waiting = meant.filter((row) => row.state === 'out');
  // One that was given up and turned up after all.
  const [one, other] = waiting.length > 0 ? waiting : meant.filter((row) => row.state === 'missing');
  if (other) throw new Refusal('signedPapers.whichForm', { entryNo });
  if (one) return one;
  if (filed)
    throw new Refusal('signedPapers.alreadyFiled', {
      entryNo,
      binder: filed.binder ?? '',
      page: filed.page ?? '',
    });
  throw new Refusal('signedPapers.notPrinted', { entryNo });
}

async function assertFree(db: ReadDb, binder: string, page: number): Promise<void> {
  const there = await db
    .selectFrom('signed_papers')
    .select('entryNo')
    .where('state', '=', 'filed')
    .where('binder', '=', binder)
    .where('page', '=', page)
    .executeTakeFirst();
  if (there) throw new Refusal('signedPapers.pageTaken', { binder, page, entryNo: there.entryNo });
}

/** The page after the last one used in a binder. */
export async function nextPage(db: ReadDb, binder: string): Promise<number> {
  const row = await db
    .selectFrom('signed_papers')
    .select((eb) => eb.fn.max('page').as('last'))
    .where('state', '=', 'filed')
    .where('binder', '=', binder)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
