import { DISCLOSURE_NEXT, type DisclosureState } from '../../../shared/registers/disclosures.row';
import type { ReadDb } from '../../db/context';
import type { DisclosuresTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** The enquiry as it is now. Errors: Refusal `notFound`; `conflict` when the form was filled against another version. */
export async function disclosureOf(db: ReadDb, id: string, version?: number): Promise<DisclosuresTable> {
  const row = await db.selectFrom('disclosures').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state of an enquiry. Errors: Refusal `disclosures.wrongState`. */
export const movedDisclosure = (from: DisclosureState, to: DisclosureState): DisclosureState =>
  movedTo(DISCLOSURE_NEXT, from, to, 'disclosures');
