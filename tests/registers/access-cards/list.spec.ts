import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { LISTING, needBranches } from '../../../electron/registers/access-cards/filter';
import { addDays, dayOf } from '../../../shared/dates';
import { ACCESS_CARD_NEEDS } from '../../../shared/registers/access-cards';
import { holds, ROLES } from '../../../shared/roles';
import { must, refusal, type TestOffice } from '../../support/office';
import { doorCard, entryOf, household, issue, quickOffice, touch } from './support';

/** The card book as a list: needs, filters, search, scan, unit page, papers, export, who may what. */
let office: TestOffice;
let home: { unitId: string; partyId: string };
beforeEach(async () => {
  office = await quickOffice();
  home = await household(office);
});
afterEach(() => office.close());
const today = () => dayOf(office.now());
const list = async (filter: object) =>
  must(await office.as('receptionist').accessCards.list({ filter })).rows.map((row) => row.cardNo);

async function book(): Promise<void> {
  const pass = { kind: 'pass' as const, validFromOn: addDays(today(), -90) };
  await issue(office, doorCard(office, home, { cardNo: 'endless' }));
  await issue(office, doorCard(office, home, { ...pass, cardNo: 'soon', validToOn: addDays(today(), 30) }));
  await issue(office, doorCard(office, home, { ...pass, cardNo: 'today', validToOn: today() }));
  await issue(office, doorCard(office, home, { ...pass, cardNo: 'later', validToOn: addDays(today(), 31) }));
  await issue(office, doorCard(office, home, { ...pass, cardNo: 'over', validToOn: addDays(today(), -1) }));
  const lost = await issue(office, doorCard(office, home, { cardNo: 'lost' }));
  must(
    await office
      .as('receptionist')
      .accessCards.reportLoss({ ...touch(lost), at: office.now(), blocked: 'later' }),
  );
}
async function moveOut(): Promise<void> {
  const stay = office.file.raw.prepare('SELECT id, version FROM occupancies').get() as {
    id: string;
    version: number;
  };
  must(await office.as('csSteward').parties.moveOut({ ...stay, toOn: today() }));
}

describe('needs', () => {
  it('count and list the same cards', async () => {
    await book();
    const counts = async () => must(await office.as('receptionist').accessCards.counts({}));
    expect(await counts()).toEqual({ expiring: 2, expired: 1, notReturned: 1, toBlock: 1 });
    expect((await list({ need: 'expiring' })).sort()).toEqual(['soon', 'today']);
    expect(await list({ need: 'expired' })).toEqual(['over']);
    expect(await list({ need: 'toBlock' })).toEqual(['lost']);
    await moveOut();
    expect(await counts()).toMatchObject({ notReturned: 5 });
    expect((await list({ need: 'notReturned' })).sort()).toEqual([
      'endless',
      'later',
      'over',
      'soon',
      'today',
    ]);
    const { rows } = must(
      await office.as('receptionist').accessCards.list({ filter: { need: 'notReturned' } }),
    );
    expect(rows.filter((row) => row.movedOut)).toHaveLength(5);
    expect((await entryOf(office, rows[0]!.id)).warnings).toContain('movedOut');
  });

  it('never read cards that are back', () => {
    for (const need of ACCESS_CARD_NEEDS)
      for (const branch of needBranches(need, office.now())) {
        const { sql, parameters } = pageSql(LISTING, branch, null, 100).compile(office.file.reader);
        const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
          detail: string;
        }[];
        expect(plan.map((step) => step.detail).join('; '), need).toMatch(
          /^SEARCH access_cards USING INDEX access_cards_(state|block|end)/,
        );
      }
  });
});

describe('lists', () => {
  it('filter by kind, state, day, unit, person, month and text', async () => {
    await book();
    expect(await list({ kinds: ['pass'], states: ['issued'] })).toHaveLength(4);
    expect(await list({ states: ['lost'] })).toEqual(['lost']);
    expect(
      await list({ unitId: home.unitId, fromOn: today(), toOn: today(), month: '2026-11' }),
    ).toHaveLength(6);
    expect(await list({ person: '建平' })).toHaveLength(6);
    expect(await list({ search: 'later' })).toEqual(['later']);
    expect(await list({ search: 'sjp' })).toHaveLength(6);
    expect(await list({ search: '3-1502' })).toHaveLength(6);
  });

  it('are found in the omni-box and by scan, with the next act', async () => {
    const one = await issue(office, doorCard(office, home, { cardNo: 'K-77' }));
    const { hits } = must(await office.as('receptionist').search.find({ typed: 'K-77' }));
    expect(hits).toMatchObject([{ register: 'accessCards', entryId: one.id, next: 'accessCards.return' }]);
    const seen = must(await office.as('receptionist').search.scan({ code: one.scanCode }));
    expect(seen).toMatchObject({
      kind: 'entry',
      title: 'K-77 孙建平',
      next: 'accessCards.return',
      acts: expect.arrayContaining(['accessCards.reportLoss', 'accessCards.correct']),
      last: { op: 'accessCards.register' },
    });
    expect(must(await office.as('gateGuard').search.scan({ code: one.scanCode }))).toMatchObject({
      next: null,
      acts: [],
    });
    expect(must(await office.as('cashier').search.scan({ code: one.scanCode }))).toEqual({
      kind: 'closed',
      register: 'accessCards',
    });
  });

  it('of a unit stand on its page, those that are out first', async () => {
    await book();
    const { rows } = must(await office.as('receptionist').accessCards.list({ filter: {} }));
    const newest = rows[0]!;
    must(
      await office.as('receptionist').accessCards.return({
        id: newest.id,
        version: newest.version,
        at: office.now(),
        depositBackCents: newest.depositCents,
      }),
    );
    const { sections } = must(await office.as('receptionist').units.page({ id: home.unitId }));
    const section = sections.find((one) => one.register === 'accessCards');
    expect(section).toMatchObject({ total: 6 });
    expect(section!.rows.at(-1)).toMatchObject({ entryId: newest.id, state: 'returned' });
  });
});

describe('papers', () => {
  it('F40 is the month, voided lines kept, phones nowhere; the card names nobody', async () => {
    await book();
    const one = await issue(office, doorCard(office, home, { cardNo: 'K-9', note: '备用卡' }));
    must(await office.as('csSupervisor').accessCards.void({ ...touch(one), reason: '重复登记' }));
    const job = must(
      await office.as('receptionist').prints.prepare({ form: 'F40', month: '2026-11', lang: 'zh-CN' }),
    );
    const text = JSON.stringify(job);
    for (const said of ['业主卡/出入证领用登记表', '领取签名', '退还', '3-1502', '门禁卡 K-9', '重复登记'])
      expect(text).toContain(said);
    expect(text).not.toContain('139');
    const card = must(
      await office
        .as('receptionist')
        .prints.prepare({ form: 'cardLabel', entryId: (await entryFirst()).id, lang: 'en' }),
    );
    expect(JSON.stringify(card)).not.toMatch(/孙建平|1502/);
    expect(
      refusal(await office.as('gateGuard').prints.prepare({ form: 'F40', month: '2026-11', lang: 'en' })),
    ).toBe('notAllowed');
    must(await office.as('receptionist').prints.prepare({ form: 'F40', blank: true, lang: 'en' }));
  });
  const entryFirst = async () =>
    must(await office.as('receptionist').accessCards.list({ filter: { states: ['issued'] } })).rows[0]!;
});

describe('who may what', () => {
  it('is as the table of roles says, for every role', async () => {
    const one = await issue(office, doorCard(office, home));
    for (const role of ROLES) {
      const reads = holds([role], 'accessCards.read');
      const seen = await office.as(role).accessCards.entry({ id: one.id });
      expect(seen.ok, role).toBe(reads);
      if (!seen.ok) continue;
      // What is offered is allowed, and what is not allowed is not offered.
      for (const op of seen.data.next) {
        const permit = {
          'accessCards.return': 'accessCards.issue',
          'accessCards.reportLoss': 'accessCards.issue',
          'accessCards.correct': 'accessCards.correct',
          'accessCards.void': 'accessCards.void',
        }[op];
        expect(permit && holds([role], permit as 'accessCards.issue'), `${role} ${op}`).toBe(true);
      }
      expect(seen.data.next.includes('accessCards.return'), role).toBe(holds([role], 'accessCards.issue'));
      expect(seen.data.next.includes('accessCards.void'), role).toBe(holds([role], 'accessCards.void'));
    }
    expect(['csSupervisor', 'csAssistant', 'csSteward', 'receptionist', 'businessClerk'].sort()).toEqual(
      ROLES.filter((role) => holds([role], 'accessCards.issue')).sort(),
    );
  });
});
