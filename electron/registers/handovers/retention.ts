import { HANDOVER_PERSONAL } from '../../../shared/registers/handovers.row';
import { eraseValues } from '../../db/erase';
import { TO_ERASE } from '../../db/migrations/0090-handovers';
import type { HandoversTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import type { Retained } from '../../entries/retained';
import { indexHandover } from './words';

/** S13: what the sheet showed and what people wrote on it; heads, counts and signatures stay. */
export const handoverRetention: Retained = {
  register: 'handovers',
  table: 'handovers',
  at: 'startedAt',
  due: TO_ERASE,
  async erase(ctx, raw, ids, reason) {
    const rows: HandoversTable[] = await rowsOf(ctx.db, 'handovers', ids);
    for (const row of rows) {
      const erased = eraseValues(raw, ctx.journal, 'handovers', row, HANDOVER_PERSONAL, reason);
      indexHandover(ctx, erased);
    }
    return rows.length;
  },
};
