import { z } from 'zod';
import { task } from '../op';
import { optionalText } from '../text';
import { foundItemFilter } from './found-items';
import { FOUND_ITEM_STATES } from './found-items.row';
import { LOST_REPORT_STATES } from './lost-reports';

/** The filter of either list; the register's own filter decides what of it makes sense. */
export const exportFilter = foundItemFilter.extend({
  states: z
    .array(z.enum([...FOUND_ITEM_STATES, ...LOST_REPORT_STATES]))
    .max(8)
    .nullish(),
});
export type ExportFilter = z.output<typeof exportFilter>;

/** Export of a filtered list to CSV or XLSX; formula-safe, masked by default; a journal event (trust.md F4, C6). */
export const exportsApi = {
  save: task(
    'foundItems.export',
    z.object({
      register: z.enum(['foundItems', 'lostReports']),
      filter: exportFilter,
      format: z.enum(['csv', 'xlsx']),
      lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
      /** null: asks where. */
      path: optionalText(1000),
      job: z.string().max(40),
    }),
    z.object({ rows: z.number().int(), path: z.string().nullable(), cancelled: z.boolean() }),
  ),
} as const;
