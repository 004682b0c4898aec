import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { RosterCell } from '../../../shared/registers/rosters.row';
import type { Told } from '../../db/bulk/book';
import type { RostersTable } from '../../db/tables';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import { UNTOUCHED } from '../../registers/rosters/plan';
import { firstSlots, mondayOf } from '../../registers/rosters/week';
import { indexRoster } from '../../registers/rosters/words';
import type { Chance } from './chance';
import { type Errands, Shelf } from './errands';
import type { Person } from './people';
import { DESK_POST, GATE_POST, SERVICE_POST } from './people';
import type { SeedOffice } from './room';
import { type SeedWeek, SwapTales } from './swap-tale';
import type { World } from './world';

/** The weeks of the demo office (S81): drafted ten days ahead from the week before, published on the Friday before it begins. */

const HOUR_MS = 60 * MINUTE_MS;
const WEEK_MS = 7 * DAY_MS;
/** A longer book would say nothing more. */
const WEEKS_MOST = 52;

export class RosterWeeks {
  readonly #world: World;
  readonly #office: SeedOffice;
  readonly #errands: Errands;
  readonly #chance: Chance;
  readonly #rosters: Shelf<'rosters'>;
  readonly #cells: Shelf<'rosterCells'>;
  readonly #swaps: SwapTales;
  readonly #planner: Person;
  readonly #crews: Record<'desk' | 'stewards' | 'guards', Person[]>;
  #last: SeedWeek | null = null;
  #published: SeedWeek | null = null;
  #n = 0;

  constructor(office: SeedOffice, errands: Errands, chance: Chance) {
    const { world, book } = office;
    this.#office = office;
    this.#world = world;
    this.#errands = errands;
    this.#chance = chance;
    this.#rosters = new Shelf(book('rosters'), (row) => indexRoster(world, row as RostersTable));
    this.#cells = new Shelf(book('rosterCells'));
    this.#swaps = new SwapTales(office, this.#cells, chance);
    const having = (role: Person['roles'][number]) =>
      world.crew.whoever((person) => person.roles.includes(role));
    this.#planner = having('csSupervisor')[0]!;
    this.#crews = {
      desk: having('receptionist'),
      stewards: having('csSteward'),
      guards: having('gateGuard'),
    };
  }

  /** The span's last weeks, the coming ones among them. */
  plan(): void {
    const { size, span } = this.#office;
    const weeks = Math.min(WEEKS_MOST, Math.max(5, Math.floor(size / 20)));
    const current = msOf(instantOf(mondayOf(dayOf(isoOf(span.until)))));
    for (let week = weeks - 1; week >= -2; week -= 1) {
      const monday = current - week * WEEK_MS;
      const drafted = monday - 10 * DAY_MS + 16 * HOUR_MS;
      if (drafted <= span.from || drafted >= span.until) continue;
      const turn = weeks - 1 - week;
      if (turn === 1) this.#errands.later(drafted - 4 * HOUR_MS, (at) => this.#mistaken(at, monday));
      this.#errands.later(drafted, (at) => this.#draft(at, monday));
      this.#errands.later(monday - 3 * DAY_MS + 10 * HOUR_MS, (at) => this.#publish(at, turn));
      if (turn % 3 === 1) this.#errands.later(monday + DAY_MS + 9 * HOUR_MS, (at) => this.#amend(at));
    }
    // Today's board has a swap to agree and one to approve.
    this.#errands.later(span.until - 3 * HOUR_MS, (at) => {
      if (this.#published) this.#swaps.leaveOpen(at, this.#published);
    });
  }

  settleAll(): void {
    this.#swaps.settleAll();
    this.#cells.settleAll();
    this.#rosters.settleAll();
  }

  #begin(at: number, monday: number, copiedFromId: string | null, op: string): SeedWeek {
    const world = this.#world;
    const { serialNo, scanCode } = world.number('rosters', at);
    const told = this.#rosters.open(
      {
        ...UNTOUCHED,
        id: newId(at, this.#chance.fill),
        serialNo,
        scanCode,
        state: 'draft',
        weekOn: dayOf(isoOf(monday)),
        demand: JSON.stringify(
          firstSlots({ posts: [DESK_POST, SERVICE_POST, GATE_POST], shifts: DEFAULT_SETTINGS.shifts }),
        ),
        copiedFromId,
        note: null,
        recordedAt: isoOf(at),
        recorderId: this.#planner.id,
        recorderName: this.#planner.name,
      },
      world.hand(this.#planner, op, at),
    );
    return { told, cells: [] };
  }

  #draft(at: number, monday: number): void {
    const last = this.#last;
    const week = this.#begin(at, monday, last?.told.row.id ?? null, 'rosters.register');
    this.#n += 1;
    const { desk, stewards, guards } = this.#crews;
    const of = (people: Person[], day: number): Person => people[(day + this.#n) % people.length]!;
    for (let day = 0; day < 7; day += 1) {
      const dayOn = addDays(week.told.row.weekOn, day);
      const put = (post: string, shift: string, person: Person): void => {
        week.cells.push(this.#put(at, week, { post, shift, dayOn }, person));
      };
      put(DESK_POST, 'early', of(desk, day));
      put(DESK_POST, 'early', of(desk, day + 1));
      put(DESK_POST, 'late', of(desk, day + 3));
      if (day < 6) put(SERVICE_POST, 'early', of(stewards, day));
      put(GATE_POST, 'night', of(guards, day));
    }
    this.#last = week;
  }

  #put(
    at: number,
    week: SeedWeek,
    place: Pick<RosterCell, 'post' | 'shift' | 'dayOn'>,
    person: Person,
  ): Told<'rosterCells'> {
    return this.#cells.open(
      {
        id: newId(at, this.#chance.fill),
        rosterId: week.told.row.id,
        state: 'planned',
        ...place,
        staffId: person.id,
        staffName: person.name,
        changedAt: null,
        changedByName: null,
        changeReason: null,
        swapId: null,
      },
      this.#world.hand(this.#planner, 'rosters.register', at),
    );
  }

  /** Planned for the wrong posts, and voided before anybody saw it. */
  #mistaken(at: number, monday: number): void {
    const week = this.#begin(at, monday, null, 'rosters.register');
    const patch = {
      state: 'voided' as const,
      voidReason: '岗位有误，重新编制',
      voidedAt: isoOf(at + HOUR_MS),
      voidedByName: this.#planner.name,
    };
    this.#errands.later(at + HOUR_MS, (now) =>
      this.#rosters.change(week.told, patch, this.#world.hand(this.#planner, 'rosters.void', now), {
        kind: 'VOID',
      }),
    );
  }

  #publish(at: number, turn: number): void {
    const week = this.#last;
    // The next week is drafted in the afternoon of the same day: what stands here is the one to publish.
    if (week?.told.row.state !== 'draft') return;
    this.#rosters.change(
      week.told,
      {
        state: 'published',
        publishedAt: isoOf(at),
        publishedById: this.#planner.id,
        publishedByName: this.#planner.name,
      },
      this.#world.hand(this.#planner, 'rosters.publish', at),
    );
    this.#published = week;
    this.#swaps.ofWeek(week, at + DAY_MS, turn, this.#errands);
  }

  /** Somebody falls ill: the supervisor changes the published sheet, and marks it. */
  #amend(at: number): void {
    const week = this.#published;
    if (!week) return;
    const dayOn = addDays(dayOf(isoOf(at)), 1);
    const cell = week.cells.find(
      ({ row }) =>
        row.dayOn === dayOn && row.shift === 'late' && row.post === DESK_POST && row.state === 'planned',
    );
    const free = this.#crews.desk.find(
      (person) =>
        !week.cells.some(
          ({ row }) => row.dayOn === dayOn && row.staffId === person.id && row.state === 'planned',
        ),
    );
    if (!cell || !free || cell.row.swapId !== null) return;
    const reason = '病假，由同事顶班';
    const mark = { changedAt: isoOf(at), changedByName: this.#planner.name, changeReason: reason };
    const hand = this.#world.hand(this.#planner, 'rosters.amend', at);
    this.#cells.change(cell, { state: 'removed', ...mark }, hand);
    const place = { post: cell.row.post, shift: cell.row.shift, dayOn };
    const fresh = this.#cells.open(
      {
        ...cell.row,
        id: newId(at, this.#chance.fill),
        state: 'planned',
        staffId: free.id,
        staffName: free.name,
      },
      hand,
    );
    week.cells.push(fresh);
    const set = { ...place, before: cell.row.staffName, after: free.name };
    this.#rosters.note(week.told, hand, { kind: 'CHANGE', facts: { set, reason } });
  }
}
