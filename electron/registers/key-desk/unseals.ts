import { monthOf, timeOf } from '../../../shared/dates';
import { inHours } from '../../../shared/registers/key-loans.rules';
import { keyUnseals } from '../../../shared/registers/key-unseals';
import type { KeyUnsealCorrectable } from '../../../shared/registers/key-unseals.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import { storyOf } from '../../db/story';
import type { KeyUnsealsTable } from '../../db/tables';
import { asTyped, correctionOf, seen } from '../../entries/correction';
import { correctionWarnings, freeUntil } from '../../entries/freeze';
import { countBranches } from '../../entries/listing';
import { done, proven } from '../../entries/load';
import { isManager } from '../../entries/rights';
import type { HandlersFor } from '../handlers';
import { keyOf, moveKey } from '../keys/moves';
import { settingsOf } from '../office/settings';
import { unsealBranches } from './filter';
import { goodsOf, toKeyUnsealLines } from './lines';
import { personOf, secondOf, unsealMoved, unsealOf } from './load';
import { actsOnUnseal } from './next';
import { unsealPage } from './pages';
import { indexUnseal } from './words';

/** S06 库房钥匙非办公时间启用与再封存 (F11): opened with the duty supervisor on the spot, open to see until it is re-sealed. */

type Ops = HandlersFor<'keyUnseals'>;

/**
 * Opens the bag. Errors: `keyUnseals.inOfficeHours`, `.notStoreroom`, `.notSealed`, `.bagDiffers`, `.bagNoteMissing`,
 * `.notDutySupervisor`, `.supervisorAsks`.
 */
export const open: Ops['open'] = async (input, ctx) => {
  const { db, now, actor } = ctx;
  const { keys: limits } = await settingsOf(db);
  if (inHours(timeOf(now), limits.officeHours))
    throw new Refusal('keyUnseals.inOfficeHours', { ...limits.officeHours });
  const key = await keyOf(db, input.keyId);
  if (key.category !== 'storeroom') throw new Refusal('keyUnseals.notStoreroom', { no: key.keyNo });
  if (key.state !== 'sealed' || key.sealBagNo === null)
    throw new Refusal('keyUnseals.notSealed', { no: key.keyNo });
  if (input.oldBagNo !== key.sealBagNo) throw new Refusal('keyUnseals.bagDiffers', { book: key.sealBagNo });
  if (!input.oldBagIntact && input.oldBagNote === null) throw new Refusal('keyUnseals.bagNoteMissing');
  const supervisor = await personOf(db, proven(ctx.second).staffId);
  if (!supervisor.capacities.includes('dutySupervisor'))
    throw new Refusal('keyUnseals.notDutySupervisor', { name: supervisor.name });
  if (supervisor.name === input.requesterName) throw new Refusal('keyUnseals.supervisorAsks');
  const { serialNo, scanCode } = ctx.numbers.next('keyUnseals', monthOf(now));
  const row = ctx.journal.create('keyUnseals', {
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'opened',
    keyId: key.id,
    keyNo: key.keyNo,
    keyName: key.label,
    openedAt: now,
    reason: input.reason,
    requesterName: input.requesterName,
    requesterDepartment: input.requesterDepartment,
    supervisorId: supervisor.staffId,
    supervisorName: supervisor.name,
    agreedAt: now,
    oldBagNo: key.sealBagNo,
    oldBagIntact: input.oldBagIntact ? 1 : 0,
    oldBagNote: input.oldBagNote,
    nothingTaken: 0,
    resealedAt: null,
    newBagNo: null,
    sealer1Id: null,
    sealer1Name: null,
    sealer2Id: null,
    sealer2Name: null,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  for (const line of input.goods) take(ctx, row.id, line);
  await moveKey(ctx, key, 'out', { piecesOut: key.pieces }, { kind: 'CHANGE', facts: { unseal: serialNo } });
  indexUnseal(
    ctx,
    row,
    input.goods.map((line) => line.name),
  );
  return { ...done(row), scanCode };
};

type Goods = Parameters<Ops['addGoods']>[0]['goods'];
const take = (ctx: CommandContext, unsealId: string, goods: Goods): void => {
  ctx.journal.create('keyUnsealGoods', {
    id: ctx.newId(),
    unsealId,
    ...goods,
    recordedAt: ctx.now,
    recorderId: ctx.actor.staffId,
    recorderName: ctx.actor.name,
  });
};

/** One more line of goods, while the drawer is open. Errors: `keyUnseals.wrongState`. */
export const addGoods: Ops['addGoods'] = async ({ id, version, goods }, ctx) => {
  const row = await unsealOf(ctx.db, id, version);
  if (row.state !== 'opened') throw new Refusal('keyUnseals.wrongState', { state: row.state });
  take(ctx, id, goods);
  ctx.journal.note(
    'keyUnseals',
    id,
    { kind: 'CHANGE', facts: { goods: goods.name, quantity: goods.quantity } },
    row.serialNo,
  );
  indexUnseal(ctx, row, await goodsNames(ctx.db, id));
  return done(row);
};

/**
 * Re-sealed: a new bag, two different signers, one of them the CS supervisor (domain.md §4.4 rule 4). Errors:
 * `keyUnseals.wrongState`, `.bagSame`, `.bagUsed`, `.supervisorSeals`, `.goodsMissing`.
 */
export const reseal: Ops['reseal'] = async ({ id, version, newBagNo, nothingTaken }, ctx) => {
  const row = await unsealOf(ctx.db, id, version);
  const state = unsealMoved(row, 'resealed');
  if (newBagNo === row.oldBagNo) throw new Refusal('keyUnseals.bagSame', { bag: newBagNo });
  const used = await ctx.db
    .selectFrom('key_unseals')
    .select('serialNo')
    .where(({ eb, or }) => or([eb('newBagNo', '=', newBagNo), eb('oldBagNo', '=', newBagNo)]))
    .executeTakeFirst();
  if (used) throw new Refusal('keyUnseals.bagUsed', { bag: newBagNo, serialNo: used.serialNo });
  const second = await secondOf(ctx.db, ctx.second);
  const signers = [ctx.actor, ...(second ? [second] : [])];
  if (!signers.some((person) => person.roles.includes('csSupervisor')))
    throw new Refusal('keyUnseals.supervisorSeals');
  const names = await goodsNames(ctx.db, id);
  if (names.length === 0 && !nothingTaken) throw new Refusal('keyUnseals.goodsMissing');
  if (names.length > 0 && nothingTaken) throw new Refusal('keyUnseals.goodsThere');
  const [sealer1, sealer2] = [ctx.actor, proven(ctx.second)];
  const seal = {
    sealer1Id: sealer1.staffId,
    sealer1Name: sealer1.name,
    sealer2Id: sealer2.staffId,
    sealer2Name: sealer2.name,
  };
  const next = ctx.journal.change(
    'keyUnseals',
    row,
    { state, resealedAt: ctx.now, newBagNo, nothingTaken: nothingTaken ? 1 : 0, ...seal },
    { kind: 'CHANGE' },
  );
  await moveKey(
    ctx,
    await keyOf(ctx.db, row.keyId),
    'sealed',
    { piecesOut: 0, sealBagNo: newBagNo, sealedAt: ctx.now, sealReason: row.reason, ...seal },
    { kind: 'CHANGE', facts: { unseal: row.serialNo } },
  );
  indexUnseal(ctx, next, names);
  return done(next);
};

async function goodsNames(db: ReadDb, unsealId: string): Promise<string[]> {
  return ((await goodsOf(db, [unsealId])).get(unsealId) ?? []).map((line) => line.name);
}

export const list: Ops['list'] = ({ filter, after, limit }, { db, now, door }) =>
  unsealPage(db, door.rawReader, filter, after, limit, now);

/** Drawers open now. */
export const counts: Ops['counts'] = async (_, { db }) => ({
  unsealed: await countBranches(db, 'key_unseals', unsealBranches({ need: 'unsealed' })),
});

export const entry: Ops['entry'] = async ({ id }, { db, actor, now }) => {
  const row = await unsealOf(db, id);
  const { limits } = await settingsOf(db);
  const [line] = await toKeyUnsealLines(db, [row], now);
  return {
    entry: line!,
    story: await storyOf(db, 'keyUnseals', id),
    next: actsOnUnseal(row, actor),
    freeUntil: await freeUntil(db, 'keyUnseals', row, actor?.staffId, limits, now),
    warnings: [
      ...(row.state === 'opened' ? ['unsealed'] : []),
      ...(row.oldBagIntact === 0 ? ['bagBroken'] : []),
      ...(await correctionWarnings(db, 'keyUnseals', row, limits)),
    ],
  };
};

const form = keyUnseals.open.input.shape;
const AS_FIRST_TYPED = {
  reason: form.reason,
  requesterDepartment: form.requesterDepartment,
  oldBagNote: form.oldBagNote,
  note: form.note,
} as const;

/** One field corrected. Errors: `keyUnseals.wrongState`, `.bagNoteMissing`; `entry.*`; InvalidField `value`. */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await unsealOf(ctx.db, id, version);
  if (row.state === 'voided') throw new Refusal('keyUnseals.wrongState', { state: row.state });
  const { limits } = await settingsOf(ctx.db);
  const patch: Partial<Pick<KeyUnsealsTable, KeyUnsealCorrectable>> = {
    [field]: asTyped(AS_FIRST_TYPED[field], value),
  };
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  if (field === 'oldBagNote' && row.oldBagIntact === 0 && patch.oldBagNote === null)
    throw new Refusal('keyUnseals.bagNoteMissing');
  const correction = await correctionOf(ctx, 'keyUnseals', row, field, reason, limits);
  const next = ctx.journal.change('keyUnseals', row, patch, correction);
  indexUnseal(ctx, next, await goodsNames(ctx.db, id));
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keyUnseals', next, limits) };
};

/** The manager voids a closed line. Errors: `keyUnseals.wrongState` while the drawer is open; `entry.managerOnly`. */
export const voidUnseal: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await unsealOf(ctx.db, id, version);
  const state = unsealMoved(row, 'voided');
  if (!isManager(ctx.actor)) throw new Refusal('entry.managerOnly');
  const next = ctx.journal.change(
    'keyUnseals',
    row,
    { state, voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name },
    { kind: 'VOID' },
  );
  return done(next);
};

export const markSeen: Ops['markSeen'] = async ({ id }, ctx) => {
  await seen(ctx, 'keyUnseals', await unsealOf(ctx.db, id), (await settingsOf(ctx.db)).limits);
  return { seen: true };
};
