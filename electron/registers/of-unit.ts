import type { Actor } from '../../shared/registers/session';
import type { UnitSection } from '../../shared/registers/units.page';
import { holds, type Permit } from '../../shared/roles';
import type { ReadDb } from '../db/context';
import { goodsReleasesOfUnit } from './goods-releases/of-unit';
import { keyIncidentsOfUnit, keyLoansOfUnit } from './key-desk/of-unit';
import type { Brief } from './search/brief';

/**
 * What every register knows of one unit, for the page "one unit on one page" (S33). A register brings a query in its own
 * `of-unit.ts` and one line here; sections the reader may not read are left out.
 */

/** Lines of a section on the page; the rest is behind its door. */
export const SECTION_ROWS = 8;
/** Counted no further. */
export const SECTION_TOTAL = 1000;

export interface OfUnit {
  /** The newest lines about the unit, at most `limit`, and how many there are. */
  rows: Brief[];
  total: number;
}
interface UnitSectionSource {
  /** Register whose list the section's door opens, filtered by the unit. */
  register: string;
  permit: Permit;
  of: (db: ReadDb, unitId: string, limit: number, now: string) => Promise<OfUnit>;
}

/** One line per register, in the order of the page. */
const SOURCES: readonly UnitSectionSource[] = [
  { register: 'keyLoans', permit: 'keyLoans.read', of: keyLoansOfUnit },
  { register: 'keyIncidents', permit: 'keyLoans.read', of: keyIncidentsOfUnit },
  { register: 'goodsReleases', permit: 'goodsReleases.read', of: goodsReleasesOfUnit },
];

/** The sections this reader may see; a register without lines still shows that it has none. */
export async function sectionsOf(
  db: ReadDb,
  unitId: string,
  actor: Actor | null,
  now: string,
): Promise<UnitSection[]> {
  const sections: UnitSection[] = [];
  for (const { register, permit, of } of SOURCES) {
    if (!holds(actor?.roles ?? [], permit)) continue;
    const { rows, total } = await of(db, unitId, SECTION_ROWS, now);
    sections.push({ register, rows: rows.slice(0, SECTION_ROWS), total });
  }
  return sections;
}
