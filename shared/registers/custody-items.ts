import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, instant, month, optionalText, phone, secondPerson, text, version } from '../text';
import {
  CUSTODY_CORRECTABLE,
  CUSTODY_DECISIONS,
  CUSTODY_DOCUMENTS,
  CUSTODY_FORBIDDEN,
  CUSTODY_KINDS,
  CUSTODY_NOTICES,
  CUSTODY_STATES,
  CUSTODY_WORDS,
  custodyItem,
  custodyItemLine,
} from './custody-items.row';
import { pageOf, storyLine } from './shapes';

/** S17 托管物品: the operations of the custody book and the permit each needs. Rules: domain.md S17, F24; desk-practice.md §2.6. */

/** Counts that ask for action: to be fetched today, over its day, over and not told, told long ago and still here. */
export const CUSTODY_NEEDS = ['dueToday', 'overdue', 'toNotice', 'toDecide'] as const;
export type CustodyNeed = (typeof CUSTODY_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** What the form of a new line sends. */
export const registerCustodyItem = z.object({
  tagNo: optionalText(20),
  unitId: id.nullish().transform((value) => value ?? null),
  depositorName: text(40),
  depositorPhone: phone,
  kind: z.enum([...CUSTODY_KINDS, ...CUSTODY_FORBIDDEN]),
  itemName: text(60),
  quantity: count.max(999, { error: 'count.high' }),
  features: optionalText(120),
  valueNote: optionalText(60),
  /** 禁存声明: nothing forbidden is inside. */
  declared: z.boolean(),
  keptAt: instant,
  dueOn: day,
  collectorNames: optionalText(80),
  storagePlace: text(40),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const custodyItemFilter = z.object({
  need: z.enum(CUSTODY_NEEDS).nullish(),
  states: z.array(z.enum(CUSTODY_STATES)).max(5).nullish(),
  kinds: z.array(z.enum(CUSTODY_KINDS)).max(7).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Depositor, collector or recorder: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type CustodyItemFilter = z.input<typeof custodyItemFilter>;

export const custodyItems = {
  /** Lines of the book, newest first; a page of at most 200. */
  list: query(
    'custodyItems.read',
    z.object({
      filter: custodyItemFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(custodyItemLine),
  ),
  counts: query('custodyItems.read', z.object({}), z.record(z.enum(CUSTODY_NEEDS), z.number().int())),
  entry: query(
    'custodyItems.read',
    z.object({ id }),
    z.object({
      entry: custodyItemLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /**
   * Takes something into custody. Errors: `custodyItems.noCash`, `.noValuables`, `.noDangerous`, `.noPerishable`,
   * `.notDeclared`, `.phoneMissing`, `.tagTaken`, `.unitUnknown`; InvalidField of a day that is over.
   */
  register: command(
    'custodyItems.keep',
    registerCustodyItem,
    done.extend({ scanCode: z.string(), tagNo: z.string().nullable() }),
  ),
  /**
   * Hands pieces out. The depositor needs nothing, whom the line names shows a document, anybody else also needs the
   * depositor's word. Errors: `custodyItems.tooMany`, `.documentMissing`, `.notNamed`.
   */
  collect: command(
    'custodyItems.keep',
    z.object({
      ...touch,
      at: instant,
      quantity: count,
      /** The depositor when left out. */
      takerName: optionalText(40),
      documentKind: z
        .enum(CUSTODY_DOCUMENTS)
        .nullish()
        .transform((value) => value ?? null),
      /** Last four characters. */
      documentTail: text(4, 0)
        .nullish()
        .transform((value) => (value ? value : null)),
      depositorWord: z
        .enum(CUSTODY_WORDS)
        .nullish()
        .transform((value) => value ?? null),
      note: optionalText(200),
    }),
    done,
  ),
  /** A later day was agreed; what was told before counts no longer. Errors: `custodyItems.notLonger`. */
  extend: command('custodyItems.keep', z.object({ ...touch, dueOn: day, note: optionalText(200) }), done),
  /** The depositor was told to fetch it. Errors: `custodyItems.notOverdue`. */
  notice: command(
    'custodyItems.keep',
    z.object({ ...touch, at: instant, how: z.enum(CUSTODY_NOTICES), note: optionalText(200) }),
    done,
  ),
  /** The manager's decision on what nobody fetched, with somebody of the desk beside. Errors: `custodyItems.notNoticed`. */
  decide: command(
    'custodyItems.decide',
    z.object({
      ...touch,
      decision: z.enum(CUSTODY_DECISIONS),
      decisionNote: text(200, 2),
      second: secondPerson.nullish(),
    }),
    done,
    { permit: 'custodyItems.keep', when: 'always' },
  ),
  /** One field corrected, as in every register (trust.md C5). Days and instants as ISO. */
  correct: command(
    'custodyItems.correct',
    z.object({
      ...touch,
      field: z.enum(CUSTODY_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `custodyItems.partlyOut`; `entry.managerOnly` once it left the desk. */
  void: command('custodyItems.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('custodyItems.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'custodyItems.unmask',
    z.object({ id, reason: text(100, 2) }),
    custodyItem.pick({ depositorPhone: true }),
  ),
} as const;
