import { z } from 'zod';
import { command, query } from '../op';
import { id, month, optionalText, text, version } from '../text';
import { cents } from './amounts';
import { pageOf, storyLine } from './shapes';
import { TOOL_CORRECTABLE, TOOL_KINDS, TOOL_STATES, toolLine } from './tools.row';

/** S18: the inventory of tools and radios. Rules: domain.md S18; desk-practice.md §2.6. */

/** Counts that ask for action: in repair, lost. */
export const TOOL_NEEDS = ['repair', 'lost'] as const;
export type ToolNeed = (typeof TOOL_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const registerTool = z.object({
  toolNo: text(20),
  name: text(40),
  kind: z.enum(TOOL_KINDS),
  keepPlace: optionalText(40),
  lendDays: z
    .number({ error: 'count.whole' })
    .int({ error: 'count.whole' })
    .min(0, { error: 'count.low' })
    .max(365, { error: 'count.high' })
    .nullish()
    .transform((value) => value ?? 0),
  depositCents: cents,
  condition: optionalText(80),
  note: optionalText(300),
});

/** Filters of the inventory; all optional and joined by AND. */
export const toolFilter = z.object({
  need: z.enum(TOOL_NEEDS).nullish(),
  states: z.array(z.enum(TOOL_STATES)).max(6).nullish(),
  kinds: z.array(z.enum(TOOL_KINDS)).max(2).nullish(),
  month: month.nullish(),
  search: optionalText(60),
});
export type ToolFilter = z.input<typeof toolFilter>;

export const tools = {
  /** The inventory by tool number; a page of at most 200. */
  list: query(
    'tools.read',
    z.object({
      filter: toolFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(toolLine),
  ),
  counts: query('tools.read', z.object({}), z.record(z.enum(TOOL_NEEDS), z.number().int())),
  entry: query(
    'tools.read',
    z.object({ id }),
    z.object({
      entry: toolLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** A new tool or radio. Errors: `tools.noTaken`. */
  register: command('tools.manage', registerTool, done.extend({ scanCode: z.string() })),
  /** Not in working order: off the desk until it is mended. */
  repair: command('tools.manage', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Mended, or found again: it may be lent. */
  bringBack: command('tools.manage', z.object({ ...touch, condition: optionalText(80) }), done),
  /** Looked for at a count and not there. */
  reportMissing: command('tools.manage', z.object({ ...touch, reason: text(80, 2) }), done),
  /** Taken off the books. */
  retire: command('tools.manage', z.object({ ...touch, reason: text(200, 2) }), done),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'tools.correct',
    z.object({
      ...touch,
      field: z.enum(TOOL_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids a line written by mistake. Errors: `tools.lentBefore`. */
  void: command('tools.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('tools.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
