import { Refusal } from '../../../shared/result';
import { proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertCustodian, keeperOf } from './rights';

/** Cabinets: created and changed by the key custodian, countersigned by the CS supervisor (domain.md §4.3). */

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
    .where('state', 'in', ['inStock', 'sealed', 'out', 'lost', 'damaged'])
    .groupBy(['cabinetId', 'state'])
    .execute();
  const sum = (id: string, only?: string): number =>
    held.reduce((n, row) => n + (row.cabinetId === id && (!only || row.state === only) ? row.n : 0), 0);
  return rows.map((row) => ({ ...row, keys: sum(row.id), out: sum(row.id, 'out') }));
};

/** Errors: `keys.custodianOnly`, `keys.cabinetTaken`, `keys.notCustodian`. */
export const addCabinet: Ops['addCabinet'] = async ({ code, name, place, hooks, keeperId, note }, ctx) => {
  assertCustodian(ctx.actor);
  const taken = await ctx.db.selectFrom('cabinets').select('id').where('code', '=', code).executeTakeFirst();
  if (taken) throw new Refusal('keys.cabinetTaken', { code });
  const countersigner = proven(ctx.second).name;
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
    { kind: 'CREATE', facts: { countersigner } },
  );
  return { id: row.id, version: row.version };
};
