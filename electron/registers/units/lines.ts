import type { Settings } from '../../../shared/registers/office';
import type { PartyLine } from '../../../shared/registers/parties';
import type { UnitLine } from '../../../shared/registers/units';
import { HANDED_OVER } from '../../../shared/registers/units.row';
import { maskDocument, maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { PartiesTable, UnitsTable } from '../../db/tables';
import { grouped, namesText, staysInUnits, staysOfParties } from './who';

/** Rows become lines here and nowhere else: computed fields added, personal values masked (trust.md C6), seals left out. */

/** Who reads: the gate sees name and unit only (domain.md §4.2); VIP marks are for holders of the permit. */
export interface Reader {
  files: boolean;
  vip: boolean;
}

/** `a***@mail.cn`: enough to recognise, not to write to. */
export const maskMail = (mail: string): string => mail.replace(/^(.).*?(?=@|$)/, '$1***');

const masked = (value: string | null, mask: (text: string) => string): string | null =>
  value === null ? null : mask(value);

/** Mandatory documents of the office's list. */
export const mandatory = (settings: Settings): string[] =>
  settings.units.documents.filter((document) => document.mandatory).map((document) => document.code);

/** Rows of units as lines, in the same order. */
export async function toUnitLines(
  db: ReadDb,
  rows: readonly UnitsTable[],
  settings: Settings,
  reader: Reader,
): Promise<UnitLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'units', ids);
  const people = grouped(await staysInUnits(db, ids), (stay) => stay.unitId);
  const filed = grouped(await documentsOf(db, ids), (document) => document.unitId);
  const areas = await db.selectFrom('areas').selectAll().execute();
  const must = mandatory(settings);
  return rows.map(({ sealed: _, ...row }) => {
    const stays = people.get(row.id) ?? [];
    const area = areas.find((one) => one.id === row.areaId);
    const has = new Set(filed.get(row.id)?.map((document) => document.document));
    const counted = row.state === 'active' && HANDED_OVER.includes(row.occupancyState);
    const line: UnitLine = {
      ...row,
      areaName: area?.name ?? null,
      keeperName: row.stewardName ?? area?.stewardName ?? null,
      owners: namesText(stays.filter((stay) => stay.role === 'owner')),
      occupants: namesText(stays.filter((stay) => stay.role !== 'owner')),
      lease: leaseText(stays.find((stay) => stay.leaseUntilOn !== null)),
      missing: counted ? must.filter((code) => !has.has(code)) : [],
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
    return reader.files ? line : nameAndUnit(line);
  });
}

const leaseText = (
  stay: { fromOn: string | null; leaseUntilOn: string | null } | undefined,
): string | null => (stay ? `${stay.fromOn ?? ''} – ${stay.leaseUntilOn ?? ''}` : null);

/** What the gate may know of a unit. */
const nameAndUnit = (line: UnitLine): UnitLine => ({
  ...line,
  deskInstructions: null,
  meters: null,
  builtAreaHundredthsM2: null,
  usableAreaHundredthsM2: null,
  lease: null,
  note: null,
  missing: [],
  strikes: [],
});

const documentsOf = (db: ReadDb, unitIds: readonly string[]) =>
  db
    .selectFrom('unit_documents')
    .select(['unitId', 'document'])
    .where('unitId', 'in', unitIds)
    .where('state', '=', 'onFile')
    .execute();

/** Rows of parties as lines, in the same order. */
export async function toPartyLines(
  db: ReadDb,
  rows: readonly PartiesTable[],
  reader: Reader,
): Promise<PartyLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'parties', ids);
  const places = grouped(await staysOfParties(db, ids), (stay) => stay.partyId);
  return rows.map(({ sealed: _, ...row }) => {
    const stays = places.get(row.id) ?? [];
    return {
      ...row,
      phone: masked(row.phone, maskPhone),
      otherPhone: masked(row.otherPhone, maskPhone),
      document: masked(row.document, maskDocument),
      email: masked(row.email, maskMail),
      vip: reader.vip ? row.vip : null,
      unitCodes: [...new Set(stays.map((stay) => stay.code))].join('、'),
      roles: [...new Set(stays.map((stay) => stay.role))],
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** A member's or party's phone and paper as a reader may see them. */
export const maskedKin = <T extends { phone: string | null; document: string | null }>(row: T): T => ({
  ...row,
  phone: masked(row.phone, maskPhone),
  document: masked(row.document, maskDocument),
});
