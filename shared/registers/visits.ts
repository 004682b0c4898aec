import { z } from 'zod';
import { command, query, task } from '../op';
import { id, instant, optionalPhone, optionalText, secondPerson, text, version } from '../text';
import { pageOf, storyLine } from './shapes';
import {
  arriveVisit,
  consent,
  expectVisit,
  knownVisitor,
  lastFour,
  partySize,
  plate,
  VISIT_NEEDS,
  visitFilter,
} from './visits.forms';
import { VISIT_CORRECTABLE, VISIT_TYPES, visit, visitLine } from './visits.row';
import { visitPeriods } from './visits.setting';

/**
 * S10 来访登记: the operations of the visitor book and the permit each needs.
 * Rules: domain.md S10, §4.3, §6.3, §6.4, Q7; desk-practice.md §2.3, §4; trust.md C6–C8.
 */

const touch = { id, version };
const maybe = z.string().nullable();
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const doneScan = done.extend({ scanCode: z.string() });

export const visits = {
  /** Lines of the book, newest first; a page of at most 200. */
  list: query(
    'visits.read',
    z.object({
      filter: visitFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(visitLine),
  ),
  /** The numbers on top of the book. */
  counts: query('visits.read', z.object({}), z.record(z.enum(VISIT_NEEDS), z.number().int())),
  /** Lines and persons inside now. */
  headCount: query(
    'visits.read',
    z.object({}),
    z.object({ visits: z.number().int(), persons: z.number().int(), outside: z.number().int() }),
  ),
  entry: query(
    'visits.read',
    z.object({ id }),
    z.object({
      entry: visitLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: maybe,
      warnings: z.array(z.string()),
      /** Other open lines of the same group. */
      group: z.array(z.object({ id: z.string(), version: z.number().int(), serialNo: z.string() })),
    }),
  ),
  /** Who this may be: 2–3 letters of pinyin, Han characters, a phone tail or a company; best first. */
  suggestVisitor: query(
    'visits.read',
    z.object({ typed: text(40), unitId: id.nullish() }),
    z.array(knownVisitor),
  ),
  /** Words typed before, best first. */
  suggest: query(
    'visits.read',
    z.object({
      field: z.enum(['company', 'purpose', 'carrier', 'hostPlace', 'belongings']),
      typed: optionalText(60),
    }),
    z.array(z.object({ value: z.string(), hint: maybe })),
  ),
  /** What the desk must know about a unit before it lets anybody up: instructions, who is there, who was watched. */
  atUnit: query(
    'visits.read',
    z.object({ unitId: id }),
    z.object({
      code: z.string(),
      name: maybe,
      deskInstructions: maybe,
      inNow: z.number().int(),
      expectedToday: z.number().int(),
      /** Watch notes of earlier visits, newest first; empty without `visits.watch`. */
      watch: z.array(z.object({ serialNo: z.string(), at: z.string(), note: z.string() })),
    }),
  ),

  /** Announced for a time ahead. */
  expect: command('visits.record', expectVisit, doneScan),
  /** Arrives and enters. `from`: an earlier visit whose phone is taken over. Refused for salesmen and without what the type asks for. */
  arrive: command('visits.record', arriveVisit.extend({ from: id.nullish() }), doneScan),
  /** Several people of one errand, a line each, found together afterwards. */
  arriveGroup: command(
    'visits.record',
    arriveVisit.omit({ visitorName: true, visitorPhone: true, visitorDocument: true, passNo: true }).extend({
      people: z
        .array(
          z.object({
            visitorName: text(40),
            visitorPhone: optionalPhone,
            visitorDocument: lastFour,
            passNo: optionalText(20),
          }),
        )
        .min(2)
        .max(40),
    }),
    z.object({ visits: z.array(doneScan) }),
  ),
  /** An announced visitor is here. */
  admit: command(
    'visits.record',
    z.object({
      ...touch,
      at: instant.nullish(),
      partySize: partySize.nullish(),
      visitorPhone: optionalPhone,
      visitorDocument: lastFour,
      belongings: optionalText(120),
      plate,
      passNo: optionalText(20),
      passChecked: z.boolean().nullish(),
      informedName: optionalText(40),
      informedAt: instant.nullish(),
      consent: consent.nullish(),
      post: optionalText(30),
    }),
    doneScan,
  ),
  /** Not let in: a line with the reason; the name may stay unknown. */
  refuse: command(
    'visits.record',
    arriveVisit.omit({ passNo: true }).extend({ reason: text(200, 2) }),
    doneScan,
  ),
  /** An announced visitor is not let in. */
  turnAway: command(
    'visits.record',
    z.object({ ...touch, reason: text(200, 2), at: instant.nullish() }),
    done,
  ),
  /** An announced visitor did not come. */
  noShow: command('visits.record', z.object({ ...touch }), done),
  /** The host's word that was still missing. */
  recordConsent: command('visits.record', z.object({ ...touch, consent }), done),
  /** Out for a while: keeps the pass, stays on the list. */
  stepOut: command('visits.record', z.object({ ...touch, at: instant.nullish() }), done),
  /** Back again. */
  comeBack: command('visits.record', z.object({ ...touch, at: instant.nullish() }), done),
  /** Leaves. `passBack` false: without the pass, which stays on the list of passes not back. */
  leave: command(
    'visits.record',
    z.object({ ...touch, at: instant.nullish(), passBack: z.boolean().default(true) }),
    done,
  ),
  /** A group leaves together. All or none. */
  leaveMany: command(
    'visits.record',
    z.object({
      visits: z.array(z.object(touch)).min(1).max(100),
      at: instant.nullish(),
      passBack: z.boolean().default(true),
    }),
    z.object({ visits: z.array(done) }),
  ),
  /** Takes a leave back that was recorded by mistake: the same person, within five minutes. */
  takeBackLeave: command('visits.record', z.object({ ...touch }), done),
  /**
   * At closing (交班): those whose exit nobody saw are closed without a leaving time (不详), those announced who did not
   * come become no-shows. Only the lines named, as the list on screen showed them.
   */
  closeDay: command(
    'visits.record',
    z.object({
      visits: z.array(z.object(touch)).max(500).default([]),
      noShows: z.array(z.object(touch)).max(500).default([]),
    }),
    z.object({ closed: z.number().int(), noShows: z.number().int() }),
  ),
  /** What the supervisor learned later about a line the desk closed: said beside it, no time is invented. */
  supplement: command('visits.supplement', z.object({ ...touch, text: text(200, 2) }), done),
  /** One field corrected: free edit inside the window, struck through with a reason afterwards. */
  correct: command(
    'visits.correct',
    z.object({
      ...touch,
      field: z.enum(VISIT_CORRECTABLE),
      /** As typed; counts in digits, instants as ISO, a unit by its id; empty clears an optional field. */
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Ended lines only by the manager. */
  void: command('visits.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('visits.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Phone and document in full: role, reason, journal event (trust.md C6). */
  unmask: command(
    'visits.unmask',
    z.object({ id, reason: text(100, 2) }),
    visit.pick({ visitorPhone: true, visitorDocument: true }),
  ),

  /** What the periods mean today: lines past them by type and month, and document digits past theirs. `periods`: what if. */
  retentionPreview: query(
    'visits.retention',
    z.object({ periods: visitPeriods.nullish() }),
    z.object({
      periods: visitPeriods,
      months: z.array(z.object({ type: z.enum(VISIT_TYPES), month: z.string(), visits: z.number().int() })),
      visits: z.number().int(),
      documents: z.number().int(),
    }),
  ),
  /** New periods. A shorter one needs the manager's PIN beside the one who sets it (desk-practice.md §2.3). */
  setPeriods: command(
    'settings.change',
    z.object({ periods: visitPeriods, version: z.number().int().min(0), second: secondPerson.nullish() }),
    z.object({ version: z.number().int() }),
    { permit: 'visits.erase', when: 'handler' },
  ),
  /**
   * Erases the personal values of ended visits whose period is over, in batches; the manager approves by PIN. The chain
   * stays whole; nothing of the values is left in the files (trust.md C8). Answers how many lines lost values.
   */
  erase: task(
    'visits.retention',
    z.object({ second: secondPerson, job: z.string().max(40) }),
    z.object({ erased: z.number().int(), cancelled: z.boolean() }),
  ),
} as const;
