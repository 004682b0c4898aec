import { isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { Book, BookRow } from '../../db/bulk/book';
import { UNTOUCHED } from '../../registers/broadcasts/register';
import { indexBroadcast } from '../../registers/broadcasts/words';
import type { Person } from './people';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import { BROADCAST_RESULTS, BROADCAST_TEXTS } from './words/broadcast-words';
import type { World } from './world';

/** S28 in the demo office: asked for, approved by another, played, closed with its result. */

type Row = BookRow<'broadcasts'>;

/** How far a broadcast comes, by its turn: all states are there however few the lines are. */
const wayOf = (turn: number): 'void' | 'refuse' | 'requested' | 'approved' | 'all' => {
  if (turn % 17 === 3) return 'void';
  if (turn % 17 === 5) return 'refuse';
  if (turn % 23 === 9) return 'requested';
  if (turn % 23 === 12) return 'approved';
  return 'all';
};

export function broadcastTale(
  world: World,
  book: Book<'broadcasts'>,
  plays: Book<'broadcastPlays'>,
  at: number,
  turn: number,
): Arriving {
  const { chance, crew } = world;
  const writer = crew.withPermit('broadcasts.write', at, chance);
  const text = chance.pick(BROADCAST_TEXTS);
  const row: Row = {
    ...UNTOUCHED,
    id: newId(at, chance.fill),
    ...world.number('broadcasts', at),
    ...text,
    state: 'requested',
    requester: world.people.name(chance),
    fromAt: isoOf(at),
    toAt: isoOf(at + 240 * MINUTE_MS),
    repetitions: chance.between(1, 3),
    note: null,
    recordedAt: isoOf(at),
    recorderId: writer.id,
    recorderName: writer.name,
  };
  const told = book.open(row, world.hand(writer, 'broadcasts.register', at));
  const steps: Step[] = [];
  let when = at;
  const add = (act: (now: number) => void): void => {
    when += chance.between(3, 20) * MINUTE_MS;
    steps.push({ at: when, act });
  };
  const change = (op: string, who: Person, now: number, patch: Partial<Row>): void =>
    book.change(told, patch, world.hand(who, `broadcasts.${op}`, now), {
      kind: op === 'void' ? 'VOID' : 'CHANGE',
    });
  const approver = chance.pick(crew.allowed('broadcasts.approve').filter((person) => person !== writer));
  const way = wayOf(turn);
  if (way === 'void') {
    const who = chance.pick(crew.allowed('broadcasts.void'));
    add((now) =>
      change('void', who, now, {
        state: 'voided',
        voidReason: '重复登记',
        voidedAt: isoOf(now),
        voidedByName: who.name,
      }),
    );
  }
  if (way === 'refuse')
    add((now) =>
      change('refuse', approver, now, {
        state: 'refused',
        refusedAt: isoOf(now),
        refusedByName: approver.name,
        refusedReason: '内容不宜广播',
      }),
    );
  if (way === 'approved' || way === 'all') {
    const emergency = text.kind === 'emergency';
    const orders = emergency
      ? { managerOrder: world.people.name(chance), generalOrder: world.people.name(chance) }
      : {};
    add((now) =>
      change('approve', approver, now, {
        state: 'approved',
        approvedAt: isoOf(now),
        approvedByName: approver.name,
        ...orders,
      }),
    );
  }
  if (way === 'all') {
    for (let lineNo = 1; lineNo <= row.repetitions; lineNo += 1)
      add((now) => {
        const who = crew.withPermit('broadcasts.play', now, chance);
        const line = plays.open(
          {
            id: newId(now, chance.fill),
            broadcastId: row.id,
            lineNo,
            playedAt: isoOf(now),
            announcerName: who.name,
            struckReason: null,
            struckByName: null,
          },
          world.hand(who, 'broadcasts.play', now),
        );
        plays.settle(line);
        change('play', who, now, { played: lineNo });
      });
    const result = chance.pick(BROADCAST_RESULTS);
    add((now) => {
      const who = crew.withPermit('broadcasts.play', now, chance);
      change('close', who, now, { state: 'closed', closedAt: isoOf(now), closedByName: who.name, result });
    });
  }
  return planned(steps, () => {
    book.settle(told);
    indexBroadcast(world, { ...told.row, version: told.version });
  });
}
