import { z } from 'zod';
import { id, instant } from '../text';

/** What the backup log (S101) tells of: a copy beside the office, an encrypted backup, a restore drill. A restore itself stands in the journal of the restored office. */
export const BACKUP_KINDS = ['daily', 'encrypted', 'drill'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** A row of the backup log; written once, never changed. */
export const backup = z.object({
  id,
  version: z.number().int(),
  kind: z.enum(BACKUP_KINDS),
  result: z.enum(['ok', 'failed']),
  /** Name of the file; null when none came about. */
  file: z.string().nullable(),
  /** Folder it went to, or came from. */
  place: z.string().nullable(),
  bytes: z.number().int().nullable(),
  /** SHA-256 of the file, hex; null for copies. */
  sha256: z.string().nullable(),
  /** End of the chain in it. */
  headSeq: z.number().int().nullable(),
  headHash: z.string().nullable(),
  /** Findings of the verifier in a drill. */
  problems: z.number().int().nullable(),
  /** Why it failed: a key below `refused.backups.`, or the system's own code. */
  reason: z.string().nullable(),
  startedAt: instant,
  endedAt: instant,
  /** null: the program itself. */
  recorderId: id.nullable(),
  recorderName: z.string(),
});
export type Backup = z.infer<typeof backup>;
