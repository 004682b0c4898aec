import { createHash } from 'node:crypto';
import { markOf } from '../../electron/db/anchors';
import type { CommandContext } from '../../electron/db/context';
import type { FoundItemsTable, LostReportsTable } from '../../electron/db/tables';
import { storePhoto } from '../../electron/registers/attachments/store';
import { indexItem, indexReport } from '../../electron/registers/found-items/words';
import { isoOf, monthOf, msOf } from '../../shared/dates';
import type { TestOffice } from '../support/office';

/** Repeatable chance (mulberry32): `roll(n)` is a whole number below n. */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  roll(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  }
  pick<T>(from: readonly T[]): T {
    return from[this.roll(from.length)]!;
  }
}

const SURNAMES = [...'王李张刘陈杨黄赵周吴单曾仇解区查盖朴'];
const GIVEN = [
  '伟',
  '芳',
  '小明',
  '建国',
  '丽华',
  '雨欣',
  '子涵',
  '志强',
  '秀英',
  '浩然',
  '𠮷',
  '阿依古丽·买买提',
];
const THINGS = [
  '黑色双肩包',
  '雨伞',
  '蓝牙耳机 AirPods Pro',
  '钱包',
  '银行卡',
  '门禁卡',
  '保温杯',
  'iPhone 15 手机',
  '儿童外套',
];
const PLACES = ['A座1层大堂', 'B座12层电梯厅', '地下二层停车场', '南门岗亭', '会议室301', '员工食堂'];
const FEATURES = ['九成新', '拉链处有红色挂件', 'Samsonite 标牌', '内有雨伞一把', null];

type Write = Omit<CommandContext, 'actor' | 'second'>;
type Item = Omit<FoundItemsTable, 'version' | 'sealed'>;
type Report = Omit<LostReportsTable, 'version' | 'sealed'>;

export const nameFrom = (dice: Dice): string => dice.pick(SURNAMES) + dice.pick(GIVEN);
const phoneFrom = (dice: Dice): string => `138${String(dice.roll(100_000_000)).padStart(8, '0')}`;

/** Columns of a table without `version` and `sealed`, all null. */
function blank(office: TestOffice, table: string): Record<string, null> {
  const columns = office.file.raw.pragma(`table_info(${table})`) as { name: string }[];
  return Object.fromEntries(
    columns.filter(({ name }) => name !== 'version' && name !== 'sealed').map(({ name }) => [name, null]),
  );
}

export function newItem(
  office: TestOffice,
  write: Write,
  dice: Dice,
  over: Partial<Item> = {},
): FoundItemsTable {
  const person = office.actor('receptionist');
  const at = write.now;
  const { serialNo, scanCode } = write.numbers.next('foundItems', monthOf(at));
  const row = write.journal.create('foundItems', {
    ...(blank(office, 'found_items') as unknown as Item),
    id: write.newId(),
    serialNo,
    scanCode,
    state: 'registered',
    category: 'bag',
    name: dice.pick(THINGS),
    quantity: 1 + dice.roll(3),
    publicFeatures: dice.pick(FEATURES),
    verifyFeatures: `内侧写有 ${dice.roll(10_000)}`,
    valuable: 0,
    foundPlace: dice.pick(PLACES),
    foundAt: at,
    finderName: nameFrom(dice),
    finderPhone: dice.roll(4) === 0 ? null : phoneFrom(dice),
    receivedById: person.staffId,
    receivedByName: person.name,
    receivedAt: at,
    confirmer1Id: person.staffId,
    confirmer1Name: person.name,
    confirmer2How: 'witness',
    confirmer2Name: '保安老李',
    storagePlace: '前台失物柜',
    recordedAt: at,
    recorderId: person.staffId,
    recorderName: person.name,
    ...over,
  });
  indexItem(write, row);
  return row;
}

export function newReport(office: TestOffice, write: Write, dice: Dice): LostReportsTable {
  const person = office.actor('receptionist');
  const { serialNo, scanCode } = write.numbers.next('lostReports', monthOf(write.now));
  const row = write.journal.create('lostReports', {
    ...(blank(office, 'lost_reports') as unknown as Report),
    id: write.newId(),
    serialNo,
    scanCode,
    state: 'open',
    subject: 'thing',
    category: 'bag',
    name: dice.pick(THINGS),
    features: dice.pick(FEATURES),
    lostPlace: dice.pick(PLACES),
    lostFrom: write.now,
    lostTo: write.now,
    reporterName: nameFrom(dice),
    reporterPhone: phoneFrom(dice),
    recordedAt: write.now,
    recorderId: person.staffId,
    recorderName: person.name,
  });
  indexReport(write, row);
  return row;
}

/**
 * Fills an office through the door: about `entries` found items and a quarter as many lost reports, closings, corrections of
 * plain and personal values, voids, refused claims, prints with their chain marks, photos. Thirty entries a transaction,
 * thirteen hours apart.
 */
export async function fill(office: TestOffice, entries: number, seed: number): Promise<void> {
  const dice = new Dice(seed);
  const person = office.actor('receptionist');
  for (let done = 0; done < entries; done += 30) {
    office.setNow(isoOf(msOf(office.now()) + 13 * 3_600_000));
    await office.door.write('tests.fill', { id: person.staffId, name: person.name }, (write) => {
      for (let i = done; i < Math.min(entries, done + 30); i += 1) one(office, write, dice);
    });
  }
}

function one(office: TestOffice, write: Write, dice: Dice): void {
  let row = newItem(office, write, dice);
  const { journal } = write;
  if (dice.roll(4) === 0) newReport(office, write, dice);
  if (dice.roll(12) === 0) {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, ...Array.from({ length: 40 }, () => dice.roll(256))]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    storePhoto(write.dataDir, sha256, bytes);
    journal.create('attachments', { sha256, bytes: bytes.length, width: 10, height: 10, addedAt: write.now });
    row = journal.change('foundItems', row, { photos: JSON.stringify([sha256]) }, { kind: 'CHANGE' });
  }
  if (dice.roll(3) === 0) {
    const finderPhone = phoneFrom(dice);
    const facts = { field: 'finderPhone', reason: '登记笔误' };
    row = journal.change('foundItems', row, { finderPhone }, { kind: 'CORRECT', facts });
  }
  if (dice.roll(5) === 0) {
    const facts = { field: 'foundPlace', reason: '现场核对后更正' };
    row = journal.change('foundItems', row, { foundPlace: '会议室302' }, { kind: 'CORRECT', facts });
  }
  if (dice.roll(9) === 0) {
    const what = { kind: 'CHANGE' as const, facts: { refused: true, reason: '特征不符' } };
    journal.note('foundItems', row.id, what, row.serialNo, { claimantName: nameFrom(dice) });
  }
  const end = dice.roll(10);
  if (end === 0) {
    const patch = {
      state: 'voided',
      voidReason: '重复登记',
      voidedAt: write.now,
      voidedByName: '王丽华',
    } as const;
    row = journal.change('foundItems', row, patch, { kind: 'VOID' });
  } else if (end < 7) {
    const patch = {
      state: 'claimed',
      outcome: 'claimed',
      claimantName: nameFrom(dice),
      claimantPhone: phoneFrom(dice),
      claimantDocument: String(1000 + dice.roll(9000)),
      claimantDocumentKind: 'idCard',
      closedAt: write.now,
    } as const;
    row = journal.change('foundItems', row, patch, { kind: 'CHANGE' });
  }
  if (dice.roll(6) === 0) {
    const facts = { copy: 1, chainMark: markOf(journal.head) };
    journal.note('foundItems', row.id, { kind: 'PRINT', facts }, row.serialNo);
  }
  indexItem(write, row);
}
