import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { MOVE_POSTS } from '../../../shared/registers/move-notices.row';
import type { Book, BookRow } from '../../db/bulk/book';
import type { MoveNoticesTable } from '../../db/tables';
import { MOVE_UNTOUCHED } from '../../registers/custody/move-acts';
import { indexMove } from '../../registers/custody/words';
import { inOfficeHours } from './calendar';
import type { Person } from './people';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import { HOURS, LIFTS, MOVE_CANCELLED, MOVERS } from './words/custody-words';
import { mobileNumber } from './words/names';
import { greenPlate } from './words/site';
import type { World } from './world';

/** S20 in the demo office: moves announced, posts told, lifts booked once. */

type Move = BookRow<'moveNotices'>;

/** Hours of lifts that are booked: `lift day from`. */
export type LiftBook = Set<string>;

/** One notice, from the announcement to the day itself. The site has units: it is furnished before anybody moves. */
export function moveTale(
  world: World,
  book: Book<'moveNotices'>,
  lifts: LiftBook,
  at: number,
  turn: number,
): Arriving {
  const { chance, crew } = world;
  const clerk = crew.withPermit('moveNotices.record', at, chance);
  const unit = chance.pick(world.units);
  const moveOn = addDays(dayOf(isoOf(at)), chance.between(1, 9));
  const [fromTime, toTime] = chance.pick(HOURS);
  const wanted = chance.happens(0.7) ? chance.pick(LIFTS) : null;
  const slot = `${wanted} ${moveOn} ${fromTime}`;
  const lift = wanted !== null && !lifts.has(slot) ? wanted : null;
  if (lift) lifts.add(slot);
  const { serialNo, scanCode } = world.number('moveNotices', at);
  const row: Move = {
    ...MOVE_UNTOUCHED,
    id: newId(at, chance.fill),
    serialNo,
    scanCode,
    state: 'announced',
    unitId: unit.id,
    direction: chance.happens(0.5) ? 'in' : 'out',
    announcedAt: isoOf(at),
    contactName: unit.occupant?.person || world.people.name(chance),
    contactPhone: mobileNumber(chance),
    moveOn,
    lift,
    fromTime,
    toTime,
    moverCompany: chance.pick(MOVERS),
    plate: chance.happens(0.6) ? greenPlate(chance) : null,
    note: null,
    recordedAt: isoOf(at),
    recorderId: clerk.id,
    recorderName: clerk.name,
  };
  const told = book.open(row, world.hand(clerk, 'moveNotices.register', at));
  const steps: Step[] = [];
  let when = at;
  const add = (act: (now: number) => void, least: number, most: number): void => {
    when = Math.round(inOfficeHours(when + chance.between(least, most) * MINUTE_MS, chance));
    steps.push({ at: when, act });
  };
  const change = (op: string, now: number, patch: Partial<Move>, who?: Person): void =>
    book.change(
      told,
      patch,
      world.hand(who ?? crew.withPermit('moveNotices.record', now, chance), `moveNotices.${op}`, now),
      { kind: op === 'void' ? 'VOID' : 'CHANGE' },
    );
  if (turn % 59 === 17)
    add(
      (now) => {
        const who = chance.pick(crew.allowed('moveNotices.void'));
        const patch = { voidReason: '重复登记', voidedAt: isoOf(now), voidedByName: who.name };
        change('void', now, { state: 'voided', ...patch }, who);
      },
      5,
      90,
    );
  else {
    for (const post of MOVE_POSTS) {
      if (post === 'lift' && lift === null) continue;
      if (chance.happens(0.04)) break;
      const name = world.people.name(chance);
      add((now) => change('tell', now, { [`${post}Name`]: name, [`${post}ToldAt`]: isoOf(now) }), 2, 40);
    }
    const ends = (msOf(instantOf(moveOn, toTime)) - when) / MINUTE_MS;
    if (turn % 19 === 7 && ends > 120)
      add(
        (now) => {
          const who = crew.withPermit('moveNotices.record', now, chance);
          const patch = {
            cancelReason: chance.pick(MOVE_CANCELLED),
            cancelledAt: isoOf(now),
            cancelledByName: who.name,
          };
          change('cancel', now, { state: 'cancelled', ...patch }, who);
        },
        30,
        100,
      );
    else if (chance.happens(0.985))
      add(
        (now) => {
          const who = crew.withPermit('moveNotices.record', now, chance);
          change('complete', now, { state: 'done', doneAt: isoOf(now), doneByName: who.name }, who);
        },
        Math.max(1, ends),
        Math.max(2, ends) + DAY_MS / MINUTE_MS / 2,
      );
  }
  return planned(steps, () => {
    book.settle(told);
    indexMove(world, told.row as MoveNoticesTable, unit.code);
  });
}
