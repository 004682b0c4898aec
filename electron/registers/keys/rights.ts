import type { Actor } from '../../../shared/registers/session';
import { Refusal } from '../../../shared/result';
import type { Capacity, Role } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';

/** Who keeps the keys (domain.md §4.3): the capacity `keyCustodian`, or the CS supervisor. */

/** True when this person may create, move and retire keys. */
export const isCustodian = (actor: Pick<Actor, 'roles' | 'capacities'> | null): boolean =>
  actor !== null && (actor.capacities.includes('keyCustodian') || actor.roles.includes('csSupervisor'));

/** Errors: Refusal `keys.custodianOnly`. */
export function assertCustodian(actor: Actor): void {
  if (!isCustodian(actor)) throw new Refusal('keys.custodianOnly');
}

/** An active person of the office. Errors: Refusal `keys.unknownPerson`. */
export async function personOf(
  db: ReadDb,
  staffId: string,
): Promise<{ staffId: string; name: string; roles: Role[]; capacities: Capacity[] }> {
  const row = await db
    .selectFrom('staff')
    .select(['name', 'roles', 'capacities', 'active'])
    .where('id', '=', staffId)
    .executeTakeFirst();
  if (!row || row.active === 0) throw new Refusal('keys.unknownPerson');
  return {
    staffId,
    name: row.name,
    roles: JSON.parse(row.roles) as Role[],
    capacities: JSON.parse(row.capacities) as Capacity[],
  };
}

/** A person who may keep keys. Errors: Refusal `keys.unknownPerson`, `keys.notCustodian`. */
export async function keeperOf(
  db: ReadDb,
  staffId: string,
): Promise<{ keeperId: string; keeperName: string }> {
  const person = await personOf(db, staffId);
  if (!isCustodian(person)) throw new Refusal('keys.notCustodian', { name: person.name });
  return { keeperId: staffId, keeperName: person.name };
}
