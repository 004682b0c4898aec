import { DAY_MS } from '../../../shared/dates';
import { signedPaper } from '../../../shared/registers/signed-papers.row';
import type { Chance } from './chance';
import { FOUND_COLUMNS } from './found-intake';
import { FoundTale } from './found-tale';
import { LOST_COLUMNS, LostTale } from './lost-tale';
import type { SeedRoom } from './room';
import { SlipsOut } from './slips-out';

/** Found items and lost reports: what comes in, and which report describes something at the desk. */

/** Items that a new lost report may be about. */
const RECENT = 96;
const LATELY_MS = 45 * DAY_MS;
/** Share of lost reports that describe something at the desk. */
const MATCHED = 0.24;
/** Every so many items leave against a receipt that is signed and filed. */
const RECEIPTS = 5;

/** One of the items that came in lately and still waits for its owner. */
function somethingAt(recent: readonly FoundTale[], at: number, chance: Chance): FoundTale | null {
  for (let tries = 0; tries < recent.length && tries < RECENT / 2; tries += 1) {
    const tale = chance.pick(recent);
    if (tale.linkable && at - tale.since < LATELY_MS) return tale;
  }
  return null;
}

export const foundRoom: SeedRoom = {
  columns: {
    foundItems: FOUND_COLUMNS,
    lostReports: LOST_COLUMNS,
    signedPapers: signedPaper.keyof().options.toSorted(),
  },
  lines: ['foundItems', 'lostReports'],
  begin({ world, book }) {
    const { chance } = world;
    const [items, reports] = [book('foundItems'), book('lostReports')];
    const recent: FoundTale[] = [];
    const slips = new SlipsOut(world.forRoom('signed papers'), book('signedPapers'));
    return {
      arrive: {
        foundItems(at, turn) {
          const tale = new FoundTale(world, items, slips, at, turn);
          if (turn % RECEIPTS === 0) tale.print('F02', at);
          if (recent.length < RECENT) recent.push(tale);
          else recent[chance.below(RECENT)] = tale;
          return tale;
        },
        lostReports(at, turn) {
          const match = chance.happens(MATCHED) ? somethingAt(recent, at, chance) : null;
          return new LostTale(world, reports, at, turn, match);
        },
      },
    };
  },
};
