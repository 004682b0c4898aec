import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, optionalText, secondPerson, text, version } from '../text';
import { cabinetLine, KEY_CATEGORIES, KEY_CORRECTABLE, KEY_RISKS, KEY_STATES, keyLine } from './keys.row';
import { pageOf, storyLine } from './shapes';

/**
 * S03 钥匙台账: the operations of the key inventory and its cabinets, and the permit each needs.
 * Rules: domain.md S03, §4.3 (created, retired and moved by the key custodian, countersigned by the CS supervisor),
 * §4.4 rule 4 (two different sealers, one of them the CS supervisor); desk-practice.md §2.2.
 */

/** Counts that ask for action; each opens the list filtered by the same name. */
export const KEY_NEEDS = ['withoutMandate', 'lost', 'damaged'] as const;
export type KeyNeed = (typeof KEY_NEEDS)[number];

const touch = { id, version };
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
const cabinetDone = z.object({ id: z.string(), version: z.number().int() });

/** What a cabinet is; its code is written on the door. */
export const cabinetForm = z.object({
  code: text(20),
  name: text(40),
  place: text(60),
  hooks: hookNo,
  keeperId: id,
  note: optionalText(300),
});

/** A hook of a cabinet as the board draws it. */
export const hook = z.object({
  hookNo: z.number().int(),
  key: keyLine
    .pick({
      id: true,
      serialNo: true,
      version: true,
      keyNo: true,
      label: true,
      state: true,
      category: true,
      pieces: true,
      piecesOut: true,
      risk: true,
      sealBagNo: true,
      keeperName: true,
    })
    .nullable(),
});
export type Hook = z.infer<typeof hook>;

export const keys = {
  /** Lines of the inventory in the order of their numbers; a page of at most 200. */
  list: query(
    'keys.read',
    z.object({
      filter: keyFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyLine),
  ),
  /** The numbers on top of the inventory. */
  counts: query('keys.read', z.object({}), z.record(z.enum(KEY_NEEDS), z.number().int())),
  /** One key with its whole story and what may be done next (operation names). */
  entry: query(
    'keys.read',
    z.object({ id }),
    z.object({
      entry: keyLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Keys by the beginning of their number, part of their label, or their unit's code; at most eight, those at hand first. */
  suggest: query(
    'keys.read',
    z.object({ typed: optionalText(60), states: z.array(z.enum(KEY_STATES)).max(7).nullish() }),
    z.array(keySuggestion),
  ),
  /** Registers a key or a set on a free hook: number, journal, label. Countersigned (domain.md §4.3). */
  register: command('keys.manage', registerKey, done.extend({ scanCode: z.string() }), countersigned),
  /** Another hook or another cabinet. Countersigned. */
  move: command(
    'keys.manage',
    z.object({ ...touch, cabinetId: id, hookNo, second: secondPerson }),
    done,
    countersigned,
  ),
  /** Another custodian for one key; many at once go by a transfer list (F07). Countersigned. */
  changeKeeper: command(
    'keys.manage',
    z.object({ ...touch, keeperId: id, reason: text(200, 2), second: secondPerson }),
    done,
    countersigned,
  ),
  /** Into a numbered bag, two people across its mouth, one of them the CS supervisor (domain.md §4.4 rule 4). */
  seal: command(
    'keys.seal',
    z.object({ ...touch, bagNo: text(30), reason: text(100), second: secondPerson }),
    done,
    { permit: 'keys.seal', when: 'always' },
  ),
  /** The bag opened by two people. A storeroom out of office hours goes by S06 instead. */
  unseal: command(
    'keys.seal',
    z.object({ ...touch, reason: text(100, 2), bagIntact: z.enum(['yes', 'no']), second: secondPerson }),
    done,
    { permit: 'keys.seal', when: 'always' },
  ),
  /** 注销: final; number and line stay. Countersigned. */
  retire: command(
    'keys.manage',
    z.object({ ...touch, reason: text(200, 2), second: secondPerson }),
    done,
    countersigned,
  ),
  /** One field corrected: an edit inside the free window, afterwards a strike-through with a reason. */
  correct: command(
    'keys.correct',
    z.object({
      ...touch,
      field: z.enum(KEY_CORRECTABLE),
      /** New value as typed; counts in digits, ids as such, names of a set one per line; empty clears. */
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** A line written by mistake; its number may be given again. Never for a key that was ever out. */
  void: command('keys.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** The entry was read by another person than its recorder: ends the free-edit window. */
  markSeen: command('keys.read', z.object({ id }), z.object({ seen: z.boolean() })),

  /** Cabinets with what hangs in them, by code; those in use first. */
  cabinets: query('keys.read', z.object({}), z.array(cabinetLine)),
  /** The hooks of a cabinet, 1..hooks, with the key on each. */
  board: query('keys.read', z.object({ cabinetId: id }), z.array(hook)),
  /** People who may keep keys: the capacity keyCustodian, or CS supervisors. Names only. */
  custodians: query('keys.read', z.object({}), z.array(z.object({ id: z.string(), name: z.string() }))),
  /** A new cabinet with hooks 1..hooks; countersigned. */
  addCabinet: command(
    'keys.manage',
    cabinetForm.extend({ second: secondPerson }),
    cabinetDone,
    countersigned,
  ),
  /** Name, place, hooks or keeper of a cabinet changed; countersigned. Its keys keep their custodians (F07 changes those). */
  amendCabinet: command(
    'keys.manage',
    cabinetForm.omit({ code: true }).extend({ ...touch, second: secondPerson }),
    cabinetDone,
    countersigned,
  ),
  /** An empty cabinet taken out of use; countersigned. */
  closeCabinet: command(
    'keys.manage',
    z.object({ ...touch, second: secondPerson }),
    cabinetDone,
    countersigned,
  ),
} as const;
