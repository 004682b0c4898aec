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
  sha256,
  text,
  version,
} from '../text';
import { FOUND_ITEM_CORRECTABLE, FOUND_ITEM_STATES, foundItem, foundItemLine } from './found-items.row';
import { pageOf, storyLine } from './shapes';

/**
 * S01 捡拾物品登记: the operations of the found-item register and the permit each needs.
 * Rules: domain.md S01, L04, L05, §4.3, §4.4; desk-practice.md §2.1.
 */

/** Counts that ask for action; each opens the list filtered by the same name. */
export const FOUND_ITEM_NEEDS = ['notify', 'partyA', 'disposal', 'cosign', 'long'] as const;
export type FoundItemNeed = (typeof FOUND_ITEM_NEEDS)[number];

const touch = { id, version };

/** What the register form sends: starred fields of desk-practice.md §2.1 are required, the rest may follow later. */
export const registerFoundItem = z.object({
  category: text(20),
  name: text(60),
  quantity: count,
  publicFeatures: optionalText(200),
  verifyFeatures: optionalText(200),
  /** z.partialRecord: only the denominations that were there. */
  cash: z.partialRecord(z.enum(['10000', '5000', '2000', '1000', '500', '100', '50', '10']), count).nullish(),
  bagNo: optionalText(30),
  foundPlace: text(80),
  foundAt: instant,
  finderName: text(40),
  finderDepartment: optionalText(40),
  finderPhone: optionalPhone,
  storagePlace: text(60),
  photos: z.array(sha256).max(6).default([]),
  note: optionalText(300),
  second: secondPerson,
  /** Valuables: the supervisor's countersign, given in the same dialog or later by `countersign`. */
});

/** Filters of the register list; all optional and joined by AND. */
export const foundItemFilter = z.object({
  need: z.enum(FOUND_ITEM_NEEDS).nullish(),
  states: z.array(z.enum(FOUND_ITEM_STATES)).max(8).nullish(),
  categories: z.array(text(20)).max(40).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  /** Finder, receiver, confirmer or claimant: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
  month: month.nullish(),
});
export type FoundItemFilter = z.input<typeof foundItemFilter>;

const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const foundItems = {
  /** Lines of the register, newest first by found time; a page of at most 200. */
  list: query(
    'foundItems.read',
    z.object({
      filter: foundItemFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(foundItemLine),
  ),
  /** The numbers on top of the register: how many lines need each kind of action. */
  counts: query('foundItems.read', z.object({}), z.record(z.enum(FOUND_ITEM_NEEDS), z.number().int())),
  /** One entry with its whole story, what may be done next (operation names) and its best matches (lost reports). */
  entry: query(
    'foundItems.read',
    z.object({ id }),
    z.object({
      entry: foundItemLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      /** Still inside the free-edit window for this reader. */
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Names, places, storage places and finders typed before, best first (desk-practice.md §4 Autocomplete). */
  suggest: query(
    'foundItems.read',
    z.object({
      field: z.enum(['name', 'foundPlace', 'storagePlace', 'finderName', 'finderDepartment']),
      typed: optionalText(60),
    }),
    z.array(z.object({ value: z.string(), hint: z.string().nullable() })),
  ),
  /** Top five lost reports for an item by category, place, date window and shared characters. */
  matches: query(
    'foundItems.read',
    z.object({ id }),
    z.array(
      z.object({
        id: z.string(),
        serialNo: z.string(),
        name: z.string(),
        where: z.string(),
        at: z.string(),
        score: z.number(),
      }),
    ),
  ),

  /** Registers an item: number, journal, label. The quantity is confirmed by two different people (L05). */
  register: command('foundItems.register', registerFoundItem, done.extend({ scanCode: z.string() }), {
    permit: 'signedIn',
    when: 'orPending',
  }),
  /** The missing second confirmation of a night entry (待补签), proven by PIN. */
  confirmQuantity: command('foundItems.register', z.object({ ...touch, second: secondPerson }), done, {
    permit: 'signedIn',
    when: 'always',
  }),
  /** Supervisor's countersign on a valuable item (domain.md §4.3). */
  countersign: command('foundItems.register', z.object({ ...touch, second: secondPerson }), done, {
    permit: 'foundItems.countersign',
    when: 'always',
  }),
  /** Party A told at once (L04). */
  notifyPartyA: command(
    'foundItems.handOver',
    z.object({ ...touch, contact: text(40), at: instant, how: text(20) }),
    done,
  ),
  /** Lost-and-found notice posted (招领公告). */
  postNotice: command('foundItems.handOver', z.object({ ...touch, at: instant, how: text(40) }), done),
  /** Handed to Party A against signature on paper; not by the finder alone; valuables need a supervisor. */
  handToPartyA: command(
    'foundItems.handOver',
    z.object({
      ...touch,
      collectorName: text(40),
      collectorDocument: optionalText(30),
      at: instant,
      second: secondPerson.nullish(),
    }),
    done,
    { permit: 'foundItems.countersign', when: 'handler' },
  ),
  /** Claimed by the owner: place, features and document compared first (F04). */
  claim: command(
    'foundItems.handOver',
    z.object({
      ...touch,
      claimantName: text(40),
      claimantPhone: optionalPhone,
      claimantUnit: optionalText(40),
      claimantDocumentKind: z.enum(['idCard', 'passport', 'workPass', 'driverLicence', 'other']),
      /** Last four characters only; empty when the document was only seen. */
      claimantDocument: text(4, 0)
        .nullish()
        .transform((v) => (v ? v : null)),
      claimStatement: text(300),
      claimLostWhere: text(120),
      claimMatch: z.enum(['matches', 'partly']),
      claimWitness: optionalText(40),
      claimFeeCents: z.number().int().min(0).max(100_000_000).nullish(),
      at: instant,
      second: secondPerson.nullish(),
    }),
    done,
    { permit: 'foundItems.countersign', when: 'handler' },
  ),
  /** A claim that did not convince: stays in the story, changes no state. */
  refuseClaim: command(
    'foundItems.handOver',
    z.object({ ...touch, claimantName: text(40), reason: text(200, 2) }),
    done,
  ),
  /** Handed to the police with their receipt number. */
  handToPolice: command(
    'foundItems.handOver',
    z.object({
      ...touch,
      policeStation: text(60),
      policeOfficer: text(40),
      policeBadgeNo: optionalText(20),
      policeReceiptNo: text(40),
      at: instant,
      second: secondPerson.nullish(),
    }),
    done,
    { permit: 'foundItems.countersign', when: 'handler' },
  ),
  /** Disposed of by two people: the supervisor proposes, the department manager approves (domain.md §4.3). */
  dispose: command(
    'foundItems.dispose',
    z.object({ ...touch, manner: text(60), reason: text(200, 2), at: instant, second: secondPerson }),
    done,
    { permit: 'foundItems.approveDisposal', when: 'always' },
  ),
  /** The form is filed away (归档). */
  archive: command('foundItems.handOver', z.object({ ...touch }), done),
  /** One field corrected. Inside the free-edit window it is an edit, afterwards the old value stays, struck through; then a reason of two characters or more is required. */
  correct: command(
    'foundItems.correct',
    z.object({
      ...touch,
      field: z.enum(FOUND_ITEM_CORRECTABLE),
      /** New value as typed; counts in digits, instants as ISO; empty clears an optional field. */
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Closed entries only by the manager. */
  void: command('foundItems.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** The entry was read by another person than its recorder: ends the free-edit window. */
  markSeen: command('foundItems.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Adds photos taken after registering. Refused for categories without photos (identity papers). */
  addPhotos: command(
    'foundItems.register',
    z.object({ ...touch, photos: z.array(sha256).min(1).max(6) }),
    done,
  ),
  /** Shows the features only the owner knows, for a claim: a journal event. */
  revealFeatures: command(
    'foundItems.handOver',
    z.object({ id }),
    z.object({ verifyFeatures: z.string().nullable() }),
  ),
  /** Shows masked phones and documents: role + reason + journal event; the screen hides them after 30 s (trust.md C6). */
  unmask: command(
    'foundItems.unmask',
    z.object({ id, reason: text(100, 2) }),
    foundItem.pick({
      finderPhone: true,
      claimantPhone: true,
      claimantDocument: true,
      collectorDocument: true,
    }),
  ),
  /** Links a lost report to the item. */
  link: command('foundItems.handOver', z.object({ ...touch, lostReportId: id }), done),
  /** Takes a wrong link away. */
  unlink: command('foundItems.handOver', z.object({ ...touch }), done),
} as const;
