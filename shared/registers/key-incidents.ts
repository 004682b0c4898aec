import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalPhone, optionalText, secondPerson, text, version } from '../text';
import { COST_BEARERS } from './key-copies.row';
import {
  KEY_INCIDENT_CORRECTABLE,
  KEY_INCIDENT_ENDS,
  KEY_INCIDENT_STATES,
  KEY_MEASURES,
  keyIncident,
  keyIncidentLine,
} from './key-incidents.row';
import { pageOf, storyLine } from './shapes';

/**
 * S08 钥匙丢失、损坏: the operations and the permit each needs. Rules: domain.md S08, L03 (superior at once; nothing closes
 * without), a broken key is paid by its user.
 */
export const KEY_INCIDENT_NEEDS = ['open', 'superior'] as const;
export type KeyIncidentNeed = (typeof KEY_INCIDENT_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const keyIncidentFilter = z.object({
  need: z.enum(KEY_INCIDENT_NEEDS).nullish(),
  states: z.array(z.enum(KEY_INCIDENT_STATES)).max(4).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type KeyIncidentFilter = z.input<typeof keyIncidentFilter>;

export const keyIncidents = {
  list: query(
    'keyLoans.read',
    z.object({
      filter: keyIncidentFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyIncidentLine),
  ),
  counts: query('keyLoans.read', z.object({}), z.record(z.enum(KEY_INCIDENT_NEEDS), z.number().int())),
  entry: query(
    'keyLoans.read',
    z.object({ id }),
    z.object({
      entry: keyIncidentLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** A key is lost or broken; with the loan it was out on. The key leaves service at once. */
  report: command(
    'keyIncidents.report',
    z.object({
      kind: z.enum(['loss', 'damage']),
      keyId: id,
      foundOutAt: instant,
      place: optionalText(60),
      course: text(300, 2),
      reporterName: text(40),
      reporterPhone: optionalPhone,
      note: optionalText(300),
    }),
    done.extend({ scanCode: z.string() }),
  ),
  /** The superior has been told (L03): proven by PIN when at hand, else by name and time. */
  inform: command(
    'keyIncidents.report',
    z.object({ ...touch, superiorName: optionalText(40), at: instant, second: secondPerson.nullish() }),
    done,
    { permit: 'keyIncidents.close', when: 'handler' },
  ),
  /** What was done: lock changed, copied, owner told; what it cost and who pays. */
  measure: command(
    'keyIncidents.report',
    z.object({
      ...touch,
      measures: z.array(z.enum(KEY_MEASURES)).max(3),
      measureNote: text(200),
      at: instant,
      costCents: z.number().int().min(0).max(100_000_000).nullish(),
      bearer: z.enum(COST_BEARERS).nullish(),
    }),
    done,
  ),
  /** Closed by the supervisor with an opinion: the key is retired, replaced or repaired. */
  close: command(
    'keyIncidents.close',
    z.object({ ...touch, ending: z.enum(KEY_INCIDENT_ENDS), opinion: text(200, 2) }),
    done,
  ),
  /** A lost key turned up before it was written off: back on its hook. */
  found: command(
    'keyIncidents.report',
    z.object({ ...touch, at: instant, place: text(60), foundByName: text(40) }),
    done,
  ),
  correct: command(
    'keyLoans.correct',
    z.object({
      ...touch,
      field: z.enum(KEY_INCIDENT_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('keyLoans.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('keyLoans.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the reporter's phone: a reason and a journal event (trust.md C6). */
  unmask: command(
    'keyLoans.unmask',
    z.object({ id, reason: text(100, 2) }),
    keyIncident.pick({ reporterPhone: true }),
  ),
} as const;
