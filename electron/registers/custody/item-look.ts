import type { z } from 'zod';
import { registerCustodyItem } from '../../../shared/registers/custody-items';
import type { CustodyCorrectable, CustodyItemLine } from '../../../shared/registers/custody-items.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CustodyItemsTable } from '../../db/tables';
import { besideLine } from '../../entries/answer';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { assertTime, done } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertDue, index } from './item-acts';
import { itemCounts, itemPage } from './item-filter';
import { itemActs } from './item-next';
import { assertTagFree, itemMoved, itemOf, toItemLines } from './items';

/** Reading the custody book; corrections, voids and looks behind the mask (trust.md C5, C6). */

type Ops = HandlersFor<'custodyItems'>;
type Patch = Partial<Pick<CustodyItemsTable, CustodyCorrectable>>;
const form = registerCustodyItem.shape;

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  itemPage(db, door.rawReader, filter, after ?? null, limit, now);

export const counts: Ops['counts'] = (_, { db, now }) => itemCounts(db, now);

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await itemOf(db, id);
  const settings = await settingsOf(db);
  const [line] = await toItemLines(db, [row], now, settings);
  return {
    entry: line!,
    next: itemActs(row, actor, now),
    ...(await besideLine({ db, actor, now }, 'custodyItems', row, settings.limits, waitingFor(line!))),
  };
};

/** What the page says on top; keys below `custody:warning.custodyItems.`. */
function waitingFor(line: CustodyItemLine): string[] {
  if (!line.overdue) return [];
  return [line.noticedAt === null ? 'toNotice' : 'overdue'];
}

/**
 * One field corrected. Errors: `custodyItems.wrongState` of a void line, `.tagTaken`, `.phoneMissing`, `.tooFew`;
 * `entry.unchanged`, `.notRecorder`, `.reasonMissing`; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('custodyItems.wrongState', { state: row.state });
  const patch = patchOf(field, value);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const next = { ...row, ...patch };
  if (field === 'tagNo' && (row.state === 'kept' || row.state === 'partlyTaken'))
    await assertTagFree(ctx.db, next.tagNo, row.id);
  if (field === 'depositorPhone' && next.depositorPhone === '')
    throw new Refusal('custodyItems.phoneMissing');
  if (field === 'quantity') assertQuantity(row, next.quantity);
  if (field === 'keptAt') {
    assertTime('value', next.keptAt, null, ctx.now);
    if (row.takenAt !== null && next.keptAt > row.takenAt) throw new InvalidField('value', 'time.late');
  }
  assertDue(next, 'value');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'custodyItems', row, field, reason, limits);
  const written = ctx.journal.change('custodyItems', row, patch, correction);
  await index(ctx, written);
  return { ...done(written), warnings: await correctionWarnings(ctx.db, 'custodyItems', written, limits) };
};

/** What was handed out stays handed out. Errors: Refusal `custodyItems.tooFew`. */
function assertQuantity(row: CustodyItemsTable, quantity: number): void {
  const closed = row.state === 'collected' && quantity !== row.takenQuantity;
  if (
    closed ||
    quantity < row.takenQuantity ||
    (row.state === 'partlyTaken' && quantity === row.takenQuantity)
  )
    throw new Refusal('custodyItems.tooFew', { taken: row.takenQuantity });
}

function patchOf(field: CustodyCorrectable, value: string): Patch {
  const schema: z.ZodType = form[field];
  if (field !== 'quantity') return { [field]: asTyped(schema, value) };
  if (!/^\d{1,3}$/.test(value)) throw new InvalidField('value', 'count.whole');
  return { quantity: asTyped(form.quantity, Number(value)) };
}

/** Number and line stay, printed 作废. What partly left the desk is collected to its end first. */
export const voidItem: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const state = itemMoved(row, 'voided');
  if (row.state === 'partlyTaken') throw new Refusal('custodyItems.partlyOut');
  if (row.state !== 'kept' && !isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const patch = { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(ctx.journal.change('custodyItems', row, patch, { kind: 'VOID' }));
};

/** Another person opened the entry: ends the recorder's free window, once. */
export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  const row = await itemOf(ctx.db, id);
  await seen(ctx, 'custodyItems', row, (await settingsOf(ctx.db)).limits);
  return { seen: true };
};

export const unmask: Ops['unmask'] = async ({ id, reason }, { db, journal }) => {
  const row = await itemOf(db, id);
  const what = { kind: 'UNMASK', facts: { reason, fields: ['depositorPhone'] } } as const;
  journal.note('custodyItems', id, what, row.serialNo);
  return { depositorPhone: row.depositorPhone };
};
