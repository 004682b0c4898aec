import type { Output } from '../../../shared/api';
import { dayOf, daysBetween } from '../../../shared/dates';
import { copyDays } from '../../backup/copies';
import type { ReadDb } from '../../db/context';
import { settingsOf } from '../office/settings';

/** How the office stands with its backups (trust.md B3). Demo offices hold nothing to lose: they are never overdue. */
export async function standing(db: ReadDb, now: string, dataDir: string): Promise<Output<'backups.state'>> {
  const { backup, demo } = await settingsOf(db);
  const last = async (kind: 'encrypted' | 'drill'): Promise<string | null> => {
    const row = await db
      .selectFrom('backups')
      .select('endedAt')
      .where('kind', '=', kind)
      .where('result', '=', 'ok')
      .orderBy('endedAt', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.endedAt ?? null;
  };
  const [lastEncryptedAt, lastDrillAt] = [await last('encrypted'), await last('drill')];
  const days = lastEncryptedAt === null ? null : Math.max(0, daysBetween(dayOf(lastEncryptedAt), dayOf(now)));
  return {
    ready: backup.passphrase !== null,
    folder: backup.folder,
    everyDays: backup.everyDays,
    lastEncryptedAt,
    lastDrillAt,
    days,
    overdue: !demo.on && (days === null ? await isOld(db, now, backup.everyDays) : days > backup.everyDays),
    copies: copyDays(dataDir).reverse(),
  };
}

/** An office that never had a backup is asked for one once it has as many days to lose. */
async function isOld(db: ReadDb, now: string, days: number): Promise<boolean> {
  const first = await db.selectFrom('journal').select('at').where('seq', '=', 1).executeTakeFirst();
  return first !== undefined && daysBetween(dayOf(first.at), dayOf(now)) > days;
}
