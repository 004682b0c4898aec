import { addDays, dayOf, isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Told } from '../../db/bulk/book';
import type { Errands, Shelf } from './errands';
import type { Person } from './people';
import { INSTRUCTIONS } from './words/shift-words';
import type { World } from './world';

/** 上级指示 of the demo office: some stand, one was renewed, one has ended, one was written by mistake. */

export class Instructions {
  readonly #world: World;
  readonly #errands: Errands;
  readonly #shelf: Shelf<'instructions'>;
  readonly #acks: Shelf<'instructionAcks'>;
  readonly #standing: Told<'instructions'>[] = [];
  readonly #read = new Set<string>();

  constructor(world: World, errands: Errands, shelf: Shelf<'instructions'>, acks: Shelf<'instructionAcks'>) {
    this.#world = world;
    this.#errands = errands;
    this.#shelf = shelf;
    this.#acks = acks;
  }

  plan(from: number, until: number): void {
    const at = (share: number): number => from + share * (until - from);
    const [inspection, rain, passes, lifts] = INSTRUCTIONS;
    this.#errands.byDay(at(0.1), (now) => {
      const told = this.#write(rain!, now, 20);
      this.#errands.byDay(at(0.5), (later) => this.#renew(told, later));
    });
    this.#errands.byDay(at(0.2), (now) => this.#write(passes!, now, null));
    this.#errands.byDay(at(0.3), (now) => {
      const told = this.#write(lifts!, now, 3);
      this.#errands.byDay(at(0.6), (later) => this.#over(told, later, 'ended', '年检已结束'));
    });
    this.#errands.byDay(at(0.4), (now) => {
      const told = this.#write(inspection!, now, 2);
      this.#errands.later(now + 600_000, (later) => this.#over(told, later, 'voided', '重复登记'));
    });
    this.#errands.later(at(0.985), (now) => this.#write(inspection!, now, 2));
  }

  /** Those that stand now. */
  get standing(): readonly Told<'instructions'>['row'][] {
    return this.#standing.map((told) => told.row);
  }

  /** Somebody who takes a shift over reads all that stand. */
  readAll(reader: Person, handoverId: string, op: string, actor: Person, at: number): void {
    for (const told of this.#standing) this.#tick(told, reader, handoverId, op, actor, at);
  }

  #write([text, fromName]: readonly [string, string], at: number, days: number | null) {
    const { chance, crew } = this.#world;
    const clerk = crew.withPermit('instructions.write', at, chance);
    const today = dayOf(isoOf(at));
    const { serialNo, scanCode } = this.#world.number('instructions', at);
    const told = this.#shelf.open(
      {
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: 'active',
        text,
        fromName,
        givenOn: today,
        renewOn: days === null ? null : addDays(today, days),
        round: 1,
        endedReason: null,
        endedAt: null,
        endedByName: null,
        voidReason: null,
        voidedAt: null,
        voidedByName: null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: clerk.id,
        recorderName: clerk.name,
      },
      this.#world.hand(clerk, 'instructions.register', at),
    );
    this.#standing.push(told);
    this.#tick(told, clerk, null, 'instructions.register', clerk, at);
    return told;
  }

  #renew(told: Told<'instructions'>, at: number): void {
    const { chance, crew } = this.#world;
    const who = crew.withPermit('instructions.write', at, chance);
    const renewOn = addDays(dayOf(isoOf(at)), 30);
    const hand = this.#world.hand(who, 'instructions.renew', at);
    this.#shelf.change(told, { renewOn, round: told.row.round + 1 }, hand);
    this.#tick(told, who, null, 'instructions.renew', who, at);
  }

  #over(told: Told<'instructions'>, at: number, state: 'ended' | 'voided', reason: string): void {
    const { chance, crew } = this.#world;
    const voided = state === 'voided';
    const who = chance.pick(crew.allowed(voided ? 'instructions.void' : 'instructions.write'));
    const patch = voided
      ? { state, voidReason: reason, voidedAt: isoOf(at), voidedByName: who.name }
      : { state, endedReason: reason, endedAt: isoOf(at), endedByName: who.name };
    const hand = this.#world.hand(who, voided ? 'instructions.void' : 'instructions.end', at);
    this.#shelf.change(told, patch, hand, { kind: voided ? 'VOID' : 'CHANGE' });
    this.#standing.splice(this.#standing.indexOf(told), 1);
    this.#shelf.settle(told);
  }

  #tick(
    told: Told<'instructions'>,
    reader: Person,
    handoverId: string | null,
    op: string,
    actor: Person,
    at: number,
  ): void {
    const once = `${told.row.id} ${told.row.round} ${reader.id}`;
    if (this.#read.has(once)) return;
    this.#read.add(once);
    this.#acks.open(
      {
        id: newId(at, this.#world.chance.fill),
        instructionId: told.row.id,
        round: told.row.round,
        staffId: reader.id,
        staffName: reader.name,
        at: isoOf(at),
        handoverId,
      },
      this.#world.hand(actor, op, at),
    );
  }
}
