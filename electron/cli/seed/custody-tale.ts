import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow, Told } from '../../db/bulk/book';
import type { CustodyItemsTable } from '../../db/tables';
import { ITEM_UNTOUCHED } from '../../registers/custody/item-acts';
import { indexItem } from '../../registers/custody/words';
import { inOfficeHours } from './calendar';
import type { Person } from './people';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import { CUSTODY_DECIDED, CUSTODY_NOTES, CUSTODY_PLACES, CUSTODY_VOIDED, LEFT } from './words/custody-words';
import { mobileNumber } from './words/names';
import type { World } from './world';

/** S17 in the demo office: things left at the desk, fetched in one piece or several, told, decided on. */

type Item = BookRow<'custodyItems'>;
const DAY = DAY_MS / MINUTE_MS;

/** One line of the custody book, from the desk to whoever fetched it. `tag`: the office's own tag, or null. */
export function custodyTale(
  world: World,
  book: Book<'custodyItems'>,
  at: number,
  turn: number,
  tag: string | null,
): Arriving {
  const { chance, crew } = world;
  const keeper = crew.withPermit('custodyItems.keep', at, chance);
  const unit = world.units.length > 0 && chance.happens(0.9) ? chance.pick(world.units) : null;
  const { serialNo, scanCode } = world.number('custodyItems', at);
  const [itemName, kind, features] = chance.pick(LEFT);
  const row: Item = {
    ...ITEM_UNTOUCHED,
    id: newId(at, chance.fill),
    serialNo,
    scanCode,
    state: 'kept',
    tagNo: tag,
    unitId: unit?.id ?? null,
    depositorName: unit?.occupant?.person || world.people.name(chance),
    depositorPhone: mobileNumber(chance),
    kind,
    itemName,
    quantity: chance.happens(0.75) ? 1 : chance.between(2, 6),
    features,
    valueNote: chance.happens(0.15) ? `约 ${chance.between(1, 9)}00 元` : null,
    declared: 1,
    keptAt: isoOf(at),
    dueOn: addDays(dayOf(isoOf(at)), chance.between(1, 7)),
    collectorNames: chance.happens(0.35) ? world.people.name(chance) : null,
    storagePlace: chance.pick(CUSTODY_PLACES),
    note: chance.happens(0.1) ? chance.pick(CUSTODY_NOTES) : null,
    recordedAt: isoOf(at),
    recorderId: keeper.id,
    recorderName: keeper.name,
  };
  const told = book.open(row, world.hand(keeper, 'custodyItems.register', at));
  return planned(plan(world, book, told, keeper, at, turn), () => {
    book.settle(told);
    indexItem(world, told.row as CustodyItemsTable, unit?.code ?? null);
  });
}

function plan(
  world: World,
  book: Book<'custodyItems'>,
  told: Told<'custodyItems'>,
  keeper: Person,
  from: number,
  turn: number,
): Step[] {
  const { chance, crew } = world;
  const steps: Step[] = [];
  let when = from;
  const add = (act: (at: number) => void, least: number, most: number): void => {
    when = Math.round(inOfficeHours(when + chance.between(least, most) * MINUTE_MS, chance));
    steps.push({ at: when, act });
  };
  const change = (
    op: string,
    at: number,
    patch: Partial<Item>,
    who: Person = crew.withPermit('custodyItems.keep', at, chance),
    kind: 'CHANGE' | 'VOID' = 'CHANGE',
  ): void => book.change(told, patch, world.hand(who, `custodyItems.${op}`, at), { kind });
  const take = (part: boolean) => (at: number) => {
    const { row } = told;
    const desk = crew.withPermit('custodyItems.keep', at, chance);
    const left = row.quantity - row.takenQuantity;
    const pieces = part && left > 1 ? 1 : left;
    const self = row.collectorNames === null || chance.happens(0.4);
    change(
      'collect',
      at,
      {
        state: pieces < left ? 'partlyTaken' : 'collected',
        takenQuantity: row.takenQuantity + pieces,
        takenAt: isoOf(at),
        takerName: self ? row.depositorName : row.collectorNames,
        takerDocumentKind: self ? null : 'idCard',
        takerDocument: self ? null : chance.digits(4),
        depositorWord: null,
        handedByName: desk.name,
      },
      desk,
    );
  };
  const tell = (at: number): void => {
    const desk = crew.withPermit('custodyItems.keep', at, chance);
    const how = chance.happens(0.7) ? ('phone' as const) : ('message' as const);
    change('notice', at, { noticedAt: isoOf(at), noticeHow: how, noticedByName: desk.name }, desk);
  };
  const settle = (at: number): void => {
    const who = chance.pick(crew.allowed('custodyItems.decide'));
    const patch = {
      state: 'decided' as const,
      decision: chance.happens(0.6) ? ('sentHome' as const) : ('disposed' as const),
      decisionNote: chance.pick(CUSTODY_DECIDED),
      decidedAt: isoOf(at),
      decidedByName: who.name,
      decisionWitnessName: crew.withPermit('custodyItems.keep', at, chance, who).name,
    };
    change('decide', at, patch, who);
  };
  /** Minutes until the morning after the agreed day. */
  const over = (msOf(instantOf(addDays(told.row.dueOn, 1), '09:00')) - from) / MINUTE_MS;
  if (turn % 53 === 31) {
    add(
      (at) => {
        const who = chance.pick(crew.allowed('custodyItems.void'));
        const patch = {
          voidReason: chance.pick(CUSTODY_VOIDED),
          voidedAt: isoOf(at),
          voidedByName: who.name,
        };
        change('void', at, { state: 'voided', ...patch }, who, 'VOID');
      },
      5,
      90,
    );
    return steps;
  }
  if (chance.happens(0.04))
    add(
      (at) => {
        const hand = world.hand(keeper, 'custodyItems.correct', at);
        const note = chance.pick(CUSTODY_NOTES.filter((one) => one !== told.row.note));
        book.change(told, { note }, hand, { kind: 'CORRECT', facts: { field: 'note', reason: '补充说明' } });
      },
      11,
      600,
    );
  if (turn % 41 === 12) {
    add(tell, over, over + DAY);
    add(settle, 15 * DAY, 20 * DAY);
  } else if (chance.happens(0.1)) {
    add(tell, over, over + DAY);
    if (chance.happens(0.8)) add(take(false), 60, 3 * DAY);
  } else {
    if (chance.happens(0.6)) add(take(true), 60, Math.max(61, over - 240));
    if (chance.happens(0.93)) add(takeRest(told, take(false)), 30, 2 * DAY);
  }
  return steps;
}

/** What was fetched whole already needs no second visit. */
const takeRest =
  (told: Told<'custodyItems'>, take: (at: number) => void) =>
  (at: number): void => {
    if (told.row.state !== 'collected') take(at);
  };
