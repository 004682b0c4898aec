import { addDays, DAY_MS, dayOf, isoOf } from '../../../shared/dates';
import { meeting } from '../../../shared/registers/meetings.row';
import { resolution } from '../../../shared/registers/resolutions.row';
import type { MeetingsTable, ResolutionsTable } from '../../db/tables';
import { indexMeeting, indexResolution } from '../../registers/meetings/words';
import { Errands, Shelf } from './errands';
import { MeetingTale } from './meeting-tale';
import type { SeedRoom } from './room';

/** S84: the last weeks' meetings of the demo office and what they resolved. */
const DAYS = 21;

export const meetingRoom: SeedRoom = {
  columns: {
    meetings: meeting.keyof().options.toSorted(),
    resolutions: resolution.keyof().options.toSorted(),
  },
  lines: [],
  begin({ world, span, book }) {
    return {
      stock() {
        const meetings = new Shelf(book('meetings'), (row) => indexMeeting(world, row as MeetingsTable));
        const resolved = new Shelf(book('resolutions'), (row) =>
          indexResolution(world, row as ResolutionsTable),
        );
        const errands = new Errands(world, () => {
          meetings.settleAll();
          resolved.settleAll();
        });
        const tale = new MeetingTale(world, errands, meetings, resolved, span.until);
        const from = dayOf(isoOf(Math.max(span.from + DAY_MS, span.until - DAYS * DAY_MS)));
        for (let day = from; day <= dayOf(isoOf(span.until)); day = addDays(day, 1)) tale.plan(day);
      },
      arrive: {},
    };
  },
};
