import type { OpName } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import type { ReadDb } from '../../db/context';
import { rowsOf } from '../../entries/months';
import type { Brief } from '../search/brief';
import { unitCodes } from '../units/briefs';
import { disclosureOf } from './disclosure-load';
import { passOf, visitOf } from './load';
import { actsOnDisclosure, actsOnPass, actsOnVisit, disclosureAct, passAct, visitAct } from './next';

const detail = (...parts: (string | null | undefined)[]): string => parts.filter((part) => part).join(' · ');

/** Visits by ids, unordered; unknown ids are left out. No phones. */
export async function visitBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'visits', ids);
  const codes = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => {
    const name = row.visitorName ?? row.company ?? row.serialNo;
    return {
      entryId: row.id,
      serialNo: row.serialNo,
      title: row.partySize > 1 ? `${name} ×${row.partySize}` : name,
      detail: detail(
        row.visitorName ? row.company : null,
        codes.get(row.unitId ?? '') ?? row.hostPlace,
        row.hostName,
        row.passNo,
        dayTimeOf(row.visitAt),
      ),
      state: row.state,
      at: row.visitAt,
      next: visitAct(row),
    };
  });
}

/** Visitor passes by ids, unordered; a pass that is out names who has it. */
export async function visitorPassBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'visitor_passes', ids);
  const holders = await rowsOf(
    db,
    'visits',
    rows.flatMap((row) => row.visitId ?? []),
  );
  const byId = new Map(holders.map((visit) => [visit.id, visit]));
  return rows.map((row) => {
    const visit = byId.get(row.visitId ?? '');
    return {
      entryId: row.id,
      serialNo: row.serialNo,
      title: row.passNo,
      detail: detail(visit?.visitorName, visit?.serialNo, dayTimeOf(row.since)),
      state: row.state,
      at: row.since,
      next: passAct(row),
    };
  });
}

/** Enquiries by ids, unordered. */
export async function disclosureBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'disclosures', ids);
  const codes = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: row.serialNo,
    title: row.askerName ?? row.serialNo,
    detail: detail(row.askerCompany, codes.get(row.unitId ?? ''), row.asked, dayTimeOf(row.askedAt)),
    state: row.state,
    at: row.askedAt,
    next: disclosureAct(row),
  }));
}

/** What this reader may do on a visit now. Errors: Refusal `notFound`. */
export const visitActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnVisit(await visitOf(db, id), actor);
/** What this reader may do on a pass now. Errors: Refusal `notFound`. */
export const visitorPassActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnPass(await passOf(db, id), actor);
/** What this reader may do on an enquiry now. Errors: Refusal `notFound`. */
export const disclosureActs = async (db: ReadDb, id: string, actor: Actor | null): Promise<OpName[]> =>
  actsOnDisclosure(await disclosureOf(db, id), actor);
