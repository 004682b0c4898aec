import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { announce, expectLast, move, moveOf, quickOffice, touch, unitOf } from './support';

/** S20: moves through the door, with every refusal; the lift is booked once, by the handler and by the database. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const moves = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).moveNotices;
const tomorrow = () => addDays(dayOf(office.now()), 1);
const register = async (over: Parameters<typeof move>[2]) =>
  refusal(await moves().register(move(office, unitId, over)));

describe('announcing', () => {
  it('says who is still to be told, until all of them are', async () => {
    const one = await announce(office, unitId);
    expect(one.serialNo).toBe('BQ202611-0001');
    expectLast(office, one.id, 'moveNotices.register/CREATE');
    const seen = await moveOf(office, one.id);
    expect(seen.entry).toMatchObject({ unitCode: '3-1502', untold: ['steward', 'gate', 'lift'] });
    expect(seen.next[0]).toBe('moveNotices.tell');
    expect(seen.warnings).toEqual(['toTell']);
    expect(must(await office.as('receptionist').moveNotices.counts({}))).toEqual({
      toTell: 1,
      today: 0,
      past: 0,
    });
    let line = touch(one);
    for (const post of ['steward', 'gate', 'lift'] as const)
      line = touch(must(await moves().tell({ ...line, post, name: '曾丽娟', at: office.now() })));
    expectLast(office, one.id, 'moveNotices.tell/CHANGE');
    expect((await moveOf(office, one.id)).entry).toMatchObject({ untold: [], gateName: '曾丽娟' });
    expect(must(await office.as('receptionist').moveNotices.counts({}))).toMatchObject({ toTell: 0 });
    // Another day: all of them must hear of it again.
    const { id, version } = line;
    const slot = { moveOn: addDays(tomorrow(), 1), lift: null, fromTime: '14:00', toTime: '16:00' };
    const moved = must(await moves().reschedule({ id, version, ...slot }));
    expectLast(office, one.id, 'moveNotices.reschedule/CHANGE');
    expect((await moveOf(office, one.id)).entry.untold).toEqual(['steward', 'gate']);
    const lift = { ...touch(moved), post: 'lift' as const, name: '陈师傅', at: office.now() };
    expect(refusal(await moves().tell(lift))).toBe('moveNotices.noLift');
  });

  it('books no lift twice for the same hours', async () => {
    const one = await announce(office, unitId);
    expect(await register({ fromTime: '10:30', toTime: '12:00' })).toBe('moveNotices.liftTaken');
    expect(await register({ fromTime: '08:00', toTime: '12:00' })).toBe('moveNotices.liftTaken');
    await announce(office, unitId, { fromTime: '11:00', toTime: '12:00' });
    await announce(office, unitId, { lift: '2 号货梯' });
    // The same lift written otherwise would be another lift: only those of the settings are taken.
    expect(await register({ lift: '一号货梯' })).toBe('moveNotices.liftUnknown');
    const other = await announce(office, unitId, { moveOn: addDays(tomorrow(), 1) });
    const slot = { moveOn: tomorrow(), lift: '1 号货梯', fromTime: '10:00', toTime: '11:00' };
    expect(refusal(await moves().reschedule({ ...touch(other), ...slot }))).toBe('moveNotices.liftTaken');
    // Its own hours are its own.
    must(await moves().reschedule({ ...touch(one), ...slot }));
    const cancelled = await announce(office, unitId, { fromTime: '15:00', toTime: '16:00' });
    must(await moves().cancel({ ...touch(cancelled), reason: '改期未定' }));
    expectLast(office, cancelled.id, 'moveNotices.cancel/CHANGE');
    await announce(office, unitId, { fromTime: '15:00', toTime: '16:00' });
  });

  it('is held by the database as well', async () => {
    const one = await announce(office, unitId);
    const raw = office.file.raw;
    const columns = (raw.pragma('table_info(move_notices)') as { name: string }[]).map(({ name }) => name);
    const copy = columns.map((name) =>
      name === 'id' ? "'0000000000000000000000000X'" : name === 'serialNo' ? "'BQ202611-9999'" : name,
    );
    raw.exec('DROP TRIGGER move_notices_insert');
    expect(() =>
      raw.exec(`INSERT INTO move_notices SELECT ${copy.join(', ')} FROM move_notices WHERE id = '${one.id}'`),
    ).toThrow('the lift is booked for these hours');
  });

  it('refuses what cannot be', async () => {
    expect(await register({ unitId: '0'.repeat(26) })).toBe('moveNotices.unitUnknown');
    expect(await register({ moveOn: addDays(tomorrow(), -2) })).toBe('invalid:moveOn');
    expect(await register({ moveOn: '2026-02-31' })).toBe('invalid:filter.moveOn');
    expect(await register({ fromTime: '11:00', toTime: '11:00' })).toBe('invalid:toTime');
    expect(refusal(await moves('gateGuard').register(move(office, unitId)))).toBe('notAllowed');
  });
});

describe('the day itself', () => {
  it('is confirmed on its day, never before', async () => {
    const one = await announce(office, unitId);
    const done = { ...touch(one), at: office.now() };
    expect(refusal(await moves().complete(done))).toBe('invalid:at');
    office.pass(24 * 60);
    expect(must(await office.as('receptionist').moveNotices.counts({}))).toMatchObject({ today: 1, past: 0 });
    office.pass(24 * 60);
    expect(must(await office.as('receptionist').moveNotices.counts({}))).toMatchObject({ today: 0, past: 1 });
    expect((await moveOf(office, one.id)).warnings).toEqual(['past', 'toTell']);
    const been = must(await moves().complete({ ...done, at: office.now() }));
    expectLast(office, one.id, 'moveNotices.complete/CHANGE');
    expect(
      refusal(await moves().tell({ ...touch(been), post: 'gate', name: '马志勇', at: office.now() })),
    ).toBe('moveNotices.wrongState');
    expect(refusal(await moves('csSupervisor').void({ ...touch(been), reason: '写错了' }))).toBe(
      'entry.managerOnly',
    );
  });

  it('goes with the release of its goods', async () => {
    const request = must(
      await office.as('receptionist').releaseRequests.request({
        form: {
          unitId,
          unitName: '3-1502',
          ownerName: '孙建平',
          handlerName: '孙建平',
          handlerDocumentKind: 'idCard',
          relation: 'owner',
          bulky: false,
          route: 'freightLift',
          arrears: 'none',
          goods: [{ name: '沙发', quantity: 1, unit: '张' }],
        },
        submit: false,
      }),
    );
    const out = await announce(office, unitId);
    const linked = must(await moves().linkRelease({ ...touch(out), requestId: request.id }));
    expectLast(office, out.id, 'moveNotices.linkRelease/LINK');
    expect(refusal(await moves().linkRelease({ ...touch(linked), requestId: request.id }))).toBe(
      'entry.unchanged',
    );
    const other = await announce(office, await unitOf(office, '1601'), { lift: null });
    expect(refusal(await moves().linkRelease({ ...touch(other), requestId: request.id }))).toBe(
      'moveNotices.releaseUnknown',
    );
    const into = await announce(office, unitId, { direction: 'in', lift: null });
    expect(refusal(await moves().linkRelease({ ...touch(into), requestId: request.id }))).toBe(
      'moveNotices.notOut',
    );
  });
});

describe('corrections, voids and looks', () => {
  it('as every line', async () => {
    const one = await announce(office, unitId);
    const edited = must(await moves().correct({ ...touch(one), field: 'plate', value: '粤A12345' }));
    expectLast(office, one.id, 'moveNotices.correct/EDIT');
    must(await office.as('csSupervisor').moveNotices.markSeen({ id: one.id }));
    expect(refusal(await moves().correct({ ...touch(edited), field: 'plate', value: '' }))).toBe(
      'entry.reasonMissing',
    );
    expect(must(await moves().unmask({ id: one.id, reason: '联系本人' }))).toEqual({
      contactPhone: '13912345678',
    });
    expectLast(office, one.id, 'moveNotices.unmask/UNMASK');
    const gone = must(await moves('csSupervisor').void({ ...touch(edited), reason: '重复登记' }));
    expectLast(office, one.id, 'moveNotices.void/VOID');
    expect(refusal(await moves().correct({ ...touch(gone), field: 'note', value: '备注' }))).toBe(
      'moveNotices.wrongState',
    );
    // Its lift is free again.
    await announce(office, unitId);
    expect(must(await moves().list({ filter: { states: ['announced'], unitId } })).rows).toHaveLength(1);
  });
});
