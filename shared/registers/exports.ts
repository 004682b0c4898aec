import { z } from 'zod';
import { task } from '../op';
import { optionalText } from '../text';
import { foundItemFilter } from './found-items';

/** Export of a filtered list to CSV or XLSX; formula-safe, masked by default; a journal event (trust.md F4, C6). */
export const exportsApi = {
  save: task(
    'foundItems.export',
    z.object({
      register: z.enum(['foundItems', 'lostReports']),
      filter: foundItemFilter,
      format: z.enum(['csv', 'xlsx']),
      lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
      /** null: asks where. */
      path: optionalText(1000),
      job: z.string().max(40),
    }),
    z.object({ rows: z.number().int(), path: z.string().nullable(), cancelled: z.boolean() }),
  ),
} as const;
