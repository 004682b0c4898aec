import { isAbsolute, resolve } from 'node:path';
import type { ImportKind, ImportMapping } from '../../../shared/registers/imports';
import { PEOPLE_FIELDS, REQUIRED, UNIT_IMPORT_FIELDS } from '../../../shared/registers/imports.fields';
import { Refusal } from '../../../shared/result';
import type { Host } from '../../host';
import type { HandlersFor } from '../handlers';

/** Import of units and people: asks for the file, has it read beside the main thread, and writes all of it or nothing. */

const columnsOf = (
  kind: ImportKind,
  mapping: ImportMapping | null | undefined,
): Record<string, number> | null => mapping?.[kind] ?? null;

export const importHandlers: HandlersFor<'imports'> = {
  fields: ({ kind }) =>
    (kind === 'units' ? UNIT_IMPORT_FIELDS : PEOPLE_FIELDS).map((field) => ({
      field,
      required: REQUIRED[kind].includes(field),
    })),

  async preview({ kind, file, path, encoding, mapping, job }, { now, door, host }) {
    const chosen =
      file || path ? given(host, file, path) : await host.chooseFile(['csv', 'xlsx', 'txt', 'tsv']);
    if (chosen === null) return null;
    const answer = await host.import(
      {
        databasePath: door.deps.file.path,
        path: absolute(chosen),
        kind,
        encoding: encoding ?? null,
        mapping: columnsOf(kind, mapping),
        now,
        write: null,
      },
      (done, total) => host.progress(job, done, total, 'import'),
      () => host.isCancelled(job),
    );
    if (answer.did !== 'preview') throw new Error('the import answered something else');
    return { ...answer.preview, file: host.chosen.keep(absolute(chosen)) };
  },

  async run({ kind, file, path, sha256, encoding, mapping, job }, { actor, now, door, host }) {
    if (!actor) throw new Refusal('signedOut');
    return door.beside(async () => {
      const answer = await host.import(
        {
          databasePath: door.deps.file.path,
          path: absolute(given(host, file, path)),
          kind,
          encoding: encoding ?? null,
          mapping: columnsOf(kind, mapping) ?? {},
          now,
          write: {
            sha256,
            station: door.deps.station(),
            actorId: actor.staffId,
            actorName: actor.name,
          },
        },
        (done, total) => host.progress(job, done, total, 'import'),
        () => host.isCancelled(job),
      );
      if (answer.did !== 'run') throw new Error('the import answered something else');
      return { answer: answer.counts, touched: answer.touched };
    });
  },

  cancel({ job }, { host }) {
    host.cancel(job);
    return {};
  },
};

/** The file that was chosen before, or the path of the command line. Errors: Refusal `imports.notFound`. */
function given(host: Host, file: string | null, path: string | null): string {
  const found = file ? host.chosen.path(file) : path;
  if (!found) throw new Refusal('imports.notFound', { path: path ?? '' });
  return found;
}

/** Errors: Refusal `imports.notFound` for a path that depends on where the program was started. */
function absolute(path: string): string {
  if (!isAbsolute(path)) throw new Refusal('imports.notFound', { path });
  return resolve(path);
}
