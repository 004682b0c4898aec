import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import {
  MEETINGS,
  meetingBranches,
  RESOLUTIONS,
  resolutionBranches,
} from '../../../electron/registers/meetings/filter';
import { RESOLUTION_NEEDS } from '../../../shared/registers/resolutions';
import { must, refusal, type TestOffice } from '../../support/office';
import { ago, begun, expectLast, issued, quickOffice, resolved, touch } from './support';

/** What was resolved, chased until it is done (S84). */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const resolutions = (role: Parameters<TestOffice['as']>[0] = 'csAssistant') => office.as(role).resolutions;
const entryOf = async (id: string) => must(await office.as('csSupervisor').resolutions.entry({ id }));

describe('a resolution', () => {
  it('has what, who and by when, in minutes that are open', async () => {
    const meeting = await begun(office);
    const one = await resolved(office, meeting.id);
    expect(one.serialNo).toBe('HJ202611-0001');
    expectLast(office, one.id, 'resolutions.register/CREATE');
    const two = await resolved(office, meeting.id);
    expect((await entryOf(two.id)).entry).toMatchObject({ lineNo: 2, ownerName: '张伟', overdue: false });
    const input = {
      meetingId: meeting.id,
      matter: '补足雨伞架',
      ownerId: office.actor('receptionist').staffId,
      dueOn: '2026-11-25',
    };
    const wrong = async (over: object) => refusal(await resolutions().register({ ...input, ...over }));
    expect(await wrong({ dueOn: '2026-11-20' })).toBe('invalid:dueOn');
    expect(await wrong({ ownerId: '0'.repeat(26) })).toBe('meetings.unknownPerson');
    expect(await wrong({ meetingId: (await issued(office)).id })).toBe('resolutions.meetingClosed');
    expect(refusal(await resolutions('gateGuard').register(input))).toBe('notAllowed');
  });

  it('is chased until it is done, and again when it was not', async () => {
    const one = await resolved(office, (await begun(office)).id);
    const keys = async () =>
      must(await office.as('csAssistant').today.board({})).reminders.map(({ key }) => key);
    expect(must(await office.as('csAssistant').resolutions.counts({}))).toEqual({
      overdue: 0,
      soon: 0,
      open: 1,
    });
    office.pass(24 * 60);
    expect(await keys()).toContain('resolutions.soon');
    office.pass(2 * 24 * 60);
    expect(await keys()).toContain('resolutions.overdue');
    expect(must(await resolutions().counts({}))).toMatchObject({ overdue: 1 });
    expect((await entryOf(one.id)).warnings).toContain('overdue');
    const shift = must(await office.as('receptionist').handovers.open({ post: '前台' }));
    const open =
      must(await office.as('receptionist').handovers.entry({ id: shift.id })).entry.sheet?.open ?? [];
    expect(open.find(({ register }) => register === 'resolutions')?.matters).toMatchObject([
      { title: '收回逾期访客证', late: true, owner: '张伟' },
    ]);
    const result = { result: '三张均已收回', at: office.now() };
    expect(
      refusal(await resolutions().finish({ ...touch(one), ...result, at: ago(office, 9 * 24 * 60) })),
    ).toBe('invalid:at');
    const done = must(await resolutions('receptionist').finish({ ...touch(one), ...result }));
    expectLast(office, one.id, 'resolutions.finish/CHANGE');
    expect(await keys()).not.toContain('resolutions.overdue');
    const again = must(await resolutions().reopen({ ...touch(done), reason: '还差一张' }));
    expectLast(office, one.id, 'resolutions.reopen/CHANGE');
    expect((await entryOf(one.id)).entry).toMatchObject({ state: 'open', result: null, doneAt: null });
    expect(refusal(await resolutions().reopen({ ...touch(again), reason: '还差一张' }))).toBe(
      'resolutions.wrongState',
    );
  });

  it('is dropped by the supervisor, corrected while it is open, voided with its number', async () => {
    const meeting = await begun(office);
    const one = await resolved(office, meeting.id);
    expect(refusal(await resolutions().drop({ ...touch(one), reason: '不再执行' }))).toBe('notAllowed');
    const gone = must(await resolutions('csSupervisor').drop({ ...touch(one), reason: '不再执行' }));
    expectLast(office, one.id, 'resolutions.drop/CHANGE');
    const fix = { field: 'dueOn' as const, value: '2026-12-01' };
    expect(refusal(await resolutions().correct({ ...touch(gone), ...fix }))).toBe('resolutions.wrongState');
    const two = await resolved(office, meeting.id);
    expect(refusal(await resolutions().correct({ ...touch(two), ...fix, value: '2026-11-01' }))).toBe(
      'invalid:value',
    );
    const fixed = must(await resolutions().correct({ ...touch(two), ...fix }));
    expectLast(office, two.id, 'resolutions.correct/EDIT');
    expect(refusal(await resolutions().correct({ ...touch(fixed), ...fix }))).toBe('entry.unchanged');
    must(await office.as('csSupervisor').resolutions.markSeen({ id: two.id }));
    must(await resolutions('csSupervisor').void({ ...touch(fixed), reason: '重复记录' }));
    expectLast(office, two.id, 'resolutions.void/VOID');
    const list = must(await office.as('csAssistant').resolutions.list({ filter: { states: ['voided'] } }));
    expect(list.rows.map(({ id }) => id)).toEqual([two.id]);
    const own = must(await resolutions().list({ filter: { person: '张伟', search: '访客证' } }));
    expect(own.rows).toHaveLength(2);
  });
});

describe('needs', () => {
  it('are read by their index', () => {
    const plan = (text: { sql: string; parameters: readonly unknown[] }) =>
      (
        office.file.raw.prepare(`EXPLAIN QUERY PLAN ${text.sql}`).all(...text.parameters) as {
          detail: string;
        }[]
      )
        .map(({ detail }) => detail)
        .join('; ');
    for (const need of RESOLUTION_NEEDS)
      for (const branch of resolutionBranches(need, office.now()))
        expect(plan(pageSql(RESOLUTIONS, branch, null, 100).compile(office.file.reader)), need).toMatch(
          /^SEARCH resolutions USING INDEX resolutions_state/,
        );
    for (const branch of meetingBranches('toIssue', office.now()))
      expect(plan(pageSql(MEETINGS, branch, null, 100).compile(office.file.reader))).toMatch(
        /^SEARCH meetings USING INDEX meetings_state/,
      );
  });
});
