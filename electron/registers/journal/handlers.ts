import { headOf } from '../../db/journal';
import type { HandlersFor } from '../handlers';

/** The journal's head, and the verifier off the main thread (architecture.md §4). */
export const journalHandlers: HandlersFor<'journal'> = {
  head: (_input, { door }) => headOf(door.rawReader),
  verify: ({ job }, { host }) => host.verify((done, total) => host.progress(job, done, total, '')),
};
