import { Refusal } from '../../../shared/result';
import type { HandlersFor } from '../handlers';
import { prepare } from './prepare';
import { record } from './record';
import { run } from './run';

/** Printing (domain.md §6.2). The print window's own two calls answer from the seat the shell gave it (host.ts). */
export const printHandlers: HandlersFor<'prints'> = {
  prepare: (request, { db, actor, now }) => prepare(db, request, actor, now),
  record,
  run,
  cancel: ({ job }, { host }) => {
    host.cancel(job);
    return {};
  },
  page: (_, { caller }) => seatOf(caller).job,
  ready: (report, { caller }) => {
    seatOf(caller).ready(report);
    return {};
  },
};

function seatOf({ printWindow }: Parameters<typeof printHandlers.page>[1]['caller']) {
  if (!printWindow) throw new Refusal('notAllowed');
  return printWindow;
}
