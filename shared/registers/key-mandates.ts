import { z } from 'zod';
import { command, query } from '../op';
import {
  count,
  day,
  id,
  instant,
  month,
  optionalPhone,
  optionalText,
  secondPerson,
  text,
  version,
} from '../text';
import {
  keyMandate,
  keyMandateLine,
  MANDATE_CORRECTABLE,
  MANDATE_STATES,
  SIGNED_HOWS,
  VERIFIED_HOWS,
} from './key-mandates.row';
import { pageOf, storyLine } from './shapes';

/** S04 业主委托钥匙: operations of the mandates (F08). Taken, renewed and withdrawn against the owner's signature. */

/** Mandates that end within the warning days, and those that are over while keys are still here. */
export const MANDATE_NEEDS = ['ending', 'expired'] as const;
export type MandateNeed = (typeof MANDATE_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const optionalId = id.nullish().transform((value) => value ?? null);
/** Last four characters of a paper at most; empty when it was only seen. */
const lastFour = text(4, 0)
  .nullish()
  .transform((value) => (value ? value : null));

/** 钥匙明细: what each key opens and how many pieces. */
export const mandateKeys = z
  .array(z.object({ name: text(30), pieces: count.max(99, { error: 'count.high' }) }))
  .min(1)
  .max(20);
export type MandateKeys = z.output<typeof mandateKeys>;

/** What the form of a new mandate sends. */
export const registerMandate = z.object({
  unitId: id,
  ownerId: optionalId,
  ownerName: text(40),
  ownerPhone: optionalPhone,
  ownerDocument: lastFour,
  purpose: text(100),
  keyList: mandateKeys,
  fromOn: day,
  toOn: day,
  allowedPersons: optionalText(200),
  meterWater: optionalText(20),
  meterPower: optionalText(20),
  meterGas: optionalText(20),
  contentsNote: optionalText(300),
  signedHow: z.enum(SIGNED_HOWS),
  signedAt: instant,
  note: optionalText(300),
});

export const mandateFilter = z.object({
  need: z.enum(MANDATE_NEEDS).nullish(),
  states: z.array(z.enum(MANDATE_STATES)).max(4).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type MandateFilter = z.input<typeof mandateFilter>;

/** A mandate in force while a key form looks for it. */
export const mandateSuggestion = z.object({
  id: z.string(),
  value: z.string(),
  hint: z.string().nullable(),
  unitId: z.string(),
  unitCode: z.string(),
  toOn: z.string(),
});
export type MandateSuggestion = z.infer<typeof mandateSuggestion>;

export const keyMandates = {
  /** Lines of the book, newest first by the time of receipt. */
  list: query(
    'keys.read',
    z.object({
      filter: mandateFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyMandateLine),
  ),
  counts: query('keys.read', z.object({}), z.record(z.enum(MANDATE_NEEDS), z.number().int())),
  entry: query(
    'keys.read',
    z.object({ id }),
    z.object({
      entry: keyMandateLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Mandates in force by number, unit or owner; at most eight. */
  suggest: query(
    'keys.read',
    z.object({ typed: optionalText(60), unitId: id.nullish() }),
    z.array(mandateSuggestion),
  ),
  /** Takes keys on the owner's signed mandate. The keys themselves are registered on it afterwards (S03). */
  register: command('keys.mandate', registerMandate, done.extend({ scanCode: z.string() })),
  /** A new period, signed by the owner; the old one stays in the story. */
  renew: command(
    'keys.mandate',
    z.object({ ...touch, fromOn: day, toOn: day, signedHow: z.enum(SIGNED_HOWS), signedAt: instant }),
    done,
  ),
  /**
   * Keys handed back against signature. The owner in person: a steward confirms who it is (actor or second person by PIN).
   * An agent: the desk asked the owner first — when, how, with whom. Every key of the mandate is retired with it.
   */
  withdraw: command(
    'keys.mandate',
    z.object({
      ...touch,
      by: z.enum(['owner', 'agent']),
      withdrawnByName: text(40),
      withdrawnDocument: lastFour,
      signedHow: z.enum(SIGNED_HOWS),
      at: instant,
      piecesReturned: z.number().int({ error: 'count.whole' }).min(0, { error: 'count.low' }).max(2000),
      verifiedAt: instant.nullish(),
      verifiedHow: z.enum(VERIFIED_HOWS).nullish(),
      verifiedWith: optionalText(40),
      /** Required when fewer pieces go back than were taken. */
      note: optionalText(200),
      second: secondPerson.nullish(),
    }),
    done.extend({ keyNos: z.array(z.string()) }),
    { permit: 'keys.identify', when: 'handler' },
  ),
  correct: command(
    'keys.correct',
    z.object({
      ...touch,
      field: z.enum(MANDATE_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Only while no key hangs on it. */
  void: command('keys.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('keys.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows phone and papers in full: a reason and a journal event (trust.md C6). */
  unmask: command(
    'keys.unmask',
    z.object({ id, reason: text(100, 2) }),
    keyMandate.pick({ ownerPhone: true, ownerDocument: true, withdrawnDocument: true }),
  ),
} as const;
