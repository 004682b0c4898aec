import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, instant, month, optionalPhone, optionalText, text, version } from '../text';
import { tidyTracking } from './mail-carriers';
import {
  COLLECTOR_RELATIONS,
  MAIL_DIRECTIONS,
  MAIL_ITEM_CORRECTABLE,
  MAIL_KINDS,
  MAIL_STATES,
  mailItem,
  mailItemLine,
  NOTICE_HOWS,
  RETURN_REASONS,
} from './mail-items.row';
import { pageOf, storyLine } from './shapes';

/** S16 邮件、包裹收发: the operations of the mail book and the permit each needs. Rules: domain.md S16, F22, F23; desk-practice.md §2.5. */

/** Counts that ask for action: to sort, to notify, waiting at all, waiting long, kept long enough, to be sent. */
export const MAIL_NEEDS = ['toSort', 'toNotify', 'waiting', 'waitingLong', 'toReturn', 'toSend'] as const;
export type MailNeed = (typeof MAIL_NEEDS)[number];

/** Items handled in one act with one signature, at most. */
export const MAIL_BATCH = 60;

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const optionalId = id.nullish().transform((value) => value ?? null);
const tracking = optionalText(60).transform((typed) => (typed ? tidyTracking(typed) : null));
const flag = z
  .boolean()
  .default(false)
  .transform((on): 0 | 1 => (on ? 1 : 0));
const items = z.array(z.object(touch)).min(1).max(MAIL_BATCH);
const all = z.object({ items: z.array(done) });

/** What the intake strip sends: only kind and time are always there; of a run the rest is guessed, sticky or left out. */
export const registerMailItem = z.object({
  kind: z.enum(MAIL_KINDS),
  carrier: optionalText(30),
  trackingNo: tracking,
  unitId: optionalId,
  department: optionalText(40),
  addresseeName: optionalText(40),
  addresseePhone: optionalPhone,
  senderName: optionalText(60),
  pieces: count.max(999, { error: 'count.high' }).default(1),
  damage: optionalText(200),
  courierName: optionalText(40),
  perishable: flag,
  valuable: flag,
  cod: flag,
  /** Taken in at the gate. */
  atGate: flag,
  receivedAt: instant,
  /** Left out: the shelf the office suggests. */
  shelf: optionalText(20),
  note: optionalText(300),
});

/** What the form of an out-going item sends. */
export const sendMailItem = registerMailItem
  .pick({
    kind: true,
    carrier: true,
    trackingNo: true,
    unitId: true,
    department: true,
    senderName: true,
    addresseePhone: true,
    pieces: true,
    valuable: true,
    receivedAt: true,
    note: true,
  })
  .extend({ addresseeName: text(40), destination: text(120) });

/** Filters of the list; all optional and joined by AND. */
export const mailItemFilter = z.object({
  need: z.enum(MAIL_NEEDS).nullish(),
  states: z.array(z.enum(MAIL_STATES)).max(13).nullish(),
  kinds: z.array(z.enum(MAIL_KINDS)).max(7).nullish(),
  directions: z.array(z.enum(MAIL_DIRECTIONS)).max(2).nullish(),
  unitId: id.nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  /** Addressee, taker or recorder: part of the name. */
  person: optionalText(40),
  /** Search text, same rules as the omni-box. */
  search: optionalText(60),
});
export type MailItemFilter = z.input<typeof mailItemFilter>;

export const mailItems = {
  /** Lines of the register, newest first by receipt; a page of at most 200. */
  list: query(
    'mailItems.read',
    z.object({
      filter: mailItemFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(mailItemLine),
  ),
  counts: query('mailItems.read', z.object({}), z.record(z.enum(MAIL_NEEDS), z.number().int())),
  entry: query(
    'mailItems.read',
    z.object({ id }),
    z.object({
      entry: mailItemLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
      /** The other items of the same signature. */
      together: z.array(z.object({ id: z.string(), serialNo: z.string() })),
    }),
  ),
  /** What the intake strip should know of a number and a place: an item that has it already, the shelf, how many wait there. */
  prepare: query(
    'mailItems.record',
    z.object({ trackingNo: tracking, unitId: optionalId }),
    z.object({
      known: done.extend({ state: z.enum(MAIL_STATES), unitId: z.string().nullable() }).nullable(),
      shelf: z.string(),
      waiting: z.number().int(),
    }),
  ),
  /** Everything that waits together with an item: for its unit, else its department, else itself alone. Newest last. */
  waitingWith: query(
    'mailItems.read',
    z.object({ id: optionalId, unitId: optionalId }),
    z.object({ rows: z.array(mailItemLine) }),
  ),

  /**
   * Takes an item in (F22 收件). It is shelved at once when it is at the desk and for somebody. Errors:
   * `mailItems.trackingMissing`, `.alreadyIn`, `.courierMissing`, `.unitUnknown`.
   */
  register: command(
    'mailItems.record',
    registerMailItem,
    done.extend({ scanCode: z.string(), shelf: z.string().nullable(), unitCode: z.string().nullable() }),
  ),
  /** Takes an item to be sent (F22 寄件). Errors: `mailItems.senderMissing`, `.unitUnknown`. */
  send: command('mailItems.record', sendMailItem, done.extend({ scanCode: z.string() })),
  /**
   * 分拣上架: from the gate, to whom it is for, to another shelf. Who was told before must be told anew when the place
   * changes. Errors: `mailItems.placeMissing`, `.unitUnknown`, `.wrongState`.
   */
  sort: command(
    'mailItems.handle',
    z.object({
      ...touch,
      unitId: optionalId,
      department: optionalText(40),
      addresseeName: optionalText(40),
      shelf: optionalText(20),
    }),
    done.extend({ shelf: z.string().nullable(), unitCode: z.string().nullable() }),
  ),
  /** The addressee was told, of one item or of all that wait. Errors: `mailItems.wrongState`. */
  notify: command(
    'mailItems.handle',
    z.object({ items, at: instant, how: z.enum(NOTICE_HOWS), reachedName: optionalText(40) }),
    all,
  ),
  /**
   * Handed over against one signature, many at once. Anybody but the addressee is a proxy. Errors:
   * `mailItems.identityMissing` (what only goes from hand to hand needs the proxy's document), `.wrongState`.
   */
  collect: command(
    'mailItems.handle',
    z.object({
      items,
      at: instant,
      takerName: text(40),
      takerRelation: z.enum(COLLECTOR_RELATIONS),
      takerIdTail: optionalText(4),
      closeNote: optionalText(200),
    }),
    all.extend({ batchId: z.string() }),
  ),
  /**
   * Gone without a signature, said as it was: seen by us (`staffConfirmed`) or only told (`staffResolved`). Errors:
   * `mailItems.mustSign`, `.wrongState`.
   */
  leaveUnsigned: command(
    'mailItems.handle',
    z.object({
      items,
      at: instant,
      closure: z.enum(['staffConfirmed', 'staffResolved']),
      takerName: optionalText(40),
      closeNote: text(200, 2),
    }),
    all,
  ),
  /** 退件: the carrier takes it back. Unclaimed ones only after the days of the setting. Errors: `mailItems.tooEarly`, `.wrongState`. */
  returnToSender: command(
    'mailItems.handle',
    z.object({
      items,
      at: instant,
      returnReason: z.enum(RETURN_REASONS),
      takerName: text(40),
      closeNote: optionalText(200),
    }),
    all,
  ),
  /** 转寄: sent on to where the addressee is now. */
  forward: command(
    'mailItems.handle',
    z.object({
      ...touch,
      at: instant,
      destination: text(120),
      takerName: optionalText(40),
      closeNote: optionalText(200),
    }),
    done,
  ),
  /** Not to be found any more: how that was noticed, and to whom it was reported. */
  reportLost: command('mailItems.handle', z.object({ ...touch, at: instant, closeNote: text(300, 2) }), done),
  /** Brought back, or found again: it stands on its shelf as before. Errors: `mailItems.wrongState`, `.alreadyIn`. */
  putBack: command(
    'mailItems.putBack',
    z.object({ ...touch, reason: text(200, 2), shelf: optionalText(20) }),
    done,
  ),
  /** The carrier takes out-going items along. A number is written for a single item. Errors: `mailItems.oneNumber`, `.wrongState`. */
  dispatch: command(
    'mailItems.handle',
    z.object({ items, at: instant, takerName: text(40), trackingNo: tracking, carrier: optionalText(30) }),
    all,
  ),
  /** The sender takes an item back before the carrier came. */
  withdraw: command(
    'mailItems.handle',
    z.object({ ...touch, at: instant, takerName: text(40), closeNote: optionalText(200) }),
    done,
  ),
  /** One field corrected, as in every register (trust.md C5). */
  correct: command(
    'mailItems.correct',
    z.object({
      ...touch,
      field: z.enum(MAIL_ITEM_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids the line: number and line stay, printed 作废. Errors: `entry.managerOnly` once it left the office. */
  void: command('mailItems.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('mailItems.read', z.object({ id }), z.object({ seen: z.boolean() })),
  /** Shows the phone in full: role, reason, journal event. */
  unmask: command(
    'mailItems.unmask',
    z.object({ id, reason: text(100, 2) }),
    mailItem.pick({ addresseePhone: true }),
  ),
} as const;
