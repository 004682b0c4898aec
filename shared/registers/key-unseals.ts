import { z } from 'zod';
import { command, query } from '../op';
import { count, day, id, month, optionalText, secondPerson, text, version } from '../text';
import { KEY_UNSEAL_CORRECTABLE, KEY_UNSEAL_STATES, keyUnsealLine } from './key-unseals.row';
import { pageOf, storyLine } from './shapes';

/**
 * S06 库房钥匙非办公时间启用与再封存: the operations and the permit each needs.
 * Rules: domain.md S06, §4.3 (duty supervisor present), §4.4 rule 4 (two different sealers, one the CS supervisor).
 */
export const KEY_UNSEAL_NEEDS = ['unsealed'] as const;
export type KeyUnsealNeed = (typeof KEY_UNSEAL_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

/** One line of goods as typed. */
export const goodsTaken = z.object({
  name: text(60),
  spec: optionalText(60),
  quantity: count,
  use: text(80),
  takenByName: text(40),
});

export const keyUnsealFilter = z.object({
  need: z.enum(KEY_UNSEAL_NEEDS).nullish(),
  states: z.array(z.enum(KEY_UNSEAL_STATES)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type KeyUnsealFilter = z.input<typeof keyUnsealFilter>;

export const keyUnseals = {
  list: query(
    'keyLoans.read',
    z.object({
      filter: keyUnsealFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyUnsealLine),
  ),
  /** Drawers that stand open now: on the Today board from the first minute. */
  counts: query('keyLoans.read', z.object({}), z.record(z.enum(KEY_UNSEAL_NEEDS), z.number().int())),
  entry: query(
    'keyLoans.read',
    z.object({ id }),
    z.object({
      entry: keyUnsealLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Opens a storeroom key's bag out of hours; the duty supervisor agrees and is present by PIN. Refused in office hours. */
  open: command(
    'keyLoans.issue',
    z.object({
      keyId: id,
      reason: text(200, 2),
      requesterName: text(40),
      requesterDepartment: optionalText(40),
      /** The number read from the bag: must be the one in the book. */
      oldBagNo: text(30),
      oldBagIntact: z.boolean(),
      /** Required when the bag was not intact. */
      oldBagNote: optionalText(200),
      goods: z.array(goodsTaken).max(40).default([]),
      note: optionalText(300),
      second: secondPerson,
    }),
    done.extend({ scanCode: z.string() }),
    { permit: 'signedIn', when: 'always' },
  ),
  /** Adds a line of goods taken, as long as the drawer is open. */
  addGoods: command('keyLoans.issue', z.object({ ...touch, goods: goodsTaken }), done),
  /** Re-seals: a new bag number, two different signers, one of them the CS supervisor, both proven. */
  reseal: command(
    'keyLoans.issue',
    z.object({
      ...touch,
      newBagNo: text(30),
      nothingTaken: z.boolean().default(false),
      second: secondPerson,
    }),
    done,
    { permit: 'keyLoans.issue', when: 'always' },
  ),
  correct: command(
    'keyLoans.correct',
    z.object({
      ...touch,
      field: z.enum(KEY_UNSEAL_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** Voids a closed line; only the manager. An open drawer is never voided: it is re-sealed. */
  void: command('keyLoans.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('keyLoans.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
