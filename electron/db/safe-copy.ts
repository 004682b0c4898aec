import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** fsync of a file or folder by path: "done" means on the disk (trust.md §0.2). */
export function fsyncPath(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } catch (error) {
    // Windows cannot fsync a folder handle; its metadata is journalled by NTFS.
    if (process.platform !== 'win32') throw error;
  } finally {
    closeSync(fd);
  }
}

/**
 * A verified copy of an open database: VACUUM INTO `name.partial`, fsync, compare, rename, fsync folder (trust.md §0.2–0.5).
 * Throws when the copy does not carry the same application id, version and chain.
 */
export function copyVerified(db: Database.Database, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const partial = `${to}.partial`;
  if (existsSync(partial)) rmSync(partial);
  db.prepare('VACUUM INTO ?').run(partial);
  fsyncPath(partial);
  const copy = new Database(partial, { readonly: true });
  try {
    for (const pragma of ['application_id', 'user_version'])
      if (db.pragma(pragma, { simple: true }) !== copy.pragma(pragma, { simple: true }))
        throw new Error('the copy differs from the original');
    // The original may have gone on meanwhile: the copy's chain must be its beginning.
    const { n, seq } = copy.prepare('SELECT count(*) AS n, max(seq) AS seq FROM journal').get() as {
      n: number;
      seq: number | null;
    };
    const upTo = db
      .prepare('SELECT count(*) FROM journal WHERE seq <= ?')
      .pluck()
      .get(seq ?? 0);
    const hashAt = (handle: Database.Database): unknown =>
      handle
        .prepare('SELECT hash FROM journal WHERE seq = ?')
        .pluck()
        .get(seq ?? 0);
    if (upTo !== n || hashAt(db) !== hashAt(copy)) throw new Error('the copy differs from the original');
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the copy is damaged');
  } finally {
    copy.close();
  }
  renameSync(partial, to);
  fsyncPath(dirname(to));
}
