import { addDays, DAY_MS, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { type NoticeMedium, PLAYED_MEDIA } from '../../../shared/registers/notices.row';
import type { Book, BookRow } from '../../db/bulk/book';
import { UNTOUCHED } from '../../registers/notices/register';
import { indexNotice } from '../../registers/notices/words';
import { inOfficeHours } from './calendar';
import { Weighted } from './chance';
import type { Person } from './people';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import {
  NOTICE_ASKERS,
  NOTICE_PLACES,
  NOTICE_PLAYS,
  NOTICE_SENT_BACK,
  NOTICE_TEXTS,
  NOTICE_WITHDRAWN,
} from './words/notice-words';
import type { World } from './world';

/** S25 in the demo office: a text from its draft to the day it comes down; who writes never approves. */

type Row = BookRow<'notices'>;
const MEDIA = new Weighted<NoticeMedium>([
  ['board', 38],
  ['led', 20],
  ['bulletin', 14],
  ['unitDoor', 12],
  ['doorDisplay', 8],
  ['home', 8],
]);
const DAYS = DAY_MS / MINUTE_MS;

/** How far a text comes, by its turn: all states are there however few the lines are. */
const wayOf = (
  turn: number,
): 'void' | 'withdraw' | 'sendBack' | 'draft' | 'submitted' | 'approved' | 'all' => {
  if (turn % 17 === 3) return 'void';
  if (turn % 17 === 5) return 'withdraw';
  if (turn % 11 === 7) return 'sendBack';
  if (turn % 23 === 9) return 'draft';
  if (turn % 23 === 12) return 'submitted';
  if (turn % 23 === 14) return 'approved';
  return 'all';
};

export function noticeTale(
  world: World,
  book: Book<'notices'>,
  receipts: Book<'noticeReceipts'>,
  at: number,
  turn: number,
): Arriving {
  const { chance, crew } = world;
  const writer = crew.withPermit('notices.write', at, chance);
  const text = chance.pick(NOTICE_TEXTS);
  const medium = text.kind === 'goods' ? 'home' : MEDIA.draw(chance);
  const today = dayOf(isoOf(at));
  const fromOn = addDays(today, chance.between(1, 3));
  const row: Row = {
    ...UNTOUCHED,
    id: newId(at, chance.fill),
    ...world.number('notices', at),
    ...text,
    state: 'draft',
    medium,
    place: chance.pick(NOTICE_PLACES[medium]),
    fromOn,
    toOn: addDays(fromOn, chance.between(3, 14)),
    plays: PLAYED_MEDIA.includes(medium) ? chance.pick(NOTICE_PLAYS) : null,
    department: chance.happens(0.3) ? chance.pick(NOTICE_ASKERS) : null,
    note: null,
    recordedAt: isoOf(at),
    recorderId: writer.id,
    recorderName: writer.name,
  };
  const told = book.open(row, world.hand(writer, 'notices.register', at));
  const steps: Step[] = [];
  let when = at;
  const add = (act: (now: number) => void, least: number, most: number): void => {
    when = Math.round(inOfficeHours(when + chance.between(least, most) * MINUTE_MS, chance));
    steps.push({ at: when, act });
  };
  const change = (op: string, who: Person, now: number, patch: Partial<Row>): void =>
    book.change(told, patch, world.hand(who, `notices.${op}`, now), {
      kind: op === 'void' ? 'VOID' : 'CHANGE',
    });
  const others = crew.allowed('notices.approve').filter((person) => person !== writer);
  const approver = chance.pick(others);
  const submit = (least: number, most: number): void =>
    add(
      (now) =>
        change('submit', writer, now, {
          state: 'submitted',
          submittedAt: isoOf(now),
          submitterId: writer.id,
          submitterName: writer.name,
        }),
      least,
      most,
    );
  const way = wayOf(turn);
  const go = (): void => {
    if (way === 'draft') return;
    if (way === 'void') {
      const who = chance.pick(crew.allowed('notices.void'));
      add(
        (now) =>
          change('void', who, now, {
            state: 'voided',
            voidReason: '重复登记',
            voidedAt: isoOf(now),
            voidedByName: who.name,
          }),
        5,
        200,
      );
      return;
    }
    submit(5, 120);
    if (way === 'submitted') return;
    if (way === 'sendBack') {
      add(
        (now) =>
          change('sendBack', approver, now, {
            state: 'draft',
            submittedAt: null,
            submitterId: null,
            submitterName: null,
            sentBackAt: isoOf(now),
            sentBackByName: approver.name,
            sentBackReason: chance.pick(NOTICE_SENT_BACK),
          }),
        10,
        120,
      );
      if (turn % 2 === 0) return;
      submit(10, 90);
    }
    add(
      (now) =>
        change('approve', approver, now, {
          state: 'approved',
          approvedAt: isoOf(now),
          approvedByName: approver.name,
        }),
      5,
      150,
    );
    if (way === 'approved') return;
    if (way === 'withdraw') {
      const reason = chance.pick(NOTICE_WITHDRAWN);
      add((now) => change('withdraw', writer, now, { state: 'withdrawn', withdrawnReason: reason }), 20, 300);
      return;
    }
    add(
      (now) => {
        const who = crew.withPermit('notices.post', now, chance);
        change('post', who, now, { state: 'posted', postedAt: isoOf(now), postedByName: who.name });
      },
      10,
      DAYS,
    );
    if (medium === 'home') handedOut();
    // One in fifteen hangs longer than it may.
    const days = (Date.parse(row.toOn) - Date.parse(row.fromOn)) / DAY_MS;
    const least = Math.max(1, days - 1) * DAYS;
    add(
      (now) => {
        const who = crew.withPermit('notices.post', now, chance);
        change('remove', who, now, { state: 'removed', removedAt: isoOf(now), removedByName: who.name });
      },
      turn % 15 === 4 ? least + 6 * DAYS : least,
      turn % 15 === 4 ? least + 12 * DAYS : least + 0.8 * DAYS,
    );
  };
  /** A few units sign for their copies (F33); one line is struck now and then. */
  const handedOut = (): void => {
    if (world.units.length === 0) return;
    for (let lineNo = 1; lineNo <= 4; lineNo += 1) {
      const unit = chance.pick(world.units);
      const name = unit.occupant?.person || world.people.name(chance);
      add(
        (now) => {
          const who = crew.withPermit('notices.post', now, chance);
          const line = receipts.open(
            {
              id: newId(now, chance.fill),
              noticeId: row.id,
              lineNo,
              unitId: unit.id,
              copies: 1,
              receiverName: name,
              deliveredAt: isoOf(now),
              deliveredByName: who.name,
              struckReason: null,
              struckByName: null,
            },
            world.hand(who, 'notices.handOut', now),
          );
          if (chance.happens(0.08))
            receipts.change(
              line,
              { struckReason: '房号写错', struckByName: who.name },
              world.hand(who, 'notices.strikeReceipt', now),
              { kind: 'VOID' },
            );
          receipts.settle(line);
        },
        10,
        200,
      );
    }
  };
  go();
  return planned(steps, () => {
    book.settle(told);
    indexNotice(world, { ...told.row, version: told.version });
  });
}
