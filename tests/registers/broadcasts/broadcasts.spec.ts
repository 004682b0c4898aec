import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import { isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import { BROADCAST_NEXT } from '../../../shared/registers/broadcasts.row';
import type { Role } from '../../../shared/roles';
import { must, refusal, type TestOffice } from '../../support/office';
import { type Done, expectLast, quickOffice, touch } from '../../support/quick';

/** S28: a broadcast from its request to its result, through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const on = (role: Role = 'announcer') => office.as(role).broadcasts;
const later = (o: TestOffice, minutes: number) => isoOf(msOf(o.now()) + minutes * MINUTE_MS);
const asked = (
  o: TestOffice,
  over: Partial<Input<'broadcasts.register'>> = {},
): Input<'broadcasts.register'> => ({
  kind: 'temporary',
  purpose: 'moveCar',
  summary: '东门移车',
  script: '请灰色小客车车主将车移开。',
  department: '秩序维护部',
  requester: '周建国',
  fromAt: o.now(),
  toAt: later(o, 60),
  repetitions: 2,
  ...over,
});
const requested = async (over: Partial<Input<'broadcasts.register'>> = {}): Promise<Done> =>
  must(await on('receptionist').register(asked(office, over)));
const approved = async (): Promise<Done> => must(await on('csSupervisor').approve(touch(await requested())));
const entryOf = async (id: string) => must(await on('csSupervisor').entry({ id }));

describe('a request', () => {
  it('gets number and code, and is approved by another before it is played', async () => {
    const one = must(await on('csSupervisor').register(asked(office)));
    expect(one.serialNo).toBe('BY202611-0001');
    expect(one.scanCode).toMatch(/^392611\d{6}$/);
    expectLast(office, one.id, 'broadcasts.register/CREATE');
    expect(refusal(await on().play({ ...touch(one), at: office.now() }))).toBe('broadcasts.wrongState');
    expect(refusal(await on('csSupervisor').approve(touch(one)))).toBe('broadcasts.ownRequest');
    expect(refusal(await on().approve(touch(one)))).toBe('notAllowed');
    must(await on('deptManager').approve(touch(one)));
    expectLast(office, one.id, 'broadcasts.approve/CHANGE');
    const wrong = asked(office, { toAt: later(office, -1) });
    expect(refusal(await on().register(wrong))).toBe('invalid:toAt');
  });

  it('of an emergency needs two orders by name', async () => {
    const one = await requested({ kind: 'emergency', purpose: 'emergency' });
    const approve = async (orders: object) =>
      refusal(await on('csSupervisor').approve({ ...touch(one), ...orders }));
    expect(await approve({})).toBe('invalid:managerOrder');
    expect(await approve({ managerOrder: '李经理' })).toBe('invalid:generalOrder');
    const orders = { managerOrder: '李经理', generalOrder: '王总' };
    must(await on('csSupervisor').approve({ ...touch(one), ...orders }));
    expect((await entryOf(one.id)).entry).toMatchObject({ state: 'approved', ...orders });
  });

  it('is refused with a reason, and not approved when its time is over', async () => {
    const one = await requested();
    must(await on('csSupervisor').refuse({ ...touch(one), reason: '内容不宜' }));
    expectLast(office, one.id, 'broadcasts.refuse/CHANGE');
    const late = await requested();
    office.pass(90);
    expect(refusal(await on('csSupervisor').approve(touch(late)))).toBe('broadcasts.over');
  });
});

describe('plays', () => {
  it('are each recorded with time and announcer, and struck, never lost', async () => {
    const one = await approved();
    const first = must(await on().play({ ...touch(one), at: office.now() }));
    expectLast(office, one.id, 'broadcasts.play/CHANGE');
    expect(refusal(await on().play({ ...touch(first), at: later(office, 60) }))).toBe('invalid:at');
    const second = must(await on().play({ ...touch(first), at: office.now() }));
    const { plays, entry } = await entryOf(one.id);
    expect(plays.map((play) => play.lineNo)).toEqual([1, 2]);
    expect(entry).toMatchObject({ played: 2, firstPlayedAt: plays[0]!.playedAt });
    expect(entry.announcers).toEqual([plays[0]!.announcerName]);
    const strike = { playId: plays[1]!.id, reason: '没有播出' };
    const struck = must(await on().strikePlay({ ...touch(second), ...strike }));
    expectLast(office, one.id, 'broadcasts.strikePlay/CHANGE');
    expect(refusal(await on().strikePlay({ ...touch(struck), ...strike }))).toBe('broadcasts.alreadyStruck');
    expect((await entryOf(one.id)).plays).toHaveLength(2);
    const close = { ...touch(struck), result: '车已移走' };
    expect(refusal(await on().close(close))).toBe('invalid:notPlayedReason');
    must(await on().close({ ...close, notPlayedReason: '车主已到' }));
    expectLast(office, one.id, 'broadcasts.close/CHANGE');
    expect((await entryOf(one.id)).entry).toMatchObject({ state: 'closed', played: 1 });
  });
});

describe('the book', () => {
  it('lists, counts, corrects, shows and voids', async () => {
    const one = await approved();
    const two = await requested({ summary: '雨伞招领' });
    expect(must(await on().counts({}))).toEqual({ toApprove: 1, toPlay: 1, toClose: 0 });
    const ids = async (filter: Input<'broadcasts.list'>['filter']) =>
      must(await on().list({ filter, limit: 20 })).rows.map((row) => row.id);
    expect(await ids({ need: 'toPlay' })).toEqual([one.id]);
    expect(await ids({ need: 'toApprove', kinds: ['temporary'] })).toEqual([two.id]);
    expect(await ids({ search: '雨伞招领' })).toEqual([two.id]);
    expect(await ids({ kinds: ['daily'] })).toEqual([]);
    const fix = { ...touch(two), field: 'department' as const, value: '客服部', reason: '写错部门' };
    const fixed = must(await on('csSupervisor').correct(fix));
    expectLast(office, two.id, 'broadcasts.correct/CORRECT');
    expect(must(await on('csSupervisor').markSeen({ id: two.id }))).toEqual({ seen: true });
    const now = await entryOf(two.id);
    expect(now.entry.department).toBe('客服部');
    const at = { id: two.id, version: now.entry.version ?? fixed.version };
    must(await on('csSupervisor').void({ ...at, reason: '重复登记' }));
    expectLast(office, two.id, 'broadcasts.void/VOID');
  });
});

describe('reading', () => {
  it('is only for who works with broadcasts, and says how each read is answered', async () => {
    const one = await requested();
    for (const [role, wanted] of [
      ['sysAdmin', 'notAllowed'],
      ['announcer', 'read'],
    ] as const) {
      const api = on(role);
      const answers = {
        'broadcasts.list': await api.list({ filter: {}, limit: 20 }),
        'broadcasts.counts': await api.counts({}),
        'broadcasts.entry': await api.entry({ id: one.id }),
        'broadcasts.markSeen': await api.markSeen({ id: one.id }),
      };
      for (const [op, answer] of Object.entries(answers))
        expect(answer.ok ? 'read' : refusal(answer as never), `${role} ${op}`).toBe(wanted);
    }
  });
});

describe('the state chart', () => {
  it('is never left, and nothing is played that nobody approved', { timeout: 300_000 }, async () => {
    const OPS = ['register', 'approve', 'refuse', 'play', 'close', 'void'] as const;
    const step = fc.record({
      op: fc.constantFrom(...OPS),
      line: fc.nat(2),
      role: fc.constantFrom<Role>('announcer', 'csSupervisor', 'deptManager'),
    });
    const run = async (o: TestOffice, op: (typeof OPS)[number], role: Role, at: Done) => {
      const api = o.as(role).broadcasts;
      const target = { id: at.id, version: at.version };
      switch (op) {
        case 'register':
          return api.register(asked(o));
        case 'approve':
          return api.approve(target);
        case 'play':
          return api.play({ ...target, at: o.now() });
        case 'close':
          return api.close({ ...target, result: '完成', notPlayedReason: '已解决' });
        default:
          return api[op]({ ...target, reason: '重复登记' });
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (todo) => {
        const o = await quickOffice();
        const rows = () => o.file.reader.selectFrom('broadcasts').selectAll().orderBy('serialNo').execute();
        try {
          let before = await rows();
          for (const { op, line, role } of todo) {
            const at = before[line % Math.max(1, before.length)];
            const result = await run(o, op, role, at ?? { id: '0'.repeat(26), serialNo: '', version: 1 });
            const after = await rows();
            if (!result.ok) expect(after).toEqual(before);
            for (const old of before) {
              const now = after.find((one) => one.id === old.id)!;
              if (now.state !== old.state) expect(BROADCAST_NEXT[old.state]).toContain(now.state);
            }
            for (const one of after) {
              if (one.played > 0) expect(one.approvedAt).not.toBeNull();
              if (one.approvedAt !== null) expect(one.approvedByName).not.toBe(one.recorderName);
            }
            before = after;
          }
        } finally {
          o.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
