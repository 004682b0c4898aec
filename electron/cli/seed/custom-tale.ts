import { addDays, DAY_MS, dayOf, isoOf, MINUTE_MS, timeOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { type CustomBookLine, type CustomColumn, hasValue } from '../../../shared/registers/custom-books.row';
import type { Book, BookRow } from '../../db/bulk/book';
import { firstState, UNTOUCHED } from '../../registers/custom/entries';
import { indexEntry } from '../../registers/custom/words';
import { inOfficeHours } from './calendar';
import type { Person } from './people';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import type { World } from './world';

/** A line of an own book, from its writing to its end. */

type Entry = BookRow<'customEntries'>;

/** What is written in a column, by its heading. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  地点: ['1号楼大堂', '地下车库B区', '东门', '3号楼连廊', '儿童游乐区', '中心花园'],
  情况: ['已现场查看', '已通知责任部门', '处理后恢复正常', '等待配件到货', '已请厂家上门'],
  房号: ['3-1502', '1-803', '2-2204', '5-301', '3-706'],
  '表号/卡号': ['DB-10233', 'SB-20418', 'K00871', 'DB-10877', 'SB-20115'],
  收据号: ['SJ26-00871', 'SJ26-01204', 'SJ26-01377'],
  设备: ['打印机 HP M405', '复印机', '塑封机', '传真机', '饮水机', '一体机 3 号'],
  维修单位: ['信达办公设备', '原厂售后', '工程部'],
};
const OTHER = ['按规定处理', '见附页', '已说明'];

function writtenIn(column: CustomColumn, at: number, { chance, people }: World): string | null {
  if (!column.required && chance.happens(0.3)) return null;
  const iso = isoOf(at);
  switch (column.kind) {
    case 'person':
      return people.name(chance);
    case 'day':
      return dayOf(iso);
    case 'time':
      return timeOf(iso);
    case 'dayTime':
      return iso;
    case 'choice':
      return chance.pick(column.choices);
    case 'count':
      return String(chance.between(1, 40));
    case 'money':
      return String(chance.between(5, 60) * 1000);
    default:
      return chance.pick(WRITTEN[column.zh] ?? OTHER);
  }
}

/** One line of a book. */
export function customTale(
  world: World,
  book: Book<'customEntries'>,
  own: CustomBookLine,
  at: number,
  turn: number,
): Arriving {
  const { chance, crew } = world;
  const by = crew.withPermit('customEntries.print', at, chance);
  const { serialNo, scanCode } = world.number('customEntries', at);
  const values = Object.fromEntries(
    own.columns.filter(hasValue).map((column) => [column.slot, writtenIn(column, at, world)]),
  );
  const row: Entry = {
    ...UNTOUCHED,
    ...values,
    id: newId(at, chance.fill),
    serialNo,
    scanCode,
    state: firstState(own),
    bookId: own.id,
    at: isoOf(at),
    note: null,
    recordedAt: isoOf(at),
    recorderId: by.id,
    recorderName: by.name,
  };
  const told = book.open(row, world.hand(by, 'customEntries.register', at));
  const steps: Step[] = [];
  let when = at;
  const add = (act: (now: number, by: Person) => void, least: number, most: number): void => {
    when = Math.round(inOfficeHours(when + chance.between(least, most) * MINUTE_MS, chance));
    steps.push({ at: when, act: (now) => act(now, crew.withPermit('customEntries.print', now, chance)) });
  };
  const change = (
    op: string,
    now: number,
    patch: Partial<Entry>,
    who: Person,
    kind: 'CHANGE' | 'VOID' = 'CHANGE',
  ) => book.change(told, patch, world.hand(who, `customEntries.${op}`, now), { kind });
  if (turn % 23 === 11)
    add(
      (now) => {
        const who = chance.pick(crew.allowed('customEntries.void'));
        const voided = { voidReason: '重复登记', voidedAt: isoOf(now), voidedByName: who.name };
        change('void', now, { state: 'voided', ...voided }, who, 'VOID');
      },
      3,
      90,
    );
  else if (turn % 17 === 5)
    add(
      (now) => {
        const facts = { field: 'note', reason: '补充说明' };
        const hand = world.hand(by, 'customEntries.correct', now);
        book.change(told, { note: `复查日 ${addDays(dayOf(isoOf(now)), 7)}` }, hand, {
          kind: 'CORRECT',
          facts,
        });
      },
      15,
      300,
    );
  if (turn % 23 !== 11 && own.flow !== 'record') {
    const left = turn % 13;
    if (own.flow === 'work' && left !== 4)
      add(
        (now, who) =>
          change('start', now, { state: 'doing', startedAt: isoOf(now), startedByName: who.name }, who),
        5,
        200,
      );
    if (left !== 4 && left !== 9)
      add(
        (now, who) => change('finish', now, { state: 'done', doneAt: isoOf(now), doneByName: who.name }, who),
        20,
        DAY_MS / MINUTE_MS,
      );
  }
  return planned(steps, () => {
    book.settle(told);
    indexEntry(world, { ...told.row, version: told.version }, own);
  });
}
