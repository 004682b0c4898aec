import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import { isoOf, msOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { ago, DESK, expectLast, POSTS, quickOffice, staffOf, touch } from './support';

/** S15: a post is left only with permission and a stand-in; through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice(POSTS);
});
afterEach(() => office.close());
const covers = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).postCovers;
const leaving = (over: Partial<Input<'postCovers.register'>> = {}): Input<'postCovers.register'> => ({
  post: DESK,
  leaverId: staffOf(office, 'receptionist'),
  standInId: staffOf(office, 'receptionist', true),
  reason: '去财务交款',
  leftAt: office.now(),
  dueAt: isoOf(msOf(office.now()) + 20 * 60_000),
  second: office.pin('csSupervisor'),
  ...over,
});
const entryOf = async (id: string) => must(await office.as('csSupervisor').postCovers.entry({ id }));

describe('leaving a post', () => {
  it('names the stand-in and who allowed it', async () => {
    const done = must(await covers().register(leaving()));
    expect(done.serialNo).toBe('DG202611-0001');
    expect(done.scanCode).toMatch(/^222611\d{6}$/);
    const { entry, next, warnings } = await entryOf(done.id);
    expect(entry).toMatchObject({
      state: 'away',
      approvedHow: 'pin',
      approverName: office.actor('csSupervisor').name,
      standInName: office.actor('receptionist', true).name,
      minutes: 0,
      long: false,
    });
    expect(next[0]).toBe('postCovers.back');
    expect(warnings).toEqual([]);
    expectLast(office, done.id, 'postCovers.register/CREATE');
  });

  it('is refused without permission, stand-in or presence', async () => {
    const refused = async (over: Partial<Input<'postCovers.register'>>) =>
      refusal(await covers().register(leaving(over)));
    expect(await refused({ second: null })).toBe('postCovers.askFirst');
    expect(await refused({ second: office.pin('csSteward') })).toBe('second.noRight');
    expect(await refused({ standInId: staffOf(office, 'receptionist') })).toBe('postCovers.samePerson');
    expect(await refused({ standInId: staffOf(office, 'csSupervisor') })).toBe('postCovers.approverParty');
    expect(await refused({ standInId: '0'.repeat(26) })).toBe('rosters.notOnStaff');
    expect(await refused({ dueAt: office.now() })).toBe('invalid:dueAt');
    expect(await refused({ leftAt: isoOf(msOf(office.now()) + 3_600_000) })).toBe('invalid:leftAt');
    expect(refusal(await covers('cashier').register(leaving()))).toBe('notAllowed');
    must(await covers().register(leaving()));
    expect(await refused({ standInId: staffOf(office, 'csAssistant') })).toBe('postCovers.leaverAway');
    const other = { leaverId: staffOf(office, 'csSteward') };
    expect(await refused({ ...other, standInId: staffOf(office, 'receptionist') })).toBe(
      'postCovers.standInAway',
    );
    expect(await refused(other)).toBe('postCovers.standInBusy');
  });

  it('is the supervisor’s own word, or one by phone that is signed afterwards', async () => {
    const own = must(await covers('csSupervisor').register(leaving({ second: null })));
    expect((await entryOf(own.id)).entry.approvedHow).toBe('own');
    must(await covers().back({ ...touch(own), at: office.now() }));
    const phone = must(await covers().register(leaving({ second: null, byPhone: true })));
    expect((await entryOf(phone.id)).warnings).toEqual(['toSign']);
    expect(must(await office.as('receptionist').postCovers.counts({}))).toEqual({
      away: 1,
      long: 0,
      toSign: 1,
    });
    expect(refusal(await covers().approve(touch(phone)))).toBe('notAllowed');
    const signed = must(await covers('csSupervisor').approve(touch(phone)));
    expectLast(office, phone.id, 'postCovers.approve/CO_CONFIRM');
    expect(refusal(await covers('csSupervisor').approve(touch(signed)))).toBe('postCovers.signed');
    const leader = must(
      await covers().register(
        leaving({
          leaverId: staffOf(office, 'csSupervisor'),
          standInId: staffOf(office, 'csAssistant'),
          second: null,
          byPhone: true,
        }),
      ),
    );
    expect(refusal(await covers('csSupervisor').approve(touch(leader)))).toBe('postCovers.approverParty');
  });
});

describe('coming back', () => {
  it('ends it, and long absences show', async () => {
    const done = must(await covers().register(leaving()));
    office.pass(40);
    expect((await entryOf(done.id)).entry).toMatchObject({ minutes: 40, long: true });
    expect(must(await office.as('receptionist').postCovers.counts({}))).toEqual({
      away: 1,
      long: 1,
      toSign: 0,
    });
    expect(refusal(await covers().back({ ...touch(done), at: ago(office, 60) }))).toBe('invalid:at');
    const back = must(await covers().back({ ...touch(done), at: office.now() }));
    expectLast(office, done.id, 'postCovers.back/CHANGE');
    expect((await entryOf(done.id)).entry).toMatchObject({ state: 'back', minutes: 40, long: true });
    expect(refusal(await covers().back({ ...touch(back), at: office.now() }))).toBe('postCovers.wrongState');
    expect(must(await office.as('receptionist').postCovers.counts({}))).toEqual({
      away: 0,
      long: 0,
      toSign: 0,
    });
  });
});

describe('the log', () => {
  it('lists, corrects, voids and is seen', async () => {
    const done = must(await covers().register(leaving({ leftAt: ago(office, 5) })));
    const idsOf = async (filter: object) =>
      must(await office.as('gateGuard').postCovers.list({ filter })).rows.map((row) => row.id);
    expect(await idsOf({ need: 'away', states: ['away'] })).toEqual([done.id]);
    expect(await idsOf({ need: 'toSign' })).toEqual([]);
    expect(await idsOf({ person: office.actor('receptionist', true).name })).toEqual([done.id]);
    expect(await idsOf({ search: '财务' })).toEqual([done.id]);
    must(await covers('gateGuard').markSeen({ id: done.id }));
    expectLast(office, done.id, 'postCovers.markSeen/VIEW');
    const correct = { ...touch(done), reason: '写错了' };
    expect(
      refusal(
        await office
          .as('receptionist')
          .postCovers.correct({ ...correct, field: 'leftAt', value: isoOf(msOf(office.now()) + 9e6) }),
      ),
    ).toBe('invalid:value');
    expect(
      refusal(
        await office
          .as('receptionist')
          .postCovers.correct({ ...correct, field: 'dueAt', value: ago(office, 9) }),
      ),
    ).toBe('invalid:value');
    expect(
      refusal(await office.as('receptionist').postCovers.correct({ ...correct, field: 'post', value: DESK })),
    ).toBe('entry.unchanged');
    const fixed = must(
      await office.as('receptionist').postCovers.correct({ ...correct, field: 'post', value: '南门岗' }),
    );
    expect((await entryOf(done.id)).entry.strikes).toMatchObject([{ field: 'post', old: DESK }]);
    expect(refusal(await covers().void({ ...touch(fixed), reason: '重复' }))).toBe('notAllowed');
    const back = must(await covers().back({ ...touch(fixed), at: office.now() }));
    expect(refusal(await covers('csSupervisor').void({ ...touch(back), reason: '重复' }))).toBe(
      'entry.managerOnly',
    );
    const voided = must(await covers('deptManager').void({ ...touch(back), reason: '重复' }));
    expectLast(office, done.id, 'postCovers.void/VOID');
    expect(
      refusal(
        await office
          .as('receptionist')
          .postCovers.correct({ ...correct, ...touch(voided), field: 'post', value: DESK }),
      ),
    ).toBe('postCovers.wrongState');
    expect(refusal(await covers('csSupervisor').approve(touch(voided)))).toBe('postCovers.wrongState');
  });
});
