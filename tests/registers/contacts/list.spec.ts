import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactLogsTable } from '../../../electron/db/tables';
import { pageSql } from '../../../electron/entries/listing';
import { LISTING, needBranches } from '../../../electron/registers/contacts/filter';
import { openGroups } from '../../../electron/registers/obligations';
import { settingsOf } from '../../../electron/registers/office/settings';
import { dayOf } from '../../../shared/dates';
import { CONTACT_NEEDS } from '../../../shared/registers/contact-logs';
import { CONTACT_NEXT, CONTACT_OPEN } from '../../../shared/registers/contact-logs.row';
import type { Result } from '../../../shared/result';
import { holds, ROLES, type Role } from '../../../shared/roles';
import { tidy } from '../../../shared/text';
import { must, type TestOffice } from '../../support/office';
import { ahead, call, entryOf, quickOffice, touch, unitOf, writeDown } from './support';

/** The contact log as a list and as a chart: needs, filters, search, unit page, paper, who may what, whatever is tried. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const list = async (filter: object) =>
  must(await office.as('receptionist').contactLogs.list({ filter })).rows.map((row) => row.content);

async function book(): Promise<void> {
  const say = (content: string, over: Parameters<typeof call>[2] = {}, role: Role = 'receptionist') =>
    writeDown(office, call(office, unitId, { content, ...over }), role);
  await say('逾期的', { promisedAt: ahead(office, 30) });
  office.pass(60);
  await say('今天的', { channel: 'walkIn' });
  await say('后天的', { promisedAt: ahead(office, 48 * 60), handling: 'passed', passedTo: '工程部' });
  await say('门岗的', { promisedAt: ahead(office, 48 * 60) }, 'gateGuard');
  await say('办完的', { kind: 'praise', handling: 'answered', result: '已致谢' });
}

describe('needs', () => {
  it('count and list the same contacts, and are handed over', async () => {
    await book();
    expect(must(await office.as('receptionist').contactLogs.counts({}))).toEqual({
      toTakeOver: 1,
      overdue: 1,
      dueToday: 1,
      waiting: 4,
    });
    expect(await list({ need: 'toTakeOver' })).toEqual(['门岗的']);
    expect(await list({ need: 'overdue' })).toEqual(['逾期的']);
    expect(await list({ need: 'dueToday' })).toEqual(['今天的']);
    expect(await list({ need: 'waiting' })).toHaveLength(4);
    const db = office.file.reader;
    const look = { db, now: office.now(), until: ahead(office, 600), settings: await settingsOf(db) };
    const groups = (await openGroups(look)).filter((group) => group.register === 'contactLogs');
    expect(groups.map(({ label, total }) => [label.split('.').at(-1), total])).toEqual([
      ['toTakeOver', 1],
      ['waiting', 3],
    ]);
  });

  it('never read contacts that are done', () => {
    for (const need of CONTACT_NEEDS)
      for (const branch of needBranches(need, office.now())) {
        const { sql, parameters } = pageSql(LISTING, branch, null, 100).compile(office.file.reader);
        const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
          detail: string;
        }[];
        expect(plan.map((step) => step.detail).join('; '), need).toMatch(
          /^(SEARCH|SCAN) contact_logs USING INDEX contact_logs_(state|night)/,
        );
      }
  });
});

describe('lists', () => {
  it('filter by channel, kind, state, day, unit, person, month and text', async () => {
    await book();
    expect(await list({ channels: ['walkIn'] })).toEqual(['今天的']);
    expect(await list({ kinds: ['praise'] })).toEqual(['办完的']);
    expect(await list({ states: ['passed', 'closed'] })).toHaveLength(2);
    expect(
      await list({ unitId, fromOn: dayOf(office.now()), toOn: dayOf(office.now()), month: '2026-11' }),
    ).toHaveLength(5);
    expect(await list({ person: '工程' })).toEqual(['后天的']);
    expect(await list({ search: '门岗的' })).toEqual(['门岗的']);
    expect(await list({ search: 'sjp' })).toHaveLength(5);
  });

  it('are found and scanned with the next act, and stand on the unit’s page', async () => {
    const one = await writeDown(office, call(office, unitId));
    expect(must(await office.as('receptionist').search.scan({ code: one.scanCode }))).toMatchObject({
      kind: 'entry',
      title: '3-1502 孙建平',
      next: 'contactLogs.close',
    });
    const { sections } = must(await office.as('receptionist').units.page({ id: unitId }));
    expect(sections.find((one1) => one1.register === 'contactLogs')).toMatchObject({ total: 1 });
  });
});

it('F18 is the month, voided lines kept, phones masked', async () => {
  await book();
  const one = await writeDown(office, call(office, unitId, { content: '写重了' }));
  must(await office.as('csSupervisor').contactLogs.void({ ...touch(one), reason: '重复登记' }));
  const job = must(
    await office.as('receptionist').prints.prepare({ form: 'F18', month: '2026-11', lang: 'zh-CN' }),
  );
  const text = JSON.stringify(job);
  for (const said of ['来电来访(来信)登记表', '3-1502', '工程部', '重复登记', '139****5678', '门岗登记'])
    expect(text).toContain(said);
  expect(text).not.toContain('13912345678');
  must(await office.as('receptionist').prints.prepare({ form: 'F18', blank: true, lang: 'en' }));
});

it('who may what is as the table of roles says, for every role', async () => {
  const one = await writeDown(office, call(office, unitId));
  for (const role of ROLES) {
    const seen = await office.as(role).contactLogs.entry({ id: one.id });
    expect(seen.ok, role).toBe(holds([role], 'contactLogs.readAll'));
    if (!seen.ok) continue;
    expect(seen.data.next.includes('contactLogs.close'), role).toBe(holds([role], 'contactLogs.handle'));
    expect(seen.data.next.includes('contactLogs.void'), role).toBe(holds([role], 'contactLogs.void'));
  }
  expect((await entryOf(office, one.id)).freeUntil).toBeNull();
});

interface Step {
  op: keyof typeof OPS;
  item: number;
  no: number;
  role: Role;
}
type Target = { id: string; version: number };
const OPS = {
  register: (o: TestOffice, { role, no }: Step, _: Target, unit: string) =>
    o.as(role).contactLogs.register(
      call(o, unit, {
        handling: (['answered', 'passed', 'later'] as const)[no % 3]!,
        result: '已答复',
        passedTo: '工程部',
        rating: no > 2 ? 'satisfied' : null,
      }),
    ),
  takeOver: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.takeOver({ items: [item] }),
  pass: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.pass({ ...item, passedTo: '保洁班' }),
  promise: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.promise({ ...item, promisedAt: ahead(o, 60), reason: '配件未到' }),
  close: (o: TestOffice, { role, no }: Step, item: Target) =>
    o.as(role).contactLogs.close({
      ...item,
      at: o.now(),
      result: '已处理',
      replied: no % 2 ? 'yes' : 'no',
      rating: no > 3 ? 'neutral' : null,
    }),
  reopen: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.reopen({ ...item, promisedAt: ahead(o, 60), reason: '又来了' }),
  rate: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.rate({ ...item, rating: 'dissatisfied' }),
  report: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.report({ ...item, reportedTo: '班长', at: o.now() }),
  void: (o: TestOffice, { role }: Step, item: Target) =>
    o.as(role).contactLogs.void({ ...item, reason: '重复登记' }),
  wait: (o: TestOffice): Result<null> => {
    o.pass(40);
    return { ok: true, data: null };
  },
} satisfies Record<
  string,
  (o: TestOffice, step: Step, item: Target, unit: string) => Promise<Result<unknown>> | Result<unknown>
>;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    op: fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
    item: fc.nat(4),
    no: fc.nat(5),
    role: fc.constantFrom<Role>('receptionist', 'gateGuard', 'csSupervisor', 'deptManager'),
  }),
  { minLength: 10, maxLength: 50, size: 'max' },
);
const rowsIn = ({ file }: TestOffice): Promise<ContactLogsTable[]> =>
  file.reader.selectFrom('contact_logs').selectAll().orderBy('serialNo').execute();

it('the chart is never left, whatever is tried', { timeout: 300_000 }, async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      const one = await quickOffice();
      try {
        const unit = await unitOf(one);
        let before = await rowsIn(one);
        for (const step of todo) {
          const row = before[step.item % Math.max(1, before.length)];
          const target = { id: row?.id ?? '0'.repeat(26), version: row?.version ?? 1 };
          const result = await OPS[step.op](one, step, target, unit);
          const after = await rowsIn(one);
          if (!result.ok) expect(after).toEqual(before);
          for (const old of before) {
            const now = after.find((other) => other.id === old.id)!;
            if (now.state !== old.state) expect(CONTACT_NEXT[old.state]).toContain(now.state);
          }
          for (const now of after) {
            reached.add(now.state);
            if (CONTACT_OPEN.includes(now.state)) {
              expect(now.closedAt).toBeNull();
              expect(now.promisedAt).not.toBeNull();
            }
            if (now.state === 'closed') expect(now.result).not.toBeNull();
          }
          before = after;
        }
      } finally {
        one.close();
      }
    }),
    { numRuns: 50 },
  );
  expect([...reached].sort()).toEqual(Object.keys(CONTACT_NEXT).sort());
});

it('texts come back as they were typed, tidied, or are refused at their field', async () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(typed, typed, async (content, callerName) => {
      const result = await office
        .as('receptionist')
        .contactLogs.register(call(office, unitId, { content, callerName }));
      if (!result.ok) {
        expect(result.error).toMatchObject({ kind: 'invalid' });
        return;
      }
      const { entry } = await entryOf(office, result.data.id);
      expect(entry.content).toBe(tidy(content));
      expect(entry.callerName ?? '').toBe(tidy(callerName));
    }),
    { numRuns: 80 },
  );
});
