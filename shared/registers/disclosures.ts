import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalPhone, optionalText, secondPerson, text, version } from '../text';
import {
  DISCLOSURE_CORRECTABLE,
  DISCLOSURE_STATES,
  disclosure,
  disclosureLine,
  IDENTITY_HOWS,
} from './disclosures.row';
import { pageOf, storyLine } from './shapes';

/** S12 业主信息查询登记: asked → refused, or approved by a leader other than the clerk → given (domain.md S12, §4.3). */

export const DISCLOSURE_NEEDS = ['waiting', 'toGive', 'withoutApprover'] as const;
export type DisclosureNeed = (typeof DISCLOSURE_NEEDS)[number];

export const disclosureFilter = z.object({
  need: z.enum(DISCLOSURE_NEEDS).nullish(),
  states: z.array(z.enum(DISCLOSURE_STATES)).max(5).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});

const touch = { id, version };
const maybe = z.string().nullable();
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const askDisclosure = z.object({
  askerName: text(40),
  askerPhone: optionalPhone,
  askerCompany: optionalText(60),
  identityHow: z.enum(IDENTITY_HOWS),
  unitId: id.nullish(),
  partyId: id.nullish(),
  subjectName: optionalText(40),
  asked: text(200, 2),
  purpose: text(200, 2),
  askedAt: instant.nullish(),
  note: optionalText(300),
});

export const disclosures = {
  list: query(
    'disclosures.read',
    z.object({
      filter: disclosureFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(disclosureLine),
  ),
  /** `withoutApprover` is the KPI of S12: given without a leader's name. No operation can make one. */
  counts: query('disclosures.read', z.object({}), z.record(z.enum(DISCLOSURE_NEEDS), z.number().int())),
  entry: query(
    'disclosures.read',
    z.object({ id }),
    z.object({
      entry: disclosureLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: maybe,
      warnings: z.array(z.string()),
    }),
  ),
  /** Somebody asks. Nothing is told yet. */
  ask: command('disclosures.ask', askDisclosure, done.extend({ scanCode: z.string() })),
  /** The default answer. */
  refuse: command('disclosures.ask', z.object({ ...touch, reason: text(200, 2) }), done),
  /**
   * The leader's permission: a supervisor or manager by PIN, or signed in themselves; never the clerk who wrote the line.
   * Refused while the asker's identity is unchecked.
   */
  approve: command('disclosures.ask', z.object({ ...touch, second: secondPerson.nullish() }), done, {
    permit: 'disclosures.approve',
    when: 'handler',
  }),
  /** What was given, in words. Only after approval. */
  give: command('disclosures.ask', z.object({ ...touch, given: text(200, 2), at: instant.nullish() }), done),
  correct: command(
    'disclosures.correct',
    z.object({
      ...touch,
      field: z.enum(DISCLOSURE_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('disclosures.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('disclosures.read', z.object({ id }), z.object({ seen: z.boolean() })),
  unmask: command(
    'disclosures.unmask',
    z.object({ id, reason: text(100, 2) }),
    disclosure.pick({ askerPhone: true }),
  ),
} as const;
