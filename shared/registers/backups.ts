import { z } from 'zod';
import { query, task } from '../op';
import { id, instant } from '../text';
import { backup } from './backups.row';

/** Backup, restore drill and restore (S101; trust.md B1–B3). Secrets go in and are kept nowhere. */

/** What is known of a backup before anything is done with it. */
export const backupSeen = z.object({
  /** Name of the chosen file for the next step. */
  file: z.string(),
  name: z.string(),
  office: z.string(),
  madeAt: instant,
  lines: z.number().int(),
  photos: z.number().int(),
  bytes: z.number().int(),
  schema: z.number().int(),
  /** Journal lines of the living office that the backup does not have; null when it is of another office or chain. */
  missing: z.number().int().nullable(),
});
export type BackupSeen = z.infer<typeof backupSeen>;

const job = z.string().max(40);
const secret = z.string().min(1).max(200);
const proof = z.object({ staffId: id, pin: z.string().min(1).max(200) });

export const backups = {
  /** How things stand: what the banner and the settings sheet say. */
  state: query(
    'backups.read',
    z.object({}),
    z.object({
      ready: z.boolean(),
      folder: z.string().nullable(),
      everyDays: z.number().int(),
      lastEncryptedAt: instant.nullable(),
      lastDrillAt: instant.nullable(),
      /** Days since the last proven backup on another disk; null when there never was one. */
      days: z.number().int().nullable(),
      overdue: z.boolean(),
      /** Days of which a copy lies beside the office, newest first. */
      copies: z.array(z.string()),
    }),
  ),
  /** The log, newest first; `before` is the id of the last row shown. */
  list: query('backups.read', z.object({ before: id.nullish() }), z.array(backup)),
  /** Asks for a folder; null when the person closed the dialog. */
  chooseFolder: task('backups.run', z.object({}), z.object({ folder: z.string() }).nullable()),
  /** Sets folder and rhythm. A passphrase also makes a new recovery key, answered once: it is to be printed now. Errors: `backups.shortPassphrase`. */
  setUp: task(
    'backups.setUp',
    z.object({
      folder: z.string().max(1000).nullable(),
      everyDays: z.number().int().min(1).max(31),
      passphrase: z.string().max(200).nullable(),
    }),
    z.object({ recoveryKey: z.string().nullable() }),
  ),
  /** Makes an encrypted backup into the office's folder or a given one. null: cancelled. Errors: `backups.*`. */
  make: task('backups.run', z.object({ job, folder: z.string().max(1000).nullish() }), backup.nullable()),
  /** Asks for a backup (or takes the one of the command line) and says what it holds. null: nobody chose one. Errors: `backups.*`. */
  look: task(
    'backups.setUp',
    z.object({ secret, path: z.string().max(1000).nullish() }),
    backupSeen.nullable(),
  ),
  /** Unpacks a backup into a room of its own and verifies it, then takes it away again: the proof that it can be restored. null: cancelled. */
  drill: task('backups.setUp', z.object({ job, file: z.string().max(60), secret }), backup.nullable()),
  /** Puts a backup in the office's place. A second person approves (domain.md §4.3). The desk signs everybody off and opens the restored office. null: cancelled. */
  restore: task(
    'backups.restore',
    z.object({ job, file: z.string().max(60), secret, approval: proof }),
    z.object({ problems: z.number().int() }).nullable(),
  ),
  /** At the first start, before there is an office: takes one over from a backup. Errors: `office.exists`, `backups.*`. */
  adopt: task(
    'anyone',
    z.object({ job, secret, path: z.string().max(1000).nullish() }),
    z.object({ office: z.string() }).nullable(),
  ),
} as const;
