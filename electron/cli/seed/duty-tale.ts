import { addDays, DAY_MS, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { DutyLineKind } from '../../../shared/registers/duty-lines.row';
import type { BookRow, Told } from '../../db/bulk/book';
import { UNTOUCHED } from '../../registers/duty-log/log-acts';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import type { Errands, Shelf } from './errands';
import { DESK_POST, GATE_POST, type Person, SERVICE_POST } from './people';
import {
  BIG_EVENTS,
  DESK_LINES,
  GATE_LINES,
  GATE_POINTS,
  GATE_SWITCHES,
  MESSAGES,
  WEATHERS,
} from './words/duty-words';
import type { World } from './world';

/** The duty logs of the demo office (S14): one for the desk and one for the gate in every shift, signed when it is over. */

type Log = Told<'dutyLogs'>;
type Line = Told<'dutyLines'>;
interface Written {
  kind: DutyLineKind;
  matter: string;
  handling?: string | null;
  handler?: string | null;
  result?: string | null;
  on?: boolean;
}

export class DutyTale {
  readonly #world: World;
  readonly #errands: Errands;
  readonly #logs: Shelf<'dutyLogs'>;
  readonly #lines: Shelf<'dutyLines'>;
  #until = 0;
  #turn = 0;

  constructor(world: World, errands: Errands, logs: Shelf<'dutyLogs'>, lines: Shelf<'dutyLines'>) {
    this.#world = world;
    this.#errands = errands;
    this.#logs = logs;
    this.#lines = lines;
  }

  plan(from: number, until: number): void {
    this.#until = until;
    for (let day = dayOf(isoOf(from - DAY_MS)); day <= dayOf(isoOf(until)); day = addDays(day, 1))
      for (const { code, from: begins, to } of DEFAULT_SETTINGS.shifts) {
        const fromAt = msOf(instantOf(day, begins));
        const toAt = msOf(instantOf(to <= begins ? addDays(day, 1) : day, to));
        if (fromAt < from || fromAt + 10 * MINUTE_MS > until) continue;
        for (const post of [DESK_POST, GATE_POST])
          this.#errands.later(fromAt + this.#world.chance.between(2, 8) * MINUTE_MS, (at) =>
            this.#shift(post, code, day, toAt, at),
          );
      }
    // Somebody opened a log at the wrong post.
    const wrong = Math.max(from, until - 30 * 60 * MINUTE_MS);
    this.#errands.byDay(wrong, (at) => this.#mistaken(at));
  }

  /** Before the end of the books, and of the shift. */
  #within(at: number, toAt: number): boolean {
    return at < Math.min(toAt, this.#until);
  }

  #guards(): Person[] {
    return this.#world.crew.whoever(({ roles }) => roles.includes('gateGuard'));
  }

  #keeper(post: string, at: number): Person {
    const { crew, chance } = this.#world;
    return post === GATE_POST ? chance.pick(this.#guards()) : crew.withPermit('dutyLogs.write', at, chance);
  }

  #begin(post: string, shiftCode: string, shiftOn: string, toAt: number, at: number, who: Person): Log {
    const { chance } = this.#world;
    const shift = DEFAULT_SETTINGS.shifts.find((one) => one.code === shiftCode)!;
    const fromAt = instantOf(shiftOn, shift.from);
    const row: BookRow<'dutyLogs'> = {
      ...UNTOUCHED,
      id: newId(at, chance.fill),
      ...this.#world.number('dutyLogs', msOf(fromAt)),
      state: 'open',
      post,
      shiftCode,
      shiftOn,
      fromAt,
      toAt: isoOf(toAt),
      weather: chance.happens(0.9) ? chance.pick(WEATHERS) : null,
      people: JSON.stringify([{ id: who.id, name: who.name, at: isoOf(at) }]),
      note: null,
      recordedAt: isoOf(at),
      recorderId: who.id,
      recorderName: who.name,
    };
    return this.#logs.open(row, this.#world.hand(who, 'dutyLogs.open', at));
  }

  #change(log: Log, patch: Partial<BookRow<'dutyLogs'>>, op: string, who: Person, at: number): void {
    this.#logs.change(log, patch, this.#world.hand(who, `dutyLogs.${op}`, at), {
      kind: op === 'void' ? 'VOID' : 'CHANGE',
    });
  }

  #shift(post: string, code: string, day: string, toAt: number, at: number): void {
    const { chance } = this.#world;
    const turn = this.#turn;
    this.#turn += 1;
    const who = this.#keeper(post, at + 20 * MINUTE_MS);
    const log = this.#begin(post, code, day, toAt, at, who);
    // The latest shifts of all have their message, so that one of them is unread.
    if (turn % 9 === 4 || toAt > this.#until) this.#message(log, who, at + 5 * MINUTE_MS, toAt);
    const gate = post === GATE_POST;
    if (gate) this.#gateRounds(log, who, at, toAt);
    const words = gate ? GATE_LINES : DESK_LINES;
    let when = at;
    for (let n = chance.between(2, gate ? 3 : 5); n > 0; n -= 1) {
      when += chance.between(20, 110) * MINUTE_MS;
      const [kind, matter, handling, result] = chance.pick(words);
      if (this.#within(when, toAt))
        this.#errands.later(when, (now) =>
          this.#line(log, { kind, matter, handling, result }, who, now, turn + 3 * n),
        );
    }
    if (turn % 7 === 3) this.#bigEvent(log, who, at + 90 * MINUTE_MS, toAt);
    // The supervisor signs the day after its last shift; the last three days wait for nobody but one.
    const signed = toAt + chance.between(20, 180) * MINUTE_MS;
    if (turn % 13 !== 11 && signed < this.#until) this.#errands.byDay(signed, (now) => this.#sign(log, now));
  }

  #message(log: Log, who: Person, at: number, toAt: number): void {
    const { chance, crew } = this.#world;
    const boss = chance.pick(crew.allowed('dutyLogs.lead'));
    if (!this.#within(at + 20 * MINUTE_MS, toAt)) return;
    this.#errands.later(at, (now) => {
      const patch = { message: chance.pick(MESSAGES), messageAt: isoOf(now) };
      const left = { ...patch, messageById: boss.id, messageByName: boss.name, reads: '[]' };
      this.#change(log, left, 'leaveMessage', boss, now);
    });
    if (toAt > this.#until && log.row.post === GATE_POST) return;
    this.#errands.later(at + 12 * MINUTE_MS, (now) => {
      const reads = JSON.stringify([{ id: who.id, name: who.name, at: isoOf(now) }]);
      this.#change(log, { reads }, 'readMessage', who, now);
    });
  }

  /** Lights and gates at dusk and dawn, a sign-in at every point. */
  #gateRounds(log: Log, who: Person, at: number, toAt: number): void {
    const { chance } = this.#world;
    const early = log.row.shiftCode === 'early';
    if (log.row.shiftCode !== 'night')
      for (const matter of GATE_SWITCHES)
        this.#later(
          log,
          { kind: 'switch', matter, on: !early },
          who,
          at + chance.between(5, 60) * MINUTE_MS,
          toAt,
        );
    let when = at + 60 * MINUTE_MS;
    for (const matter of GATE_POINTS) {
      when += chance.between(6, 14) * MINUTE_MS;
      this.#later(log, { kind: 'round', matter }, who, when, toAt);
    }
  }

  #later(log: Log, written: Written, who: Person, at: number, toAt: number): void {
    if (this.#within(at, toAt)) this.#errands.later(at, (now) => this.#line(log, written, who, now, 0));
  }

  #bigEvent(log: Log, who: Person, at: number, toAt: number): void {
    const { chance } = this.#world;
    if (!this.#within(at, toAt)) return;
    const [matter, handling, result] = chance.pick(BIG_EVENTS);
    this.#errands.later(at, (now) => {
      const line = this.#line(log, { kind: 'big', matter, handling, handler: who.name }, who, now, 0);
      this.#errands.later(now + chance.between(15, 60) * MINUTE_MS, (later) =>
        this.#finish(line, result, who, later),
      );
    });
  }

  #line(log: Log, written: Written, who: Person, at: number, turn: number): Line {
    const { chance } = this.#world;
    const { kind, matter, handling = null, handler = null, result = null, on } = written;
    const waits = result === null && (kind === 'event' || kind === 'big');
    const row: BookRow<'dutyLines'> = {
      id: newId(at, chance.fill),
      ...this.#world.number('dutyLines', at),
      state: waits ? 'open' : 'done',
      logId: log.row.id,
      kind,
      happenedAt: isoOf(at - chance.between(0, 2) * MINUTE_MS),
      matter,
      handling,
      handler,
      result,
      turnedOn: kind === 'switch' ? (on ? 1 : 0) : null,
      finishedAt: null,
      finishedByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: isoOf(at),
      recorderId: who.id,
      recorderName: who.name,
    };
    const line = this.#lines.open(row, this.#world.hand(who, 'dutyLines.write', at));
    if (turn % 8 === 5) this.#correct(line, who, at + 25 * MINUTE_MS);
    else if (turn % 8 === 6 && kind === 'event') this.#void(line, at + 15 * MINUTE_MS);
    else if (waits && kind === 'event' && chance.happens(0.8))
      this.#errands.byDay(at + chance.between(60, 900) * MINUTE_MS, (now) =>
        this.#finish(line, '维保已修复，恢复正常', who, now),
      );
    return line;
  }

  #finish(line: Line, result: string, who: Person, at: number): void {
    if (line.row.state !== 'open') return;
    const patch = { state: 'done' as const, result, finishedAt: isoOf(at), finishedByName: who.name };
    this.#lines.change(line, patch, this.#world.hand(who, 'dutyLines.finish', at));
  }

  #correct(line: Line, who: Person, at: number): void {
    this.#errands.later(at, (now) => {
      const what = { kind: 'CORRECT' as const, facts: { field: 'handling', reason: '处理人写漏' } };
      const handling = `${line.row.handling ?? '已处理'}，由工程部小梁到场`;
      this.#lines.change(line, { handling }, this.#world.hand(who, 'dutyLines.correct', now), what);
    });
  }

  #void(line: Line, at: number): void {
    const { chance, crew } = this.#world;
    const boss = chance.pick(crew.allowed('dutyLogs.void'));
    this.#errands.later(at, (now) => {
      const gone = { voidReason: '写错岗位', voidedAt: isoOf(now), voidedByName: boss.name };
      this.#lines.change(line, { state: 'voided', ...gone }, this.#world.hand(boss, 'dutyLines.void', now), {
        kind: 'VOID',
      });
      this.#lines.settle(line);
    });
  }

  #sign(log: Log, at: number): void {
    const { chance, crew } = this.#world;
    const bosses = crew.allowed('dutyLogs.sign');
    const boss = chance.pick(bosses.filter(({ id }) => !log.row.people.includes(id)));
    const signed = { signedAt: isoOf(at), signedById: boss.id, signedByName: boss.name };
    const signNote = chance.happens(0.2) ? '已阅，电梯异响请继续跟进。' : null;
    this.#change(log, { state: 'signed', ...signed, signNote }, 'sign', boss, at);
    this.#logs.settle(log);
  }

  /** 岗位选错: a log without a line, void again after a few minutes. */
  #mistaken(at: number): void {
    const { chance, crew } = this.#world;
    const who = crew.withPermit('dutyLogs.write', at, chance);
    const shift = DEFAULT_SETTINGS.shifts.find((one) => one.code === 'early')!;
    const day = dayOf(isoOf(at));
    if (at < msOf(instantOf(day, shift.from))) return;
    const log = this.#begin(SERVICE_POST, 'early', day, msOf(instantOf(day, shift.to)), at, who);
    this.#errands.later(at + 6 * MINUTE_MS, (now) => {
      const boss = chance.pick(crew.allowed('dutyLogs.void'));
      const gone = { voidReason: '岗位选错', voidedAt: isoOf(now), voidedByName: boss.name };
      this.#change(log, { state: 'voided', ...gone }, 'void', boss, now);
      this.#logs.settle(log);
    });
  }
}
