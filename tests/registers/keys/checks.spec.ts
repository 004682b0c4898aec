import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { ago, cabinet, expectLast, keyOffice, plantKey, register, sealed, touch } from './support';

/** S09: what the book expects against what hangs there, counted key by key, signed by the CS supervisor. */
let office: TestOffice;
let a: string;
let b: string;
let first: string;
let bag: string;
let other: string;
beforeEach(async () => {
  office = await keyOffice();
  a = await cabinet(office, 'A');
  b = await cabinet(office, 'B');
  first = (await register(office, plantKey(office, a))).id;
  const second = await register(
    office,
    plantKey(office, a, { keyNo: 'K-018', hookNo: 2, category: 'spare' }),
  );
  bag = (await sealed(office, second)).id;
  other = (await register(office, plantKey(office, b, { keyNo: 'K-900', hookNo: 5 }))).id;
});
afterEach(() => office.close());
const chief = () => office.as('csSupervisor');
const start = async (cabinetIds = [a]) => must(await chief().keyChecks.start({ cabinetIds }));
const count = (id: string, keyId: string, over: object = {}) =>
  chief().keyChecks.count({ id, keyId, counted: 'found', labelRight: true, ...over });

describe('keyChecks.start', () => {
  it('fixes what is expected, once per ISO week and cabinet', async () => {
    expect(must(await chief().keyChecks.counts({}))).toEqual({ due: 1, open: 0 });
    expect(must(await chief().keyChecks.due({}))).toMatchObject({
      week: '2026-W47',
      cabinets: [{ code: 'A' }, { code: 'B' }],
    });
    const check = await start();
    expect(check.serialNo).toBe('ZJ202611-0001');
    const { keys, cabinets } = must(await chief().keyChecks.sheet({ id: check.id }));
    expect(keys.map((key) => [key.keyNo, key.expected, key.expectedSealNo])).toEqual([
      ['K-017', 'inStock', null],
      ['K-018', 'sealed', 'FD-100'],
    ]);
    expect(cabinets).toMatchObject([
      { code: 'A', book: 2, real: 0, out: 0, seals: 1, open: 2, sealsIntact: null },
    ]);
    expect(refusal(await chief().keyChecks.start({ cabinetIds: [a, b] }))).toBe('keyChecks.coveredAlready');
    await start([b]);
    expect(must(await chief().keyChecks.counts({}))).toEqual({ due: 0, open: 2 });
    office.setNow('2026-11-23T02:00:00.000Z');
    expect(must(await chief().keyChecks.counts({})).due).toBe(1);
    expect(refusal(await office.as('receptionist').keyChecks.start({ cabinetIds: [a] }))).toBe('notAllowed');
    const empty = await cabinet(office, 'C');
    expect(refusal(await chief().keyChecks.start({ cabinetIds: [empty] }))).toBe('keyChecks.noKeys');
  });
});

describe('keyChecks.count and keyChecks.close', () => {
  it('closes a week without differences', async () => {
    const check = await start();
    const close = { ...touch(check), findings: '账实相符' };
    must(await count(check.id, first));
    expect(refusal(await chief().keyChecks.close(close))).toBe('keyChecks.notCounted');
    expect(refusal(await count(check.id, bag))).toBe('keyChecks.sealNeeded');
    expect(must(await count(check.id, bag, { sealIntact: true }))).toMatchObject({ differs: false, left: 0 });
    must(await chief().keyChecks.close(close));
    expectLast(office, check.id, 'keyChecks.close/CHANGE');
    const { entry, next } = must(await chief().keyChecks.entry({ id: check.id }));
    expect(entry).toMatchObject({
      state: 'closed',
      signedByName: '王丽华',
      book: 2,
      real: 2,
      differences: 0,
    });
    expect(next).toEqual([]);
  });

  it('wants every difference explained, and reported upwards at once', async () => {
    const check = await start();
    const missing = { counted: 'missing', labelRight: null };
    expect(must(await count(check.id, first, missing))).toMatchObject({ differs: true, left: 1 });
    must(await count(check.id, bag, { sealIntact: false, explanation: '封口破损，已重新封存' }));
    const extra = { counted: 'extra', explanation: '错挂在 A 柜' };
    must(await count(check.id, other, extra));
    expect(refusal(await count(check.id, first, { counted: 'extra' }))).toBe('keyChecks.notExtra');
    const { cabinets } = must(await chief().keyChecks.sheet({ id: check.id }));
    expect(cabinets[0]).toMatchObject({ book: 2, real: 1, sealsIntact: 0, differences: 2 });
    const close = { ...touch(check), findings: '见差异', measures: '查找中' };
    expect(refusal(await chief().keyChecks.close(close))).toBe('keyChecks.unexplained');
    must(await count(check.id, first, { ...missing, explanation: '保洁未登记取走', measure: '已追回' }));
    expect(refusal(await chief().keyChecks.close(close))).toBe('keyChecks.reportMissing');
    const reported = { ...close, reportedTo: '周建国', reportedAt: ago(office, 0) };
    const manager = office.as('deptManager');
    expect(refusal(await manager.keyChecks.close(reported))).toBe('keyChecks.signatureMissing');
    must(await manager.keyChecks.close({ ...reported, second: office.pin('csSupervisor') }));
    const { entry } = must(await chief().keyChecks.entry({ id: check.id }));
    expect(entry).toMatchObject({ closedByName: '周建国', signedByName: '王丽华', differences: 3 });
  });

  it('never changes again once it is signed', async () => {
    const check = await start([b]);
    must(await count(check.id, other));
    const done = must(await chief().keyChecks.close({ ...touch(check) }));
    expect(refusal(await count(check.id, other, { counted: 'missing' }))).toBe('keyChecks.wrongState');
    expect(refusal(await chief().keyChecks.close({ ...touch(done) }))).toBe('keyChecks.wrongState');
    expect(refusal(await chief().keyChecks.void({ ...touch(done), reason: '重查' }))).toBe(
      'keyChecks.wrongState',
    );
  });

  it('voids an open one, which frees the week', async () => {
    const check = await start();
    expect(refusal(await count(check.id, other))).toBe('keyChecks.notHere');
    must(await office.as('deptManager').keyChecks.markSeen({ id: check.id }));
    must(await chief().keyChecks.void({ ...touch(check), reason: '柜号选错' }));
    office.pass(1);
    await start();
    expect(must(await chief().keyChecks.list({ filter: {} })).rows.map((row) => row.state)).toEqual([
      'open',
      'voided',
    ]);
    expect(must(await chief().keyChecks.list({ filter: { need: 'open' } })).rows).toHaveLength(1);
  });
});
