import type { OpName } from '../../../shared/api';
import type { NumberedRegister } from '../../../shared/ids';
import type { Actor } from '../../../shared/registers/session';
import type { Permit } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import { foundItemActs, foundItemBriefs, lostReportActs, lostReportBriefs } from '../found-items/briefs';
import { partyBriefs, unitBriefs } from '../units/briefs';
import { keyBriefs } from '../keys/briefs';
import type { Brief } from './brief';

interface Book {
  /** Who may read the book at all. */
  permit: Permit;
  /** Lines by ids, unordered; unknown ids are left out. */
  briefs: (db: ReadDb, ids: string[]) => Promise<Brief[]>;
  /** What this reader may do on the entry now, the awaited act first. Left out: the brief's `next` alone. */
  acts?: (db: ReadDb, id: string, actor: Actor | null) => Promise<OpName[]>;
}

/** Every register that can be found and scanned, who may read it, and its own words for a hit. One line per register. */
export const BOOKS: Record<NumberedRegister, Book> = {
  foundItems: { permit: 'foundItems.read', briefs: foundItemBriefs, acts: foundItemActs },
  lostReports: { permit: 'foundItems.read', briefs: lostReportBriefs, acts: lostReportActs },
  keys: { permit: 'keys.read', briefs: keyBriefs },
  units: { permit: 'units.read', briefs: unitBriefs },
  parties: { permit: 'parties.read', briefs: partyBriefs },
};
