import { createHash } from 'node:crypto';
import { DAY_MS, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { backup } from '../../../shared/registers/backups.row';
import { backupName } from '../../backup/write';
import { Errands, Shelf } from './errands';
import type { SeedRoom } from './room';

/** S101: the demo office's log of weekly backups onto a disk in the safe, and a restore drill each quarter. */
const PLACE = 'E:\\前台簿备份';
const WEEK = 7;
/** Weeks between two drills. */
const DRILL_WEEKS = 13;

export const backupRoom: SeedRoom = {
  columns: { backups: backup.keyof().options.toSorted() },
  lines: [],
  begin({ book, world, span }) {
    const shelf = new Shelf(book('backups'));
    return {
      stock() {
        const { chance, crew } = world;
        const errands = new Errands(world, () => shelf.settleAll());
        let weeks = 0;
        let bytes = 2_400_000;
        const write = (at: number, kind: 'encrypted' | 'drill', file: string): void => {
          const by = crew.withPermit('backups.run', at, chance);
          shelf.open(
            {
              id: newId(at, chance.fill),
              kind,
              result: 'ok',
              file,
              place: PLACE,
              bytes: kind === 'encrypted' ? bytes : null,
              sha256: createHash('sha256').update(`demo ${file}`).digest('hex'),
              headSeq: null,
              headHash: null,
              problems: kind === 'drill' ? 0 : null,
              reason: null,
              startedAt: isoOf(at - MINUTE_MS),
              endedAt: isoOf(at),
              recorderId: by.id,
              recorderName: by.name,
            },
            world.hand(by, `backups.${kind}`, at),
          );
        };
        const weekly = (at: number): void => {
          weeks += 1;
          bytes += Math.round(400_000 * chance.part());
          const file = `${backupName(isoOf(at))}.deskbook`;
          write(at, 'encrypted', file);
          if (weeks % DRILL_WEEKS === 0)
            errands.later(at + 20 * MINUTE_MS, (then) => write(then, 'drill', file));
          errands.byDay(at + WEEK * DAY_MS, weekly);
        };
        errands.byDay(span.from + DAY_MS, weekly);
      },
      arrive: {},
    };
  },
};
