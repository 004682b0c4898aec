import { Journal } from '../db/journal';
import type { OfficeFile } from '../db/office-file';
import { pooledRandom } from '../db/pooled-random';
import { restoreTold, untoldRestore } from './restore';

/**
 * Writes into the restored office's journal that it was restored, from which backup, by whom, and where the chain it replaced ended.
 * Before the anchors are compared: they are of that other chain.
 */
export function tellRestore(file: OfficeFile, station: string): void {
  const restored = untoldRestore(file.dataDir);
  if (!restored) return;
  const { at, by, second, madeAt, sha256, head, replaced, aside } = restored;
  file.raw.exec('BEGIN IMMEDIATE');
  try {
    const hand = { at, station, actorId: by.id, actorName: by.name, op: 'backups.restore' };
    const facts = { what: 'restored', at, madeAt, sha256, head, replaced, aside, second };
    new Journal(file.raw, hand, pooledRandom()).note('office', 'restore', { kind: 'SYSTEM', facts });
    file.raw.exec('COMMIT');
  } catch (error) {
    if (file.raw.inTransaction) file.raw.exec('ROLLBACK');
    throw error;
  }
  restoreTold(file.dataDir);
}
