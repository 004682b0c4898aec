import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import {
  ACCESS_CARD_CORRECTABLE,
  ACCESS_CARD_STATES,
  accessCard,
  accessCardLine,
  CARD_KINDS,
  CARD_RELATIONS,
} from './access-cards.row';
import { cents } from './amounts';
import { pageOf, storyLine } from './shapes';

/** S32 证卡办理: the operations of the register of cards and passes and the permit each needs. Rules: domain.md S32, F40. */

/**
 * Counts that ask for action: run out soon, run out, should have come back (run out or moved out), lost and not blocked.
 */
export const ACCESS_CARD_NEEDS = ['expiring', 'expired', 'notReturned', 'toBlock'] as const;
export type AccessCardNeed = (typeof ACCESS_CARD_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const issued = done.extend({ scanCode: z.string() });

/** What the form of a new card sends. */
export const registerAccessCard = z.object({
  kind: z.enum(CARD_KINDS),
  cardNo: text(30),
  unitId: id.nullish().transform((value) => value ?? null),
  partyId: id.nullish().transform((value) => value ?? null),
  holderName: text(40),
  holderPhone: optionalPhone,
  relation: z.enum(CARD_RELATIONS),
  plate: optionalText(15),
  issuedAt: instant,
  validFromOn: day,
  validToOn: day.nullish().transform((value) => value ?? null),
  feeCents: cents,
  depositCents: cents,
  receiptNo: optionalText(30),
  note: optionalText(300),
});

/** Filters of the list; all optional and joined by AND. */
export const accessCardFilter = z.object({
  need: z.enum(ACCESS_CARD_NEEDS).nullish(),
  states: z.array(z.enum(ACCESS_CARD_STATES)).max(5).nullish(),
  kinds: z.array(z.enum(CARD_KINDS)).max(4).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Holder or recorder: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type AccessCardFilter = z.input<typeof accessCardFilter>;

export const accessCards = {
  /** Lines of the register, newest first by issue; a page of at most 200. */
  list: query(
    'accessCards.read',
    z.object({
      filter: accessCardFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(accessCardLine),
  ),
  counts: query('accessCards.read', z.object({}), z.record(z.enum(ACCESS_CARD_NEEDS), z.number().int())),
  entry: query(
    'accessCards.read',
    z.object({ id }),
    z.object({
      entry: accessCardLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),

  /**
   * Issues a card (F40 领用). Errors: `accessCards.cardNoTaken`, `.unitMissing`, `.plateMissing`, `.validityMissing`,
   * `.receiptMissing`; InvalidField of days out of order.
   */
  register: command('accessCards.issue', registerAccessCard, issued),
  /** A later last day for a card that is out. Errors: `accessCards.notLonger`. */
  renew: command('accessCards.issue', z.object({ ...touch, validToOn: day, note: optionalText(200) }), done),
  /**
   * The card comes back and the deposit goes back, in full or less with a reason. Errors: `accessCards.tooMuchBack`,
   * `.reasonMissing`.
   */
  return: command(
    'accessCards.issue',
    z.object({
      ...touch,
      at: instant,
      /** Who brought it; the holder when left out. */
      returnerName: optionalText(40),
      condition: z.enum(['good', 'damaged']).default('good'),
      depositBackCents: cents,
      depositReason: optionalText(200),
      refundReceiptNo: optionalText(30),
    }),
    done,
  ),
  /** 挂失: reported lost, and blocked in the door system at once or later by `block`. */
  reportLoss: command(
    'accessCards.issue',
    z.object({ ...touch, at: instant, reporterName: optionalText(40), blocked: z.enum(['now', 'later']) }),
    done,
  ),
  /** The lost card was blocked in the door or gate system. Errors: `accessCards.alreadyBlocked`. */
  block: command('accessCards.issue', z.object({ ...touch, at: instant }), done),
  /** The lost card turned up with its holder and is unblocked. Errors: `accessCards.replaced`. */
  recover: command('accessCards.issue', z.object({ ...touch, at: instant }), done),
  /**
   * 补办: a new card for a lost and blocked one, linked both ways; the deposit may move along. Errors:
   * `accessCards.notBlocked`, `.replaced`, `.cardNoTaken`, `.receiptMissing`.
   */
  replace: command(
    'accessCards.issue',
    z.object({
      ...touch,
      cardNo: text(30),
      at: instant,
      /** `carried`: the lost card's deposit moves along; `fresh`: `depositCents` is taken anew. */
      deposit: z.enum(['carried', 'fresh']),
      feeCents: cents,
      depositCents: cents,
      receiptNo: optionalText(30),
      note: optionalText(300),
    }),
    issued,
  ),
  /** Collected and filed (收缴存档). */
  archive: command('accessCards.file', z.object(touch), done),
  /** One field corrected, as in every register (trust.md C5). Amounts in fen as digits, days and instants as ISO. */
  correct: command(
    'accessCards.correct',
    z.object({
      ...touch,
      field: z.enum(ACCESS_CARD_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `accessCards.replaced`, `entry.managerOnly` once it came back. */
  void: command('accessCards.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('accessCards.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'accessCards.unmask',
    z.object({ id, reason: text(100, 2) }),
    accessCard.pick({ holderPhone: true }),
  ),
} as const;
