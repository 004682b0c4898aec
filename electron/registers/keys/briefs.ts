import type { OpName } from '../../../shared/api';
import { dayTimeOf, instantOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import type { Brief } from '../search/brief';
import { keyOf } from './moves';
import { actsOnKey, checkAct, keyAct, mandateAct, transferAct } from './next';

const detail = (...parts: (string | null)[]): string => parts.filter((part) => part).join(' · ');

/** Keys by ids, unordered; unknown ids are left out. */
export async function keyBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('keys')
    .innerJoin('cabinets', 'cabinets.id', 'keys.cabinetId')
    .leftJoin('units', 'units.id', 'keys.unitId')
    .select([
      'keys.id',
      'keys.serialNo',
      'keys.keyNo',
      'keys.label',
      'keys.state',
      'keys.hookNo',
      'keys.keeperName',
      'keys.receivedOn',
      'cabinets.code as cabinetCode',
      'units.code as unitCode',
    ])
    .where('keys.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.keyNo} ${row.label}`,
    detail: detail(row.unitCode, `${row.cabinetCode}-${row.hookNo}`, row.keeperName),
    state: row.state,
    at: instantOf(row.receivedOn),
    next: keyAct(row),
  }));
}

/** What this reader may do on a key now, the awaited act first. Errors: Refusal `notFound`. */
export const keyActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnKey(await keyOf(db, id), actor);

/** Mandates by ids, unordered; unknown ids are left out. */
export async function keyMandateBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_mandates')
    .innerJoin('units', 'units.id', 'key_mandates.unitId')
    .select(['key_mandates.id', 'key_mandates.serialNo', 'key_mandates.state', 'ownerName', 'purpose'])
    .select(['fromOn', 'toOn', 'receivedAt', 'units.code'])
    .where('key_mandates.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: detail(row.code, row.ownerName),
    detail: detail(row.purpose, `${row.fromOn} – ${row.toOn}`),
    state: row.state,
    at: row.receivedAt,
    next: mandateAct(row),
  }));
}

/** Weekly checks by ids, unordered; unknown ids are left out. */
export async function keyCheckBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_checks')
    .select(['id', 'serialNo', 'state', 'week', 'recorderName', 'signedByName', 'startedAt'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.week,
    detail: detail(row.signedByName ?? row.recorderName, dayTimeOf(row.startedAt)),
    state: row.state,
    at: row.startedAt,
    next: checkAct(row),
  }));
}

/** Transfers by ids, unordered; unknown ids are left out. */
export async function keyTransferBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('key_transfers')
    .select(['id', 'serialNo', 'state', 'fromParty', 'toParty', 'project', 'plannedOn'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: `${row.fromParty} → ${row.toParty}`,
    detail: detail(row.project, row.plannedOn),
    state: row.state,
    at: instantOf(row.plannedOn),
    next: transferAct(row),
  }));
}
