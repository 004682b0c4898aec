import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { ITEMS, needBranches } from '../../../electron/registers/custody/item-filter';
import { MOVES, moveNeed } from '../../../electron/registers/custody/moves';
import { loanNeedBranches, TOOL_LOANS } from '../../../electron/registers/custody/tool-filter';
import { addDays, dayOf } from '../../../shared/dates';
import { CUSTODY_NEEDS } from '../../../shared/registers/custody-items';
import { MOVE_NEEDS } from '../../../shared/registers/move-notices';
import { TOOL_LOAN_NEEDS } from '../../../shared/registers/tool-loans';
import { holds, ROLES } from '../../../shared/roles';
import { must, refusal, type TestOffice } from '../../support/office';
import { addTool, announce, itemOf, keep, lend, loanOf, moveOf, quickOffice, touch, unitOf } from './support';

/** The room's books as lists: needs, filters, search, scan, unit page, papers, who may what. */
let office: TestOffice;
let unitId: string;
beforeEach(async () => {
  office = await quickOffice();
  unitId = await unitOf(office);
});
afterEach(() => office.close());
const today = () => dayOf(office.now());
const desk = () => office.as('receptionist');

describe('lists', () => {
  it('filter by need, kind, state, day, unit, person, month and text', async () => {
    await keep(office, { unitId, dueOn: today(), itemName: '今天取' });
    const late = await keep(office, { kind: 'bag', itemName: '行李箱', depositorName: '赵六' });
    const names = async (filter: object) =>
      must(await desk().custodyItems.list({ filter })).rows.map((row) => row.itemName);
    expect(await names({ need: 'dueToday' })).toEqual(['今天取']);
    expect(await names({ kinds: ['bag'] })).toEqual(['行李箱']);
    expect(await names({ unitId })).toEqual(['今天取']);
    expect(await names({ person: '赵' })).toEqual(['行李箱']);
    expect(await names({ search: 'zl' })).toEqual(['行李箱']);
    expect(await names({ fromOn: today(), toOn: today(), month: '2026-11', states: ['kept'] })).toHaveLength(
      2,
    );
    office.pass(5 * 24 * 60);
    expect((await names({ need: 'overdue' })).sort()).toEqual(['今天取', '行李箱'].sort());
    expect((await itemOf(office, late.id)).entry.overdue).toBe(true);
    expect(refusal(await desk().custodyItems.list({ filter: { fromOn: '2026-02-31' } }))).toBe(
      'invalid:filter.fromOn',
    );
  });

  it('of moves go by the day of the move', async () => {
    await announce(office, unitId);
    const far = await announce(office, unitId, { moveOn: addDays(today(), 9), direction: 'in' });
    const days = async (filter: object) =>
      must(await desk().moveNotices.list({ filter })).rows.map((row) => row.moveOn);
    expect(await days({})).toEqual([addDays(today(), 9), addDays(today(), 1)]);
    expect(await days({ fromOn: addDays(today(), 2), toOn: addDays(today(), 9) })).toEqual([
      addDays(today(), 9),
    ]);
    expect(await days({ toOn: addDays(today(), 8) })).toEqual([addDays(today(), 1)]);
    expect(await days({ directions: ['in'], person: '建平' })).toEqual([addDays(today(), 9)]);
    expect((await moveOf(office, far.id)).entry.past).toBe(false);
  });

  it('never read lines that are over', () => {
    const plans: [string, string][] = [];
    const look = (
      name: string,
      listing: Parameters<typeof pageSql>[0],
      branch: Parameters<typeof pageSql>[1],
    ) => {
      const { sql, parameters } = pageSql(listing, branch, null, 100).compile(office.file.reader);
      const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
        detail: string;
      }[];
      plans.push([name, plan.map((step) => step.detail).join('; ')]);
    };
    for (const need of CUSTODY_NEEDS)
      for (const branch of needBranches(need, office.now())) look(need, ITEMS, branch);
    for (const need of TOOL_LOAN_NEEDS)
      for (const branch of loanNeedBranches(need, office.now())) look(need, TOOL_LOANS, branch);
    for (const need of MOVE_NEEDS) look(need, MOVES, moveNeed(need, office.now()));
    for (const [need, plan] of plans)
      expect(plan, need).toMatch(/^SEARCH (custody_items|tool_loans|move_notices) USING INDEX \w+_state/);
  });
});

describe('search, scan and unit page', () => {
  it('know every entry and its next act', async () => {
    const item = await keep(office, { unitId });
    const tool = await addTool(office, { toolNo: 'G-77' });
    const loan = await lend(office, tool.id, unitId);
    const move = await announce(office, unitId);
    for (const [register, done, next] of [
      ['custodyItems', item, 'custodyItems.collect'],
      ['tools', tool, 'toolLoans.return'],
      ['toolLoans', loan, 'toolLoans.return'],
      ['moveNotices', move, 'moveNotices.tell'],
    ] as const) {
      const seen = must(await desk().search.scan({ code: done.scanCode }));
      expect(seen, register).toMatchObject({ kind: 'entry', register, next });
      const { hits } = must(await desk().search.find({ typed: done.serialNo }));
      expect(hits[0], register).toMatchObject({ register, entryId: done.id });
      expect(must(await office.as('cashier').search.scan({ code: done.scanCode }))).toMatchObject({
        kind: 'closed',
      });
    }
    const { sections } = must(await desk().units.page({ id: unitId }));
    for (const register of ['custodyItems', 'toolLoans', 'moveNotices'] as const)
      expect(sections.find((one) => one.register === register)).toMatchObject({ total: 1 });
    expect((await loanOf(office, loan.id)).next[0]).toBe('toolLoans.return');
  });
});

describe('papers', () => {
  it('are the month and the line, phones nowhere; what hangs on a thing names nobody', async () => {
    const item = await keep(office, { unitId, valueNote: '约 200 元' });
    const tool = await addTool(office, { toolNo: 'G-77' });
    await lend(office, tool.id, unitId);
    await announce(office, unitId);
    const book = async (form: 'F24' | 'F25' | 'moveList') =>
      JSON.stringify(must(await desk().prints.prepare({ form, month: '2026-11', lang: 'zh-CN' })));
    const [f24, f25, moves] = [await book('F24'), await book('F25'), await book('moveList')];
    for (const said of ['物品托管(寄存)登记表', '寄存人签名', '约 200 元', '3-1502', '纸箱'])
      expect(f24).toContain(said);
    for (const said of ['便民工具借用登记表', 'G-77', '平板推车', '归还人签名']) expect(f25).toContain(said);
    for (const said of ['搬家登记表', '1 号货梯', '门岗待通知']) expect(moves).toContain(said);
    for (const text of [f24, f25, moves]) expect(text).not.toContain('13912345678');
    const tag = JSON.stringify(
      must(await desk().prints.prepare({ form: 'custodyTag', entryId: item.id, lang: 'zh-CN' })),
    );
    expect(tag).toContain('凭此联取件');
    expect(tag).not.toMatch(/孙建平|1502|王芳/);
    const label = must(await desk().prints.prepare({ form: 'toolLabel', entryId: tool.id, lang: 'en' }));
    expect(JSON.stringify(label)).not.toMatch(/孙建平|1502/);
  });
});

describe('who may what', () => {
  it('is as the table of roles says: what is offered is allowed', async () => {
    const item = await keep(office);
    const tool = await addTool(office);
    const out = await lend(office, tool.id, unitId);
    const move = await announce(office, unitId);
    for (const role of ROLES) {
      const offered = [
        [await office.as(role).custodyItems.entry({ id: item.id }), 'custodyItems.read'],
        [await office.as(role).tools.entry({ id: tool.id }), 'tools.read'],
        [await office.as(role).toolLoans.entry({ id: out.id }), 'tools.read'],
        [await office.as(role).moveNotices.entry({ id: move.id }), 'moveNotices.read'],
      ] as const;
      for (const [seen, permit] of offered) {
        expect(seen.ok, `${role} ${permit}`).toBe(holds([role], permit));
        if (!seen.ok) continue;
        expect(seen.data.next.includes('custodyItems.collect'), role).toBe(
          permit === 'custodyItems.read' && holds([role], 'custodyItems.keep'),
        );
        expect(seen.data.next.includes('moveNotices.tell'), role).toBe(
          permit === 'moveNotices.read' && holds([role], 'moveNotices.record'),
        );
      }
    }
    expect(refusal(await office.as('gateGuard').custodyItems.list({ filter: {} }))).toBe('notAllowed');
    expect(touch(item).version).toBe(1);
  });
});
