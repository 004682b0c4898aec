import { addDays, dayOf, instantOf, isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Attendee, MeetingKind, MeetingSection } from '../../../shared/registers/meetings.row';
import type { BookRow, Told } from '../../db/bulk/book';
import type { Facts } from '../../db/journal';
import { UNTOUCHED } from '../../registers/meetings/meeting-acts';
import type { Errands, Shelf } from './errands';
import type { Person } from './people';
import {
  DROPPED,
  LAST_WEEK,
  MEETING_PLACES,
  MEETING_PROBLEMS,
  RESOLUTIONS,
  THIS_WEEK,
  TOPICS,
  TRAININGS,
} from './words/meeting-words';
import type { World } from './world';

/** The meetings of the demo office (S84): every morning and evening, on Mondays the week's; resolutions chased until done. */

type Meeting = Told<'meetings'>;
type Resolution = Told<'resolutions'>;

export class MeetingTale {
  readonly #world: World;
  readonly #errands: Errands;
  readonly #meetings: Shelf<'meetings'>;
  readonly #resolved: Shelf<'resolutions'>;
  readonly #until: number;
  #turn = 0;
  #lines = 0;

  constructor(
    world: World,
    errands: Errands,
    meetings: Shelf<'meetings'>,
    resolved: Shelf<'resolutions'>,
    until: number,
  ) {
    this.#world = world;
    this.#errands = errands;
    this.#meetings = meetings;
    this.#resolved = resolved;
    this.#until = until;
  }

  plan(day: string): void {
    const monday = new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
    this.#at(day, '08:30', monday ? 'weekly' : 'morning');
    this.#at(day, '17:20', 'evening');
    // The last meeting is still written in when the books end.
    if (day === dayOf(isoOf(this.#until)))
      this.#errands.later(this.#until - 20 * MINUTE_MS, (at) => this.#hold('special', at, false));
  }

  #at(day: string, time: string, kind: MeetingKind): void {
    const at = msOf(instantOf(day, time)) + this.#world.chance.between(0, 3) * MINUTE_MS;
    if (at + 45 * MINUTE_MS < this.#until) this.#errands.later(at, (now) => this.#hold(kind, now, true));
  }

  #change(
    told: Meeting,
    patch: Partial<BookRow<'meetings'>>,
    op: string,
    who: Person,
    at: number,
    what?: Facts,
  ) {
    this.#meetings.change(told, patch, this.#world.hand(who, `meetings.${op}`, at), what);
  }

  #hold(kind: MeetingKind, at: number, goesOn: boolean): void {
    const { chance, crew } = this.#world;
    const turn = this.#turn;
    this.#turn += 1;
    const chair = chance.pick(crew.whoever(({ roles }) => roles.includes('csSupervisor')));
    const minutes = chance.pick(crew.whoever(({ roles }) => roles.includes('csAssistant')));
    const department = crew.whoever(({ roles }) => !roles.includes('sysAdmin'));
    const attendance: Attendee[] = department.map(({ id, name }) => ({
      id,
      name,
      how: 'present',
      leaveBy: null,
    }));
    const row: BookRow<'meetings'> = {
      ...UNTOUCHED,
      id: newId(at, chance.fill),
      ...this.#world.number('meetings', at),
      state: 'open',
      kind,
      title: kind === 'special' ? '季度检查准备会' : null,
      heldAt: isoOf(at),
      place: chance.pick(MEETING_PLACES),
      chairId: chair.id,
      chairName: chair.name,
      minutesById: minutes.id,
      minutesByName: minutes.name,
      attendance: JSON.stringify(attendance),
      note: null,
      recordedAt: isoOf(at),
      recorderId: minutes.id,
      recorderName: minutes.name,
    };
    const told = this.#meetings.open(row, this.#world.hand(minutes, 'meetings.register', at));
    if (turn % 19 === 7) {
      this.#errands.later(at + 4 * MINUTE_MS, (now) => {
        const gone = { voidReason: '重复开会记录', voidedAt: isoOf(now), voidedByName: chair.name };
        this.#change(told, { state: 'voided', ...gone }, 'void', chair, now, { kind: 'VOID' });
        this.#meetings.settle(told);
      });
      return;
    }
    this.#errands.later(at + 3 * MINUTE_MS, (now) => this.#attend(told, minutes, turn, now));
    const said: [section: MeetingSection, text: string][] = [['topics', chance.pick(TOPICS)]];
    if (kind === 'weekly')
      said.push(['lastWeek', chance.pick(LAST_WEEK)], ['thisWeek', chance.pick(THIS_WEEK)]);
    if (turn % 3 === 0) said.push(['problems', chance.pick(MEETING_PROBLEMS)]);
    if (turn % 5 === 1) said.push(['training', chance.pick(TRAININGS)]);
    for (const [n, [section, text]] of said.entries())
      this.#errands.later(at + (5 + 3 * n) * MINUTE_MS, (now) =>
        this.#change(told, { [section]: text }, 'write', minutes, now, { kind: 'CHANGE' }),
      );
    if (!goesOn) return;
    for (let n = kind === 'weekly' ? 3 : turn % 2; n > 0; n -= 1)
      this.#errands.later(at + (24 - n) * MINUTE_MS, (now) => this.#resolve(told, minutes, chair, now));
    // The evening's minutes of yesterday wait for their signature now and then.
    if (turn % 11 === 5) return;
    this.#errands.later(at + 30 * MINUTE_MS, (now) => {
      const issued = { issuedAt: isoOf(now), issuedById: chair.id, issuedByName: chair.name };
      this.#change(told, { state: 'issued', ...issued }, 'issue', chair, now, { kind: 'CHANGE' });
      if (turn % 9 === 4) this.#correct(told, minutes, now + 40 * MINUTE_MS);
    });
  }

  /** Now and then somebody is late, on leave or missing. */
  #attend(told: Meeting, who: Person, turn: number, at: number): void {
    const { chance } = this.#world;
    if (turn % 3 === 2) return;
    const list = JSON.parse(told.row.attendance ?? '[]') as Attendee[];
    const one = list[chance.below(list.length)];
    if (!one || one.id === told.row.chairId || one.id === told.row.minutesById) return;
    one.how = turn % 3 === 0 ? 'late' : 'leave';
    one.leaveBy = one.how === 'leave' ? told.row.chairName : null;
    this.#change(told, { attendance: JSON.stringify(list) }, 'attend', who, at, { kind: 'CHANGE' });
  }

  #correct(told: Meeting, who: Person, at: number): void {
    this.#errands.later(at, (now) => {
      const what: Facts = { kind: 'CORRECT', facts: { field: 'topics', reason: '漏记一项' } };
      this.#change(told, { topics: `${told.row.topics ?? ''}；安全提醒` }, 'correct', who, now, what);
    });
  }

  #resolve(told: Meeting, who: Person, chair: Person, at: number): void {
    const { chance, crew } = this.#world;
    const [matter, result] = chance.pick(RESOLUTIONS);
    const turn = this.#lines;
    this.#lines += 1;
    const owner = chance.pick(
      crew.whoever(({ roles }) =>
        roles.some((role) => ['csSteward', 'receptionist', 'csAssistant'].includes(role)),
      ),
    );
    const row: BookRow<'resolutions'> = {
      id: newId(at, chance.fill),
      ...this.#world.number('resolutions', at),
      state: 'open',
      meetingId: told.row.id,
      lineNo: this.#lineOf(told.row.id),
      matter,
      ownerId: owner.id,
      ownerName: owner.name,
      dueOn: addDays(dayOf(isoOf(at)), chance.between(1, 6)),
      doneAt: null,
      doneByName: null,
      result: null,
      droppedReason: null,
      droppedByName: null,
      voidReason: null,
      voidedAt: null,
      voidedByName: null,
      note: null,
      recordedAt: isoOf(at),
      recorderId: who.id,
      recorderName: who.name,
    };
    const line = this.#resolved.open(row, this.#world.hand(who, 'resolutions.register', at));
    this.#chase(line, turn, result, owner, who, chair, at);
  }

  readonly #places = new Map<string, number>();
  #lineOf(meetingId: string): number {
    const next = (this.#places.get(meetingId) ?? 0) + 1;
    this.#places.set(meetingId, next);
    return next;
  }

  #chase(
    line: Resolution,
    turn: number,
    result: string,
    owner: Person,
    who: Person,
    chair: Person,
    at: number,
  ): void {
    const { chance } = this.#world;
    const act = (
      op: string,
      by: Person,
      when: number,
      patch: (now: number) => Partial<BookRow<'resolutions'>>,
      what: Facts,
    ) =>
      this.#errands.byDay(when, (now) => {
        if (now < this.#until)
          this.#resolved.change(line, patch(now), this.#world.hand(by, `resolutions.${op}`, now), what);
      });
    const finish = (when: number) =>
      act(
        'finish',
        owner,
        when,
        (now) => ({ state: 'done', result, doneAt: isoOf(now), doneByName: owner.name }),
        {
          kind: 'CHANGE',
        },
      );
    const hour = 60 * MINUTE_MS;
    if (turn % 9 === 4)
      act(
        'drop',
        chair,
        at + 20 * hour,
        () => ({ state: 'dropped', droppedReason: DROPPED, droppedByName: chair.name }),
        {
          kind: 'CHANGE',
        },
      );
    else if (turn % 13 === 6)
      act(
        'void',
        chair,
        at + 2 * hour,
        (now) => ({
          state: 'voided',
          voidReason: '重复记录',
          voidedAt: isoOf(now),
          voidedByName: chair.name,
        }),
        { kind: 'VOID' },
      );
    else if (turn % 7 !== 3) {
      finish(at + chance.between(20, 110) * hour);
      return;
    } else
      act('correct', who, at + 1 * hour, () => ({ note: '请每周例会报告进度' }), {
        kind: 'CORRECT',
        facts: { field: 'note', reason: '补充要求' },
      });
  }
}
