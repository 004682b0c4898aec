import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { LISTING, needBranches } from '../../../electron/registers/notices/filter';
import { addDays, dayOf } from '../../../shared/dates';
import { NOTICE_NEEDS } from '../../../shared/registers/notices';
import { must, refusal, type TestOffice } from '../../support/office';
import { approved, draft, posted, quickOffice, submitted, touch } from './support';

/** The notice book as a list: needs, filters, search, papers, export, Today. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const today = () => dayOf(office.now());
const list = async (filter: object) =>
  must(await office.as('receptionist').notices.list({ filter })).rows.map((row) => row.title);

async function book(): Promise<void> {
  await draft(office, { title: 'draft' });
  const sent = await submitted(office, { title: 'back' });
  must(await office.as('csSupervisor').notices.sendBack({ ...touch(sent), reason: '请改日期' }));
  await submitted(office, { title: 'submitted' });
  await approved(office, { title: 'ready' });
  await approved(office, { title: 'later', fromOn: addDays(today(), 3) });
  await posted(office, { title: 'short', toOn: today(), medium: 'led', plays: '整点播放' });
  await posted(office, { title: 'long', toOn: addDays(today(), 9) });
}

describe('needs', () => {
  it('count and list the same notices, before and after their last day', async () => {
    await book();
    const counts = async () => must(await office.as('receptionist').notices.counts({}));
    expect(await counts()).toEqual({ toApprove: 1, sentBack: 1, toPost: 1, toRemove: 0 });
    expect(await list({ need: 'toPost' })).toEqual(['ready']);
    expect(await list({ need: 'sentBack' })).toEqual(['back']);
    office.pass(24 * 60);
    expect(await list({ need: 'toRemove' })).toEqual(['short']);
    expect(await counts()).toMatchObject({ toRemove: 1 });
    const board = must(await office.as('csSupervisor').today.board({}));
    expect(board.reminders.map((one) => one.key)).toEqual(
      expect.arrayContaining(['notices.toRemove', 'notices.toApprove']),
    );
  });

  it('are read by their index', async () => {
    for (const need of NOTICE_NEEDS)
      for (const branch of needBranches(need, office.now())) {
        const { sql, parameters } = pageSql(LISTING, branch, null, 100).compile(office.file.reader);
        const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
          detail: string;
        }[];
        expect(plan.map((step) => step.detail).join('; '), need).toMatch(
          /^SEARCH notices USING INDEX notices_state/,
        );
      }
  });
});

describe('finding and printing', () => {
  it('filters by medium, state and words', async () => {
    await book();
    expect(await list({ media: ['led'] })).toEqual(['short']);
    expect((await list({ states: ['posted'] })).sort()).toEqual(['long', 'short']);
    expect(await list({ search: 'ready' })).toEqual(['ready']);
    expect(await list({ person: '无此人' })).toEqual([]);
  });

  it('prints the month, the list to sign and the sheet; a notice hangs without names', async () => {
    const one = await approved(office);
    const print = office.as('businessClerk').prints;
    const month = today().slice(0, 7);
    must(await print.prepare({ form: 'F34', month, lang: 'zh-CN' }));
    must(await print.prepare({ form: 'F33', entryId: one.id, lang: 'en' }));
    const sheet = must(await print.prepare({ form: 'noticeSheet', entryId: one.id, lang: 'zh-CN' }));
    expect(JSON.stringify(sheet)).toContain('电梯年检停梯通知');
    const waiting = must(
      await print.prepare({ form: 'noticeSheet', entryId: (await submitted(office)).id, lang: 'zh-CN' }),
    );
    expect(JSON.stringify(waiting)).toContain('不得张贴');
    expect(refusal(await office.as('gateGuard').notices.list({ filter: {} }))).toBe('notAllowed');
  });
});
