import { DAY_MS, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { reminderSnooze } from '../../../shared/registers/today.row';
import type { Told } from '../../db/bulk/book';
import { Errands, Shelf } from './errands';
import type { SeedRoom } from './room';

/** Reminders that the demo office put off: now and then, with a reason, sometimes taken back. */

const REASONS: readonly [reminder: string, reason: string][] = [
  ['keyLoans.overdue', '工程部已电话说明，18:30 前送回'],
  ['goodsReleases.slips', '门岗周一集中送回存根'],
  ['keyChecks.due', '主管今天外出培训，明早补做'],
  ['foundItems.disposal', '等甲方周三统一处理'],
];
/** Days between two of them, about. */
const EVERY_DAYS = 9;

export const todayRoom: SeedRoom = {
  columns: { reminderSnoozes: reminderSnooze.keyof().options.toSorted() },
  lines: [],
  begin({ book, world, span }) {
    const shelf = new Shelf(book('reminderSnoozes'));
    return {
      stock() {
        const { chance, crew } = world;
        const errands = new Errands(world, () => shelf.settleAll());
        const putOff = (at: number): void => {
          const [reminder, reason] = chance.pick(REASONS);
          const by = crew.withPermit('today.snooze', at, chance);
          const told: Told<'reminderSnoozes'> = shelf.open(
            {
              id: newId(at, chance.fill),
              state: 'on',
              reminder,
              reason,
              until: isoOf(at + 60 * MINUTE_MS),
              at: isoOf(at),
              byId: by.id,
              byName: by.name,
            },
            world.hand(by, 'today.snooze', at),
          );
          if (chance.happens(0.3))
            errands.later(at + 20 * MINUTE_MS, (then) => {
              shelf.change(told, { state: 'woken' }, world.hand(by, 'today.wake', then));
              shelf.settle(told);
            });
          errands.byDay(at + (0.5 + chance.part()) * EVERY_DAYS * DAY_MS, putOff);
        };
        errands.byDay(span.from + DAY_MS, putOff);
      },
      arrive: {},
    };
  },
};
