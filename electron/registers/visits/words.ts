import { writingsOf } from '../../../shared/registers/unit-code';
import type { ReadDb } from '../../db/context';
import type { SearchIndex } from '../../db/search';
import type { DisclosuresTable, UnitsTable, VisitorPassesTable, VisitsTable } from '../../db/tables';

/** What of a visit, a pass or an enquiry can be found in the omni-box. Documents and watch notes are not indexed. */

/** Whoever holds the index: a command's context, or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}
type UnitNumber = Pick<UnitsTable, 'code' | 'building' | 'entrance' | 'unitNo'>;

/**
 * Writes the words of a visit to a unit (null: to another place). The visitor's own name must stay the first of the names:
 * `suggestVisitor` tells by it whether a hit means the visitor or the host (suggest-visitor.ts).
 */
export function indexVisitAt({ search }: Index, row: VisitsTable, unit: UnitNumber | null): void {
  search.put('visits', row.id, row.visitAt, {
    texts: [
      row.purpose,
      row.belongings,
      row.plate,
      row.permitNo,
      row.passNo,
      row.hostPlace,
      ...(unit ? writingsOf(unit) : []),
      row.note,
    ],
    names: [row.visitorName, row.company, row.carrier, row.hostName, row.companions],
    phones: [row.visitorPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

/** As `indexVisitAt`, the unit looked up. */
export async function indexVisit(ctx: Index & { db: ReadDb }, row: VisitsTable): Promise<void> {
  indexVisitAt(ctx, row, await unitNumber(ctx.db, row.unitId));
}

/** Writes the words of a visitor pass. */
export function indexPass({ search }: Index, row: VisitorPassesTable): void {
  search.put('visitorPasses', row.id, row.recordedAt, {
    texts: [row.passNo, row.note],
    names: [],
    phones: [],
    codes: [row.serialNo, row.scanCode],
  });
}

/** Writes the words of an enquiry about a resident of a unit (null: of none in particular). */
export function indexDisclosureAt({ search }: Index, row: DisclosuresTable, unit: UnitNumber | null): void {
  search.put('disclosures', row.id, row.askedAt, {
    texts: [row.asked, row.purpose, ...(unit ? writingsOf(unit) : []), row.note],
    names: [row.askerName, row.askerCompany, row.subjectName],
    phones: [row.askerPhone],
    codes: [row.serialNo, row.scanCode],
  });
}

/** As `indexDisclosureAt`, the unit looked up. */
export async function indexDisclosure(ctx: Index & { db: ReadDb }, row: DisclosuresTable): Promise<void> {
  indexDisclosureAt(ctx, row, await unitNumber(ctx.db, row.unitId));
}

async function unitNumber(db: ReadDb, id: string | null): Promise<UnitNumber | null> {
  if (id === null) return null;
  const unit = await db
    .selectFrom('units')
    .select(['code', 'building', 'entrance', 'unitNo'])
    .where('id', '=', id)
    .executeTakeFirst();
  return unit ?? null;
}
