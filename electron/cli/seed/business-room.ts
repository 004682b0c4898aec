import { addDays, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { officeJob } from '../../../shared/registers/office-jobs.row';
import {
  halfHoursCents,
  LAYOUTS,
  type MeetingRoom,
  meetingRoom,
  PREPARATIONS,
  roomBooking,
} from '../../../shared/registers/room-bookings.row';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { RoomBookingsTable } from '../../db/tables';
import { BOOKING_UNTOUCHED } from '../../registers/business-centre/booking-acts';
import { indexBooking } from '../../registers/business-centre/words';
import { DEPARTMENTS, jobTale } from './job-tale';
import { planned, type Step } from './planned';
import type { Arriving, SeedRoom } from './room';
import { mobileNumber } from './words/names';
import type { World } from './world';

/** S21, S22 in the demo office: jobs of the business centre, rooms, and who had them. */

const SUBJECTS = ['项目例会', '客户洽谈', '业主座谈会', '培训', '装修协调会', '面试', '招商推介'];
const ROOMS: [
  name: string,
  seats: number,
  equipment: string | null,
  hourCents: number,
  depositCents: number,
][] = [
  ['一号会议室', 12, '投影、白板', 10000, 0],
  ['二号会议室', 24, '投影、音响、白板', 16000, 20000],
  ['多功能厅', 120, '音响、LED 屏、讲台', 40000, 50000],
];
const CANCELLED = ['会议改期', '人数不足取消'];
/** Hours of a day a room is booked at. */
const SLOTS = [9, 11, 14, 16] as const;

/** The rooms and who has them when; their stories end with the seed. */
class Rooms {
  due = 0;
  readonly taken = new Set<string>();
  readonly #all: Told<'meetingRooms'>[] = [];
  readonly #world: World;
  readonly #book: Book<'meetingRooms'>;

  constructor(world: World, book: Book<'meetingRooms'>) {
    this.#world = world;
    this.#book = book;
  }

  found(at: number): void {
    const clerk = this.#world.crew.allowed('meetingRooms.manage')[0]!;
    for (const [name, seats, equipment, hourCents, depositCents] of ROOMS) {
      const row = {
        name,
        seats,
        equipment,
        hourCents,
        depositCents,
        active: 1,
        note: null,
        addedAt: isoOf(at),
      };
      const hand = this.#world.hand(clerk, 'meetingRooms.add', at);
      this.#all.push(this.#book.open({ id: newId(at, this.#world.chance.fill), ...row }, hand));
    }
    this.#world.follow(this, Number.MAX_SAFE_INTEGER);
  }

  /** A free room and hour from a day on: the first that nobody has. */
  free(on: string): { room: MeetingRoom; day: string; hour: number } {
    for (let day = on; ; day = addDays(day, 1))
      for (let tries = 0; tries < 8; tries += 1) {
        const { row } = this.#world.chance.pick(this.#all);
        const hour = this.#world.chance.pick(SLOTS);
        const key = `${row.id} ${day} ${hour}`;
        if (this.taken.has(key)) continue;
        this.taken.add(key);
        return { room: row as MeetingRoom, day, hour };
      }
  }

  go(): number | null {
    return Number.MAX_SAFE_INTEGER;
  }

  end(): void {
    for (const told of this.#all) this.#book.settle(told);
  }
}

function bookingTale(
  world: World,
  book: Book<'roomBookings'>,
  rooms: Rooms,
  at: number,
  turn: number,
): Arriving {
  const { chance, crew } = world;
  const clerk = crew.withPermit('roomBookings.book', at, chance);
  const { room, day, hour } = rooms.free(addDays(dayOf(isoOf(at)), chance.between(1, 6)));
  const fromAt = instantOf(day, `${String(hour).padStart(2, '0')}:00`);
  const toAt = instantOf(day, `${String(hour + 1).padStart(2, '0')}:30`);
  const { serialNo, scanCode } = world.number('roomBookings', at);
  const told = book.open(
    {
      ...BOOKING_UNTOUCHED,
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: 'asked',
      roomId: room.id,
      roomName: room.name,
      customerName: chance.happens(0.4) ? chance.pick(DEPARTMENTS) : `${world.people.name(chance)}工作室`,
      contactName: world.people.name(chance),
      contactPhone: mobileNumber(chance),
      unitId: null,
      subject: chance.pick(SUBJECTS),
      people: chance.between(3, room.seats),
      fromAt,
      toAt,
      layout: chance.pick(LAYOUTS),
      equipment: chance.happens(0.5) ? '投影' : null,
      feeCents: halfHoursCents(msOf(fromAt), msOf(toAt), room.hourCents),
      depositCents: room.depositCents,
      depositReceiptNo: room.depositCents > 0 ? `YJ${chance.digits(6)}` : null,
      note: null,
      recordedAt: isoOf(at),
      recorderId: clerk.id,
      recorderName: clerk.name,
    },
    world.hand(clerk, 'roomBookings.ask', at),
  );
  const steps: Step[] = [];
  type Who = 'roomBookings.confirm' | 'roomBookings.prepare' | 'roomBookings.book' | 'roomBookings.void';
  const add = (
    when: number,
    op: string,
    permit: Who,
    patch: (now: number, name: string) => Partial<BookRow<'roomBookings'>>,
  ): void => {
    steps.push({
      at: Math.round(Math.max(when, (steps.at(-1)?.at ?? at) + MINUTE_MS)),
      act: (now) => {
        const who =
          permit === 'roomBookings.void' ? crew.allowed(permit)[0]! : crew.withPermit(permit, now, chance);
        book.change(told, patch(now, who.name), world.hand(who, `roomBookings.${op}`, now), {
          kind: op === 'void' ? 'VOID' : 'CHANGE',
        });
      },
    });
  };
  const [begins, ends] = [msOf(fromAt), msOf(toAt)];
  if (turn % 43 === 9)
    add(at + 9 * MINUTE_MS, 'void', 'roomBookings.void', (now, voidedByName) => ({
      state: 'voided',
      voidReason: '重复登记',
      voidedAt: isoOf(now),
      voidedByName,
    }));
  else if (turn % 29 === 3)
    add(at + 30 * MINUTE_MS, 'cancel', 'roomBookings.book', (now, cancelledByName) => ({
      state: 'cancelled',
      cancelReason: chance.pick(CANCELLED),
      cancelledAt: isoOf(now),
      cancelledByName,
    }));
  else {
    add(
      // Every third waits for the next day: somebody must be asked first.
      at + (turn % 3 === 0 ? 10 * 60 : chance.between(20, 300)) * MINUTE_MS,
      'confirm',
      'roomBookings.confirm',
      (now, confirmedByName) => ({
        state: 'confirmed',
        confirmedAt: isoOf(now),
        confirmedByName,
      }),
    );
    add(
      // Every other room is made ready as soon as it is certain.
      turn % 2 === 0 ? Math.min(at + 8 * 60 * MINUTE_MS, begins - 60 * MINUTE_MS) : begins - 60 * MINUTE_MS,
      'prepare',
      'roomBookings.prepare',
      (now, preparedByName) => ({
        state: 'prepared',
        prepared: PREPARATIONS.join(','),
        preparedAt: isoOf(now),
        preparedByName,
      }),
    );
    add(begins + chance.between(0, 10) * MINUTE_MS, 'begin', 'roomBookings.prepare', (now) => ({
      state: 'inUse',
      startedAt: isoOf(now),
    }));
    // One customer was never looked after: the page says so.
    if (turn % 97 !== 50)
      add(
        ends + chance.between(-5, 25) * MINUTE_MS,
        'check',
        'roomBookings.prepare',
        (now, checkedByName) => {
          const damaged = chance.happens(0.04);
          return {
            state: 'checked',
            endedAt: isoOf(now),
            overtimeCents: halfHoursCents(ends, now, room.hourCents),
            damaged: damaged ? 1 : 0,
            damageList: damaged ? '椅子扶手松动一把' : null,
            checkedAt: isoOf(now),
            checkedByName,
            settlement: 'mobile' as const,
            receiptNo: `HY${chance.digits(6)}`,
            depositBackCents: told.row.depositCents > 0 ? told.row.depositCents : null,
          };
        },
      );
  }
  return planned(steps, () => {
    book.settle(told);
    indexBooking(world, told.row as RoomBookingsTable, null);
  });
}

/** S21, S22: the business centre. */
export const businessRoom: SeedRoom = {
  columns: {
    officeJobs: officeJob.keyof().options.toSorted(),
    meetingRooms: meetingRoom.keyof().options.toSorted(),
    roomBookings: roomBooking.keyof().options.toSorted(),
  },
  lines: ['officeJobs', 'roomBookings'],
  lately: { officeJobs: 5, roomBookings: 4 },
  begin({ world, book }) {
    const [jobs, bookings] = [book('officeJobs'), book('roomBookings')];
    const rooms = new Rooms(world, book('meetingRooms'));
    return {
      stock: (at) => rooms.found(at),
      arrive: {
        officeJobs: (at, turn) => jobTale(world, jobs, at, turn),
        roomBookings: (at, turn) => bookingTale(world, bookings, rooms, at, turn),
      },
    };
  },
};
