import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOOKING_HOLDS, BOOKING_NEXT, PREPARATIONS } from '../../../shared/registers/room-bookings.row';
import { must, refusal, type TestOffice } from '../../support/office';
import { addRoom, ask, at, expectLast, quickOffice, touch, wish } from './support';

/** S22: rooms and bookings through the door; no room is anybody else's in the same hours, by handler and by database. */
let office: TestOffice;
let roomId: string;
beforeEach(async () => {
  office = await quickOffice();
  roomId = (await addRoom(office)).id;
});
afterEach(() => office.close());
const bookings = (role: Parameters<TestOffice['as']>[0] = 'receptionist') => office.as(role).roomBookings;
const entryOf = async (id: string) => must(await office.as('csSupervisor').roomBookings.entry({ id }));
const ready = { ticked: [...PREPARATIONS] };

describe('rooms', () => {
  it('are few, with names of their own; one that is booked stays open', async () => {
    const clerk = office.as('businessClerk');
    expect(refusal(await clerk.meetingRooms.add({ name: '一号会议室', seats: 5 }))).toBe(
      'meetingRooms.nameTaken',
    );
    const two = must(await clerk.meetingRooms.add({ name: '二号会议室', seats: 20, hourCents: 16000 }));
    const same = { name: '二号会议室', seats: 20, hourCents: 16000 };
    expect(refusal(await clerk.meetingRooms.amend({ ...two, ...same }))).toBe('entry.unchanged');
    const changed = must(await clerk.meetingRooms.amend({ ...two, ...same, seats: 30 }));
    await ask(office, two.id);
    expect(refusal(await clerk.meetingRooms.close(changed))).toBe('meetingRooms.booked');
    const [one] = must(await office.as('receptionist').meetingRooms.list({}));
    const closed = must(await clerk.meetingRooms.close({ id: one!.id, version: one!.version }));
    expect(refusal(await clerk.meetingRooms.amend({ ...closed, ...same, name: '三号' }))).toBe(
      'meetingRooms.closed',
    );
    expect(refusal(await bookings().ask(wish(office, one!.id)))).toBe('roomBookings.roomClosed');
  });
});

describe('asking', () => {
  it('never books twice, and prices every half hour begun', async () => {
    const one = await ask(office, roomId);
    expect(one.serialNo).toBe('HS202611-0001');
    expectLast(office, one.id, 'roomBookings.ask/CREATE');
    expect((await entryOf(one.id)).entry).toMatchObject({ feeCents: 15000, roomName: '一号会议室' });
    const refused = async (over: Parameters<typeof wish>[2]) =>
      refusal(await bookings().ask(wish(office, roomId, over)));
    expect(await refused({ fromAt: at(office, '10:00'), toAt: at(office, '11:00') })).toBe(
      'roomBookings.taken',
    );
    expect(await refused({ fromAt: at(office, '08:00'), toAt: at(office, '12:00') })).toBe(
      'roomBookings.taken',
    );
    const next = await ask(office, roomId, { fromAt: at(office, '10:30'), toAt: at(office, '11:00') });
    const slot = { roomId, fromAt: at(office, '10:00'), toAt: at(office, '11:00') };
    expect(refusal(await bookings().reschedule({ ...touch(next), ...slot }))).toBe('roomBookings.taken');
    must(
      await bookings().reschedule({
        ...touch(next),
        ...slot,
        fromAt: at(office, '11:00'),
        toAt: at(office, '12:00'),
      }),
    );
    expectLast(office, next.id, 'roomBookings.reschedule/CHANGE');
    expect(await refused({ roomId: '0'.repeat(26) })).toBe('roomBookings.roomUnknown');
    expect(await refused({ people: 13, fromAt: at(office, '14:00'), toAt: at(office, '15:00') })).toBe(
      'roomBookings.tooMany',
    );
    const late = { fromAt: at(office, '14:00'), toAt: at(office, '15:00') };
    expect(await refused({ ...late, depositReceiptNo: null })).toBe('roomBookings.receiptMissing');
    expect(await refused({ ...late, unitId: '0'.repeat(26) })).toBe('roomBookings.unitUnknown');
    expect(await refused({ fromAt: at(office, '15:00'), toAt: at(office, '15:00') })).toBe('invalid:toAt');
    expect(await refused({ fromAt: at(office, '01:00', 0), toAt: at(office, '02:00', 0) })).toBe(
      'invalid:fromAt',
    );
  });

  it('is held by the database as well', async () => {
    const one = await ask(office, roomId);
    const { raw } = office.file;
    const columns = (raw.pragma('table_info(room_bookings)') as { name: string }[]).map(({ name }) => name);
    const copy = columns.map((name) =>
      name === 'id' ? "'0000000000000000000000000X'" : name === 'serialNo' ? "'HS202611-9999'" : name,
    );
    raw.exec('DROP TRIGGER room_bookings_insert');
    expect(() =>
      raw.exec(
        `INSERT INTO room_bookings SELECT ${copy.join(', ')} FROM room_bookings WHERE id = '${one.id}'`,
      ),
    ).toThrow('the room is booked for these hours');
  });
});

describe('a meeting', () => {
  it('is confirmed, prepared, held, looked after; overtime is charged by the half hour begun', async () => {
    const one = await ask(office, roomId);
    expect(refusal(await bookings().confirm(touch(one)))).toBe('notAllowed');
    const confirmed = must(await bookings('businessClerk').confirm(touch(one)));
    expectLast(office, one.id, 'roomBookings.confirm/CHANGE');
    expect(must(await office.as('receptionist').roomBookings.counts({}))).toMatchObject({ toPrepare: 1 });
    expect(refusal(await bookings().prepare({ ...touch(confirmed), ticked: ['clean'] }))).toBe(
      'roomBookings.notReady',
    );
    const prepared = must(await bookings('csAssistant').prepare({ ...touch(confirmed), ...ready }));
    expectLast(office, one.id, 'roomBookings.prepare/CHANGE');
    office.pass(23 * 60);
    const used = must(await bookings().begin({ ...touch(prepared), at: office.now() }));
    expectLast(office, one.id, 'roomBookings.begin/CHANGE');
    office.pass(100);
    expect((await entryOf(one.id)).warnings).toContain('over');
    const after = {
      ...touch(used),
      endedAt: office.now(),
      damaged: false,
      settlement: 'mobile' as const,
      receiptNo: 'HY-1',
      depositBackCents: 20000,
    };
    expect(refusal(await bookings().check({ ...after, damaged: true }))).toBe('roomBookings.damageMissing');
    expect(refusal(await bookings().check({ ...after, depositBackCents: 20001 }))).toBe(
      'roomBookings.tooMuchBack',
    );
    expect(refusal(await bookings().check({ ...after, depositBackCents: 0 }))).toBe(
      'roomBookings.reasonMissing',
    );
    expect(refusal(await bookings().check({ ...after, receiptNo: null }))).toBe(
      'roomBookings.receiptMissing',
    );
    const done = must(await bookings().check({ ...after, damaged: true, damageList: '椅子一把' }));
    // 09:00 + 100 minutes = 10:40: ten minutes over are half an hour.
    expect(done.overtimeCents).toBe(5000);
    expectLast(office, one.id, 'roomBookings.check/CHANGE');
    expect((await entryOf(one.id)).warnings).toContain('damaged');
    expect(refusal(await bookings('csSupervisor').void({ ...touch(done), reason: '写错了' }))).toBe(
      'entry.managerOnly',
    );
    expect(refusal(await bookings().cancel({ ...touch(done), reason: '不开了' }))).toBe(
      'roomBookings.wrongState',
    );
  });

  it('stands on the week board and its papers until it is cancelled', async () => {
    const one = await ask(office, roomId);
    const board = async () => must(await office.as('receptionist').roomBookings.board({ on: '2026-11-22' }));
    expect((await board()).days).toEqual([16, 17, 18, 19, 20, 21, 22].map((d) => `2026-11-${d}`));
    expect((await board()).bookings).toMatchObject([{ id: one.id, roomId, subject: '项目例会' }]);
    const prepare = async (request: { form: 'F29' | 'F30'; entryId?: string }) =>
      JSON.stringify(must(await office.as('receptionist').prints.prepare({ ...request, lang: 'zh-CN' })));
    expect(await prepare({ form: 'F30' })).toContain('09:00–10:30 项目例会 恒远文化');
    expect(await prepare({ form: 'F29', entryId: one.id })).toContain('会后检查');
    const { hits } = must(await office.as('receptionist').search.find({ typed: one.serialNo }));
    expect(hits[0]).toMatchObject({ entryId: one.id, next: 'roomBookings.confirm' });
    must(await bookings().cancel({ ...touch(one), reason: '改期未定' }));
    expectLast(office, one.id, 'roomBookings.cancel/CHANGE');
    expect((await board()).bookings).toEqual([]);
    await ask(office, roomId);
  });
});

describe('corrections, voids and looks', () => {
  it('as every line', async () => {
    const one = await ask(office, roomId);
    const edited = must(await bookings().correct({ ...touch(one), field: 'people', value: '10' }));
    expectLast(office, one.id, 'roomBookings.correct/EDIT');
    expect(refusal(await bookings().correct({ ...touch(edited), field: 'people', value: '13' }))).toBe(
      'roomBookings.tooMany',
    );
    must(await office.as('csSupervisor').roomBookings.markSeen({ id: one.id }));
    expect(
      must(await office.as('receptionist').roomBookings.unmask({ id: one.id, reason: '联系本人' })),
    ).toEqual({
      contactPhone: '13912345678',
    });
    must(await bookings('csSupervisor').void({ ...touch(edited), reason: '重复登记' }));
    expectLast(office, one.id, 'roomBookings.void/VOID');
    expect(must(await office.as('receptionist').roomBookings.list({ filter: { roomId } })).rows).toHaveLength(
      1,
    );
  });
});

interface Step {
  op: 'ask' | 'confirm' | 'prepare' | 'begin' | 'check' | 'cancel' | 'void' | 'move' | 'pass';
  line: number;
  from: number;
  length: number;
}

describe('the state chart of bookings', () => {
  it('is never left and no two bookings overlap, whatever is tried', { timeout: 120_000 }, async () => {
    const steps = fc.array(
      fc.record<Step>({
        op: fc.constantFrom(
          'ask',
          'ask',
          'confirm',
          'prepare',
          'begin',
          'check',
          'cancel',
          'void',
          'move',
          'pass',
        ),
        line: fc.nat(4),
        from: fc.integer({ min: 8, max: 16 }),
        length: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 10, maxLength: 40, size: 'max' },
    );
    type Row = {
      id: string;
      version: number;
      state: keyof typeof BOOKING_NEXT;
      roomId: string;
      fromAt: string;
      toAt: string;
    };
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const own = await quickOffice();
        try {
          const room = (await addRoom(own)).id;
          const rows = (): Row[] =>
            own.file.raw.prepare('SELECT * FROM room_bookings ORDER BY serialNo').all() as Row[];
          let before = rows();
          for (const { op, line, from, length } of todo) {
            const hour = (n: number) => at(own, `${String(n).padStart(2, '0')}:00`);
            const slot = { roomId: room, fromAt: hour(from), toAt: hour(from + length) };
            const row = before[line % Math.max(1, before.length)] ?? { id: '0'.repeat(26), version: 1 };
            const target = { id: row.id, version: row.version };
            const desk = own.as('csSupervisor').roomBookings;
            if (op === 'ask') await desk.ask(wish(own, room, slot));
            else if (op === 'move') await desk.reschedule({ ...target, ...slot });
            else if (op === 'prepare') await desk.prepare({ ...target, ...ready });
            else if (op === 'begin') await desk.begin({ ...target, at: own.now() });
            else if (op === 'check')
              await desk.check({
                ...target,
                endedAt: own.now(),
                damaged: false,
                settlement: 'free',
                depositBackCents: 20000,
              });
            else if (op === 'pass') own.pass(length * 60);
            else if (op === 'confirm') await desk.confirm(target);
            else await desk[op]({ ...target, reason: '写错了' });
            const after = rows();
            for (const old of before) {
              const now = after.find((one) => one.id === old.id)!;
              if (now.state !== old.state) expect(BOOKING_NEXT[old.state]).toContain(now.state);
            }
            const held = after.filter((one) => BOOKING_HOLDS.includes(one.state));
            for (const a of held)
              for (const b of held) if (a !== b) expect(a.fromAt >= b.toAt || b.fromAt >= a.toAt).toBe(true);
            before = after;
          }
        } finally {
          own.close();
        }
      }),
      { numRuns: 30 },
    );
  });
});
