import { z } from 'zod';

/**
 * The setting `backup` (S101): where backups go and for whom they are locked. Public halves only; whoever reads them can lock a
 * backup and open none. Written by `backups.setUp`, not by hand.
 */
export const backupSetting = z.object({
  /** Folder on another disk or a stick; null: asked for each time. */
  folder: z.string().max(1000).nullable(),
  passphrase: z
    .object({
      public: z.string().max(64),
      salt: z.string().max(64),
      params: z.object({ N: z.number().int(), r: z.number().int(), p: z.number().int() }),
    })
    .nullable(),
  /** Public half of the printed recovery key. */
  recovery: z.string().max(64).nullable(),
  /** Days after which an encrypted backup is due again. */
  everyDays: z.number().int().min(1).max(31),
});

export const DEFAULT_BACKUP: z.output<typeof backupSetting> = {
  folder: null,
  passphrase: null,
  recovery: null,
  everyDays: 7,
};
