import { SIGNED_PAPER_NEEDS } from '../../../shared/registers/signed-papers';
import { needCounts } from '../../entries/listing';
import type { HandlersFor } from '../handlers';
import { file, giveUp, nextPage, unfile } from './filing';
import { needBranches, paperPage } from './filter';

type Ops = HandlersFor<'signedPapers'>;

/** The binder the reader used last, or the one asked for, and its next page. */
const binder: Ops['binder'] = async ({ binder: asked }, { db, actor }) => {
  if (asked) return { binder: asked, page: await nextPage(db, asked) };
  const last = await db
    .selectFrom('signed_papers')
    .select('binder')
    .where('state', '=', 'filed')
    .where('filedByName', '=', actor?.name ?? '')
    .orderBy('filedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  const name = last?.binder ?? null;
  return { binder: name, page: name === null ? 1 : await nextPage(db, name) };
};

/** Signed-paper tracking (desk-practice.md §3.6). */
export const signedPaperHandlers: Ops = {
  list: ({ filter, after, limit }, { db, now }) => paperPage(db, filter, after ?? null, limit, now),
  counts: (_, { db, now }) =>
    needCounts(db, 'signed_papers', SIGNED_PAPER_NEEDS, (need) => needBranches(need, now)),
  binder,
  file,
  unfile,
  giveUp,
};
