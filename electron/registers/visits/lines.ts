import type { Disclosure, DisclosureLine } from '../../../shared/registers/disclosures.row';
import type { Strike } from '../../../shared/registers/found-items.row';
import type { Settings } from '../../../shared/registers/office';
import type { Actor } from '../../../shared/registers/session';
import type { VisitorPassLine } from '../../../shared/registers/visitor-passes';
import { VISIT_OPEN, type Visit, type VisitLine } from '../../../shared/registers/visits.row';
import { closingYesterday, consentDue } from '../../../shared/registers/visits.rules';
import { holds } from '../../../shared/roles';
import { maskDocument, maskPhone } from '../../../shared/text';
import { among } from '../../db/among';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { DisclosuresTable, VisitorPassesTable, VisitsTable } from '../../db/tables';
import { isLate } from '../../entries/load';
import { monthRows, rowsOf } from '../../entries/months';
import { type Seen, unsealed } from '../../entries/seen';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/** Rows become lines here and nowhere else: computed fields added, personal values masked (trust.md C6), seals left out. */

const masked = (value: string | null, mask: (text: string) => string): string | null =>
  value === null ? null : mask(value);

/** Who reads, and when: watch notes are for those with `visits.watch` only. */
export interface Reader {
  actor: Actor | null;
  now: string;
}

/** Office closing, `HH:mm`. */
export const closingOf = (settings: Pick<Settings, 'keys'>): string => settings.keys.officeHours.to;

/** Still in since before yesterday's closing. */
export const isOverstay = (
  visit: Pick<Visit, 'state' | 'arrivedAt'>,
  settings: Pick<Settings, 'keys'>,
  now: string,
): boolean =>
  VISIT_OPEN.includes(visit.state) &&
  visit.arrivedAt !== null &&
  visit.arrivedAt < closingYesterday(now, closingOf(settings));

/** Here without the host's word. */
export const lacksConsent = (visit: Pick<Visit, 'state' | 'type' | 'consentAt'>): boolean =>
  VISIT_OPEN.includes(visit.state) && consentDue(visit);

/** Visits that are over while their pass is still out with the visitor. */
async function keptPasses(db: ReadDb, rows: readonly Seen<VisitsTable>[]): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap((row) =>
    row.passId !== null && row.passBackAt === null && !VISIT_OPEN.includes(row.state) ? [row.id] : [],
  );
  if (ids.length === 0) return new Set();
  const held = await db
    .selectFrom('visitor_passes')
    .select('visitId')
    .where('state', '=', 'out')
    .where('visitId', 'in', among(ids))
    .execute();
  return new Set(held.flatMap(({ visitId }) => visitId ?? []));
}

/** Entries and exits that count (none taken back), oldest first, as a line shows them. */
async function passagesOf(
  db: ReadDb,
  visitIds: readonly string[],
): Promise<Map<string, VisitLine['passages']>> {
  const rows = await db
    .selectFrom('visit_passages')
    .select(['visitId', 'direction', 'at', 'byName', 'post'])
    .where('visitId', 'in', among(visitIds))
    .where('takenBackAt', 'is', null)
    .orderBy('visitId')
    .orderBy('no')
    .execute();
  const found = new Map<string, VisitLine['passages']>();
  for (const { visitId, direction, at, byName, post } of rows) {
    const passage = { direction, at, byName, post };
    const known = found.get(visitId);
    if (known) known.push(passage);
    else found.set(visitId, [passage]);
  }
  return found;
}

/** Rows of visits as lines, in the same order. */
export async function toVisitLines(
  db: ReadDb,
  rows: readonly Seen<VisitsTable>[],
  { actor, now }: Reader,
  known?: Settings,
): Promise<VisitLine[]> {
  if (rows.length === 0) return [];
  const settings = known ?? (await settingsOf(db));
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'visits', ids);
  const passages = await passagesOf(db, ids);
  const codes = await unitCodes(db, [
    ...rows.map((row) => row.unitId),
    ...[...strikes.values()].flat().flatMap((strike) => unitsIn(strike)),
  ]);
  const kept = await keptPasses(db, rows);
  const watches = holds(actor?.roles ?? [], 'visits.watch');
  return rows.map(unsealed).map((row) => ({
    ...row,
    visitorPhone: masked(row.visitorPhone, maskPhone),
    visitorDocument: masked(row.visitorDocument, maskDocument),
    watchNote: watches ? row.watchNote : null,
    late: isLate(row.arrivedAt ?? row.recordedAt, row.recordedAt, settings.limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: (strikes.get(row.id) ?? []).map((strike) => named(strike, codes)),
    unitCode: row.unitId === null ? null : (codes.get(row.unitId) ?? null),
    passages: passages.get(row.id) ?? [],
    consentMissing: lacksConsent(row),
    overstay: isOverstay(row, settings, now),
    passMissing: kept.has(row.id),
  }));
}

const unitsIn = (strike: Strike): (string | null)[] =>
  strike.field === 'unitId' ? [strike.old, strike.new] : [];

/** A struck unit is shown by its code. */
const named = (strike: Strike, codes: ReadonlyMap<string, string>): Strike =>
  strike.field === 'unitId'
    ? { ...strike, old: codes.get(strike.old ?? '') ?? null, new: codes.get(strike.new ?? '') ?? null }
    : strike;

/** Lines by ids, in the order asked; unknown ids are left out. */
export const visitLines = async (
  db: ReadDb,
  ids: readonly string[],
  reader: Reader,
  settings?: Settings,
): Promise<VisitLine[]> => toVisitLines(db, await rowsOf(db, 'visits', ids), reader, settings);

/** A month's book in number order, a stretch at a time: see `monthRows`. */
export const visitMonth = async (
  db: ReadDb,
  month: string,
  afterSerial: string | null,
  limit: number,
  reader: Reader,
  settings?: Settings,
): Promise<VisitLine[]> =>
  toVisitLines(db, await monthRows(db, 'visits', 'visits', month, afterSerial, limit), reader, settings);

/** Rows of passes as lines, in the same order. */
export async function toPassLines(
  db: ReadDb,
  rows: readonly VisitorPassesTable[],
  now: string,
): Promise<VisitorPassLine[]> {
  if (rows.length === 0) return [];
  const settings = await settingsOf(db);
  const { strikes, copies } = await marksOf(
    db,
    'visitorPasses',
    rows.map((row) => row.id),
  );
  const held = rows.flatMap((row) => (row.visitId ? [row.visitId] : []));
  const visits = new Map((await rowsOf(db, 'visits', held)).map((visit) => [visit.id, visit]));
  const codes = await unitCodes(
    db,
    [...visits.values()].map((visit) => visit.unitId),
  );
  return rows.map((row) => {
    const visit = visits.get(row.visitId ?? '');
    const gone = visit !== undefined && !VISIT_OPEN.includes(visit.state);
    return {
      ...row,
      late: false,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
      visitSerialNo: visit?.serialNo ?? null,
      holder: visit?.visitorName ?? null,
      unitCode: codes.get(visit?.unitId ?? '') ?? visit?.hostPlace ?? null,
      notBack: row.state === 'out' && (gone || row.since < closingYesterday(now, closingOf(settings))),
    };
  });
}

/** Rows of enquiries as lines, in the same order. */
export async function toDisclosureLines(
  db: ReadDb,
  rows: readonly DisclosuresTable[],
  known?: Settings,
): Promise<DisclosureLine[]> {
  if (rows.length === 0) return [];
  const { limits } = known ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'disclosures',
    rows.map((row) => row.id),
  );
  const codes = await unitCodes(db, [
    ...rows.map((row) => row.unitId),
    ...[...strikes.values()].flat().flatMap((strike) => unitsIn(strike)),
  ]);
  return rows.map(({ sealed: _, ...row }): DisclosureLine & Disclosure => ({
    ...row,
    askerPhone: masked(row.askerPhone, maskPhone),
    late: isLate(row.askedAt, row.recordedAt, limits.lateEntryMinutes),
    copies: copies.get(row.id) ?? 0,
    strikes: (strikes.get(row.id) ?? []).map((strike) => named(strike, codes)),
    unitCode: row.unitId === null ? null : (codes.get(row.unitId) ?? null),
  }));
}

/** Lines by ids, in the order asked; unknown ids are left out. */
export const disclosureLines = async (db: ReadDb, ids: readonly string[], settings?: Settings) =>
  toDisclosureLines(db, await rowsOf(db, 'disclosures', ids), settings);

/** A month's list in number order, a stretch at a time. */
export const disclosureMonth = async (
  db: ReadDb,
  month: string,
  afterSerial: string | null,
  limit: number,
  settings?: Settings,
) =>
  toDisclosureLines(
    db,
    await monthRows(db, 'disclosures', 'disclosures', month, afterSerial, limit),
    settings,
  );
