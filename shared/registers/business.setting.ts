import { z } from 'zod';
import { day } from '../text';

/** The business centre's price list (S21, S22), dated: a new price is a new line, jobs keep the one of their day. */

/** 打字、复印、打印、扫描、塑封、装订、传真 (000). */
export const JOB_KINDS = ['typing', 'copy', 'print', 'scan', 'lamination', 'binding', 'fax'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const jobPrice = z.object({
  kind: z.enum(JOB_KINDS),
  colour: z.boolean(),
  /** Fen per page or piece. */
  unitCents: z
    .number({ error: 'money.amount' })
    .int({ error: 'money.amount' })
    .min(0, { error: 'money.amount' })
    .max(1_000_000, { error: 'money.high' }),
  /** First day it is in force. */
  fromOn: day,
});
export type JobPrice = z.infer<typeof jobPrice>;

export const businessSetting = z.object({ prices: z.array(jobPrice).max(200) });

/** The price in force on a day; null when the list has none. Of two that began on one day the later line counts. */
export function priceOn(
  prices: readonly JobPrice[],
  kind: JobKind,
  colour: boolean,
  on: string,
): number | null {
  let found: JobPrice | null = null;
  for (const price of prices)
    if (price.kind === kind && price.colour === colour && price.fromOn <= on)
      if (found === null || price.fromOn >= found.fromOn) found = price;
  return found?.unitCents ?? null;
}
