import type { OpName } from '../../../shared/api';
import { timeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import { rowsOf } from '../../entries/months';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { itemActs, mainItemAct } from './item-next';
import { itemOf } from './items';
import { mainMoveAct, moveActs, moveOf } from './moves';
import { loanActs, mainLoanAct, mainToolAct, toolActs } from './tool-next';
import { toolLoanOf, toolOf } from './tools';

/** This room's entries in the omni-box, on the scanner's card and on a unit's page; unknown ids are left out. */

type Ids = readonly string[];
const detail = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ');
const title = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' ');

export async function custodyItemBriefs(db: ReadDb, ids: Ids): Promise<Brief[]> {
  const rows = await rowsOf(db, 'custody_items', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: title(row.itemName, row.depositorName),
    detail: detail(units.get(row.unitId ?? ''), row.storagePlace, row.tagNo, `→ ${row.dueOn}`),
    state: row.state,
    at: row.keptAt,
    next: mainItemAct(row),
  }));
}

export async function toolBriefs(db: ReadDb, ids: Ids): Promise<Brief[]> {
  const rows = await rowsOf(db, 'tools', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: title(row.toolNo, row.name),
    detail: detail(row.keepPlace, row.repairReason),
    state: row.state,
    at: row.changedAt ?? row.recordedAt,
    next: mainToolAct(row),
  }));
}

export async function toolLoanBriefs(db: ReadDb, ids: Ids): Promise<Brief[]> {
  const rows = await rowsOf(db, 'tool_loans', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: title(row.toolNo, row.toolName, row.borrowerName),
    detail: detail(units.get(row.unitId ?? ''), row.state === 'out' && `→ ${timeOf(row.dueAt)}`),
    state: row.state,
    at: row.issuedAt,
    next: mainLoanAct(row),
  }));
}

export async function moveNoticeBriefs(db: ReadDb, ids: Ids, now: string): Promise<Brief[]> {
  const rows = await rowsOf(db, 'move_notices', ids);
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: title(units.get(row.unitId), row.contactName),
    detail: detail(`${row.moveOn} ${row.fromTime}–${row.toTime}`, row.lift, row.moverCompany),
    state: row.state,
    at: row.announcedAt,
    next: mainMoveAct(row, now),
  }));
}

/** What this reader may do on an entry now, the awaited act first. Errors: Refusal `notFound`. */
type Acts = (db: ReadDb, id: string, actor: Actor | null, now: string) => Promise<OpName[]>;
export const custodyItemActs: Acts = async (db, id, actor, now) => itemActs(await itemOf(db, id), actor, now);
export const toolActsOf: Acts = async (db, id, actor) => toolActs(await toolOf(db, id), actor);
export const toolLoanActs: Acts = async (db, id, actor) => loanActs(await toolLoanOf(db, id), actor);
export const moveNoticeActs: Acts = async (db, id, actor, now) => moveActs(await moveOf(db, id), actor, now);
