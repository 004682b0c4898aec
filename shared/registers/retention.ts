import { z } from 'zod';
import { command, query, task } from '../op';
import { secondPerson } from '../text';
import { RETAINED, retentionSetting } from './retention.setting';

/** Retention of handovers, mail and contacts (domain.md §6.3, trust.md C8): the app proposes, the manager approves. */
export const retention = {
  /** What the periods mean today: lines past them by book and month. `periods`: what if. */
  preview: query(
    'retention.read',
    z.object({ periods: retentionSetting.nullish() }),
    z.object({
      periods: retentionSetting,
      months: z.array(z.object({ register: z.enum(RETAINED), month: z.string(), entries: z.number().int() })),
      entries: z.number().int(),
    }),
  ),
  /** New periods. Errors: `conflict`; `second.missing` when one becomes shorter and no manager stands by. */
  setPeriods: command(
    'settings.change',
    z.object({ periods: retentionSetting, version: z.number().int().min(0), second: secondPerson.nullish() }),
    z.object({ version: z.number().int() }),
    { permit: 'retention.erase', when: 'handler' },
  ),
  /**
   * Erases what is past its period, in batches; the manager approves by PIN. Errors: `retention.nothingDue`, `second.same`,
   * `second.pinNeeded`, `second.noRight`, those of the PIN.
   */
  erase: task(
    'retention.read',
    z.object({ second: secondPerson, job: z.string().max(40) }),
    z.object({ erased: z.number().int(), cancelled: z.boolean() }),
  ),
} as const;
