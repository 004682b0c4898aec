import type { OpName } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import { rowsOf } from '../../entries/months';
import type { Brief } from '../search/brief';
import { handoverOf } from './load';
import { actsOn, mainAct } from './next';

/** Shifts by ids, unordered; unknown ids are left out. */
export async function handoverBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'handovers', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: [row.outgoingName, row.incomingName].filter(Boolean).join(' → '),
    detail: [row.post, row.shiftOn, dayTimeOf(row.inSignedAt ?? row.startedAt)].join(' · '),
    state: row.state,
    at: row.startedAt,
    next: mainAct(row),
  }));
}

/** Instructions by ids. */
export async function instructionBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'instructions', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.text ?? row.serialNo,
    detail: [row.fromName, row.givenOn, row.renewOn && `→ ${row.renewOn}`].filter(Boolean).join(' · '),
    state: row.state,
    at: row.recordedAt,
    next: row.state === 'active' ? 'instructions.acknowledge' : null,
  }));
}

/** What this reader may do on a shift now, the awaited act first. Errors: Refusal `notFound`. */
export const handoverActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOn(await handoverOf(db, id), actor);
