import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, Told } from '../../db/bulk/book';
import type { KeyUnsealsTable } from '../../db/tables';
import { indexUnseal } from '../../registers/key-desk/words';
import { NO_SEAL } from '../../registers/keys/moves';
import { type Errands, Shelf } from './errands';
import { isOpenAt } from './loan-facts';
import type { Person } from './people';
import * as words from './words/loan-words';
import { REASONS } from './words/sayings';
import type { KeyRing, SeedKey, World } from './world';

/** Storerooms opened out of hours (S06, F11): with the duty supervisor on the spot, open to see until the key is in a new bag. */

export class Unseals {
  readonly #world: World;
  readonly #ring: KeyRing;
  readonly #errands: Errands;
  readonly #shelf: Shelf<'keyUnseals'>;
  readonly #goods: Shelf<'keyUnsealGoods'>;
  readonly #goodsOf = new Map<string, string[]>();
  #n = 0;

  constructor(
    world: World,
    ring: KeyRing,
    errands: Errands,
    book: <R extends 'keyUnseals' | 'keyUnsealGoods'>(register: R) => Book<R>,
  ) {
    this.#world = world;
    this.#ring = ring;
    this.#errands = errands;
    this.#shelf = new Shelf(book('keyUnseals'), (row) => {
      indexUnseal(world, row as KeyUnsealsTable, this.#goodsOf.get(row.id) ?? []);
      this.#goodsOf.delete(row.id);
    });
    this.#goods = new Shelf(book('keyUnsealGoods'));
  }

  settleAll(): void {
    this.#shelf.settleAll();
    this.#goods.settleAll();
  }

  /** Some evening after `at` (ms). */
  soon(at: number): void {
    const { chance } = this.#world;
    const evening = msOf(instantOf(dayOf(isoOf(at)), '19:00')) + chance.below(240) * MINUTE_MS;
    this.#errands.later(evening > at ? evening : evening + DAY_MS, (now) => this.#open(now, false));
  }

  /** One drawer stands open on the last day: out of hours, as late as can be. */
  last(until: number): void {
    const late = until - 25 * MINUTE_MS;
    const night = msOf(instantOf(dayOf(isoOf(until)), '07:10'));
    const before = night < late ? night : msOf(instantOf(addDays(dayOf(isoOf(until)), -1), '21:20'));
    this.#errands.later(isOpenAt(late) ? before : late, (now) => this.#open(now, true));
  }

  #open(at: number, stays: boolean): void {
    const { chance, crew, people } = this.#world;
    if (isOpenAt(at)) return;
    const bags = this.#ring.keys.filter(
      ({ busy, told }) => !busy && told.row.category === 'storeroom' && told.row.state === 'sealed',
    );
    if (bags.length === 0) return;
    const key = chance.pick(bags);
    const row = key.told.row;
    const clerk = chance.pick(
      crew.allowed('keyLoans.issue').filter(({ roles }) => roles.includes('receptionist')),
    );
    const supervisor = chance.pick(crew.whoever((person) => person.capacities.includes('dutySupervisor')));
    const now = isoOf(at);
    const intact = this.#n % 9 !== 4;
    this.#n += 1;
    const { serialNo, scanCode } = this.#world.number('keyUnseals', at);
    const hand = this.#world.hand(clerk, 'keyUnseals.open', at);
    const told = this.#shelf.open(
      {
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'opened',
        keyId: row.id,
        keyNo: row.keyNo,
        keyName: row.label,
        openedAt: now,
        reason: chance.pick(words.NIGHT_REASONS),
        requesterName: people.name(chance),
        requesterDepartment: chance.favour(words.ORGS.staff),
        supervisorId: supervisor.id,
        supervisorName: supervisor.name,
        agreedAt: now,
        oldBagNo: row.sealBagNo ?? '',
        oldBagIntact: intact ? 1 : 0,
        oldBagNote: intact ? null : words.BAG_BROKEN,
        nothingTaken: 0,
        resealedAt: null,
        newBagNo: null,
        sealer1Id: null,
        sealer1Name: null,
        sealer2Id: null,
        sealer2Name: null,
        voidReason: null,
        voidedAt: null,
        voidedByName: null,
        note: null,
        recordedAt: now,
        recorderId: clerk.id,
        recorderName: clerk.name,
      },
      hand,
    );
    const nothing = this.#n % 8 === 5;
    this.#goodsOf.set(told.row.id, []);
    if (!nothing) for (let i = chance.between(1, 3); i > 0; i -= 1) this.#take(told, clerk, hand, at);
    this.#ring.change(key, { state: 'out', piecesOut: row.pieces, ...NO_SEAL }, hand, { unseal: serialNo });
    key.busy = true;
    if (stays) return;
    const open = chance.between(15, 55) * MINUTE_MS;
    if (!nothing && chance.happens(0.3))
      this.#errands.later(at + open / 2, (later) => {
        const add = this.#world.hand(clerk, 'keyUnseals.addGoods', later);
        const goods = this.#take(told, clerk, add, later);
        const facts = { goods: goods.name, quantity: goods.quantity };
        this.#shelf.note(told, add, { kind: 'CHANGE', facts });
      });
    this.#errands.later(at + open, (later) => this.#reseal(told, key, clerk, nothing, later));
  }

  #take(told: Told<'keyUnseals'>, clerk: Person, hand: ReturnType<World['hand']>, at: number) {
    const { chance, people } = this.#world;
    const [name, spec, use] = chance.pick(words.NIGHT_GOODS);
    const line = this.#goods.open(
      {
        id: newId(at, chance.fill),
        unsealId: told.row.id,
        name,
        spec,
        quantity: chance.between(1, 20),
        use,
        takenByName: people.name(chance),
        recordedAt: isoOf(at),
        recorderId: clerk.id,
        recorderName: clerk.name,
      },
      hand,
    );
    this.#goodsOf.get(told.row.id)?.push(name);
    this.#goods.settle(line);
    return line.row;
  }

  #reseal(told: Told<'keyUnseals'>, key: SeedKey, clerk: Person, nothing: boolean, at: number): void {
    const { chance, crew } = this.#world;
    const second = chance.pick(crew.whoever((person) => person.roles.includes('csSupervisor')));
    const newBagNo = this.#ring.nextBag();
    const seal = {
      sealer1Id: clerk.id,
      sealer1Name: clerk.name,
      sealer2Id: second.id,
      sealer2Name: second.name,
    };
    const hand = this.#world.hand(clerk, 'keyUnseals.reseal', at);
    const patch = {
      state: 'resealed' as const,
      resealedAt: isoOf(at),
      newBagNo,
      nothingTaken: nothing ? 1 : 0,
    };
    this.#shelf.change(told, { ...patch, ...seal }, hand);
    this.#ring.change(
      key,
      {
        state: 'sealed',
        piecesOut: 0,
        sealBagNo: newBagNo,
        sealedAt: isoOf(at),
        sealReason: told.row.reason,
        ...seal,
      },
      hand,
      { unseal: told.row.serialNo },
    );
    key.busy = false;
    if (this.#n % 10 === 6) this.#errands.byDay(at + DAY_MS / 3, (now) => this.#correct(told, clerk, now));
    else if (this.#n % 10 === 3) this.#errands.byDay(at + DAY_MS / 2, (now) => this.#void(told, now));
    else this.#shelf.settle(told);
  }

  #correct(told: Told<'keyUnseals'>, clerk: Person, at: number): void {
    const { chance } = this.#world;
    const others = words.ORGS.staff.filter((name) => name !== told.row.requesterDepartment);
    const what = {
      kind: 'CORRECT' as const,
      facts: { field: 'requesterDepartment', reason: chance.pick(REASONS) },
    };
    this.#shelf.change(
      told,
      { requesterDepartment: chance.pick(others) },
      this.#world.hand(clerk, 'keyUnseals.correct', at),
      what,
    );
    this.#shelf.settle(told);
  }

  #void(told: Told<'keyUnseals'>, at: number): void {
    const manager = this.#world.crew.whoever((person) => person.roles.includes('deptManager'))[0]!;
    const patch = { voidReason: words.NIGHT_VOIDED, voidedAt: isoOf(at), voidedByName: manager.name };
    const hand = this.#world.hand(manager, 'keyUnseals.void', at);
    this.#shelf.change(told, { state: 'voided', ...patch }, hand, { kind: 'VOID' });
    this.#shelf.settle(told);
  }
}
