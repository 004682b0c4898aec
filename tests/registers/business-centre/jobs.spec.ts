import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { priceOn } from '../../../shared/registers/business.setting';
import { must, refusal, type TestOffice } from '../../support/office';
import { expectLast, job, quickOffice, takeJob, touch } from './support';

/** S21: jobs of the business centre through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const jobs = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).officeJobs;
const entryOf = async (id: string, role: Parameters<TestOffice['as']>[0] = 'csSupervisor') =>
  must(await office.as(role).officeJobs.entry({ id }));

describe('the price', () => {
  it('is that of the list on the job’s day, and the amount follows in fen', async () => {
    const one = await takeJob(office);
    expect(one.serialNo).toBe('SB202611-0001');
    expect(one).toMatchObject({ unitCents: 50, amountCents: 1000 });
    expectLast(office, one.id, 'officeJobs.register/CREATE');
    const prices = [
      { kind: 'copy' as const, colour: false, unitCents: 50, fromOn: '2024-01-01' },
      { kind: 'copy' as const, colour: false, unitCents: 60, fromOn: '2026-11-22' },
    ];
    expect(priceOn(prices, 'copy', false, '2026-11-21')).toBe(50);
    expect(priceOn(prices, 'copy', false, '2026-11-22')).toBe(60);
    expect(priceOn(prices, 'copy', false, '2023-12-31')).toBeNull();
  });

  it('must be there; a fax needs its number', async () => {
    const refused = async (over: Parameters<typeof job>[1]) =>
      refusal(await jobs().register(job(office, over)));
    expect(await refused({ kind: 'typing', colour: true })).toBe('officeJobs.noPrice');
    expect(await refused({ kind: 'fax' })).toBe('officeJobs.faxNoMissing');
    expect(await refused({ unitId: '0'.repeat(26) })).toBe('officeJobs.unitUnknown');
    expect(await refused({ takenAt: '2030-01-01T00:00:00.000Z' })).toBe('invalid:takenAt');
    expect(refusal(await jobs('cashier').register(job(office)))).toBe('notAllowed');
  });
});

describe('settling', () => {
  it('is paid with a receipt, or charged and paid later', async () => {
    const one = await takeJob(office);
    expect(must(await office.as('receptionist').officeJobs.counts({}))).toEqual({
      toSettle: 1,
      onAccount: 0,
    });
    const charged = must(await jobs().charge({ ...touch(one), chargedTo: '工程部' }));
    expectLast(office, one.id, 'officeJobs.charge/CHANGE');
    expect(must(await office.as('receptionist').officeJobs.counts({}))).toEqual({
      toSettle: 0,
      onAccount: 1,
    });
    const pay = { ...touch(charged), at: office.now(), payWay: 'cash' as const };
    expect(refusal(await jobs().pay(pay))).toBe('officeJobs.receiptMissing');
    const paid = must(await jobs().pay({ ...pay, receiptNo: 'SJ-1' }));
    expectLast(office, one.id, 'officeJobs.pay/CHANGE');
    expect(refusal(await jobs().charge({ ...touch(paid), chargedTo: '工程部' }))).toBe(
      'officeJobs.wrongState',
    );
    expect(refusal(await jobs().correct({ ...touch(paid), field: 'copies', value: '3' }))).toBe(
      'officeJobs.paidAlready',
    );
    expect(refusal(await jobs('csSupervisor').void({ ...touch(paid), reason: '写错了' }))).toBe(
      'entry.managerOnly',
    );
  });
});

describe('a confidential document', () => {
  it('has no title for those without the permit: on the line, in the story, in search, on paper', async () => {
    const one = await takeJob(office, { confidential: true, documentTitle: '机密投标书' });
    const seen = await entryOf(one.id, 'csAssistant');
    expect(seen.entry).toMatchObject({ documentTitle: null, titleHidden: true });
    expect(JSON.stringify(seen)).not.toContain('机密投标书');
    expect(seen.warnings).toContain('confidential');
    expect((await entryOf(one.id, 'businessClerk')).entry).toMatchObject({
      documentTitle: '机密投标书',
      titleHidden: false,
    });
    expect(JSON.stringify((await entryOf(one.id, 'businessClerk')).story)).toContain('机密投标书');
    const { rows } = must(
      await office.as('receptionist').officeJobs.list({ filter: { search: '机密投标书' } }),
    );
    expect(rows).toEqual([]);
    expect(refusal(await jobs().correct({ ...touch(one), field: 'documentTitle', value: '别的' }))).toBe(
      'officeJobs.titleClosed',
    );
    const paper = must(
      await office.as('businessClerk').prints.prepare({ form: 'F28', month: '2026-11', lang: 'zh-CN' }),
    );
    expect(JSON.stringify(paper)).not.toContain('机密投标书');
    expect(JSON.stringify(paper)).toContain('孙建平');
  });
});

describe('corrections, voids and looks', () => {
  it('as every line; pages bring the amount along', async () => {
    const one = await takeJob(office);
    const edited = must(await jobs().correct({ ...touch(one), field: 'originalPages', value: '12' }));
    expectLast(office, one.id, 'officeJobs.correct/EDIT');
    expect((await entryOf(one.id)).entry.amountCents).toBe(1200);
    expect(refusal(await jobs().correct({ ...touch(edited), field: 'copies', value: '两' }))).toBe(
      'invalid:value',
    );
    must(await office.as('csSupervisor').officeJobs.markSeen({ id: one.id }));
    expect(
      must(await office.as('receptionist').officeJobs.unmask({ id: one.id, reason: '联系客户' })),
    ).toEqual({
      customerPhone: '13912345678',
    });
    const gone = must(await jobs('csSupervisor').void({ ...touch(edited), reason: '重复登记' }));
    expectLast(office, one.id, 'officeJobs.void/VOID');
    expect(refusal(await jobs().correct({ ...touch(gone), field: 'note', value: '备注' }))).toBe(
      'officeJobs.wrongState',
    );
  });
});
