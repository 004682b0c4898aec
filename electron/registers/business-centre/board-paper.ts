import type { Column } from '../../../shared/columns';
import { addDays, dayOf, instantOf, timeOf } from '../../../shared/dates';
import type { BoardBooking } from '../../../shared/registers/room-bookings';
import { bookPaper } from '../../papers/book';
import type { PaperLine } from '../../papers/cells';
import type { Desk } from '../../papers/desk';
import type { Paper } from '../../papers/paper';
import { boardOf } from './bookings';
import { roomsOf } from './rooms';

/** F30 会议室预订表: time × rooms, this week and the next, a page each. Its columns are the rooms the office has. */

const NS = 'business:';
/** Parts of a day on the board, with the hours they begin and end at. */
const PARTS = [
  ['morning', '00:00', '12:00'],
  ['afternoon', '12:00', '18:00'],
  ['evening', '18:00', '24:00'],
] as const;
/** Rooms side by side; an office with more prints the first by name. */
const MOST_ROOMS = 8;
const GRID_MM = 262;
const DAY_MM = 38;

interface BoardLine extends PaperLine {
  day: string;
  part: (typeof PARTS)[number][0];
  bookings: readonly BoardBooking[];
}

const said = ({ fromAt, toAt, subject, customerName }: BoardBooking): string =>
  `${timeOf(fromAt)}–${timeOf(toAt)} ${subject} ${customerName}`;

function columnsOf(rooms: readonly { id: string; name: string }[]): Column<BoardLine>[] {
  const mm = Math.floor((GRID_MM - DAY_MM) / rooms.length);
  const column = (key: string, label: string, paperMm: number, cell: Column<BoardLine>['cell']) =>
    ({ key, kind: 'text', label, paperMm, screenPx: 0, cell, fields: [] }) satisfies Column<BoardLine>;
  return [
    column(
      'day',
      `${NS}column.board.day`,
      GRID_MM - mm * rooms.length,
      ({ day, part }, { t }) =>
        `${day.slice(5)} ${t(`${NS}weekday.${weekday(day)}`)} ${t(`${NS}part.${part}`)}`,
    ),
    // A room's name is its own heading: a key without words shows itself.
    ...rooms.map(({ id, name }) =>
      column(id, name, mm, ({ bookings }) =>
        bookings
          .filter((booking) => booking.roomId === id)
          .map(said)
          .join('；'),
      ),
    ),
  ];
}

const weekday = (day: string): number => (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;

async function* weeks(desk: Desk): AsyncGenerator<BoardLine[]> {
  const today = dayOf(desk.now);
  for (const on of [today, addDays(today, 7)]) {
    const { days, bookings } = await boardOf(desk.db, on, desk.now);
    yield days.flatMap((day) =>
      PARTS.map(([part, from, to]) => {
        const [begins, ends] = [
          instantOf(day, from),
          to === '24:00' ? instantOf(addDays(day, 1)) : instantOf(day, to),
        ];
        return {
          id: `${day} ${part}`,
          serialNo: '',
          scanCode: '',
          state: 'board',
          strikes: [],
          day,
          part,
          bookings: bookings.filter(({ fromAt, toAt }) => fromAt < ends && toAt > begins),
        };
      }),
    );
  }
}

export const F30: Paper<'F30'> = {
  form: 'F30',
  family: 'register',
  needs: 'now',
  permit: 'roomBookings.print',
  title: 'print:title.F30',
  public: false,
  async prepare(desk) {
    const open = (await roomsOf(desk.db)).filter((room) => room.active === 1).slice(0, MOST_ROOMS);
    const rooms = open.length > 0 ? open : [{ id: 'none', name: desk.wording.t(`${NS}column.board.room`) }];
    return bookPaper<'F30', BoardLine>({
      form: 'F30',
      permit: 'roomBookings.print',
      needs: 'now',
      columns: columnsOf(rooms),
      lines: weeks,
      foot: `${NS}foot.F30`,
      signers: ['print:signer.recorder', 'print:signer.checker'],
      // A free hour is left open: somebody may still write it in by hand.
      awaitsHand: () => true,
    }).prepare(desk);
  },
};
