import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, secondPerson, text, version } from '../text';
import {
  GOODS_RELEASE_CORRECTABLE,
  GOODS_RELEASE_STATES,
  goodsRelease,
  goodsReleaseLine,
} from './goods-releases.row';
import { documentTail } from './release-requests';
import { releaseRequest } from './release-requests.row';
import { pageOf, storyLine } from './shapes';

/**
 * S19 物品放行: the slip from its issue to the binder. Rules: domain.md S19, F26, F27, §4.3, §4.4 rule 10 (approver ≠ gate
 * checker), §6.1; desk-practice.md §2.4.
 */

/**
 * Counts that ask for action: 待审 (applications), at the gate, valid and not out yet, expired and not out, goods that
 * differed, gate parts not back in time. `outstanding` and `today` are lists only.
 */
export const GOODS_RELEASE_NEEDS = ['approve', 'atGate', 'out', 'expired', 'mismatch', 'slips'] as const;
export type GoodsReleaseNeed = (typeof GOODS_RELEASE_NEEDS)[number];
/** Needs that are lists of slips; `approve` is a list of applications. */
export const SLIP_NEEDS = ['atGate', 'out', 'expired', 'mismatch', 'slips', 'outstanding'] as const;
export type SlipNeed = (typeof SLIP_NEEDS)[number];

const touch = { id, version };

/** Filters of the register list; all optional and joined by AND. */
export const goodsReleaseFilter = z.object({
  need: z.enum(SLIP_NEEDS).nullish(),
  states: z.array(z.enum(GOODS_RELEASE_STATES)).max(8).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  unitId: id.nullish(),
  /** Issuer, approver or guard: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type GoodsReleaseFilter = z.input<typeof goodsReleaseFilter>;

const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const issued = done.extend({ scanCode: z.string(), validTo: z.string() });

/** What the gate writes down about whoever carries the goods out. */
const mover = { moverName: text(40), moverDocument: documentTail };
/** Lines that were not as on the slip. */
const difference = z.object({
  lineId: id,
  counted: z.number().int().min(0).max(1_000_000),
  remark: optionalText(60),
});
const gateResult = {
  gatePost: text(20),
  ...mover,
  differences: z.array(difference).max(60).default([]),
  /** Goods that stand on no line. */
  extra: optionalText(200),
};

/** A week's reconciliation: Monday to Sunday. */
export const releaseWeek = z.object({
  from: z.string(),
  to: z.string(),
  issued: z.number().int(),
  /** Parts that came back, and of those how many are reconciled already. */
  returned: z.number().int(),
  reconciled: z.number().int(),
  /** Void and replaced: nothing to come back. */
  voided: z.number().int(),
  /** Issued − returned: the list of what is missing as of now. */
  outstanding: z.array(goodsReleaseLine),
});

export const goodsReleases = {
  /** Slips, newest first by issue; a page of at most 200. */
  list: query(
    'goodsReleases.read',
    z.object({
      filter: goodsReleaseFilter,
      after: z.string().max(300).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(goodsReleaseLine),
  ),
  counts: query('goodsReleases.read', z.object({}), z.record(z.enum(GOODS_RELEASE_NEEDS), z.number().int())),
  entry: query(
    'goodsReleases.read',
    z.object({ id }),
    z.object({
      entry: goodsReleaseLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * What the gate sees for a scanned code or a typed number (`123` is this month's): the slip, and why it may not go out
   * now, if it may not. Refused `goodsReleases.noSuchSlip`.
   */
  check: query(
    'goodsReleases.read',
    z.object({ typed: text(20) }),
    z.object({
      entry: goodsReleaseLine,
      stop: z
        .object({ reason: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
    }),
  ),
  /** A week's issued, returned and outstanding slips; `weekOn` is any day of it. */
  week: query('goodsReleases.read', z.object({ weekOn: day }), releaseWeek),

  /**
   * Issues the slip: number, scan code, valid today. The person who is on issues, another approves by PIN
   * (domain.md §4.3: department manager, or the supervisor as deputy).
   */
  issue: command(
    'goodsReleases.request',
    z.object({ requestId: id, version, second: secondPerson }),
    issued,
    { permit: 'goodsReleases.approve', when: 'always' },
  ),
  /** Issues an application that another person handed in; the approver is the person who is on. */
  approve: command('goodsReleases.approve', z.object({ requestId: id, version }), issued),
  /** Shown at the gate: the check begins. */
  arrive: command('goodsReleases.gate', z.object(touch), done),
  /** Everything is as on the slip: the goods leave. Never by the approver (rule 10), never after its time. */
  release: command('goodsReleases.gate', z.object({ ...touch, gatePost: text(20), ...mover }), done),
  /** Goods differ from the slip: they stay, the desk issues a new one. */
  mismatch: command('goodsReleases.gate', z.object({ ...touch, ...gateResult }), done),
  /** 补录 of the gate's signed part: what a guard checked on paper, typed at the desk. */
  recordGate: command(
    'goodsReleases.file',
    z.object({
      ...touch,
      result: z.enum(['released', 'mismatch']),
      at: instant,
      /** The guard who signed: one of the staff, or a name on the paper. */
      guardId: id.nullish(),
      guardName: text(40),
      ...gateResult,
    }),
    done,
  ),
  /** The signed gate part came back; binder and page say where it is filed. */
  returnSlip: command(
    'goodsReleases.file',
    z.object({ ...touch, binder: optionalText(20), binderPage: optionalText(10) }),
    done,
  ),
  /** Takes a wrong filing back, until the week is reconciled. */
  undoReturn: command('goodsReleases.file', z.object(touch), done),
  /** Weekly reconciliation: closes the slips of a week whose parts are back. Answers how many, and how many are missing. */
  reconcile: command(
    'goodsReleases.reconcile',
    z.object({ weekOn: day }),
    z.object({ reconciled: z.number().int(), outstanding: z.number().int() }),
  ),
  /** Remarks corrected: an edit inside the free window, struck through with a reason afterwards. */
  correct: command(
    'goodsReleases.correct',
    z.object({
      ...touch,
      field: z.enum(GOODS_RELEASE_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the slip: its number stays, printed 作废. Goods that are out: only the manager. */
  void: command('goodsReleases.void', z.object({ ...touch, reason: text(200, 2) }), done),
  /** Read by another person than the issuer: ends the free-edit window of the remarks. */
  markSeen: command('goodsReleases.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Documents and the owner's phone in full: role + reason + journal event; hidden again after 30 s (trust.md C6). */
  unmask: command(
    'goodsReleases.unmask',
    z.object({ id, reason: text(100, 2) }),
    goodsRelease
      .pick({ moverDocument: true })
      .extend(releaseRequest.pick({ handlerDocument: true, consentPhone: true }).shape),
  ),
} as const;
