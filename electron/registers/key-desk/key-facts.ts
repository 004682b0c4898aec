import { dayOf, timeOf } from '../../../shared/dates';
import coreEn from '../../../shared/i18n/en/core.json';
import coreZh from '../../../shared/i18n/zh-CN/core.json';
import { inHours } from '../../../shared/registers/key-loans.rules';
import { MANDATE_IN_FORCE } from '../../../shared/registers/key-mandates.row';
import type { Settings } from '../../../shared/registers/office';
import { Refusal } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import type { KeysTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import type { IssuedKey, MandateStanding } from './issue-rules';

/** What the rules of S05 need to know about keys, gathered from the inventory, the mandates, the units and the log. */

/** A unit in which somebody lives, works or fits out: workers go in only with an escort (S05). */
const OCCUPIED: readonly string[] = ['occupied', 'let', 'fitOut'];

export interface KnownKey extends IssuedKey {
  row: KeysTable;
  unitCode: string | null;
  /** What pops up on issue: the unit's, the key's own, then whom the owner's mandate allows. */
  instructions: { from: string; text: string }[];
}

/** The facts of some keys, in the order asked. Errors: Refusal `notFound`; `keyLoans.sameKeyTwice`. */
export async function knownKeys(
  db: ReadDb,
  keyIds: readonly string[],
  at: string,
  hours: Settings['keys']['officeHours'],
): Promise<KnownKey[]> {
  if (new Set(keyIds).size < keyIds.length) throw new Refusal('keyLoans.sameKeyTwice');
  const rows = await rowsOf(db, 'keys', keyIds);
  if (rows.length < keyIds.length) throw new Refusal('notFound');
  const [units, mandates, others, holders] = await Promise.all([
    unitsOf(db, rows),
    mandatesOf(db, rows),
    rivalsOf(db, rows),
    holdersOf(db, rows),
  ]);
  const inOfficeHours = inHours(timeOf(at), hours);
  const leaving = new Set(keyIds);
  /** The other key is out, or leaves in the same act. */
  const away = (id: string | null): string | null => {
    const other = id === null ? undefined : (others.get(id) ?? rows.find((row) => row.id === id));
    return other && (other.state === 'out' || leaving.has(other.id)) ? other.keyNo : null;
  };
  return rows.map((row) => {
    const unit = units.get(row.unitId ?? '');
    const mandate = mandates.get(row.mandateId ?? '');
    const rival =
      away(row.exclusiveWithId) ??
      [...others.values(), ...rows].flatMap((other) =>
        other.exclusiveWithId === row.id ? (away(other.id) ?? []) : [],
      )[0];
    return {
      row,
      keyId: row.id,
      keyNo: row.keyNo,
      category: row.category,
      state: row.state,
      risk: row.risk,
      occupied: unit !== undefined && OCCUPIED.includes(unit.occupancyState),
      inOfficeHours,
      holder: holders.get(row.id) ?? null,
      exclusiveWith: rival ?? null,
      lockedOutBy: away(row.lockedOutWhileId),
      mandate: row.category === 'entrusted' ? standingOf(mandate, dayOf(at)) : 'none',
      allowed: row.category === 'entrusted' ? (mandate?.allowedPersons ?? null) : null,
      unitCode: unit?.code ?? null,
      instructions: [
        ...(unit?.deskInstructions ? [{ from: unit.code, text: unit.deskInstructions }] : []),
        ...(row.instructions ? [{ from: row.keyNo, text: row.instructions }] : []),
        ...(mandate?.allowedPersons ? [{ from: mandate.serialNo, text: mandate.allowedPersons }] : []),
      ],
    };
  });
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);

async function unitsOf(db: ReadDb, rows: readonly KeysTable[]) {
  const ids = present(rows.map((row) => row.unitId));
  if (ids.length === 0) return new Map<string, never>();
  const units = await db
    .selectFrom('units')
    .select(['id', 'code', 'occupancyState', 'deskInstructions'])
    .where('id', 'in', ids)
    .execute();
  return new Map(units.map((unit) => [unit.id, unit]));
}

interface Mandate {
  serialNo: string;
  /** Whom the owner lets use the keys, in the owner's words. */
  allowedPersons: string | null;
  state: string;
  fromOn: string;
  toOn: string;
}
async function mandatesOf(db: ReadDb, rows: readonly KeysTable[]): Promise<Map<string, Mandate>> {
  const ids = present(rows.map((row) => row.mandateId));
  if (ids.length === 0) return new Map();
  const mandates = await db
    .selectFrom('key_mandates')
    .select(['id', 'serialNo', 'allowedPersons', 'state', 'fromOn', 'toOn'])
    .where('id', 'in', ids)
    .execute();
  return new Map(mandates.map((mandate) => [mandate.id, mandate]));
}

/** S04: an entrusted key leaves the office only on a mandate in force on that day. */
function standingOf(mandate: Mandate | undefined, today: string): MandateStanding {
  if (!mandate || mandate.fromOn > today) return 'missing';
  if (!MANDATE_IN_FORCE.some((state) => state === mandate.state)) return 'withdrawn';
  return mandate.toOn < today ? 'expired' : 'valid';
}

/** Keys that these name as their rivals, and keys that name these. */
async function rivalsOf(db: ReadDb, rows: readonly KeysTable[]) {
  const ids = rows.map((row) => row.id);
  const named = present(rows.flatMap((row) => [row.exclusiveWithId, row.lockedOutWhileId]));
  const found = await db
    .selectFrom('keys')
    .select(['id', 'keyNo', 'state', 'exclusiveWithId'])
    .where((eb) =>
      eb.or([eb('exclusiveWithId', 'in', ids), ...(named.length > 0 ? [eb('id', 'in', named)] : [])]),
    )
    .execute();
  return new Map(found.map((row) => [row.id, row]));
}

/** Who has the keys that are out: the refusal names them. */
async function holdersOf(db: ReadDb, rows: readonly KeysTable[]) {
  const out = rows.filter((row) => row.state === 'out').map((row) => row.id);
  if (out.length === 0) return new Map<string, NonNullable<IssuedKey['holder']>>();
  const loans = await db
    .selectFrom('key_loans')
    .select(['keyId', 'borrowerName', 'borrowerOrg', 'issuedAt'])
    .where('keyId', 'in', out)
    .where('state', '=', 'out')
    .execute();
  return new Map(
    loans.map((loan) => [
      loan.keyId,
      { name: loan.borrowerName ?? '—', org: loan.borrowerOrg ?? '—', time: timeOf(loan.issuedAt) },
    ]),
  );
}

/** What the posts of a colleague are called, in both languages; nothing for people the office does not know. */
export async function titlesOf(db: ReadDb, staffNo: string | null, name: string | null): Promise<string[]> {
  if (!staffNo && !name) return [];
  const staff = await db
    .selectFrom('staff')
    .select('roles')
    .where('active', '=', 1)
    .where(staffNo ? 'staffNo' : 'name', '=', staffNo ?? name)
    .executeTakeFirst();
  const roles = staff ? (JSON.parse(staff.roles) as Role[]) : [];
  return roles.flatMap((role) => [coreZh.role[role], coreEn.role[role]]);
}

/** Keys one person has out: told apart by name, and by phone where both are known. */
export async function keysHeld(db: ReadDb, name: string, phone: string | null): Promise<number> {
  const loans = await db
    .selectFrom('key_loans')
    .select('borrowerPhone')
    .where('state', '=', 'out')
    .where('borrowerName', '=', name)
    .execute();
  return loans.filter((loan) => !phone || !loan.borrowerPhone || loan.borrowerPhone === phone).length;
}
