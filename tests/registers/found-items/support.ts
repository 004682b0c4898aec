import { expect } from 'vitest';
import { actorOf } from '../../../electron/registers/session/prove';
import type { Input } from '../../../shared/api';
import { isoOf, msOf } from '../../../shared/dates';
import { Refusal } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import { must, newOffice, type OfficeOptions, PIN, type TestOffice } from '../../support/office';

export type NewItem = Input<'foundItems.register'>;
export type Done = { id: string; serialNo: string; version: number };

/**
 * An office that proves PINs by comparing them: the same door and the same rules without half a second of scrypt each.
 * How secrets are proven and tries are counted is tested in tests/registers/session.
 */
export async function quickOffice(options: OfficeOptions = {}): Promise<TestOffice> {
  const office = await newOffice(options);
  office.door.deps.prove = async ({ read }, staffId, secret) => {
    const row = await read.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirst();
    if (!row || secret !== PIN) throw new Refusal('session.wrong');
    return actorOf(row);
  };
  return office;
}

/** An instant `minutes` before the office's now. */
export const ago = (office: TestOffice, minutes: number): string =>
  isoOf(msOf(office.now()) - minutes * 60_000);

/** A plain umbrella, confirmed by a witness on paper; `over` replaces what a test is about. */
export const umbrella = (office: TestOffice, over: Partial<NewItem> = {}): NewItem => ({
  category: 'umbrella',
  name: '黑色长柄雨伞',
  quantity: 1,
  publicFeatures: '木柄',
  foundPlace: '一楼大堂',
  foundAt: ago(office, 10),
  finderName: '何香',
  finderDepartment: '保洁部',
  finderPhone: '13800138000',
  storagePlace: '前台失物柜',
  second: { how: 'witness', name: '见证人甲' },
  ...over,
});

/** A phone in a sealed bag, confirmed and countersigned by the supervisor's PIN. */
export const phone = (office: TestOffice, over: Partial<NewItem> = {}): NewItem =>
  umbrella(office, {
    category: 'phone',
    name: '华为手机',
    bagNo: 'FD-001',
    verifyFeatures: '锁屏是一只橘猫',
    second: office.pin('csSupervisor'),
    ...over,
  });

/** Registers as the receptionist (or another role). */
export const register = async (office: TestOffice, input: NewItem, role: Role = 'receptionist') =>
  must(await office.as(role).foundItems.register(input));

/** The entry as another reader than its recorder sees it. */
export const entryOf = async (office: TestOffice, id: string, role: Role = 'csSupervisor') =>
  must(await office.as(role).foundItems.entry({ id }));

/** `op/kind` of the newest journal lines of an entry, oldest of them first. */
export function journalOf(office: TestOffice, entryId: string): string[] {
  const lines = office.file.raw
    .prepare('SELECT op, kind FROM journal WHERE entryId = ? ORDER BY seq')
    .all(entryId) as { op: string; kind: string }[];
  return lines.map(({ op, kind }) => `${op}/${kind}`);
}

/** The newest journal line of an entry is this one. */
export function expectLast(office: TestOffice, entryId: string, line: string): void {
  expect(journalOf(office, entryId).at(-1)).toBe(line);
}

export const touch = ({ id, version }: Pick<Done, 'id' | 'version'>) => ({ id, version });
