import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseValues } from '../../electron/db/erase';
import { DATABASE_NAME } from '../../electron/db/office-file';
import { optimizeSearch } from '../../electron/db/search';
import { storyOf } from '../../electron/db/story';
import { verifyOffice } from '../../electron/db/verify';
import { indexItem } from '../../electron/registers/found-items/words';
import { Dice, newItem } from '../db/fill';
import { newOffice, type TestOffice } from '../support/office';

/** trust.md C8: erasing a personal value breaks no link of the chain and leaves nothing of it in the files. */
const ERASURES = Number(process.env.ERASURES ?? 150);
let dir: string;
let office: TestOffice;
const ids: string[] = [];
const values: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-c8-'));
  office = await newOffice({ dataDir: dir });
  const dice = new Dice(8);
  const person = office.actor('receptionist');
  await office.door.write('tests.c8', { id: person.staffId, name: person.name }, (write) => {
    for (let n = 0; n < ERASURES; n += 1) {
      const wrong = `1391${String(7_000_000 + n * 13)}`;
      const phone = `1397${String(2_000_000 + n * 17)}`;
      const name = `待忘记${n}号先生`;
      const row = newItem(office, write, dice, { finderName: name, finderPhone: wrong });
      const facts = { field: 'finderPhone', reason: '登记笔误' };
      const next = write.journal.change(
        'foundItems',
        row,
        { finderPhone: phone },
        { kind: 'CORRECT', facts },
      );
      indexItem(write, next);
      ids.push(row.id);
      values.push(name, wrong, phone);
    }
  });
});
afterAll(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Which of the values stand somewhere in the data folder's files. */
function visible(): string[] {
  office.file.raw.pragma('wal_checkpoint(TRUNCATE)');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return values.filter((value) => bytes.some((content) => content.includes(value)));
}

describe('erasing (C8)', () => {
  it(`erases ${ERASURES} entries' values; the chain verifies before and after, the files hold nothing of them`, async () => {
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
    expect(visible().length).toBe(values.length);
    const person = office.actor('deptManager');
    await office.door.write('tests.erase', { id: person.staffId, name: person.name }, async (write) => {
      for (const id of ids) {
        const row = await write.db
          .selectFrom('found_items')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const fields = ['finderName', 'finderPhone'];
        const left = eraseValues(office.file.raw, write.journal, 'foundItems', row, fields, '保存期满');
        indexItem(write, left);
      }
    });
    optimizeSearch(office.file.raw);
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
    expect(visible()).toEqual([]);
    const story = await storyOf(office.file.reader, 'foundItems', ids[0]!);
    expect(story.map((line) => line.kind)).toEqual(['CREATE', 'CORRECT', 'ANONYMISE']);
    expect(story[1]!.change).toMatchObject({ set: { finderPhone: null }, was: { finderPhone: null } });
    expect(story[2]!.change).toMatchObject({ erased: ['finderName', 'finderPhone'], reason: '保存期满' });
    expect(readdirSync(dir)).toContain(DATABASE_NAME);
  });

  it('an erased entry may be given a new value, which is sealed anew', async () => {
    const person = office.actor('receptionist');
    await office.door.write('tests.again', { id: person.staffId, name: person.name }, async (write) => {
      const row = await write.db
        .selectFrom('found_items')
        .selectAll()
        .where('id', '=', ids[1]!)
        .executeTakeFirstOrThrow();
      expect(row.finderName).toBeNull();
      write.journal.change('foundItems', row, { finderName: '新名' }, { kind: 'EDIT' });
    });
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
  });
});
