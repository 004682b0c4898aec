import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOURNALLED } from '../../../electron/db/migrations';
import { BOOKS } from '../../../electron/registers/search/books';
import { entryBySerial } from '../../../electron/registers/search/scan';
import { NUMBERED, type NumberedRegister, readScanCode, scanCodeOf } from '../../../shared/ids';
import { pageCodeOf } from '../../../shared/print/page-code';
import { isForeignCode, readOwnCode, TEST_CODE } from '../../../shared/scan';
import { Dice, newItem } from '../../db/fill';
import { must, newOffice, refusal, type TestOffice } from '../../support/office';

/** `search.scan`: one code, exactly one answer (desk-practice.md §4 Scanner). */
let office: TestOffice;
beforeEach(async () => {
  office = await newOffice();
});
afterEach(() => office.close());

const add = () => {
  const person = office.actor('receptionist');
  return office.door.write('tests.scan', { id: person.staffId, name: person.name }, (write) =>
    newItem(office, write, new Dice(1), { name: '蓝色文件夹' }),
  );
};
const scan = async (code: string, role: Parameters<TestOffice['as']>[0] = 'receptionist') =>
  must(await office.as(role).search.scan({ code }));

describe('a scanned code', () => {
  it('is one entry with its words, its state, what moved it last and what this reader may do', async () => {
    const row = await add();
    expect(await scan(row.scanCode)).toMatchObject({
      kind: 'entry',
      register: 'foundItems',
      entryId: row.id,
      serialNo: row.serialNo,
      title: expect.stringContaining('蓝色文件夹'),
      state: 'registered',
      next: 'foundItems.notifyPartyA',
      acts: expect.arrayContaining(['foundItems.notifyPartyA', 'foundItems.claim']),
      last: { op: 'tests.scan', by: office.actor('receptionist').name },
    });
    // A cleaner may look, not hand over.
    const seen = await scan(row.scanCode, 'announcer');
    expect(seen).toMatchObject({ kind: 'entry', next: null, acts: [] });
  });

  it('tells who may not read the book nothing of the entry', async () => {
    const row = await add();
    const answer = await scan(row.scanCode, 'cashier');
    expect(answer).toEqual({ kind: 'closed', register: 'foundItems' });
    // The same whether the entry exists or not.
    expect(await scan(scanCodeOf('foundItems', '2020-01', 9), 'cashier')).toEqual(answer);
    const out = office.caller({ actor: null, locked: false });
    expect(refusal(await out.search.scan({ code: row.scanCode }))).toBe('signedOut');
  });

  it('may be unknown, a test, a number of others', async () => {
    expect(await scan(scanCodeOf('foundItems', '2026-11', 77))).toEqual({
      kind: 'unknown',
      register: 'foundItems',
      serialNo: 'SW202611-0077',
    });
    expect(await scan(TEST_CODE)).toEqual({ kind: 'test' });
    expect(await scan('SF1234567890123')).toEqual({ kind: 'foreign' });
    expect(refusal(await office.as('receptionist').search.scan({ code: '' }))).toBe('invalid:code');
  });

  it('may be a page of a book, with its last print', async () => {
    const code = pageCodeOf('F01', '2026-11', 3);
    expect(await scan(code)).toEqual({
      kind: 'page',
      form: 'F01',
      month: '2026-11',
      pageNo: 3,
      printed: null,
    });
    const person = office.actor('csSupervisor');
    await office.door.write('prints.record', { id: person.staffId, name: person.name }, ({ journal }) =>
      journal.note('foundItems', 'F01/2026-11', { kind: 'PRINT', facts: { form: 'F01', copy: 2 } }),
    );
    expect(await scan(code)).toMatchObject({ printed: { at: office.now(), by: person.name, copy: 2 } });
  });

  it('is looked up by one equality on a unique index, in every register', () => {
    for (const register of Object.keys(BOOKS) as NumberedRegister[]) {
      const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${entryBySerial(register)}`).all('x') as {
        detail: string;
      }[];
      expect(plan.map((step) => step.detail).join(), register).toMatch(/^SEARCH .* INDEX .*\(serialNo=\?\)$/);
    }
  });
});

describe('codes', () => {
  it('of all registers differ, and belong to journalled tables', () => {
    const codes = Object.values(NUMBERED).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const journalled = Object.values(JOURNALLED).map(({ register }) => register);
    for (const register of Object.keys(NUMBERED)) expect(journalled).toContain(register);
  });

  it('with a month or a number that cannot be are none of ours', () => {
    expect(readOwnCode(scanCodeOf('foundItems', '2026-11', 1))).toMatchObject({ kind: 'entry', n: 1 });
    const odd = scanCodeOf('foundItems', '2026-13', 1);
    expect(readScanCode(odd)).not.toBeNull();
    expect(readOwnCode(odd)).toBeNull();
    expect(readOwnCode(scanCodeOf('foundItems', '2026-11', 0))).toBeNull();
    expect(readOwnCode(TEST_CODE)).toEqual({ kind: 'test' });
  });

  it('of others have a digit and are no words', () => {
    expect(['6901234567892', 'SF1234567890123', 'EA123456789CN', 'A-12.3/4'].every(isForeignCode)).toBe(true);
    expect(['yusan', 'zhangwei', '12345', '墨绿色123456', 'ab 123456'].some(isForeignCode)).toBe(false);
  });
});
