import { writingsOf } from '../../../shared/registers/unit-code';
import type { ReadDb } from '../../db/context';
import type { SearchFields, SearchIndex } from '../../db/search';
import type { PartiesTable, UnitsTable } from '../../db/tables';

/** What of units and parties can be found in the omni-box. */

/** Whoever holds the index: a command's context, the import or the seed. */
interface Index {
  search: Pick<SearchIndex, 'put'>;
}

/** A unit is found by its number in any writing and by the name on its door. */
export const unitWords = (row: Omit<UnitsTable, 'version' | 'sealed'>): SearchFields => ({
  texts: [...writingsOf(row), row.name, row.note],
  names: [row.name],
  phones: [],
  codes: [row.serialNo, row.scanCode],
});

/** Writes the words of a unit into the search index. */
export function indexUnit({ search }: Index, row: UnitsTable): void {
  search.put('units', row.id, row.recordedAt, unitWords(row));
}

/** What belongs to a party and leads to it. */
export interface PartyKin {
  members: readonly { name: string | null; phone: string | null }[];
  plates: readonly (string | null)[];
}

/** A party is found by its own names, phones and numbers and by those of its members and vehicles. */
export const partyWords = (
  row: Omit<PartiesTable, 'version' | 'sealed'>,
  { members, plates }: PartyKin,
): SearchFields => ({
  texts: [
    row.businessScope,
    row.businessKind,
    row.employer,
    row.externalNo,
    row.document,
    ...plates,
    row.note,
  ],
  names: [row.name, row.personInCharge, ...members.map((member) => member.name)],
  phones: [row.phone, row.otherPhone, ...members.map((member) => member.phone)],
  codes: [row.serialNo, row.scanCode],
});

/** Writes the words of a party, its members and vehicles into the search index; called after any of them changed. */
export async function indexParty({ db, search }: Index & { db: ReadDb }, row: PartiesTable): Promise<void> {
  const members = await db
    .selectFrom('party_members')
    .select(['name', 'phone'])
    .where('partyId', '=', row.id)
    .where('state', '=', 'active')
    .execute();
  const vehicles = await db
    .selectFrom('vehicles')
    .select('plate')
    .where('partyId', '=', row.id)
    .where('state', '=', 'active')
    .execute();
  search.put(
    'parties',
    row.id,
    row.recordedAt,
    partyWords(row, { members, plates: vehicles.map((vehicle) => vehicle.plate) }),
  );
}
