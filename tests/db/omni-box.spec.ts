import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headOf } from '../../electron/db/journal';
import { must, newOffice, refusal, type TestOffice } from '../support/office';
import { Dice, fill, newItem } from './fill';

/** `search.find`, `journal.head`, `journal.verify` through the door. */
let dir: string;
let office: TestOffice;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-omni-'));
  office = await newOffice({ dataDir: dir });
});
afterEach(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});
const add = (over: Parameters<typeof newItem>[3]) => {
  const person = office.actor('receptionist');
  return office.door.write('tests.omni', { id: person.staffId, name: person.name }, (write) =>
    newItem(office, write, new Dice(1), over),
  );
};

describe('the omni-box', () => {
  it('answers with title, detail, state, next act and marks', async () => {
    const row = await add({
      name: '蓝色文件夹',
      finderName: '单雄信',
      finderPhone: '13912345678',
      foundPlace: '员工食堂',
    });
    for (const typed of [
      '蓝色文件',
      'sxx',
      'danxiong',
      'shanx',
      '5678',
      '单139',
      row.serialNo,
      row.scanCode,
      '1',
      'sw1',
    ]) {
      const { hits, more } = must(await office.as('receptionist').search.find({ typed }));
      expect(
        hits.map((hit) => hit.serialNo),
        typed,
      ).toEqual([row.serialNo]);
      expect(more).toBe(false);
      expect(hits[0]).toMatchObject({
        register: 'foundItems',
        entryId: row.id,
        title: expect.stringContaining('蓝色文件夹'),
        state: 'registered',
      });
      expect(hits[0]!.marks.length).toBeGreaterThan(0);
      expect(JSON.stringify(hits)).not.toContain('13912345678'.slice(3, 7));
    }
    expect(must(await office.as('receptionist').search.find({ typed: '内侧写有' })).hits).toEqual([]);
  });

  it("puts this month's number first, then newest first, and says when there are more", async () => {
    office.setNow('2026-10-05T02:00:00.000Z');
    for (let n = 0; n < 3; n += 1) await add({ finderPhone: null });
    office.setNow('2026-11-05T02:00:00.000Z');
    for (let n = 0; n < 5; n += 1) await add({ finderPhone: '13900000002' });
    const { hits } = must(await office.as('receptionist').search.find({ typed: '2' }));
    expect(hits[0]!.serialNo).toBe('SW202611-0002');
    expect(hits.map((hit) => hit.serialNo)).toContain('SW202610-0002');
    const cut = must(await office.as('receptionist').search.find({ typed: '02', limit: 2 }));
    expect(cut).toMatchObject({ more: true });
    expect(cut.hits.map((hit) => hit.serialNo)).toEqual(['SW202611-0002', 'SW202611-0005']);
  });

  it('shows nothing of a book to who may not read it', async () => {
    await add({ name: '钱包' });
    expect(must(await office.as('sysAdmin').search.find({ typed: '钱包' })).hits).toEqual([]);
    expect(refusal(await office.caller({ actor: null, locked: false }).search.find({ typed: '钱包' }))).toBe(
      'signedOut',
    );
    expect(refusal(await office.as('receptionist').search.find({ typed: ' ' }))).toBe('invalid:typed');
  });
});

describe('the journal from outside', () => {
  it('tells its head', async () => {
    await fill(office, 10, 1);
    expect(must(await office.as('cashier').journal.head({}))).toEqual(headOf(office.file.raw));
  });

  it('verifies for those who may', async () => {
    await fill(office, 40, 1);
    const verdict = must(await office.as('deptManager').journal.verify({ job: 'v1' }));
    expect(verdict).toMatchObject({ ok: true, problems: [], head: headOf(office.file.raw) });
    expect(refusal(await office.as('receptionist').journal.verify({ job: 'v2' }))).toBe('notAllowed');
  });
});
