import type { MailSetting } from '../../../shared/registers/mail-items.setting';
import type { ReadDb } from '../../db/context';

/**
 * Where an item is put: beside what waits for the same unit or department, so that one walk fetches all; else on the shelf
 * with the fewest items, in the order of the setting.
 */
export async function shelfFor(
  db: ReadDb,
  { shelves }: MailSetting,
  { unitId, department }: { unitId: string | null; department: string | null },
): Promise<string> {
  if (unitId !== null || department !== null) {
    const beside = await db
      .selectFrom('mail_items')
      .select('shelf')
      .where(unitId !== null ? 'unitId' : 'department', '=', unitId ?? department)
      .where('state', 'in', ['shelved', 'notified'])
      .orderBy('receivedAt', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (beside?.shelf) return beside.shelf;
  }
  const rows = await db
    .selectFrom('mail_items')
    .select(['shelf', (eb) => eb.fn.countAll<number>().as('items')])
    .where('state', 'in', ['shelved', 'notified'])
    .groupBy('shelf')
    .execute();
  const items = new Map(rows.map((row) => [row.shelf, row.items]));
  return shelves.reduce((best, one) => ((items.get(one) ?? 0) < (items.get(best) ?? 0) ? one : best));
}
