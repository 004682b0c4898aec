import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  expectLast,
  newWeek,
  POSTS,
  publishedWeek,
  put,
  quickOffice,
  staffOf,
  TUESDAY,
  touch,
} from './support';

/** S81 换班: asked, agreed, approved by who is no party; through the door, with every refusal. */
let office: TestOffice;
let week: Awaited<ReturnType<typeof publishedWeek>>;
beforeEach(async () => {
  office = await quickOffice(POSTS);
  week = await publishedWeek(office);
});
afterEach(() => office.close());
const swaps = (role: Parameters<TestOffice['as']>[0] = 'receptionist', other = false) =>
  office.as(role, other).shiftSwaps;
const asked = () => ({
  cellId: week.mine,
  colleagueId: staffOf(office, 'csAssistant'),
  reason: '家中有事',
});
const entryOf = async (id: string) => must(await office.as('csSupervisor').shiftSwaps.entry({ id }));
const onTuesday = async () =>
  must(await office.as('receptionist').rosters.onDay({ on: TUESDAY })).map((row) => [row.shift, row.staffId]);

describe('asking', () => {
  it('is for an own shift of a published week', async () => {
    const done = must(await swaps().register(asked()));
    expect(done.serialNo).toBe('HB202611-0001');
    expect(done.scanCode).toMatch(/^192611\d{6}$/);
    const { entry, next } = await entryOf(done.id);
    expect(entry).toMatchObject({
      state: 'asked',
      dayOn: TUESDAY,
      shift: 'early',
      askerName: office.actor('receptionist').name,
      agreedAt: null,
      pressing: false,
    });
    expect(next).toContain('shiftSwaps.agree');
    expectLast(office, done.id, 'shiftSwaps.register/CREATE');
    expect(refusal(await swaps().register(asked()))).toBe('shiftSwaps.open');
  });

  it('refuses what is no swap', async () => {
    const refused = async (over: object, role: 'receptionist' | 'csAssistant' = 'receptionist') =>
      refusal(await swaps(role).register({ ...asked(), ...over }));
    expect(refusal(await swaps('centerManager').register(asked()))).toBe('notAllowed');
    expect(await refused({}, 'csAssistant')).toBe('shiftSwaps.notYours');
    expect(await refused({ colleagueId: week.one })).toBe('shiftSwaps.yourself');
    expect(await refused({ colleagueId: '0'.repeat(26) })).toBe('rosters.notOnStaff');
    expect(await refused({ otherCellId: week.theirs })).toBe('shiftSwaps.notTheirs');
    expect(await refused({ colleagueId: week.two, otherCellId: week.mine })).toBe('shiftSwaps.notTheirs');
    expect(await refused({ second: office.pin('csSteward') })).toBe('shiftSwaps.otherSigned');
    expect(await refused({ reason: ' ' })).toBe('invalid:reason');
    const draft = await newWeek(office, { weekOn: '2026-11-30' });
    await put(office, draft.id, [week.one], { dayOn: '2026-12-01' });
    const { cells } = must(await office.as('receptionist').rosters.week({ id: draft.id }));
    expect(await refused({ cellId: cells[0]!.id })).toBe('shiftSwaps.notPublished');
    office.setNow('2026-11-25T02:00:00.000Z');
    expect(await refused({})).toBe('shiftSwaps.dayOver');
  });

  it('refuses a colleague who is on in that shift', async () => {
    const supervisor = office.as('csSupervisor').rosters;
    const place = { rosterId: week.id, post: '南门岗', shift: 'early', dayOn: TUESDAY };
    const guard = staffOf(office, 'gateGuard');
    must(await supervisor.amend({ ...place, staffIds: [guard], had: [], reason: '加岗' }));
    expect(refusal(await swaps().register({ ...asked(), colleagueId: guard }))).toBe('rosters.alreadyOn');
    const theirs = must(await supervisor.shiftsOf({ staffId: guard, fromOn: TUESDAY }))[0]!.cellId;
    expect(refusal(await swaps().register({ ...asked(), colleagueId: guard, otherCellId: theirs }))).toBe(
      'shiftSwaps.sameShift',
    );
  });
});

describe('the colleague', () => {
  it('agrees in the same dialog by PIN, or later at the own sign-in', async () => {
    const at = must(await swaps().register({ ...asked(), second: office.pin('csAssistant') }));
    expect((await entryOf(at.id)).entry).toMatchObject({ state: 'agreed', agreedHow: 'pin' });
    must(await swaps().withdraw(touch(at)));
    const done = must(await swaps().register(asked()));
    expect(refusal(await swaps('csSteward').agree(touch(done)))).toBe('shiftSwaps.onlyColleague');
    expect(refusal(await swaps('csSteward').agree({ ...touch(done), second: office.pin('cashier') }))).toBe(
      'shiftSwaps.otherSigned',
    );
    must(await swaps('csAssistant').agree(touch(done)));
    expect((await entryOf(done.id)).entry.agreedHow).toBe('own');
    expectLast(office, done.id, 'shiftSwaps.agree/CO_CONFIRM');
  });

  it('agrees by PIN at the desk of whoever asked', async () => {
    const done = must(await swaps().register(asked()));
    must(await swaps().agree({ ...touch(done), second: office.pin('csAssistant') }));
    expect((await entryOf(done.id)).entry.agreedHow).toBe('pin');
  });

  it('declines, and only the asker withdraws', async () => {
    const done = must(await swaps().register(asked()));
    expect(refusal(await swaps().decline({ ...touch(done), reason: '另有安排' }))).toBe(
      'shiftSwaps.onlyColleague',
    );
    expect(refusal(await swaps('csAssistant').withdraw(touch(done)))).toBe('shiftSwaps.onlyAsker');
    const declined = must(await swaps('csAssistant').decline({ ...touch(done), reason: '另有安排' }));
    expectLast(office, done.id, 'shiftSwaps.decline/CHANGE');
    expect(refusal(await swaps().withdraw(touch(declined)))).toBe('shiftSwaps.wrongState');
  });
});

describe('the supervisor', () => {
  it('approves, and the roster changes', async () => {
    const done = must(await swaps().register({ ...asked(), second: office.pin('csAssistant') }));
    const helper = staffOf(office, 'csAssistant');
    expect(refusal(await swaps('csAssistant').approve(touch(done)))).toBe('notAllowed');
    must(await swaps('csSupervisor').approve(touch(done)));
    expect(await onTuesday()).toEqual([
      ['early', helper],
      ['late', week.two],
    ]);
    const { cells } = must(await office.as('receptionist').rosters.week({ id: week.id }));
    expect(cells.find((cell) => cell.id === week.mine)).toMatchObject({ state: 'removed', swapId: done.id });
    expectLast(office, week.mine, 'shiftSwaps.approve/LINK');
    expectLast(office, done.id, 'shiftSwaps.approve/CHANGE');
    expect((await entryOf(done.id)).next).toEqual([]);
  });

  it('exchanges two shifts at once', async () => {
    const done = must(
      await swaps().register({
        ...asked(),
        colleagueId: week.two,
        otherCellId: week.theirs,
        second: office.pin('receptionist', true),
      }),
    );
    must(await swaps('csSupervisor').approve(touch(done)));
    expect(await onTuesday()).toEqual([
      ['early', week.two],
      ['late', week.one],
    ]);
  });

  it('is never a party, needs the colleague first, and comes in time', async () => {
    const open = must(await swaps().register(asked()));
    expect(refusal(await swaps('csSupervisor').approve(touch(open)))).toBe('shiftSwaps.wrongState');
    must(await swaps().withdraw(touch(open)));
    const boss = staffOf(office, 'csSupervisor');
    const done = must(
      await swaps().register({ ...asked(), colleagueId: boss, second: office.pin('csSupervisor') }),
    );
    expect(refusal(await swaps('csSupervisor').approve(touch(done)))).toBe('shiftSwaps.party');
    expect(refusal(await swaps('csSupervisor').refuse({ ...touch(done), reason: '不行' }))).toBe(
      'shiftSwaps.party',
    );
    const supervisor = office.as('csSupervisor', true).rosters;
    const place = { rosterId: week.id, post: '前台', shift: 'early', dayOn: TUESDAY };
    must(
      await supervisor.amend({
        ...place,
        staffIds: [staffOf(office, 'cashier')],
        had: [week.one],
        reason: '病假',
      }),
    );
    expect(refusal(await swaps('deptManager').approve(touch(done)))).toBe('shiftSwaps.cellMoved');
    must(await swaps('deptManager').refuse({ ...touch(done), reason: '排班已改' }));
    expectLast(office, done.id, 'shiftSwaps.refuse/CHANGE');
    // Nothing is approved once the day is over.
    const late = must(
      await swaps('receptionist', true).register({
        cellId: week.theirs,
        colleagueId: staffOf(office, 'csAssistant'),
        reason: '考试',
        second: office.pin('csAssistant'),
      }),
    );
    office.setNow('2026-11-25T02:00:00.000Z');
    expect(refusal(await swaps('csSupervisor').approve(touch(late)))).toBe('shiftSwaps.dayOver');
    expect((await entryOf(late.id)).warnings).toEqual(['pressing']);
  });
});

describe('the book', () => {
  it('counts, lists, finds, corrects and voids', async () => {
    const done = must(await swaps().register(asked()));
    expect(must(await office.as('receptionist').shiftSwaps.counts({}))).toEqual({
      agree: 1,
      approve: 0,
      pressing: 0,
    });
    const agreed = must(await swaps('csAssistant').agree(touch(done)));
    expect(must(await office.as('receptionist').shiftSwaps.counts({}))).toEqual({
      agree: 0,
      approve: 1,
      pressing: 0,
    });
    const idsOf = async (filter: object) =>
      must(await office.as('receptionist').shiftSwaps.list({ filter })).rows.map((row) => row.id);
    expect(await idsOf({ need: 'approve' })).toEqual([done.id]);
    expect(await idsOf({ need: 'pressing' })).toEqual([]);
    expect(await idsOf({ person: office.actor('csAssistant').name, states: ['agreed'] })).toEqual([done.id]);
    expect(await idsOf({ search: '家中' })).toEqual([done.id]);
    const correct = { ...touch(agreed), field: 'reason', reason: '写错了' } as const;
    office.pass(60);
    expect(
      refusal(await office.as('receptionist').shiftSwaps.correct({ ...correct, value: '家中有事' })),
    ).toBe('entry.unchanged');
    expect(refusal(await office.as('csAssistant').shiftSwaps.correct({ ...correct, value: '考试' }))).toBe(
      'entry.notRecorder',
    );
    const corrected = must(
      await office.as('receptionist').shiftSwaps.correct({ ...correct, value: '参加考试' }),
    );
    expect((await entryOf(done.id)).entry.strikes).toMatchObject([{ field: 'reason', old: '家中有事' }]);
    expect(refusal(await swaps().void({ ...touch(corrected), reason: '重复' }))).toBe('notAllowed');
    const voided = must(await swaps('csSupervisor').void({ ...touch(corrected), reason: '重复' }));
    expectLast(office, done.id, 'shiftSwaps.void/VOID');
    expect(
      refusal(
        await office.as('receptionist').shiftSwaps.correct({ ...correct, ...touch(voided), value: '考试' }),
      ),
    ).toBe('shiftSwaps.wrongState');
  });

  it('is seen by somebody else', async () => {
    const done = must(await swaps().register(asked()));
    must(await swaps('csSupervisor').markSeen({ id: done.id }));
    expectLast(office, done.id, 'shiftSwaps.markSeen/VIEW');
  });
});
