import { DAY_MS, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, Told } from '../../db/bulk/book';
import type { KeyTransfersTable } from '../../db/tables';
import { indexTransfer } from '../../registers/keys/words';
import { type Errands, Shelf } from './errands';
import type { KeyStock } from './key-stock';
import type { SeedOffice } from './room';
import * as words from './words/key-words';
import { REASONS } from './words/sayings';
import type { SeedKey, World } from './world';

/** Keys that change hands before a supervisor (F07): between custodians, and back to the developer. */

/** How a transfer goes. */
type Way = 'custodian' | 'developer' | 'voided' | 'open';

interface Moving {
  transfer: Told<'keyTransfers'>;
  lines: Told<'keyTransferLines'>[];
  keys: SeedKey[];
  toId: string | null;
}

export class Transfers {
  readonly #world: World;
  readonly #stock: KeyStock;
  readonly #errands: Errands;
  readonly #transfers: Shelf<'keyTransfers'>;
  readonly #lines: Shelf<'keyTransferLines'>;

  constructor(
    world: World,
    stock: KeyStock,
    errands: Errands,
    book: <R extends 'keyTransfers' | 'keyTransferLines'>(register: R) => Book<R>,
  ) {
    this.#world = world;
    this.#stock = stock;
    this.#errands = errands;
    this.#transfers = new Shelf(book('keyTransfers'), (row) =>
      indexTransfer(world, row as KeyTransfersTable),
    );
    this.#lines = new Shelf(book('keyTransferLines'));
  }

  /** Some every year; the last one waits for its signatures on the last day. */
  plan({ from, until }: SeedOffice['span']): void {
    const n = Math.min(40, 3 + Math.floor((until - from) / (120 * DAY_MS)));
    const ways: Way[] = ['custodian', 'developer', 'voided'];
    for (let i = 0; i < n; i += 1) {
      // The developer takes keys back once; more would empty the cabinets.
      const way = i < 3 ? ways[i]! : i % 4 === 3 ? 'voided' : 'custodian';
      this.#errands.byDay(from + ((i + 0.5) * (until - from)) / (n + 1), (at) => this.#begin(way, at));
    }
    this.#errands.later(Math.max(from, until - 20 * 60 * MINUTE_MS), (at) => this.#begin('open', at));
  }

  settleAll(): void {
    this.#transfers.settleAll();
    this.#lines.settleAll();
  }

  #begin(way: Way, at: number): void {
    const { chance } = this.#world;
    const free = this.#stock.keys.filter(
      ({ busy, told, mandate }) => !busy && mandate === null && told.row.state === 'inStock',
    );
    const wanted = way === 'developer' ? 2 : chance.between(3, 6);
    if (free.length < wanted + 4) return;
    const first = chance.below(free.length - wanted);
    const keys = free.slice(first, first + wanted);
    for (const key of keys) key.busy = true;
    const moving = this.#register(way, keys, at);
    if (way === 'open') return;
    this.#errands.later(at + 12 * MINUTE_MS, (now) => this.#inspect(moving, now));
    this.#errands.later(at + 30 * MINUTE_MS, (now) => {
      if (way === 'voided') this.#void(moving, now);
      else this.#complete(moving, now);
    });
  }

  #register(way: Way, keys: SeedKey[], at: number): Moving {
    const { chance } = this.#world;
    const now = isoOf(at);
    const { custodian, supervisor } = this.#stock;
    const outside = way === 'developer';
    const back = keys[0]?.told.row.keeperId === supervisor.id;
    const [giver, taker] = back ? [supervisor, custodian] : [custodian, supervisor];
    const { serialNo, scanCode } = this.#world.number('keyTransfers', at);
    const hand = this.#world.hand(custodian, 'keyTransfers.register', at);
    const transfer = this.#transfers.open(
      {
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'open',
        fromParty: '客户服务部',
        toParty: outside ? '开发商工程部' : '客户服务部',
        project: '云栖国际中心',
        plannedOn: dayOf(now),
        fromId: giver.id,
        toId: outside ? null : taker.id,
        fromName: null,
        toName: null,
        fromSignedHow: null,
        fromSignedAt: null,
        toSignedHow: null,
        toSignedAt: null,
        supervisorId: null,
        supervisorName: null,
        supervisorSignedAt: null,
        doneAt: null,
        voidReason: null,
        voidedAt: null,
        voidedByName: null,
        note: outside ? '保修期内由开发商收回' : null,
        recordedAt: now,
        recorderId: custodian.id,
        recorderName: custodian.name,
      },
      hand,
    );
    const lines = keys.map(({ told }, i) =>
      this.#lines.open(
        {
          id: newId(at, chance.fill),
          transferId: transfer.row.id,
          position: i + 1,
          keyId: told.row.id,
          keyNo: told.row.keyNo,
          pieces: told.row.pieces,
          condition: 'good',
          note: null,
        },
        hand,
      ),
    );
    return { transfer, lines, keys, toId: outside ? null : taker.id };
  }

  /** The keys are looked at one by one; what is worth a word gets one. */
  #inspect({ transfer, lines }: Moving, at: number): void {
    const { chance } = this.#world;
    const { custodian } = this.#stock;
    for (const [i, line] of lines.entries())
      if (i === 0 || chance.happens(0.5)) {
        const note = i === 0 ? words.TRANSFER_NOTES[0]! : chance.pick(words.TRANSFER_NOTES);
        this.#lines.change(line, { note }, this.#world.hand(custodian, 'keyTransfers.inspect', at));
      }
    if (chance.happens(0.3))
      this.#transfers.change(
        transfer,
        { project: '云栖国际中心一期' },
        this.#world.hand(custodian, 'keyTransfers.correct', at),
        { kind: 'CORRECT', facts: { field: 'project', reason: chance.pick(REASONS) } },
      );
  }

  #complete({ transfer, lines, keys, toId }: Moving, at: number): void {
    const now = isoOf(at);
    const { custodian, supervisor } = this.#stock;
    const manager = this.#world.crew.whoever((person) => person.roles.includes('deptManager'))[0]!;
    const hand = this.#world.hand(custodian, 'keyTransfers.complete', at);
    const nameOf = (id: string | null): string =>
      id === custodian.id
        ? custodian.name
        : id === supervisor.id
          ? supervisor.name
          : this.#world.people.name(this.#world.chance);
    this.#transfers.change(
      transfer,
      {
        state: 'done',
        fromName: nameOf(transfer.row.fromId),
        fromSignedHow: 'paper',
        fromSignedAt: now,
        toName: nameOf(toId),
        toSignedHow: 'paper',
        toSignedAt: now,
        supervisorId: manager.id,
        supervisorName: manager.name,
        supervisorSignedAt: now,
        doneAt: now,
      },
      hand,
    );
    const facts = { transfer: transfer.row.serialNo };
    for (const key of keys) {
      this.#stock.change(
        key,
        toId === null
          ? {
              state: 'retired',
              retiredReason: transfer.row.serialNo,
              retiredAt: now,
              retiredByName: custodian.name,
            }
          : { keeperId: toId, keeperName: nameOf(toId) },
        hand,
        facts,
      );
      key.busy = toId === null;
    }
    this.#transfers.settle(transfer);
    for (const line of lines) this.#lines.settle(line);
  }

  #void({ transfer, lines, keys }: Moving, at: number): void {
    const who = this.#world.chance.pick(this.#world.crew.allowed('keys.void'));
    this.#transfers.change(
      transfer,
      { state: 'voided', voidReason: '移交对象有误，重新填写', voidedAt: isoOf(at), voidedByName: who.name },
      this.#world.hand(who, 'keyTransfers.void', at),
      { kind: 'VOID' },
    );
    for (const key of keys) key.busy = false;
    this.#transfers.settle(transfer);
    for (const line of lines) this.#lines.settle(line);
  }
}
