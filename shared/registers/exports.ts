import { z } from 'zod';
import { task } from '../op';
import { optionalText } from '../text';

/** Export of a filtered list to CSV or XLSX; formula-safe, masked by default; a journal event (trust.md F4, C6). */
export const exportsApi = {
  /** The list's own permit decides (electron/registers/exports/lists.ts); the filter is what its `list` operation takes. */
  save: task(
    'signedIn',
    z.object({
      register: z.string().max(40),
      filter: z.record(z.string(), z.unknown()),
      format: z.enum(['csv', 'xlsx']),
      lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
      /** null: asks where. */
      path: optionalText(1000),
      job: z.string().max(40),
    }),
    z.object({ rows: z.number().int(), path: z.string().nullable(), cancelled: z.boolean() }),
  ),
} as const;
