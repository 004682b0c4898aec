import { dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { ShiftSheet } from '../../../shared/registers/handovers.row';
import type { BookRow, Told } from '../../db/bulk/book';
import { UNTOUCHED } from '../../registers/handovers/shift-acts';
import { shiftAt } from './calendar';
import type { Errands, Shelf } from './errands';
import type { Instructions } from './instruction-tale';
import type { Person } from './people';
import { seedCount, seedSheet, type Taken } from './shift-sheet';
import { EVENTS, QUESTIONS, REFUSAL, SUPPLEMENTS } from './words/shift-words';
import type { World } from './world';

/** The shifts of the demo office's front desk, one after the other, drawn, counted, signed and reviewed. */

type Shift = Told<'handovers'>;
type Patch = Partial<BookRow<'handovers'>>;
const HOUR = 60 * MINUTE_MS;

const sheetBefore = ({ row }: Shift): Taken['before'] => ({
  serialNo: row.serialNo,
  open: row.snapshot === null ? [] : (JSON.parse(row.snapshot) as ShiftSheet).open,
});

export class Shifts {
  readonly #world: World;
  readonly #errands: Errands;
  readonly #shelf: Shelf<'handovers'>;
  readonly #instructions: Instructions;
  #turn = 0;
  /** What each shift began with. */
  readonly #taken = new Map<string, Taken>();

  constructor(world: World, errands: Errands, shelf: Shelf<'handovers'>, instructions: Instructions) {
    this.#world = world;
    this.#errands = errands;
    this.#shelf = shelf;
    this.#instructions = instructions;
  }

  /** Shifts of the front desk up to `until`, which finds one on; at the service centre one was refused, the south gate waits. */
  plan(from: number, until: number): void {
    const first = this.#endAfter(from);
    this.#errands.later(Math.min(first, until - 30 * MINUTE_MS), (at) => {
      const who = this.#deskAt(at + MINUTE_MS);
      const shift = this.#begin('前台', at, who, null, who);
      this.#follow(shift, until);
    });
    this.#errands.later(Math.max(from, until - 26 * HOUR), (at) => {
      const who = this.#deskAt(at);
      const shift = this.#begin('服务中心', at, who, null, who);
      this.#errands.later(at + 4 * MINUTE_MS, (now) => {
        const boss = this.#supervisor(shift, null);
        const patch = { voidReason: '岗位选错', voidedAt: isoOf(now), voidedByName: boss.name };
        this.#change(shift, { state: 'voided', ...patch }, boss, 'void', now, 'VOID');
        this.#shelf.settle(shift);
      });
    });
    this.#errands.later(Math.max(from, until - 6 * HOUR), (at) => {
      const [who] = this.#world.crew
        .allowed('handovers.work')
        .filter(({ roles }) => roles.includes('gateGuard'));
      const shift = this.#begin('南门岗', at, who!, null, who!);
      this.#errands.later(until - 14 * MINUTE_MS, (now) => this.#draw(shift, now));
      this.#errands.later(until - 9 * MINUTE_MS, (now) => this.#count(shift, now, false));
      this.#errands.later(until - 4 * MINUTE_MS, (now) => this.#signOut(shift, now));
    });
    this.#errands.later(Math.max(from, until - 5 * HOUR), (at) => {
      const who = this.#deskAt(at);
      const shift = this.#begin('服务中心', at, who, null, who);
      this.#errands.later(until - 40 * MINUTE_MS, (now) => this.#draw(shift, now));
      this.#errands.later(until - 34 * MINUTE_MS, (now) => this.#count(shift, now, false));
      this.#errands.later(until - 30 * MINUTE_MS, (now) => this.#signOut(shift, now));
      this.#errands.later(until - 26 * MINUTE_MS, (now) => this.#refuse(shift, now));
    });
  }

  /** The next time a shift of the demo office ends (8, 16 and 22 o'clock). */
  #endAfter(ms: number): number {
    let at = Math.ceil((ms + 8 * HOUR) / HOUR) * HOUR - 8 * HOUR;
    while (shiftAt(at) === shiftAt(at - 1)) at += HOUR;
    return at;
  }

  #deskAt(at: number, not: Person | null = null): Person {
    const { crew, chance } = this.#world;
    return crew.withPermit('handovers.work', at, chance, not ?? undefined);
  }

  /** Somebody who reviews and is no party. */
  #supervisor(shift: Shift, incoming: Person | null): Person {
    const { crew, chance } = this.#world;
    const parties = [shift.row.outgoingId, incoming?.id];
    return chance.pick(crew.allowed('handovers.review').filter((one) => !parties.includes(one.id)));
  }

  #begin(post: string, at: number, who: Person, previous: Shift | null, actor: Person): Shift {
    const { serialNo, scanCode } = this.#world.number('handovers', at);
    const now = isoOf(at);
    const id = newId(at, this.#world.chance.fill);
    this.#taken.set(id, { acts: this.#world.acts, before: previous && sheetBefore(previous) });
    return this.#shelf.open(
      {
        ...UNTOUCHED,
        id,
        serialNo,
        scanCode,
        state: 'open',
        post,
        shiftCode: shiftAt(at + MINUTE_MS),
        shiftOn: dayOf(isoOf(at + MINUTE_MS - (shiftAt(at) === 'night' ? 8 * HOUR : 0))),
        startedAt: now,
        fromSeq: previous?.row.draftSeq ?? this.#world.chain.head.seq,
        previousId: previous?.row.id ?? null,
        outgoingId: who.id,
        outgoingName: who.name,
        note: null,
        recordedAt: now,
        recorderId: actor.id,
        recorderName: actor.name,
      },
      this.#world.hand(actor, previous ? 'handovers.signIn' : 'handovers.open', at),
    );
  }

  /** One shift to its end; the next one goes on from there. */
  #follow(shift: Shift, until: number): void {
    const { chance } = this.#world;
    const end = this.#endAfter(Date.parse(shift.row.startedAt) + 20 * MINUTE_MS);
    if (end >= until) return;
    this.#turn += 1;
    const turn = this.#turn;
    if (turn % 3 === 1)
      this.#errands.later(end - 3 * HOUR, (at) => {
        const [event, result] = chance.pick(EVENTS);
        const line = { no: 1, at: isoOf(at), event, handler: shift.row.outgoingName, result };
        const events = JSON.stringify([{ ...line, by: shift.row.outgoingName }]);
        this.#change(shift, { events }, this.#outgoing(shift), 'writeEvent', at);
      });
    this.#errands.later(end - 18 * MINUTE_MS, (at) => this.#draw(shift, at));
    this.#errands.later(end - 13 * MINUTE_MS, (at) => this.#count(shift, at, turn % 7 === 3));
    if (turn % 4 === 2)
      this.#errands.later(end - 11 * MINUTE_MS, (at) => {
        const [question, answer] = chance.pick(QUESTIONS);
        const by = shift.row.outgoingName;
        const questions = JSON.stringify([{ no: 1, question, answer, at: isoOf(at), by }]);
        this.#change(shift, { questions }, this.#outgoing(shift), 'ask', at);
      });
    this.#errands.later(end - 9 * MINUTE_MS, (at) => this.#signOut(shift, at));
    if (turn === 5) {
      this.#errands.later(end - 7 * MINUTE_MS, (at) => this.#refuse(shift, at));
      this.#errands.later(end - 6 * MINUTE_MS, (at) => this.#decide(shift, at));
      this.#errands.later(end - 4 * MINUTE_MS, (at) => this.#count(shift, at, true));
      this.#errands.later(end - 2 * MINUTE_MS, (at) => this.#signOut(shift, at));
    }
    this.#errands.later(end, (at) => this.#take(shift, at, turn, until));
  }

  #take(shift: Shift, at: number, turn: number, until: number): void {
    const incoming = this.#deskAt(at + MINUTE_MS, this.#outgoing(shift));
    const outgoing = this.#outgoing(shift);
    const patch = { incomingId: incoming.id, incomingName: incoming.name, inSignedAt: isoOf(at) };
    this.#change(shift, { state: 'sealed', ...patch }, outgoing, 'signIn', at, 'CHANGE', {
      second: incoming.name,
    });
    this.#instructions.readAll(incoming, shift.row.id, 'handovers.signIn', outgoing, at);
    const next = this.#begin(shift.row.post, at, incoming, shift, outgoing);
    if (turn % 9 === 4)
      this.#errands.later(at + 25 * MINUTE_MS, (now) => {
        const text = SUPPLEMENTS[turn % SUPPLEMENTS.length]!;
        const supplements = JSON.stringify([{ text, at: isoOf(now), by: incoming.name }]);
        this.#change(shift, { supplements }, incoming, 'supplement', now);
      });
    this.#follow(next, until);
    // The last one waits for the supervisor on the last day.
    if (at > until - 10 * HOUR) return;
    // Once in a while the supervisor signs a day late (K17).
    const wait = turn % 11 === 6 ? 26 * HOUR : 75 * MINUTE_MS;
    this.#errands.later(at + wait, (now) => {
      const boss = this.#supervisor(shift, incoming);
      const signed = { reviewedAt: isoOf(now), reviewedById: boss.id, reviewedByName: boss.name };
      this.#change(shift, { state: 'reviewed', ...signed }, boss, 'review', now, 'CO_CONFIRM');
      this.#shelf.settle(shift);
    });
  }

  #outgoing({ row }: Shift): Person {
    return this.#world.crew.whoever((person) => person.id === row.outgoingId)[0]!;
  }

  #change(
    shift: Shift,
    patch: Patch,
    who: Person,
    act: string,
    at: number,
    kind: 'CHANGE' | 'VOID' | 'CO_CONFIRM' = 'CHANGE',
    facts?: Record<string, unknown>,
  ): void {
    this.#shelf.change(shift, patch, this.#world.hand(who, `handovers.${act}`, at), {
      kind,
      ...(facts ? { facts } : {}),
    });
  }

  #draw(shift: Shift, at: number): void {
    const taken = this.#taken.get(shift.row.id)!;
    const sheet = seedSheet(this.#world, shift.row, taken, this.#instructions, at);
    const patch = {
      state: 'drafted' as const,
      draftedAt: isoOf(at),
      draftSeq: this.#world.chain.head.seq,
      snapshot: JSON.stringify(sheet),
      matters: sheet.open.reduce((sum, group) => sum + group.total, 0),
    };
    this.#change(shift, patch, this.#outgoing(shift), 'draft', at);
  }

  #count(shift: Shift, at: number, differing: boolean): void {
    const who = this.#outgoing(shift);
    const counted = { ...seedCount(this.#world, shift.row, differing), countedAt: isoOf(at) };
    this.#change(shift, { state: 'counted', ...counted, countedByName: who.name }, who, 'count', at);
  }

  #signOut(shift: Shift, at: number): void {
    this.#change(shift, { state: 'outSigned', outSignedAt: isoOf(at) }, this.#outgoing(shift), 'signOut', at);
  }

  #refuse(shift: Shift, at: number): void {
    const outgoing = this.#outgoing(shift);
    const taker = this.#deskAt(at + 10 * MINUTE_MS, outgoing);
    const patch = {
      state: 'refused' as const,
      refusedAt: isoOf(at),
      refusedById: taker.id,
      refusedByName: taker.name,
      refusedReason: REFUSAL.reason,
      reportedTo: '客服主管',
    };
    this.#change(shift, patch, outgoing, 'refuse', at, 'CHANGE', { second: taker.name });
  }

  #decide(shift: Shift, at: number): void {
    const taker = this.#world.crew.whoever((person) => person.id === shift.row.refusedById)[0] ?? null;
    const boss = this.#supervisor(shift, taker);
    const patch = {
      state: 'drafted' as const,
      decision: 'recount' as const,
      decidedAt: isoOf(at),
      decidedById: boss.id,
      decidedByName: boss.name,
      decisionReason: REFUSAL.decision,
      outSignedAt: null,
    };
    this.#change(shift, patch, boss, 'decide', at);
  }
}
