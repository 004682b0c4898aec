import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundItemBriefs, lostReportBriefs } from '../../../electron/registers/found-items/briefs';
import { monthLines } from '../../../electron/registers/found-items/lines';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import type { Column, Wording } from '../../../shared/columns';
import zh from '../../../shared/i18n/zh-CN/found-items.json';
import {
  FOUND_CLAIM_COLUMNS,
  FOUND_ITEM_COLUMNS,
  FOUND_MONTHLY_COLUMNS,
} from '../../../shared/registers/found-items.columns';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import { LOST_REPORT_COLUMNS } from '../../../shared/registers/lost-reports.columns';
import { shiftAt } from '../../../shared/registers/shifts';
import { struckText, valueText } from '../../../shared/registers/strikes';
import { must, type TestOffice } from '../../support/office';
import { entryOf, phone, quickOffice, register, touch, umbrella } from './support';

/** Chinese words looked up in the locale itself, so that a missing key fails here. */
const wording: Wording = {
  lang: 'zh-CN',
  t: (key, params = {}) => {
    const path = key.replace('found-items:', '').split('.');
    const text = path.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], zh);
    if (typeof text !== 'string') throw new Error(`no words for ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
  },
};
const heads = <Row>(columns: Column<Row>[]): string => columns.map((c) => wording.t(c.label)).join(' | ');
const widths = <Row>(columns: Column<Row>[]): number => columns.reduce((sum, c) => sum + c.paperMm, 0);
const cellsOf = (columns: Column<FoundItemLine>[], line: FoundItemLine): Record<string, string> =>
  Object.fromEntries(columns.map((c) => [c.key, c.cell(line, wording)]));

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

describe('columns', () => {
  it('are those of domain.md §3.1, word for word, and fill the paper', () => {
    expect(heads(FOUND_ITEM_COLUMNS)).toBe(
      '序号 | 编号 | 捡拾日期 | 具体时间 | 物品名称 | 特征(颜色/品牌/规格) | 数量 | 数量确认人①签名 | 数量确认人②签名 | 捡拾地点 | 捡拾人(部门) | 接收管理人签字/时间 | 存放处 | 通知甲方时间/联系人 | 甲方领取人签字/日期 | 备注',
    );
    expect(heads(FOUND_MONTHLY_COLUMNS)).toBe(
      '序号 | 编号 | 日期 | 名称 | 数量 | 捡拾人 | 处理结果(移交甲方/失主认领/移交公安/处置) | 日期 | 备注',
    );
    expect(heads(FOUND_CLAIM_COLUMNS)).toBe(
      '序号 | 失物编号 | 失主姓名 | 电话 | 房号/单位 | 证件类型及号码 | 失物名称、特征(失主口述) | 遗失时间、地点 | 核对结果 | 认领人签名 | 认领日期 | 经办人 | 见证人 | 备注',
    );
    expect([FOUND_ITEM_COLUMNS, FOUND_MONTHLY_COLUMNS, FOUND_CLAIM_COLUMNS].map(widths)).toEqual([
      262, 262, 262,
    ]);
    expect(widths(LOST_REPORT_COLUMNS)).toBe(262);
    expect(heads(LOST_REPORT_COLUMNS)).toContain('报失人');
  });

  it('say the whole line in four-digit years, masked, without verification features', async () => {
    const { id } = await register(office, phone(office));
    must(
      await office.as('receptionist').foundItems.claim({
        id,
        version: 1,
        claimantName: '欧阳明',
        claimantPhone: '13900139000',
        claimantUnit: '1502',
        claimantDocumentKind: 'idCard',
        claimantDocument: '123X',
        claimStatement: '华为手机',
        claimLostWhere: '大堂',
        claimMatch: 'matches',
        claimFeeCents: 1500,
        at: office.now(),
        second: office.pin('csSupervisor'),
      }),
    );
    const line = (await entryOf(office, id)).entry;
    expect(cellsOf(FOUND_ITEM_COLUMNS, line)).toMatchObject({
      foundOn: '2026-11-21',
      foundTime: '09:50',
      finder: '何香(保洁部)',
      receiver: '张伟 2026-11-21 10:00',
      confirmer2: '王丽华',
      collected: '',
      remark: '封袋号 FD-001 失主认领 2026-11-21',
    });
    expect(cellsOf(FOUND_CLAIM_COLUMNS, line)).toMatchObject({
      owner: '欧阳明',
      phone: '139****9000',
      document: '居民身份证 ****123X',
      matchResult: '相符',
      remark: '必要费用 15.00 元',
    });
    expect(cellsOf(FOUND_MONTHLY_COLUMNS, line)).toMatchObject({
      outcome: '失主认领',
      outcomeOn: '2026-11-21',
    });
    const all = [FOUND_ITEM_COLUMNS, FOUND_MONTHLY_COLUMNS, FOUND_CLAIM_COLUMNS].map((c) => cellsOf(c, line));
    expect(JSON.stringify(all)).not.toMatch(/13900139000|13800138000|橘猫/);
  });

  it('show the strike where the old value stood', async () => {
    const item = await register(office, umbrella(office, { foundAt: '2026-11-21T01:30:00.000Z' }));
    office.pass(60);
    const edit = { field: 'foundAt' as const, value: '2026-11-21T01:00:00.000Z', reason: '看错钟' };
    must(await office.as('receptionist').foundItems.correct({ ...touch(item), ...edit }));
    const { strikes } = (await entryOf(office, item.id)).entry;
    const struck = FOUND_ITEM_COLUMNS.map((c) => struckText(c, strikes[0]!, wording, (code) => code));
    expect(struck.filter((text) => text !== null)).toEqual(['09:30']);
    expect(valueText('foundAt', strikes[0]!.old, wording.t, (code) => code)).toBe('2026-11-21 09:30');
    expect(valueText('cash', '{"500":1}', wording.t, (code) => code)).toBe('现金合计 5.00 元');
  });
});

describe('the month’s book', () => {
  it('is read in number order, a stretch at a time, voids included, beyond 9999 too', async () => {
    const serials: string[] = [];
    for (let n = 0; n < 5; n += 1) serials.push((await register(office, umbrella(office))).serialNo);
    office.file.raw.prepare("UPDATE serials SET last = 9998 WHERE month = '2026-11'").run();
    for (let n = 0; n < 3; n += 1) serials.push((await register(office, umbrella(office))).serialNo);
    const first = await office.file.reader
      .selectFrom('found_items')
      .select(['id', 'version'])
      .executeTakeFirstOrThrow();
    must(await office.as('csSupervisor').foundItems.void({ ...first, reason: '重复登记' }));
    expect(serials.slice(-3)).toEqual(['SW202611-9999', 'SW202611-10000', 'SW202611-10001']);
    for (const limit of [1, 2, 3, 100]) {
      const read: string[] = [];
      for (let after: string | null = null; ; ) {
        const lines = await monthLines(office.file.reader, '2026-11', after, limit);
        read.push(...lines.map((line) => line.serialNo));
        if (lines.length < limit) break;
        after = read.at(-1) ?? null;
      }
      expect(read).toEqual(serials);
    }
    expect(await monthLines(office.file.reader, '2026-10', null, 9)).toEqual([]);
  });
});

describe('briefs', () => {
  it('recognise an entry and know its next act', async () => {
    const item = await register(office, umbrella(office, { quantity: 2 }));
    const [brief] = await foundItemBriefs(office.file.reader, [item.id]);
    expect(brief).toEqual({
      entryId: item.id,
      serialNo: item.serialNo,
      title: '黑色长柄雨伞 ×2',
      detail: '木柄 · 一楼大堂 · 何香 · 2026-11-21 09:50',
      state: 'registered',
      at: '2026-11-21T01:50:00.000Z',
      next: 'foundItems.notifyPartyA',
    });
    const at = office.now();
    const lost = must(
      await office.as('receptionist').lostReports.register({
        category: 'bag',
        name: '双肩包',
        lostPlace: '停车场',
        lostFrom: at,
        lostTo: at,
        reporterName: '欧阳明',
      }),
    );
    expect(await lostReportBriefs(office.file.reader, [lost.id, 'unknown'])).toMatchObject([
      {
        title: '双肩包',
        detail: '停车场 · 欧阳明 · 2026-11-21 10:00',
        state: 'open',
        next: 'lostReports.close',
      },
    ]);
  });
});

describe('the shift of an instant', () => {
  it('may have begun yesterday', () => {
    const { shifts } = DEFAULT_SETTINGS;
    expect(shiftAt(shifts, '2026-11-21T00:00:00.000Z')).toMatchObject({
      shift: { code: 'early' },
      from: '2026-11-21T00:00:00.000Z',
    });
    expect(shiftAt(shifts, '2026-11-20T23:59:00.000Z')).toMatchObject({
      shift: { code: 'night' },
      from: '2026-11-20T14:00:00.000Z',
    });
    expect(shiftAt(shifts, '2026-11-20T14:00:00.000Z')).toMatchObject({
      shift: { code: 'night' },
      from: '2026-11-20T14:00:00.000Z',
    });
    expect(shiftAt(shifts.slice(0, 1), '2026-11-20T14:00:00.000Z')).toBeNull();
  });
});
