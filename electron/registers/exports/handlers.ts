import { dayOf } from '../../../shared/dates';
import { foundItemFilter } from '../../../shared/registers/found-items';
import { Refusal } from '../../../shared/result';

import type { HandlersFor } from '../handlers';

/** Export of a filtered list (trust.md F4, C6): masked by default, off the main thread, a journal event once the file stands. */
export const exportHandlers: HandlersFor<'exports'> = {
  async save({ register, filter, format, lang, path, job }, { actor, now, door, host }) {
    if (!actor) throw new Refusal('signedOut');
    const target = path ?? (await host.choosePath(`${register}-${dayOf(now)}.${format}`, format));
    if (target === null) return { rows: 0, path: null, cancelled: true };
    const order = { databasePath: door.deps.file.path, register, filter, format, lang, path: target, now };
    const rows = await host.export(
      order,
      (done, total) => host.progress(job, done, total, 'export'),
      () => host.isCancelled(job),
    );
    if (rows === null) return { rows: 0, path: null, cancelled: true };
    await door.write('exports.save', { id: actor.staffId, name: actor.name }, ({ journal }) => {
      const { search, person, ...plain } = foundItemFilter.parse(filter);
      // What was typed may be a name or a phone: the journal keeps that something was searched, not what.
      const facts = { rows, format, filter: plain, searched: Boolean(search || person) };
      journal.note(register, 'export', { kind: 'EXPORT', facts });
    });
    return { rows, path: target, cancelled: false };
  },
};
