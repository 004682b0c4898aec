import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import {
  CONTACT_CHANNELS,
  CONTACT_KINDS,
  CONTACT_LOG_CORRECTABLE,
  CONTACT_RATINGS,
  CONTACT_STATES,
  CONTACT_TARGETS,
  contactLog,
  contactLogLine,
} from './contact-logs.row';
import { pageOf, storyLine } from './shapes';

/** S11 来电、来信、来访接待记录: the operations of the contact log and the permit each needs. Rules: domain.md S11, F18, K1, L08, §1.2. */

/** Counts that ask for action: the gate's of the night, promised times over, promised for today, all not answered. */
export const CONTACT_NEEDS = ['toTakeOver', 'overdue', 'dueToday', 'waiting'] as const;
export type ContactNeed = (typeof CONTACT_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const optionalId = id.nullish().transform((value) => value ?? null);
const optionalInstant = instant.nullish().transform((value) => value ?? null);
const rating = z
  .enum(CONTACT_RATINGS)
  .nullish()
  .transform((value) => value ?? null);
const flag = z
  .boolean()
  .default(false)
  .transform((on): 0 | 1 => (on ? 1 : 0));

/** What the strip of the contact log sends. */
export const registerContact = z.object({
  channel: z.enum(CONTACT_CHANNELS),
  kind: z.enum(CONTACT_KINDS),
  happenedAt: instant,
  callerName: optionalText(40),
  callerPhone: optionalPhone,
  unitId: optionalId,
  callerPlace: optionalText(60),
  content: text(500, 2),
  /** Answered on the spot, passed on to somebody, or to be answered later. */
  handling: z.enum(['answered', 'passed', 'later']),
  result: optionalText(300),
  passedTo: optionalText(40),
  promisedAt: optionalInstant,
  rating,
  serious: flag,
  reportedTo: optionalText(40),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const contactLogFilter = z.object({
  need: z.enum(CONTACT_NEEDS).nullish(),
  states: z.array(z.enum(CONTACT_STATES)).max(4).nullish(),
  channels: z.array(z.enum(CONTACT_CHANNELS)).max(3).nullish(),
  kinds: z.array(z.enum(CONTACT_KINDS)).max(6).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Caller, department or recorder: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type ContactLogFilter = z.input<typeof contactLogFilter>;

export const contactLogs = {
  /** Lines of the register, newest first; a page of at most 200. The gate sees what the gate wrote. */
  list: query(
    'contactLogs.read',
    z.object({
      filter: contactLogFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(contactLogLine),
  ),
  counts: query('contactLogs.read', z.object({}), z.record(z.enum(CONTACT_NEEDS), z.number().int())),
  /** Errors: `notFound`, also for the gate and an entry of the desk. */
  entry: query(
    'contactLogs.read',
    z.object({ id }),
    z.object({
      entry: contactLogLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** K1 业主接待满意率 of a month: contacts of the month that were rated, and how many of them "satisfied". */
  monthRate: query(
    'contactLogs.readAll',
    z.object({ month }),
    z.object({
      contacts: z.number().int(),
      rated: z.number().int(),
      satisfied: z.number().int(),
      percent: z.number().nullable(),
    }),
  ),

  /**
   * Writes a contact down. Errors: `contactLogs.answerMissing`, `.passMissing`, `.promiseMissing`, `.reportMissing`,
   * `.unitUnknown`; InvalidField `promisedAt` before the contact.
   */
  register: command('contactLogs.record', registerContact, done.extend({ scanCode: z.string() })),
  /** The desk takes the gate's entries of the night over, many at once. Errors: `contactLogs.notAtGate`, `.takenOver`. */
  takeOver: command(
    'contactLogs.handle',
    z.object({ items: z.array(z.object(touch)).min(1).max(60) }),
    z.object({ items: z.array(done) }),
  ),
  /** Passed on to a department or a person, with the time the caller was promised. Errors: `contactLogs.promiseMissing`, `.wrongState`. */
  pass: command(
    'contactLogs.handle',
    z.object({ ...touch, passedTo: text(40), promisedAt: optionalInstant }),
    done,
  ),
  /** Another time promised to the caller, and why. Errors: `contactLogs.wrongState`; InvalidField `promisedAt` in the past. */
  promise: command(
    'contactLogs.handle',
    z.object({ ...touch, promisedAt: instant, reason: text(100, 2) }),
    done,
  ),
  /** The caller has the answer, or it was settled without one. Errors: `contactLogs.wrongState`. */
  close: command(
    'contactLogs.handle',
    z.object({ ...touch, at: instant, result: text(300, 2), replied: z.enum(['yes', 'no']), rating }),
    done,
  ),
  /** Closed too early: the caller turns to the office again. Errors: `contactLogs.wrongState`. */
  reopen: command(
    'contactLogs.handle',
    z.object({ ...touch, promisedAt: instant, reason: text(200, 2) }),
    done,
  ),
  /** What the caller thought of it (K1). Errors: `contactLogs.wrongState`. */
  rate: command('contactLogs.handle', z.object({ ...touch, rating: z.enum(CONTACT_RATINGS) }), done),
  /** Serious: reported at once to captain or manager. Errors: `contactLogs.wrongState`. */
  report: command('contactLogs.record', z.object({ ...touch, reportedTo: text(40), at: instant }), done),
  /** Hands the caller's data to another book's form; the phone among them, so the journal says so. Errors: `contactLogs.linked`. */
  convert: command(
    'contactLogs.handle',
    z.object({ id, to: z.enum(CONTACT_TARGETS) }),
    contactLog
      .pick({ callerName: true, callerPhone: true, unitId: true, callerPlace: true, content: true })
      .extend({ unitCode: z.string().nullable(), serialNo: z.string() }),
  ),
  /** The entry it was turned into: each names the other in its story. Errors: `contactLogs.linked`, `notFound`. */
  link: command(
    'contactLogs.handle',
    z.object({ id, register: z.enum(CONTACT_TARGETS), entryId: id }),
    done.extend({ linkedNo: z.string().nullable() }),
  ),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'contactLogs.correct',
    z.object({
      ...touch,
      field: z.enum(CONTACT_LOG_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it is closed. */
  void: command('contactLogs.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('contactLogs.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'contactLogs.unmask',
    z.object({ id, reason: text(100, 2) }),
    contactLog.pick({ callerPhone: true }),
  ),
} as const;
