import { postCover } from '../../../shared/registers/post-covers.row';
import { roster, rosterCell } from '../../../shared/registers/rosters.row';
import { shiftSwap } from '../../../shared/registers/shift-swaps.row';
import { Chance } from './chance';
import { CoverTales } from './cover-tale';
import { Errands } from './errands';
import type { SeedRoom } from './room';
import { RosterWeeks } from './roster-weeks';

/** S81, S15: weekly rosters with their swaps, and the stand-in log. They come by the calendar: no lines are asked for. */
export const rosterRoom: SeedRoom = {
  columns: {
    rosters: roster.keyof().options.toSorted(),
    rosterCells: rosterCell.keyof().options.toSorted(),
    shiftSwaps: shiftSwap.keyof().options.toSorted(),
    postCovers: postCover.keyof().options.toSorted(),
  },
  lines: [],
  begin(office) {
    return {
      stock() {
        // Chances of its own: the other rooms' stories stay what they are.
        const chance = new Chance(`rosters ${office.span.until}`);
        const errands = new Errands(office.world, () => {
          weeks.settleAll();
          covers.settleAll();
        });
        const weeks = new RosterWeeks(office, errands, chance);
        const covers = new CoverTales(office, errands, chance);
        weeks.plan();
        covers.plan();
      },
      arrive: {},
    };
  },
};
