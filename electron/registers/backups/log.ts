import type { Backup } from '../../../shared/registers/backups.row';
import type { Door } from '../../door';

/** What a line of the backup log says besides when it ended and who wrote it. */
export type Logged = Omit<Backup, 'id' | 'version' | 'endedAt' | 'recorderId' | 'recorderName'>;

/** Writes a line of the backup log. `actor` null: the program itself, on its own time. */
export function logged(
  door: Door,
  actor: { staffId: string; name: string } | null,
  said: Pick<Logged, 'kind' | 'startedAt'> & Partial<Logged>,
): Promise<Backup> {
  const who = actor ? { id: actor.staffId, name: actor.name } : { id: 'system', name: '系统' };
  return door.write(`backups.${said.kind}`, who, ({ journal, newId, now }) =>
    journal.create('backups', {
      id: newId(),
      result: 'ok',
      file: null,
      place: null,
      bytes: null,
      sha256: null,
      headSeq: null,
      headHash: null,
      problems: null,
      reason: null,
      ...said,
      endedAt: now,
      recorderId: actor?.staffId ?? null,
      recorderName: who.name,
    }),
  );
}
