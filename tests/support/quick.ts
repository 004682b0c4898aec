import { expect } from 'vitest';
import { actorOf } from '../../electron/registers/session/prove';
import { isoOf, msOf } from '../../shared/dates';
import { Refusal } from '../../shared/result';
import { newOffice, type OfficeOptions, PIN, type TestOffice } from './office';

/** What specs of all registers share: a quick office and a look at an entry's journal. */

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

/** `op/kind` of the journal lines of an entry, oldest first. */
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

/** Id and version, as every act on an entry takes them. */
export const touch = ({ id, version }: Pick<Done, 'id' | 'version'>) => ({ id, version });
