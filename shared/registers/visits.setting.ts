import { z } from 'zod';
import { VISIT_TYPES } from './visits.row';

/** Days visits of each type keep their personal values, and days of document digits (trust.md C7). */
export const visitPeriods = z.object({
  retentionDays: z.record(z.enum(VISIT_TYPES), z.number().int().min(1).max(3650)),
  documentDays: z.number().int().min(1).max(3650),
});
export type VisitPeriods = z.infer<typeof visitPeriods>;

/** The setting `visits`. Photos of visitors are not taken at all. */
export const visitsSetting = visitPeriods.extend({
  /** Documents: none kept (default), or their last four characters (Q7). */
  document: z.enum(['off', 'lastFour']),
  /** What a visitor must leave: a phone, or one of phone and document. */
  contact: z.enum(['phone', 'phoneOrDocument']),
});

/** A year for every type (§6.3: visitors 1 year), document digits a month. */
export const DEFAULT_VISITS: z.output<typeof visitsSetting> = {
  document: 'off',
  contact: 'phone',
  retentionDays: {
    relative: 365,
    business: 365,
    housekeeping: 365,
    fitOut: 365,
    delivery: 365,
    viewing: 365,
    official: 365,
    salesman: 365,
  },
  documentDays: 30,
};
