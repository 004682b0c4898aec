import { MAIL_ITEM_PERSONAL } from '../../../shared/registers/mail-items.row';
import { eraseValues } from '../../db/erase';
import { TO_ERASE } from '../../db/migrations/0120-mail';
import type { MailItemsTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import type { Retained } from '../../entries/retained';
import { index } from './register';

/** S16: names, phones and documents of who sent, got or took an item; kinds, numbers and times stay. */
export const mailRetention: Retained = {
  register: 'mailItems',
  table: 'mail_items',
  at: 'receivedAt',
  due: TO_ERASE,
  async erase(ctx, raw, ids, reason) {
    const rows: MailItemsTable[] = await rowsOf(ctx.db, 'mail_items', ids);
    for (const row of rows) {
      const erased = eraseValues(raw, ctx.journal, 'mailItems', row, MAIL_ITEM_PERSONAL, reason);
      await index(ctx, erased);
    }
    return rows.length;
  },
};
