import { z } from 'zod';
import { command, query } from '../op';
import { day, id, instant, month, optionalText, secondPerson, text, version } from '../text';
import { SIGNED_HOWS } from './key-mandates.row';
import {
  keyTransferKeyLine,
  keyTransferLine,
  TRANSFER_CONDITIONS,
  TRANSFER_CORRECTABLE,
  TRANSFER_STATES,
} from './key-transfers.row';
import { pageOf, storyLine } from './shapes';

/** F07 钥匙移交清单: operations of transfers. Three signatures: who hands over, who takes over, who watches. */

export const TRANSFER_NEEDS = ['open'] as const;
export type TransferNeed = (typeof TRANSFER_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });
const optionalId = id.nullish().transform((value) => value ?? null);

/** What the form of a new transfer sends. */
export const registerTransfer = z.object({
  fromParty: text(60),
  toParty: text(60),
  project: text(60),
  plannedOn: day,
  fromId: optionalId,
  /** The new custodian; null: the keys leave the office. */
  toId: optionalId,
  keyIds: z.array(id).min(1).max(500),
  note: optionalText(300),
});

export const transferFilter = z.object({
  need: z.enum(TRANSFER_NEEDS).nullish(),
  states: z.array(z.enum(TRANSFER_STATES)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  search: optionalText(60),
  month: month.nullish(),
});
export type TransferFilter = z.input<typeof transferFilter>;

export const keyTransfers = {
  list: query(
    'keys.read',
    z.object({
      filter: transferFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(keyTransferLine),
  ),
  counts: query('keys.read', z.object({}), z.record(z.enum(TRANSFER_NEEDS), z.number().int())),
  entry: query(
    'keys.read',
    z.object({ id }),
    z.object({
      entry: keyTransferLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** The keys on the list, in its order. */
  keys: query('keys.read', z.object({ id }), z.array(keyTransferKeyLine)),
  /** Draws up the list. A key stands on one open list at most. */
  register: command('keys.transfer', registerTransfer, done.extend({ scanCode: z.string() })),
  /** 完好情况 of one key while the list is open. */
  inspect: command(
    'keys.transfer',
    z.object({
      id,
      keyId: id,
      pieces: z.number().int({ error: 'count.whole' }).min(0, { error: 'count.low' }).max(200),
      condition: z.enum(TRANSFER_CONDITIONS),
      note: optionalText(200),
    }),
    z.object({ keyNo: z.string(), condition: z.enum(TRANSFER_CONDITIONS) }),
  ),
  /**
   * Signed by both sides, watched by a supervisor (PIN): the keys' custodian changes, or they leave the office. A key with
   * pieces missing opens its incident (S08); answers them.
   */
  complete: command(
    'keys.transfer',
    z.object({
      ...touch,
      fromName: text(40),
      fromSignedHow: z.enum(SIGNED_HOWS),
      toName: text(40),
      toSignedHow: z.enum(SIGNED_HOWS),
      at: instant,
      second: secondPerson,
    }),
    done.extend({
      incidents: z.array(z.object({ id: z.string(), serialNo: z.string(), keyNo: z.string() })),
    }),
    { permit: 'keys.countersign', when: 'always' },
  ),
  correct: command(
    'keys.correct',
    z.object({
      ...touch,
      field: z.enum(TRANSFER_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  /** An open list that was not carried out. */
  void: command('keys.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('keys.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
