import { z } from 'zod';
import { command, query } from '../op';
import { id, optionalText, text, version } from '../text';
import { strike } from './found-items.row';
import { pageOf, storyLine } from './shapes';

/**
 * 访客证: the office's stock of reusable visitor passes. One goes out with a visit and comes back with the leave; the
 * number on it is the office's own, the scan code ours (S10 "visitor pass returned on leaving").
 */
export const PASS_STATES = ['inStock', 'out', 'lost', 'retired'] as const;
export type PassState = (typeof PASS_STATES)[number];
export const PASS_NEXT: Record<PassState, readonly PassState[]> = {
  inStock: ['out', 'lost', 'retired'],
  out: ['inStock', 'lost'],
  lost: ['inStock', 'retired'],
  retired: [],
};
export const PASS_CORRECTABLE = ['passNo', 'note'] as const;

const maybe = z.string().nullable();
export const visitorPass = z.object({
  id: z.string(),
  serialNo: z.string(),
  scanCode: z.string(),
  state: z.enum(PASS_STATES),
  version: z.number().int(),
  /** As printed on the card; unique. */
  passNo: z.string(),
  /** The visit that has it now. */
  visitId: maybe,
  /** Since when it is in its state. */
  since: z.string(),
  /** Why it was lost or taken out of use. */
  reason: maybe,
  note: maybe,
  recordedAt: z.string(),
  recorderId: z.string(),
  recorderName: z.string(),
});
export type VisitorPass = z.infer<typeof visitorPass>;

export const visitorPassLine = visitorPass.extend({
  late: z.boolean(),
  copies: z.number().int(),
  strikes: z.array(strike),
  visitSerialNo: maybe,
  /** Who has it (name and unit), for the list of passes not back. */
  holder: maybe,
  unitCode: maybe,
  /** Its visitor has left, or was closed by the desk, or came before yesterday's closing. */
  notBack: z.boolean(),
});
export type VisitorPassLine = z.infer<typeof visitorPassLine>;

export const PASS_NEEDS = ['out', 'notBack', 'lost'] as const;
export type PassNeed = (typeof PASS_NEEDS)[number];
export const visitorPassFilter = z.object({
  need: z.enum(PASS_NEEDS).nullish(),
  states: z.array(z.enum(PASS_STATES)).max(4).nullish(),
  search: optionalText(60),
});

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const passNo = text(20)
  .transform((s) => s.toUpperCase())
  .refine((s) => /^[\p{L}\p{N}-]+$/u.test(s), { error: 'code.unreadable' });

export const visitorPasses = {
  /** The stock by number; a page of at most 200. */
  list: query(
    'visits.read',
    z.object({
      filter: visitorPassFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(visitorPassLine),
  ),
  counts: query('visits.read', z.object({}), z.record(z.enum(PASS_NEEDS), z.number().int())),
  entry: query(
    'visits.read',
    z.object({ id }),
    z.object({
      entry: visitorPassLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: maybe,
      warnings: z.array(z.string()),
    }),
  ),
  /** Passes that may go out now, by part of their number. */
  free: query(
    'visits.read',
    z.object({ typed: optionalText(20) }),
    z.array(z.object({ id: z.string(), passNo: z.string(), scanCode: z.string() })),
  ),
  /** New cards: `count` of them from this number on (`A01`, 20 → A01…A20). */
  add: command(
    'visitorPasses.manage',
    z.object({ passNo, count: z.number().int().min(1).max(200).default(1), note: optionalText(300) }),
    z.object({ passes: z.array(done.extend({ passNo: z.string(), scanCode: z.string() })) }),
  ),
  /** A card comes back without its visit being ended by it: found in a lift, brought next day. */
  takeIn: command('visits.record', z.object({ ...touch }), done),
  /** Lost: off the stock, the visit that had it is named. */
  lose: command('visits.record', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Out of use for good. */
  retire: command('visitorPasses.manage', z.object({ ...touch, reason: text(200, 2) }), done),
  correct: command(
    'visitorPasses.manage',
    z.object({
      ...touch,
      field: z.enum(PASS_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  markSeen: command('visits.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
