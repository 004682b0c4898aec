import { broadcast, broadcastPlay } from '../../../shared/registers/broadcasts.row';
import { broadcastTale } from './broadcast-tale';
import type { SeedRoom } from './room';

/** S28: broadcasts of the demo office. */
export const broadcastRoom: SeedRoom = {
  columns: {
    broadcasts: broadcast.keyof().options.toSorted(),
    broadcastPlays: broadcastPlay.keyof().options.toSorted(),
  },
  lines: ['broadcasts'],
  lately: { broadcasts: 5 },
  begin({ world, book }) {
    const [broadcasts, plays] = [book('broadcasts'), book('broadcastPlays')];
    return { arrive: { broadcasts: (at, turn) => broadcastTale(world, broadcasts, plays, at, turn) } };
  },
};
