import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { LISTING, needBranches } from '../../../electron/registers/mail/filter';
import { dayOf } from '../../../shared/dates';
import { MAIL_NEEDS } from '../../../shared/registers/mail-items';
import { DEFAULT_MAIL } from '../../../shared/registers/mail-items.setting';
import { holds, ROLES } from '../../../shared/roles';
import { must, refusal, type TestOffice } from '../../support/office';
import { entryOf, letterOut, parcel, quickOffice, takeIn, touch, unitOf } from './support';

/** The mail book as a list: needs, filters, search, scan by own code and carrier's number, unit page, papers, who may what. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const mail = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).mailItems;
const list = async (filter: object) =>
  must(await office.as('receptionist').mailItems.list({ filter })).rows.map(
    (row) => row.trackingNo ?? row.kind,
  );
const self = () => ({ at: office.now(), takerName: '孙建平', takerRelation: 'self' as const });
const DAY = 24 * 60;

/** Over a month: one that may go back, one long, one told, one new, one at the gate, one collected, one to be sent. */
async function book(): Promise<void> {
  await takeIn(office, parcel(office, unitId, { trackingNo: 'OLD1' }));
  office.pass(27 * DAY);
  const long = await takeIn(office, parcel(office, unitId, { trackingNo: 'LONG1' }));
  must(await mail().notify({ items: [touch(long)], at: office.now(), how: 'phone' }));
  office.pass(3 * DAY);
  await takeIn(office, parcel(office, unitId, { trackingNo: 'NEW1', kind: 'registered' }));
  await takeIn(office, parcel(office, null, { trackingNo: 'GATE1', atGate: true }), 'gateGuard');
  const done = await takeIn(office, parcel(office, unitId, { trackingNo: 'GONE1' }));
  must(await mail().collect({ items: [touch(done)], ...self() }));
  must(await mail().send(letterOut(office, unitId, { trackingNo: 'OUT1' })));
}

describe('needs', () => {
  it('count and list the same items', async () => {
    await book();
    expect(must(await office.as('receptionist').mailItems.counts({}))).toEqual({
      toSort: 1,
      toNotify: 2,
      waiting: 4,
      waitingLong: 2,
      toReturn: 1,
      toSend: 1,
    });
    expect(await list({ need: 'toSort' })).toEqual(['GATE1']);
    expect((await list({ need: 'toNotify' })).sort()).toEqual(['NEW1', 'OLD1']);
    expect((await list({ need: 'waitingLong' })).sort()).toEqual(['LONG1', 'OLD1']);
    expect(await list({ need: 'toReturn' })).toEqual(['OLD1']);
    expect(await list({ need: 'toSend' })).toEqual(['OUT1']);
    expect(await list({ need: 'waiting' })).toHaveLength(4);
  });

  it('follow the office’s own days', async () => {
    await book();
    const { versions } = must(await office.as('sysAdmin').office.settings({}));
    const value = { ...DEFAULT_MAIL, holdDays: 3, longDays: 1, shelves: ['大架'] };
    must(await office.as('sysAdmin').office.change({ key: 'mail', version: versions.mail!, value }));
    expect(must(await office.as('receptionist').mailItems.counts({}))).toMatchObject({
      toReturn: 2,
      waitingLong: 2,
    });
    const other = await unitOf(office, '1601');
    expect((await takeIn(office, parcel(office, other))).shelf).toBe('大架');
  });

  it('never read items that are gone', () => {
    for (const need of MAIL_NEEDS)
      for (const branch of needBranches(need, DEFAULT_MAIL, office.now())) {
        const { sql, parameters } = pageSql(LISTING, branch, null, 100).compile(office.file.reader);
        const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
          detail: string;
        }[];
        expect(plan.map((step) => step.detail).join('; '), need).toMatch(
          /^SEARCH mail_items USING INDEX mail_items_state/,
        );
      }
  });
});

describe('lists', () => {
  it('filter by direction, kind, state, day, unit, person, month and text', async () => {
    await book();
    expect(await list({ directions: ['out'] })).toEqual(['OUT1']);
    expect(await list({ kinds: ['registered'] })).toEqual(['NEW1']);
    expect(await list({ states: ['collected', 'toSend'] })).toHaveLength(2);
    expect(await list({ unitId, fromOn: dayOf(office.now()), toOn: dayOf(office.now()) })).toHaveLength(3);
    expect(await list({ month: '2026-11' })).toEqual(['OLD1']);
    expect(await list({ person: '建平' })).toHaveLength(5);
    expect(await list({ search: 'LONG1' })).toEqual(['LONG1']);
    expect(await list({ search: 'sjp' })).toHaveLength(6);
  });

  it('are found in the omni-box, by scan of the label and of the carrier’s number', async () => {
    const one = await takeIn(office, parcel(office, unitId, { trackingNo: 'SF1234567890123' }));
    const { hits } = must(await office.as('receptionist').search.find({ typed: 'SF1234567890123' }));
    expect(hits).toMatchObject([{ register: 'mailItems', entryId: one.id, next: 'mailItems.collect' }]);
    for (const code of [one.scanCode, 'SF1234567890123', 'sf1234567890123'])
      expect(must(await office.as('receptionist').search.scan({ code })), code).toMatchObject({
        kind: 'entry',
        register: 'mailItems',
        entryId: one.id,
        title: '3-1502 孙建平',
        next: 'mailItems.collect',
      });
    expect(must(await office.as('receptionist').search.scan({ code: 'SF999' }))).toEqual({ kind: 'foreign' });
    expect(must(await office.as('cashier').search.scan({ code: 'SF1234567890123' }))).toEqual({
      kind: 'foreign',
    });
    must(await mail().collect({ items: [touch(one)], ...self() }));
    expect(must(await office.as('receptionist').search.scan({ code: 'SF1234567890123' }))).toMatchObject({
      state: 'collected',
      last: { op: 'mailItems.collect' },
    });
  });

  it('of a unit stand on its page, those that wait first', async () => {
    await book();
    const { sections } = must(await office.as('receptionist').units.page({ id: unitId }));
    const section = sections.find((one) => one.register === 'mailItems');
    expect(section).toMatchObject({ total: 5 });
    expect(section!.rows.at(-1)).toMatchObject({ state: 'collected' });
  });
});

describe('papers', () => {
  it('F22 is the month, in and out, phones nowhere; slip and receipt name what belongs together', async () => {
    const one = await takeIn(office, parcel(office, unitId, { trackingNo: 'SF777888' }));
    const two = await takeIn(office, parcel(office, unitId, { perishable: true }));
    must(await mail().send(letterOut(office, unitId)));
    const void1 = await takeIn(office, parcel(office, unitId));
    must(await mail('csSupervisor').void({ ...touch(void1), reason: '重复登记' }));
    const prepare = async (request: object) =>
      JSON.stringify(
        must(await office.as('receptionist').prints.prepare({ lang: 'zh-CN', ...request } as never)),
      );
    const book = await prepare({ form: 'F22', month: '2026-11' });
    for (const said of ['邮件(快递)收发登记表', '领取人签名', '3-1502', '易腐', '寄·快递', '重复登记'])
      expect(book).toContain(said);
    expect(book).not.toContain('139');
    const notice = await prepare({ form: 'F23', entryId: one.id });
    for (const said of ['领件通知', '2026-12-21', two.serialNo, '…777888']) expect(notice).toContain(said);
    must(await mail().collect({ items: [touch(one), touch(two)], ...self() }));
    const receipt = await prepare({ form: 'mailReceipt', entryId: two.id });
    for (const said of ['领件签收单', 'SF777888', one.serialNo, '本人']) expect(receipt).toContain(said);
    const label = await prepare({ form: 'shelfLabel', entryId: one.id });
    expect(label).toContain('A1 · 3-1502');
    expect(label).not.toContain('孙建平');
    for (const form of ['F22', 'F23', 'mailReceipt']) await prepare({ form, blank: true });
    expect(
      refusal(await office.as('gateGuard').prints.prepare({ form: 'F22', month: '2026-11', lang: 'en' })),
    ).toBe('notAllowed');
  });
});

describe('who may what', () => {
  it('is as the table of roles says, for every role', async () => {
    const one = await takeIn(office, parcel(office, unitId));
    for (const role of ROLES) {
      const seen = await office.as(role).mailItems.entry({ id: one.id });
      expect(seen.ok, role).toBe(holds([role], 'mailItems.read'));
      if (!seen.ok) continue;
      expect(seen.data.next.includes('mailItems.collect'), role).toBe(holds([role], 'mailItems.handle'));
      expect(seen.data.next.includes('mailItems.void'), role).toBe(holds([role], 'mailItems.void'));
    }
    expect(holds(['gateGuard'], 'mailItems.record')).toBe(true);
    expect((await entryOf(office, one.id, 'gateGuard')).next).toEqual([]);
  });
});
