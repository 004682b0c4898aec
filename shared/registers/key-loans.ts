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
  ASKED_HOWS,
  CHASE_HOWS,
  KEY_LOAN_CORRECTABLE,
  KEY_LOAN_STATES,
  keyLoan,
  keyLoanLine,
  RETURN_CONDITIONS,
} from './key-loans.row';
import { BARS, BORROWER_CLASSES, REQUIREMENTS } from './key-loans.rules';
import { KEY_CATEGORIES } from './keys.row';
import { pageOf, storyLine } from './shapes';

/**
 * S05 钥匙领用与归还 and S07 催还: the operations of the key log and the permit each needs.
 * Rules: domain.md S05, S07, L01, L03, K16, §4.3; desk-practice.md §2.2.
 */

/** Counts that ask for action; each opens the list filtered by the same name. */
export const KEY_LOAN_NEEDS = ['out', 'dueToday', 'overdue'] as const;
export type KeyLoanNeed = (typeof KEY_LOAN_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const optionalId = id.nullish().transform((value) => value ?? null);

/** One key of an issue: how many pieces of a set, and which, when not all of them leave. */
export const keyTaken = z.object({ keyId: id, pieces: count.nullish(), parts: optionalText(120) });

/** What the issue form sends. What a class of borrower must show is decided by key-loans.rules.ts, not by this shape. */
export const issueKeys = z.object({
  keys: z.array(keyTaken).min(1).max(20),
  borrowerClass: z.enum(BORROWER_CLASSES),
  borrowerName: text(40),
  borrowerPhone: optionalPhone,
  /** A known borrower's earlier loan: phone and document are taken from there, since the screen only saw them masked. */
  knownFromId: optionalId,
  /** Last four characters of the document that was seen. */
  borrowerDocument: optionalText(4),
  borrowerOrg: optionalText(40),
  staffNo: optionalText(20),
  purpose: text(100),
  /** Left out: the unit of each key. */
  unitId: optionalId,
  /** Condition and label were looked at together with the borrower (S05). */
  checked: z.boolean(),
  /** 补录: when the key left, when that was earlier (a power cut, a slip written by hand); then `note` says why. */
  issuedAt: instant.nullish(),
  /** Left out: closing time of the same day; storeroom keys at once. */
  dueAt: instant.nullish(),
  confirmerId: optionalId,
  ownerAskedName: optionalText(40),
  ownerAskedPhone: optionalPhone,
  ownerAskedAt: instant.nullish(),
  ownerAskedHow: z.enum(ASKED_HOWS).nullish(),
  escortName: optionalText(40),
  repairSlipNo: optionalText(30),
  permitNo: optionalText(30),
  identityHow: optionalText(60),
  custodianId: optionalId,
  note: optionalText(300),
  second: secondPerson.nullish(),
});

/** Filters of the key log; all optional and joined by AND. */
export const keyLoanFilter = z.object({
  need: z.enum(KEY_LOAN_NEEDS).nullish(),
  states: z.array(z.enum(KEY_LOAN_STATES)).max(4).nullish(),
  classes: z.array(z.enum(BORROWER_CLASSES)).max(8).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type KeyLoanFilter = z.input<typeof keyLoanFilter>;

/** What stands in the way of an issue or asks for more hands; a sentence for each below `conflict.` of the locale. */
export const conflict = z.object({
  kind: z.enum([
    'notAtHand',
    'exclusive',
    'lockedOut',
    'master',
    'sealed',
    'mandateMissing',
    'mandateExpired',
    'mandateWithdrawn',
    'tooMany',
  ]),
  keyId: z.string(),
  keyNo: z.string(),
  /** True: the operation refuses; false: it asks for a second person. */
  stops: z.boolean(),
  /** Number of the other key, name of the borrower, day: what the sentence needs. */
  params: z.record(z.string(), z.string()),
});
export type IssueConflict = z.infer<typeof conflict>;

/** A key as the issue form shows it. */
export const preparedKey = z.object({
  keyId: z.string(),
  keyNo: z.string(),
  keyName: z.string(),
  category: z.enum(KEY_CATEGORIES),
  pieces: z.number().int(),
  parts: z.array(z.string()),
  unitId: z.string().nullable(),
  unitCode: z.string().nullable(),
});

/** Somebody who took a key before. The phone's tail tells namesakes apart; the phone itself stays masked. */
export const knownBorrower = z.object({
  /** Loan the data are taken from: the form hands it in and the door reads the phone there. */
  loanId: z.string(),
  borrowerName: z.string(),
  borrowerClass: z.enum(BORROWER_CLASSES),
  borrowerOrg: z.string().nullable(),
  staffNo: z.string().nullable(),
  phone: z.string().nullable(),
  phoneTail: z.string().nullable(),
  purpose: z.string().nullable(),
  times: z.number().int(),
  lastAt: z.string(),
});
export type KnownBorrower = z.infer<typeof knownBorrower>;

export const keyLoans = {
  /** Lines of the key log, newest first by the time of issue; the needs sorted by nothing else. */
  list: query(
    'keyLoans.read',
    z.object({
      filter: keyLoanFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyLoanLine),
  ),
  /** The numbers on top of the log and on the Today board: keys out, due today, overdue. */
  counts: query('keyLoans.read', z.object({}), z.record(z.enum(KEY_LOAN_NEEDS), z.number().int())),
  /** One loan with its story, its chases, what may be done next, and the loans issued with it. */
  entry: query(
    'keyLoans.read',
    z.object({ id }),
    z.object({
      entry: keyLoanLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
      /** Numbers of the other keys of the same act. */
      together: z.array(z.object({ id: z.string(), serialNo: z.string(), keyNo: z.string() })),
    }),
  ),
  /** What the form must ask for these keys and this class, what pops up, and what stands in the way (S05). */
  prepare: query(
    'keyLoans.issue',
    z.object({
      keyIds: z.array(id).max(20),
      borrowerClass: z.enum(BORROWER_CLASSES).nullish(),
      borrowerName: optionalText(40),
      borrowerOrg: optionalText(40),
      staffNo: optionalText(20),
      issuedAt: instant.nullish(),
    }),
    z.object({
      keys: z.array(preparedKey),
      /** Why this class may not have them; null: it may. */
      bar: z.enum(BARS).nullable(),
      requirements: z.array(z.enum(REQUIREMENTS)),
      instructions: z.array(z.object({ from: z.string(), text: z.string() })),
      conflicts: z.array(conflict),
      dueAt: z.string(),
      inOfficeHours: z.boolean(),
    }),
  ),
  /** People who took keys before: this shift > 90 days > all, then how often, then how lately. By name, pinyin, phone tail or staff number. */
  suggestBorrower: query(
    'keyLoans.issue',
    z.object({ typed: optionalText(40), unitId: id.nullish() }),
    z.array(knownBorrower),
  ),
  /** The one key a scan or a typed number means. */
  findKey: query(
    'keyLoans.issue',
    z.object({ code: text(80) }),
    preparedKey.extend({ state: z.string(), loanId: z.string().nullable() }).nullable(),
  ),

  /** Who may confirm an owner (stewards, supervisors), who keeps keys, who is duty supervisor: the choices of the forms. */
  people: query(
    'keyLoans.issue',
    z.object({}),
    z.object({
      confirmers: z.array(z.object({ staffId: z.string(), name: z.string() })),
      custodians: z.array(z.object({ staffId: z.string(), name: z.string() })),
      dutySupervisors: z.array(z.object({ staffId: z.string(), name: z.string() })),
    }),
  ),

  /** Issues one or several keys in one act: each its own line and number. Refuses what key-loans.rules.ts refuses. */
  issue: command(
    'keyLoans.issue',
    issueKeys,
    z.object({ loans: z.array(done.extend({ keyNo: z.string(), scanCode: z.string() })) }),
    { permit: 'signedIn', when: 'handler' },
  ),
  /**
   * Takes a key back, by loan or by the key that was scanned. Without more: whole, in good order, by whoever took it.
   * Fewer pieces than are out: part of a set, the loan stays open. Damage and shortage open an incident in the same breath (F14).
   */
  returnKey: command(
    'keyLoans.issue',
    z.object({
      loanId: optionalId,
      keyId: optionalId,
      version: version.nullish(),
      condition: z.enum(RETURN_CONDITIONS).default('good'),
      /** Pieces that came back now; 0 only for a shortage in which none did. */
      pieces: z.number().int({ error: 'count.whole' }).min(0, { error: 'count.low' }).max(1000).nullish(),
      returnedByName: optionalText(40),
      /** 补录: when it came back, for a line that was entered late itself and not after it was. */
      at: instant.nullish(),
      /** What is broken or missing; required for both. */
      course: optionalText(300),
    }),
    done.extend({
      keyNo: z.string(),
      keyId: z.string(),
      borrowerName: z.string().nullable(),
      whole: z.boolean(),
      incidentId: z.string().nullable(),
    }),
  ),
  /** Takes a return back that was a mistake: the same person, within a minute, before anything else happened to the key. */
  undoReturn: command('keyLoans.issue', z.object({ loanId: id }), done),
  /** A later due time; over midnight too, since only a supervisor extends. */
  extend: command('keyLoans.extend', z.object({ ...touch, dueAt: instant, reason: text(100, 2) }), done),
  /** A call for a key that is not back (S07): the owner of an owner's loan, else the unit or department of the borrower. */
  chase: command(
    'keyLoans.issue',
    z.object({
      ...touch,
      contactName: text(40),
      contactPhone: optionalPhone,
      how: z.enum(CHASE_HOWS),
      at: instant,
      said: text(200),
      promisedAt: instant.nullish(),
      escalatedTo: optionalText(40),
    }),
    done,
  ),
  /** F12 as of now: every overdue key with its calls, longest overdue first; `overdueText` of key-loans.cells.ts words it for a chat. */
  overdueList: query('keyLoans.read', z.object({}), z.object({ rows: z.array(keyLoanLine), at: z.string() })),
  /** K16 钥匙当日归还率 of a month: loans due in it and already past, and how many of them came back on the day. */
  monthRate: query(
    'keyLoans.read',
    z.object({ month }),
    z.object({ due: z.number().int(), onTheDay: z.number().int(), percent: z.number().nullable() }),
  ),
  /** One field corrected: an edit inside the free window, afterwards a strike-through with a reason. */
  correct: command(
    'keyLoans.correct',
    z.object({
      ...touch,
      field: z.enum(KEY_LOAN_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line; a key that is out comes back into stock with it. Closed lines only by the manager. */
  void: command('keyLoans.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** The entry was read by another person than its recorder. */
  markSeen: command('keyLoans.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows masked phones and the document: a reason and a journal event (trust.md C6). */
  unmask: command(
    'keyLoans.unmask',
    z.object({ id, reason: text(100, 2) }),
    keyLoan.pick({ borrowerPhone: true, borrowerDocument: true, ownerAskedPhone: true }),
  ),
} as const;
