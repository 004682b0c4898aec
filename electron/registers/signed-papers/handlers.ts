import { SIGNED_PAPER_NEEDS } from '../../../shared/registers/signed-papers';
import { needCounts } from '../../entries/listing';
import type { HandlersFor } from '../handlers';
import { file, giveUp, nextPage, paperOf, unfile } from './filing';
import { lineOf, needBranches, paperPage } from './filter';

type Ops = HandlersFor<'signedPapers'>;

/** The binder asked for, else the one the reader used last, else the one in use at the desk; and its next page. */
const binder: Ops['binder'] = async ({ binder: asked }, { db, actor }) => {
  if (asked) return { binder: asked, page: await nextPage(db, asked) };
  const last = db
    .selectFrom('signed_papers')
    .select('binder')
    .where('state', '=', 'filed')
    .orderBy('filedAt', 'desc')
    .limit(1);
  const own = await last.where('filedByName', '=', actor?.name ?? '').executeTakeFirst();
  const name = (own ?? (await last.executeTakeFirst()))?.binder ?? null;
  return { binder: name, page: name === null ? 1 : await nextPage(db, name) };
};

/** Signed-paper tracking (desk-practice.md §3.6). */
export const signedPaperHandlers: Ops = {
  list: ({ filter, after, limit }, { db, now }) => paperPage(db, filter, after ?? null, limit, now),
  counts: (_, { db, now }) =>
    needCounts(db, 'signed_papers', SIGNED_PAPER_NEEDS, (need) => needBranches(need, now)),
  entry: async ({ id }, { db, now }) => lineOf(await paperOf(db, id), now),
  binder,
  file,
  unfile,
  giveUp,
};
