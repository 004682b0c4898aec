import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { LINES, LOGS, lineBranches, logBranches } from '../../../electron/registers/duty-log/filter';
import { must, refusal, type TestOffice } from '../../support/office';
import { expectLast, lineOf, logEntry, quickOffice, touch, written } from './support';

/** The timeline of a log: typed lines and what the other books did by those on duty, in time order. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

const call = (role: 'receptionist' | 'businessClerk' = 'receptionist') =>
  office.as(role).contactLogs.register({
    channel: 'call',
    kind: 'question',
    happenedAt: office.now(),
    callerName: '孙建平',
    callerPhone: '13900001111',
    content: '问停水时间',
    serious: false,
    handling: 'answered',
    result: '已答复',
  });
const shown = async (logId: string, limit = 100, after: string | null = null) => {
  const page = must(await office.as('csSupervisor').dutyLogs.timeline({ id: logId, limit, after }));
  const rows = page.rows.map((row) => (row.source === 'typed' ? row.line.matter : `${row.op} ${row.person}`));
  return { ...page, rows };
};

describe('the timeline', () => {
  it('merges what the books did by those on duty, and no one else', async () => {
    const first = await written(office, { matter: '开班' });
    office.pass(5);
    const done = await call();
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    office.pass(5);
    must(await call('businessClerk'));
    await written(office, { matter: '水渍' });
    const { rows, next, total } = await shown(first.logId);
    expect(rows).toEqual(['开班', 'contactLogs.register 张伟', '水渍']);
    expect([next, total]).toEqual([null, 3]);
    // Whoever comes on duty brings what they did.
    const { entry } = await logEntry(office, first.logId);
    must(await office.as('businessClerk').dutyLogs.join(touch(entry)));
    expect((await shown(first.logId)).rows).toContain('contactLogs.register 吴婷');
    expect((await logEntry(office, first.logId)).entry.work).toMatchObject([{ count: 2 }]);
  });

  it('says nothing personal of another book', async () => {
    const first = await written(office);
    must(await call());
    const page = must(await office.as('gateGuard').dutyLogs.timeline({ id: first.logId }));
    const text = JSON.stringify(page.rows.filter(({ source }) => source === 'book'));
    expect(text).toContain('contactLogs.register');
    expect(text).not.toMatch(/孙建平|13900001111|停水/);
  });

  it('leaves out what came before and after the shift', async () => {
    office.close();
    office = await quickOffice({ now: '2026-11-20T23:50:00.000Z' });
    must(await call());
    office.setNow('2026-11-21T00:10:00.000Z');
    const first = await written(office, { matter: '开班' });
    must(await call());
    office.setNow('2026-11-21T08:10:00.000Z');
    must(await call());
    expect((await shown(first.logId)).rows).toEqual(['开班', 'contactLogs.register 张伟']);
  });

  it('comes in pages that miss nothing and say nothing twice', async () => {
    const first = await written(office, { matter: '第 0 笔' });
    for (let n = 1; n <= 7; n += 1) {
      office.pass(1);
      must(await call());
      await written(office, { matter: `第 ${n} 笔` });
    }
    const whole = (await shown(first.logId)).rows;
    expect(whole).toHaveLength(15);
    const pages: (string | null)[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof shown>> = await shown(first.logId, 4, after);
      expect(page.total).toBe(15);
      pages.push(...page.rows);
      after = page.next;
    } while (after !== null);
    expect(pages).toEqual(whole);
    expect(refusal(await office.as('csSupervisor').dutyLogs.timeline({ id: first.logId, after: 'x' }))).toBe(
      'invalid:after',
    );
  });
});

describe('reading', () => {
  it('goes by the indexes', () => {
    const plan = (text: { sql: string; parameters: readonly unknown[] }) =>
      (
        office.file.raw.prepare(`EXPLAIN QUERY PLAN ${text.sql}`).all(...text.parameters) as {
          detail: string;
        }[]
      )
        .map(({ detail }) => detail)
        .join('; ');
    for (const need of ['unread', 'toSign'] as const)
      for (const branch of logBranches(need, office.now()))
        expect(plan(pageSql(LOGS, branch, null, 100).compile(office.file.reader)), need).toMatch(
          /^SEARCH duty_logs USING INDEX duty_logs_state/,
        );
    for (const branch of lineBranches('big'))
      expect(plan(pageSql(LINES, branch, null, 100).compile(office.file.reader))).toMatch(
        /^SEARCH duty_lines USING INDEX duty_lines_state/,
      );
  });
});

describe('papers', () => {
  it('print the log and the gate’s form, struck lines struck; an empty one too', async () => {
    const one = await written(office, { matter: '写错的一笔' });
    must(await office.as('csSupervisor').dutyLines.void({ ...touch(one), reason: '写错岗位' }));
    expectLast(office, one.id, 'dutyLines.void/VOID');
    must(await office.as('receptionist').dutyLines.write(lineOf(office, { matter: '大堂水渍' })));
    must(await call());
    const print = office.as('receptionist').prints;
    const sheet = JSON.stringify(
      must(await print.prepare({ form: 'F20', entryId: one.logId, lang: 'zh-CN' })),
    );
    expect(sheet).toContain('大堂水渍');
    expect(sheet).toContain('"old":"写错的一笔"');
    expect(sheet).toContain('来电');
    must(await print.prepare({ form: 'F20b', entryId: one.logId, lang: 'en' }));
    must(await print.prepare({ form: 'F20', blank: true, lang: 'zh-CN' }));
  });
});
