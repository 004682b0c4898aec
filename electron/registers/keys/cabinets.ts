import { Refusal } from '../../../shared/result';
import type { Capacity, Role } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import { proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { cabinetOf } from './moves';
import { assertCustodian, isCustodian, keeperOf } from './rights';

/** Cabinets: made and changed by the key custodian, countersigned by the CS supervisor (domain.md §4.3). */

type Ops = HandlersFor<'keys'>;

export const cabinets: Ops['cabinets'] = async (_, { db }) => {
  const rows = await db
    .selectFrom('cabinets')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('code')
    .execute();
  const held = await db
    .selectFrom('keys')
    .select(({ fn }) => ['cabinetId', 'state', fn.countAll<number>().as('n')])
    .where('state', 'not in', ['retired', 'voided'])
    .groupBy(['cabinetId', 'state'])
    .execute();
  const sum = (id: string, only?: string): number =>
    held.reduce((n, row) => n + (row.cabinetId === id && (!only || row.state === only) ? row.n : 0), 0);
  return rows.map((row) => ({ ...row, keys: sum(row.id), out: sum(row.id, 'out') }));
};

export const board: Ops['board'] = async ({ cabinetId }, { db }) => {
  const cabinet = await cabinetOf(db, cabinetId);
  const rows = await db
    .selectFrom('keys')
    .select([
      'id',
      'serialNo',
      'version',
      'keyNo',
      'label',
      'state',
      'category',
      'pieces',
      'piecesOut',
      'risk',
    ])
    .select(['sealBagNo', 'keeperName', 'hookNo'])
    .where('cabinetId', '=', cabinetId)
    .where('state', 'not in', ['retired', 'voided'])
    .execute();
  const onHook = new Map(rows.map(({ hookNo, ...key }) => [hookNo, key]));
  return Array.from({ length: cabinet.hooks }, (_, i) => ({ hookNo: i + 1, key: onHook.get(i + 1) ?? null }));
};

export const custodians: Ops['custodians'] = async (_, { db }) => {
  const rows = await db.selectFrom('staff').selectAll().where('active', '=', 1).orderBy('staffNo').execute();
  return rows
    .filter((row) =>
      isCustodian({
        roles: JSON.parse(row.roles) as Role[],
        capacities: JSON.parse(row.capacities) as Capacity[],
      }),
    )
    .map(({ id, name }) => ({ id, name }));
};

/** Errors: `keys.custodianOnly`, `keys.cabinetTaken`, `keys.notCustodian`. */
export const addCabinet: Ops['addCabinet'] = async ({ code, name, place, hooks, keeperId, note }, ctx) => {
  assertCustodian(ctx.actor);
  const taken = await ctx.db.selectFrom('cabinets').select('id').where('code', '=', code).executeTakeFirst();
  if (taken) throw new Refusal('keys.cabinetTaken', { code });
  const facts = { countersigner: proven(ctx.second).name };
  const row = ctx.journal.create(
    'cabinets',
    {
      id: ctx.newId(),
      code,
      name,
      place,
      hooks,
      ...(await keeperOf(ctx.db, keeperId)),
      active: 1,
      note,
      addedAt: ctx.now,
    },
    { kind: 'CREATE', facts },
  );
  return { id: row.id, version: row.version };
};

/** Errors: `keys.custodianOnly`, `keys.cabinetClosed`, `keys.hooksInUse`, `keys.notCustodian`, `entry.unchanged`. */
export const amendCabinet: Ops['amendCabinet'] = async (
  { id, version, name, place, hooks, keeperId, note },
  ctx,
) => {
  assertCustodian(ctx.actor);
  const old = await cabinetOf(ctx.db, id, version);
  if (old.active === 0) throw new Refusal('keys.cabinetClosed', { code: old.code });
  const last = await lastHook(ctx.db, id);
  if (hooks < last) throw new Refusal('keys.hooksInUse', { hookNo: last });
  const patch = { name, place, hooks, note, ...(await keeperOf(ctx.db, keeperId)) };
  if (Object.entries(patch).every(([field, value]) => old[field as keyof typeof patch] === value))
    throw new Refusal('entry.unchanged');
  const facts = { countersigner: proven(ctx.second).name };
  const row = ctx.journal.change('cabinets', old, patch, { kind: 'CHANGE', facts });
  return { id, version: row.version };
};

/** Errors: `keys.custodianOnly`, `keys.cabinetClosed`, `keys.cabinetInUse`. */
export const closeCabinet: Ops['closeCabinet'] = async ({ id, version }, ctx) => {
  assertCustodian(ctx.actor);
  const old = await cabinetOf(ctx.db, id, version);
  if (old.active === 0) throw new Refusal('keys.cabinetClosed', { code: old.code });
  if ((await lastHook(ctx.db, id)) > 0) throw new Refusal('keys.cabinetInUse', { code: old.code });
  const facts = { countersigner: proven(ctx.second).name };
  const row = ctx.journal.change('cabinets', old, { active: 0 }, { kind: 'CHANGE', facts });
  return { id, version: row.version };
};

/** The highest hook with a key on it; 0 when the cabinet is empty. */
async function lastHook(db: ReadDb, cabinetId: string): Promise<number> {
  const row = await db
    .selectFrom('keys')
    .select(({ fn }) => fn.max('hookNo').as('last'))
    .where('cabinetId', '=', cabinetId)
    .where('state', 'not in', ['retired', 'voided'])
    .executeTakeFirst();
  return row?.last ?? 0;
}
