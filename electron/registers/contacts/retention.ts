import { CONTACT_LOG_PERSONAL } from '../../../shared/registers/contact-logs.row';
import { eraseValues } from '../../db/erase';
import { TO_ERASE } from '../../db/migrations/0160-contact-logs';
import type { ContactLogsTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import type { Retained } from '../../entries/retained';
import { index } from './load';

/** S11: who called and what they said; kind, result and rating stay. */
export const contactRetention: Retained = {
  register: 'contactLogs',
  table: 'contact_logs',
  at: 'happenedAt',
  due: TO_ERASE,
  async erase(ctx, raw, ids, reason) {
    const rows: ContactLogsTable[] = await rowsOf(ctx.db, 'contact_logs', ids);
    for (const row of rows) {
      const erased = eraseValues(raw, ctx.journal, 'contactLogs', row, CONTACT_LOG_PERSONAL, reason);
      await index(ctx, erased);
    }
    return rows.length;
  },
};
