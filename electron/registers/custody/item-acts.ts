import { dayOf, monthOf } from '../../../shared/dates';
import type { CUSTODY_FORBIDDEN, CustodyItem } from '../../../shared/registers/custody-items.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { CustodyItemsTable } from '../../db/tables';
import { realDay } from '../../entries/listing';
import { assertTime, done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { unitCodes } from '../units/briefs';
import { isItemOverdue } from './item-next';
import { assertTagFree, itemMoved, itemOf } from './items';
import { indexItem } from './words';

/** What happens to things in custody (S17): taken in, handed out in one piece or several, told, kept longer, decided on. */

type Ops = HandlersFor<'custodyItems'>;

/** Columns that only later acts write. */
export const ITEM_UNTOUCHED = {
  takenQuantity: 0,
  takenAt: null,
  takerName: null,
  takerDocumentKind: null,
  takerDocument: null,
  depositorWord: null,
  handedByName: null,
  noticedAt: null,
  noticeHow: null,
  noticedByName: null,
  decision: null,
  decisionNote: null,
  decidedAt: null,
  decidedByName: null,
  decisionWitnessName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;

/** Why each forbidden kind is not taken: a sentence of its own. */
const NOT_TAKEN: Record<(typeof CUSTODY_FORBIDDEN)[number], string> = {
  cash: 'custodyItems.noCash',
  valuables: 'custodyItems.noValuables',
  dangerous: 'custodyItems.noDangerous',
  perishable: 'custodyItems.noPerishable',
};

/** Writes an item's words, its unit's code among them. */
export async function index(ctx: CommandContext, row: CustodyItemsTable): Promise<void> {
  const codes = await unitCodes(ctx.db, [row.unitId]);
  indexItem(ctx, row, codes.get(row.unitId ?? '') ?? null);
}

/** Days as the line needs them. Errors: InvalidField of `field` for a day that does not exist or lies before the item came. */
export function assertDue(item: Pick<CustodyItem, 'dueOn' | 'keptAt'>, field = 'dueOn'): void {
  realDay('dueOn', item.dueOn);
  if (item.dueOn < dayOf(item.keptAt)) throw new InvalidField(field, 'day.early');
}

/** See `custodyItems.register`. */
export const register: Ops['register'] = async (input, ctx) => {
  const { kind, ...item } = input;
  if (kind === 'cash' || kind === 'valuables' || kind === 'dangerous' || kind === 'perishable')
    throw new Refusal(NOT_TAKEN[kind]);
  if (!item.declared) throw new Refusal('custodyItems.notDeclared');
  if (item.depositorPhone === '') throw new Refusal('custodyItems.phoneMissing');
  assertTime('keptAt', item.keptAt, null, ctx.now);
  assertDue(item);
  await assertTagFree(ctx.db, item.tagNo, null);
  if (item.unitId && !(await unitCodes(ctx.db, [item.unitId])).has(item.unitId))
    throw new Refusal('custodyItems.unitUnknown');
  const { actor, journal, numbers, newId, now } = ctx;
  const { serialNo, scanCode } = numbers.next('custodyItems', monthOf(now));
  const row = journal.create('custodyItems', {
    ...ITEM_UNTOUCHED,
    ...item,
    kind,
    declared: 1,
    id: newId(),
    serialNo,
    scanCode,
    state: 'kept',
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await index(ctx, row);
  return { ...done(row), scanCode, tagNo: row.tagNo };
};

/** Everybody a line names as collector: 王芳、李强. */
export const namesIn = (text: string | null): string[] =>
  (text ?? '')
    .split(/[,，、;；/\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

export const collect: Ops['collect'] = async (input, ctx) => {
  const { id, version, at, quantity, documentKind, documentTail, depositorWord, note } = input;
  const row = await itemOf(ctx.db, id, version);
  const left = row.quantity - row.takenQuantity;
  const state = itemMoved(row, quantity < left ? 'partlyTaken' : 'collected');
  if (quantity > left) throw new Refusal('custodyItems.tooMany', { left });
  assertTime('at', at, row.takenAt ?? row.keptAt, ctx.now);
  const takerName = input.takerName ?? row.depositorName;
  const self = takerName !== null && takerName === row.depositorName;
  if (!self && documentKind === null) throw new Refusal('custodyItems.documentMissing');
  if (!self && depositorWord === null && !namesIn(row.collectorNames).includes(takerName ?? ''))
    throw new Refusal('custodyItems.notNamed');
  const next = ctx.journal.change(
    'custodyItems',
    row,
    {
      state,
      takenQuantity: row.takenQuantity + quantity,
      takenAt: at,
      takerName,
      takerDocumentKind: documentKind,
      takerDocument: documentKind === null ? null : documentTail,
      depositorWord: self ? null : depositorWord,
      handedByName: ctx.actor.name,
      ...(note ? { note } : {}),
    },
    { kind: 'CHANGE' },
  );
  await index(ctx, next);
  return done(next);
};

export const extend: Ops['extend'] = async ({ id, version, dueOn, note }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  if (row.state !== 'kept' && row.state !== 'partlyTaken')
    throw new Refusal('custodyItems.wrongState', { state: row.state });
  realDay('dueOn', dueOn);
  if (dueOn <= row.dueOn || dueOn < dayOf(ctx.now))
    throw new Refusal('custodyItems.notLonger', { dueOn: row.dueOn });
  const next = ctx.journal.change(
    'custodyItems',
    row,
    // A new day was agreed: what was told of the old one counts no longer.
    { dueOn, noticedAt: null, noticeHow: null, noticedByName: null, ...(note ? { note } : {}) },
    { kind: 'CHANGE' },
  );
  await index(ctx, next);
  return done(next);
};

export const notice: Ops['notice'] = async ({ id, version, at, how, note }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  if (!isItemOverdue(row, ctx.now)) throw new Refusal('custodyItems.notOverdue', { dueOn: row.dueOn });
  assertTime('at', at, row.keptAt, ctx.now);
  const patch = { noticedAt: at, noticeHow: how, noticedByName: ctx.actor.name, ...(note ? { note } : {}) };
  const next = ctx.journal.change('custodyItems', row, patch, { kind: 'CHANGE' });
  await index(ctx, next);
  return done(next);
};

export const decide: Ops['decide'] = async ({ id, version, decision, decisionNote }, ctx) => {
  const row = await itemOf(ctx.db, id, version);
  const state = itemMoved(row, 'decided');
  if (row.noticedAt === null || !isItemOverdue(row, ctx.now)) throw new Refusal('custodyItems.notNoticed');
  const next = ctx.journal.change(
    'custodyItems',
    row,
    {
      state,
      decision,
      decisionNote,
      decidedAt: ctx.now,
      decidedByName: ctx.actor.name,
      decisionWitnessName: proven(ctx.second).name,
    },
    { kind: 'CHANGE' },
  );
  await index(ctx, next);
  return done(next);
};
