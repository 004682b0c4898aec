import { z } from 'zod';
import { command, query } from '../op';
import { id, instant, month, optionalText, secondPerson, text, version } from '../text';
import { CHECK_STATES, COUNTED, keyCheckCabinet, keyCheckKeyLine, keyCheckLine } from './key-checks.row';
import { pageOf, storyLine } from './shapes';

/** S09 钥匙周检: operations of the weekly check (F15). Counted by scanning, differences explained, signed by the CS supervisor. */

/** `due`: 1 while a cabinet with keys has no check in this ISO week; `open`: checks begun and not signed. */
export const CHECK_NEEDS = ['due', 'open'] as const;
export type CheckNeed = (typeof CHECK_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const checkFilter = z.object({
  need: z.enum(['open']).nullish(),
  states: z.array(z.enum(CHECK_STATES)).max(3).nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type CheckFilter = z.input<typeof checkFilter>;

export const keyChecks = {
  list: query(
    'keys.read',
    z.object({
      filter: checkFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyCheckLine),
  ),
  counts: query('keys.read', z.object({}), z.record(z.enum(CHECK_NEEDS), z.number().int())),
  entry: query(
    'keys.read',
    z.object({ id }),
    z.object({
      entry: keyCheckLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** The counting sheet: every key of the check by cabinet and hook, and the row of each cabinet. */
  sheet: query(
    'keys.read',
    z.object({ id }),
    z.object({ cabinets: z.array(keyCheckCabinet), keys: z.array(keyCheckKeyLine) }),
  ),
  /** This ISO week and the cabinets that no check of it covers yet. */
  due: query(
    'keys.read',
    z.object({}),
    z.object({
      week: z.string(),
      cabinets: z.array(
        z.object({ id: z.string(), code: z.string(), name: z.string(), keys: z.number().int() }),
      ),
    }),
  ),
  /** Begins the check of these cabinets for the present ISO week: what is expected is fixed now. */
  start: command(
    'keys.check',
    z.object({ cabinetIds: z.array(id).min(1).max(40), note: optionalText(300) }),
    done.extend({ scanCode: z.string() }),
  ),
  /** One key counted, by scan or by hand; counting again replaces. A key that does not belong here is written down as extra. */
  count: command(
    'keys.check',
    z.object({
      id,
      keyId: id,
      counted: z.enum(COUNTED),
      sealIntact: z.boolean().nullish(),
      labelRight: z.boolean().nullish(),
      explanation: optionalText(200),
      measure: optionalText(200),
    }),
    z.object({ keyNo: z.string(), counted: z.enum(COUNTED), differs: z.boolean(), left: z.number().int() }),
  ),
  /** Closed and signed by the CS supervisor: every key counted, every difference explained and reported upwards. */
  close: command(
    'keys.check',
    z.object({
      ...touch,
      findings: optionalText(300),
      measures: optionalText(300),
      reportedTo: optionalText(40),
      reportedAt: instant.nullish(),
      second: secondPerson.nullish(),
    }),
    done,
    { permit: 'keys.signCheck', when: 'handler' },
  ),
  /** An open check begun by mistake. */
  void: command('keys.check', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('keys.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
