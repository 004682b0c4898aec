import type Database from 'better-sqlite3';
import { type HashedLine, hashLine } from '../../electron/db/seal';

/** Computes every hash from `from` on anew: what a forger does who knows the program. */
export function rechain(db: Database.Database, from: number): void {
  const before = db.prepare('SELECT hash FROM journal WHERE seq = ?').get(from - 1) as
    | { hash: string }
    | undefined;
  let hash = before?.hash ?? '';
  const lines = db.prepare('SELECT * FROM journal WHERE seq >= ? ORDER BY seq').all(from) as HashedLine[];
  const update = db.prepare('UPDATE journal SET prevHash = ?, hash = ? WHERE seq = ?');
  for (const line of lines) {
    const prevHash = hash;
    hash = hashLine({ ...line, prevHash });
    update.run(prevHash, hash, line.seq);
  }
}
