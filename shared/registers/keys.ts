import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, optionalText, secondPerson, text } from '../text';
import { cabinetLine, KEY_CATEGORIES, KEY_RISKS, KEY_STATES } from './keys.row';

/**
 * S03 钥匙台账: the operations of the key inventory and its cabinets, and the permit each needs.
 * Rules: domain.md S03, §4.3 (created, retired and moved by the key custodian, countersigned by the CS supervisor),
 * §4.4 rule 4 (two different sealers, one of them the CS supervisor); desk-practice.md §2.2.
 */

/** Counts that ask for action; each opens the list filtered by the same name. */
export const KEY_NEEDS = ['withoutMandate', 'lost', 'damaged'] as const;
export type KeyNeed = (typeof KEY_NEEDS)[number];

const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const optionalId = id.nullish().transform((value) => value ?? null);
/** A hook of a cabinet, from 1. */
export const hookNo = z
  .number()
  .int({ error: 'count.whole' })
  .min(1, { error: 'count.low' })
  .max(1000, { error: 'count.high' });

/** What the form of a new key sends. A set names its keys; the pieces of a single key are counted. */
export const registerKey = z.object({
  keyNo: text(20),
  label: text(40),
  category: z.enum(KEY_CATEGORIES),
  /** Names of a set's keys (大门, 卧室 …); empty: a single key. */
  parts: z.array(text(30)).max(40).default([]),
  pieces: count.max(200, { error: 'count.high' }),
  unitId: optionalId,
  door: optionalText(60),
  allowedArea: optionalText(60),
  cabinetId: id,
  hookNo,
  /** 保管人; the cabinet's keeper when left out. */
  keeperId: optionalId,
  risk: z.enum(KEY_RISKS).default('normal'),
  source: text(60),
  receivedOn: day,
  mandateId: optionalId,
  instructions: optionalText(300),
  exclusiveWithId: optionalId,
  lockedOutWhileId: optionalId,
  note: optionalText(300),
  second: secondPerson,
});

/** Filters of the inventory; all optional and joined by AND. */
export const keyFilter = z.object({
  need: z.enum(KEY_NEEDS).nullish(),
  states: z.array(z.enum(KEY_STATES)).max(7).nullish(),
  categories: z.array(z.enum(KEY_CATEGORIES)).max(7).nullish(),
  cabinetId: id.nullish(),
  search: optionalText(60),
});
export type KeyFilter = z.input<typeof keyFilter>;

/** What a form field shows of a key while it is typed. */
export const keySuggestion = z.object({
  id: z.string(),
  /** The number, as a field takes it; and the label beside it. */
  value: z.string(),
  hint: z.string().nullable(),
  keyNo: z.string(),
  label: z.string(),
  unitCode: z.string().nullable(),
  state: z.enum(KEY_STATES),
});
export type KeySuggestion = z.infer<typeof keySuggestion>;

const countersigned = { permit: 'keys.countersign', when: 'always' } as const;

export const keys = {
  /** Keys by the beginning of their number, part of their label, or their unit's code; at most eight, those at hand first. */
  suggest: query(
    'keys.read',
    z.object({ typed: optionalText(60), states: z.array(z.enum(KEY_STATES)).max(7).nullish() }),
    z.array(keySuggestion),
  ),
  /** Registers a key or a set on a free hook: number, journal, label. Countersigned (domain.md §4.3). */
  register: command('keys.manage', registerKey, done.extend({ scanCode: z.string() }), countersigned),

  /** Cabinets with what hangs in them, by code. */
  cabinets: query('keys.read', z.object({}), z.array(cabinetLine)),
  /** A new cabinet with hooks 1..hooks; countersigned. */
  addCabinet: command(
    'keys.manage',
    z.object({
      code: text(20),
      name: text(40),
      place: text(60),
      hooks: hookNo,
      keeperId: id,
      note: optionalText(300),
      second: secondPerson,
    }),
    z.object({ id: z.string(), version: z.number().int() }),
    countersigned,
  ),
} as const;
