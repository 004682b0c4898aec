import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import { strike } from './found-items.row';
import { pageOf, storyLine } from './shapes';

/**
 * S02 失物与寻人登记: reports of lost things (报失). A missing person is an incident (S67) and only noted here as such.
 * Permits are those of the found-item desk: one book, two sides.
 */
export const LOST_REPORT_STATES = ['open', 'matched', 'closed', 'voided'] as const;
export type LostReportState = (typeof LOST_REPORT_STATES)[number];
export const LOST_REPORT_NEXT: Record<LostReportState, readonly LostReportState[]> = {
  open: ['matched', 'closed', 'voided'],
  matched: ['open', 'closed', 'voided'],
  closed: [],
  voided: [],
};
/** Sealed in the journal, plain in the row. */
export const LOST_REPORT_PERSONAL = ['reporterName', 'reporterPhone'] as const;
export const LOST_REPORT_CORRECTABLE = [
  'category',
  'name',
  'features',
  'lostPlace',
  'lostFrom',
  'lostTo',
  'reporterName',
  'reporterPhone',
  'reporterUnit',
  'broadcastNo',
  'note',
] as const;

const maybe = z.string().nullable();
export const lostReport = z.object({
  id: z.string(),
  serialNo: z.string(),
  scanCode: z.string(),
  state: z.enum(LOST_REPORT_STATES),
  version: z.number().int(),
  /** What is missing: a thing, or a person (then S67 takes over). */
  subject: z.enum(['thing', 'person']),
  category: z.string(),
  name: z.string(),
  features: maybe,
  lostPlace: z.string(),
  /** Window in which it was lost. */
  lostFrom: z.string(),
  lostTo: z.string(),
  reporterName: z.string().nullable(),
  reporterPhone: maybe,
  reporterUnit: maybe,
  broadcastNo: maybe,
  foundItemId: maybe,
  result: maybe,
  closedAt: maybe,
  closedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: z.string(),
  recorderId: z.string(),
  recorderName: z.string(),
});
export type LostReport = z.infer<typeof lostReport>;
export const lostReportLine = lostReport.extend({
  strikes: z.array(strike),
  /** Number of the linked found item. */
  foundSerialNo: maybe,
});
export type LostReportLine = z.infer<typeof lostReportLine>;

export const lostReportFilter = z.object({
  states: z.array(z.enum(LOST_REPORT_STATES)).max(4).nullish(),
  categories: z.array(text(20)).max(40).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  /** Month of the serial number: the month of the report. */
  month: month.nullish(),
});

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const match = z.object({
  id: z.string(),
  serialNo: z.string(),
  name: z.string(),
  where: z.string(),
  at: z.string(),
  score: z.number(),
});

export const lostReports = {
  list: query(
    'foundItems.read',
    z.object({
      filter: lostReportFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(lostReportLine),
  ),
  entry: query(
    'foundItems.read',
    z.object({ id }),
    z.object({
      entry: lostReportLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: maybe,
      warnings: z.array(z.string()),
    }),
  ),
  /** Top five open found items for a report, same scoring as `foundItems.matches`. */
  matches: query('foundItems.read', z.object({ id }), z.array(match)),
  register: command(
    'foundItems.register',
    z.object({
      subject: z.enum(['thing', 'person']).default('thing'),
      category: text(20),
      name: text(60),
      features: optionalText(200),
      lostPlace: text(80),
      lostFrom: instant,
      lostTo: instant,
      reporterName: text(40),
      reporterPhone: optionalPhone,
      reporterUnit: optionalText(40),
      broadcastNo: optionalText(30),
      note: optionalText(300),
    }),
    done.extend({ scanCode: z.string(), matches: z.array(match) }),
  ),
  close: command('foundItems.handOver', z.object({ ...touch, result: text(200, 2) }), done),
  correct: command(
    'foundItems.correct',
    z.object({
      ...touch,
      field: z.enum(LOST_REPORT_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('foundItems.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('foundItems.read', z.object({ id }), z.object({ seen: z.boolean() })),
  unmask: command(
    'foundItems.unmask',
    z.object({ id, reason: text(100, 2) }),
    lostReport.pick({ reporterPhone: true }),
  ),
} as const;
