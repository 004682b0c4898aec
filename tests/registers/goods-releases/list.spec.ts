import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageSql } from '../../../electron/entries/listing';
import { branchesOf, LISTING } from '../../../electron/registers/goods-releases/filter';
import { settingsOf } from '../../../electron/registers/office/settings';
import { SLIP_NEEDS } from '../../../shared/registers/goods-releases';
import { must, refusal, type TestOffice } from '../../support/office';
import { issued, quickOffice, released, seen } from './support';

/** Lists by index, papers of the register, exports: what every book must do. */
let office: TestOffice;
let outId: string;
beforeAll(async () => {
  office = await quickOffice();
  for (let n = 0; n < 14; n += 1) {
    const slip = n % 3 === 0 ? await released(office) : await issued(office);
    if (n === 0) outId = slip.id;
    if (n === 5)
      must(
        await office.as('csSupervisor').goodsReleases.void({ id: slip.id, version: 1, reason: '客户取消' }),
      );
    office.pass(1);
  }
});
afterAll(() => office.close());

describe('list', () => {
  it('jumps to its page by an index and never sorts the book', async () => {
    const settings = await settingsOf(office.file.reader);
    const filters = [{}, { states: ['released' as const] }, ...SLIP_NEEDS.map((need) => ({ need }))];
    for (const filter of filters)
      for (const branch of branchesOf(filter, settings, office.now())) {
        const { sql, parameters } = pageSql(LISTING, branch, null, 100).compile(office.file.writer);
        const plan = office.file.raw
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...(parameters as (string | number)[])) as { detail: string }[];
        const text = plan.map(({ detail }) => detail).join('\n');
        expect(text, JSON.stringify(filter)).toMatch(/USING INDEX goods_releases_(state|at)/);
        expect(text, JSON.stringify(filter)).not.toContain('TEMP B-TREE');
      }
  });

  it('pages through every line once', async () => {
    const numbers: string[] = [];
    let after: string | null = null;
    do {
      const page: { rows: { serialNo: string }[]; next: string | null } = must(
        await office.as('gateGuard').goodsReleases.list({ filter: {}, after, limit: 4 }),
      );
      numbers.push(...page.rows.map(({ serialNo }) => serialNo));
      after = page.next;
    } while (after !== null);
    expect(numbers).toEqual(
      Array.from({ length: 14 }, (_, n) => `FX202611-${String(14 - n).padStart(4, '0')}`),
    );
  });
});

describe('papers', () => {
  it('F26 has three parts, struck blanks and no whole document', async () => {
    const job = must(await office.as('receptionist').prints.prepare({ form: 'F26', entryId: outId }));
    if (job.family !== 'slip') throw new Error('a slip');
    expect(job.head.title).toBe('物品放行条');
    expect(job.head.formCode).toBe('KF-QR-26');
    const [slip] = job.slips;
    expect(slip?.parts.map(({ name }) => name)).toEqual(['第一联 存根', '第二联 客户', '第三联 门岗']);
    const goods = slip?.sections.find((section) => section.kind === 'table');
    expect(goods?.rows.map((row) => row[1]?.text)).toEqual(['沙发', '冰箱', '纸箱']);
    expect(goods).toMatchObject({ blanks: 'struck' });
    const text = JSON.stringify(slip);
    expect(text).toContain('****3418');
    expect(text).toContain('☑ 业主');
    const signs = slip?.sections.find((section) => section.kind === 'signatures');
    expect(signs?.cells.map(({ label }) => label)).toEqual([
      '业主签字',
      '客服经办人',
      '审核(盖章)',
      '财务(欠费核对)',
      '门岗核对人签名/放行时间',
      '搬运人签名',
    ]);
  });

  it('F26 in English, empty for handwriting, with many lines on continuation sheets', async () => {
    const goods = Array.from({ length: 40 }, (_, n) => ({ name: `纸箱${n}`, quantity: 1, unit: '箱' }));
    const long = await issued(office, { goods });
    const many = must(
      await office.as('receptionist').prints.prepare({ form: 'F26', entryId: long.id, lang: 'en' }),
    );
    if (many.family !== 'slip') throw new Error('a slip');
    expect(many.head.title).toBe('Goods release slip');
    expect(many.slips[0]?.more.length).toBeGreaterThan(0);
    expect(JSON.stringify(many.slips[0])).toContain('纸箱39');
    const blank = must(await office.as('receptionist').prints.prepare({ form: 'F26', blank: true }));
    if (blank.family !== 'slip') throw new Error('a slip');
    expect(blank.slips[0]?.sections.find((section) => section.kind === 'table')).toMatchObject({
      blanks: 'hand',
      rows: [],
    });
  });

  it('F27 is the month in number order, void ones struck, pieces counted', async () => {
    const job = must(await office.as('csSupervisor').prints.prepare({ form: 'F27', month: '2026-11' }));
    if (job.family !== 'register') throw new Error('a register');
    expect(job.head.title).toBe('物品放行登记表(搬出物品登记表)');
    expect(job.columns.map(({ label }) => label)).toEqual([
      '序号',
      '日期',
      '放行条号',
      '房号',
      '办理人',
      '物品摘要',
      '数量',
      '审核人',
      '门岗',
      '放行时间',
      '回收',
      '备注',
    ]);
    expect(job.columns.reduce((sum, { mm }) => sum + mm, 0)).toBe(262);
    const rows = job.pages.flatMap((page) => page.rows);
    expect(rows[5]).toMatchObject({ voided: true });
    expect(rows[5]?.cells[11]?.text).toContain('作废');
    expect(rows[1]?.cells[8]?.text).toBe('');
    const sums = job.pages.map(({ sums: sum }) => sum?.page ?? 0);
    expect(sums.reduce((a, b) => a + b, 0)).toBe(rows.filter(({ voided }) => !voided).length * 14 - 14 + 40);
  });

  it('are for those who print, and counted', async () => {
    for (const form of ['F26', 'F27'] as const)
      expect(
        refusal(await office.as('gateGuard').prints.prepare({ form, entryId: outId, month: '2026-11' })),
      ).toBe('notAllowed');
    const request = { form: 'F26' as const, entryId: outId };
    const { serialNo } = (await seen(office, outId)).entry;
    const job = must(await office.as('receptionist').prints.prepare(request));
    must(
      await office.as('receptionist').prints.record({
        request,
        copy: job.copy,
        pages: job.of,
        serialNos: [serialNo],
        pageFrom: 1,
        pageTo: job.of,
        chainMark: job.chainMark,
        to: 'pdf',
      }),
    );
    expect((await seen(office, outId)).entry.copies).toBe(1);
    expect(must(await office.as('receptionist').prints.prepare(request)).copy).toBe(2);
  });
});
