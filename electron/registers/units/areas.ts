import { Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { asFilled } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { stewardById } from './load';

/** Areas and phases of the project and the stewards who own them (责任管家). */

type Ops = HandlersFor<'units'>;

export const addArea: Ops['addArea'] = async ({ name, stewardId, note }, { db, journal, newId }) => {
  await assertNameFree(db, name);
  const steward = await stewardById(db, stewardId);
  const row = journal.create('areas', { id: newId(), name, ...steward, active: 1, note });
  return { id: row.id, version: row.version };
};

export const changeArea: Ops['changeArea'] = async (input, { db, journal }) => {
  const found = await db.selectFrom('areas').selectAll().where('id', '=', input.id).executeTakeFirst();
  const row = asFilled(found, input.version);
  if (input.active) await assertNameFree(db, input.name, row.id);
  else await assertUnused(db, row.id);
  const steward = await stewardById(db, input.stewardId);
  const next = journal.change(
    'areas',
    row,
    { name: input.name, ...steward, active: input.active ? 1 : 0, note: input.note },
    { kind: 'CHANGE' },
  );
  return { id: row.id, version: next.version };
};

async function assertNameFree(db: ReadDb, name: string, but?: string): Promise<void> {
  const other = await db
    .selectFrom('areas')
    .select('id')
    .where('name', '=', name)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (other && other.id !== but) throw new Refusal('units.areaTaken', { name });
}

async function assertUnused(db: ReadDb, id: string): Promise<void> {
  const unit = await db
    .selectFrom('units')
    .select('code')
    .where('areaId', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (unit) throw new Refusal('units.areaInUse', { code: unit.code });
}
