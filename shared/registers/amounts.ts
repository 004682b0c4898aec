import { z } from 'zod';

/** An amount in fen as forms send it, up to one million yuan; empty is nothing. Problems: `money.amount`, `money.high`. */
export const cents = z
  .number({ error: 'money.amount' })
  .int({ error: 'money.amount' })
  .min(0, { error: 'money.amount' })
  .max(100_000_000, { error: 'money.high' })
  .nullish()
  .transform((value) => value ?? 0);
