import { z } from 'zod';

/** Books whose personal values go after a period of their own (domain.md §6.3, §6.4); visitors have theirs in `visits`. */
export const RETAINED = ['handovers', 'mailItems', 'contactLogs'] as const;
export type RetainedRegister = (typeof RETAINED)[number];

/** Days each book keeps its personal values. */
export const retentionSetting = z.record(z.enum(RETAINED), z.number().int().min(30).max(3650));
export type RetentionPeriods = z.infer<typeof retentionSetting>;

/** §6.3: the CS desk's own records three years, what came in and went out one year. */
export const DEFAULT_RETENTION: RetentionPeriods = { handovers: 1095, mailItems: 365, contactLogs: 1095 };
