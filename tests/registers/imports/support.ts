import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind, ImportPreview } from '../../../shared/registers/imports';
import { must, type TestOffice } from '../../support/office';
import { quickOffice } from '../../support/quick';

/** An office on disk, because an import writes through a connection of its own, and a folder for the files it is given. */
export interface ImportDesk {
  office: TestOffice;
  dir: string;
  file: (name: string, content: string | Uint8Array) => string;
  preview: (kind: ImportKind, path: string) => Promise<ImportPreview>;
  run: (
    kind: ImportKind,
    path: string,
  ) => ReturnType<TestOffice['as']>['imports']['run'] extends (input: never) => infer R ? R : never;
  /** Rows of a table. */
  count: (table: string, where?: string) => number;
  close: () => void;
}

export async function importDesk(): Promise<ImportDesk> {
  const dir = mkdtempSync(join(tmpdir(), 'deskbook-import-'));
  const office = await quickOffice({ dataDir: join(dir, 'office') });
  const preview: ImportDesk['preview'] = async (kind, path) => {
    const seen = must(await office.as('csSupervisor').imports.preview({ kind, path, job: 'job' }));
    if (!seen) throw new Error('no file');
    return seen;
  };
  return {
    office,
    dir,
    file(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    preview,
    async run(kind, path) {
      const { sha256, mapping } = await preview(kind, path);
      return office.as('csSupervisor').imports.run({ kind, path, sha256, mapping, job: 'job' });
    },
    count: (table, where = '1') =>
      office.file.raw.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() as number,
    close() {
      office.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Lines of a CSV. */
export const csv = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;
