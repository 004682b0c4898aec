import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { dayOf } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import { fsyncPath } from '../../db/safe-copy';
import type { HandlersFor } from '../handlers';
import { LISTS } from './lists';

/**
 * Export of a filtered list (trust.md F4, C6): masked by default, off the main thread, a journal event. As with prints, no
 * file is handed out without its record: 1. the table is written beside the target, whole and synced; 2. the export is
 * journalled; 3. the file gets its name. Nothing older is overwritten before its successor is whole.
 * Errors: InvalidField `register`, `filter.…`; Refusal `notAllowed`, Refusal `exports.notWritable`, `exports.notNamed`.
 */
export const exportHandlers: HandlersFor<'exports'> = {
  async save({ register, filter, format, lang, path, job }, { actor, now, door, host }) {
    if (!actor) throw new Refusal('signedOut');
    const list = Object.hasOwn(LISTS, register) ? LISTS[register] : undefined;
    if (!list) throw new InvalidField('register', 'id.unknown');
    if (!holds(actor.roles, list.permit)) throw new Refusal('notAllowed');
    const fitting = list.filter.safeParse(filter);
    if (!fitting.success) {
      const issue = fitting.error.issues[0]!;
      throw new InvalidField(['filter', ...issue.path].join('.'), `schema.${issue.code}`);
    }
    const chosen = path ?? (await host.choosePath(`${register}-${dayOf(now)}.${format}`, format));
    if (chosen === null) return { rows: 0, path: null, cancelled: true };
    const target = resolve(chosen);
    assertWritable(target);
    const draft = `${target}.${process.pid}.export`;
    let rows: number | null;
    try {
      rows = await host.export(
        { databasePath: door.deps.file.path, register, filter, format, lang, path: draft, now },
        (done, total) => host.progress(job, done, total, 'export'),
        () => host.isCancelled(job),
      );
      if (rows === null) return { rows: 0, path: null, cancelled: true };
      const { search, person, ...plain } = filter as Record<string, unknown>;
      // What was typed may be a name or a phone: the journal keeps that something was searched, not what.
      const facts = { rows, format, filter: plain, searched: Boolean(search || person) };
      await door.write('exports.save', { id: actor.staffId, name: actor.name }, ({ journal }) => {
        journal.note(register, 'export', { kind: 'EXPORT', facts });
      });
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    try {
      renameSync(draft, target);
      fsyncPath(dirname(target));
    } catch {
      throw new Refusal('exports.notNamed', { path: draft });
    }
    return { rows, path: target, cancelled: false };
  },
};

/** Finds out before the work begins whether the file can have its name. */
function assertWritable(target: string): void {
  try {
    accessSync(dirname(target), constants.W_OK);
    if (existsSync(target)) {
      if (!statSync(target).isFile()) throw new Error('not a file');
      accessSync(target, constants.W_OK);
    }
  } catch {
    throw new Refusal('exports.notWritable', { path: target });
  }
}
