import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelJob, NoticeJob, RegisterJob, Slip, SlipJob, SlipSection } from '../../shared/print/forms';
import { runsOf } from '../../shared/print/measure';
import { sheetCount, sliceJob, unitCount } from '../../shared/print/slice';
import { holds, ROLES } from '../../shared/roles';
import { refusal } from '../support/office';
import { book, isBook, job, MONTH, printed, type Scene, scene, supervisor } from './scene';

/** Prints as data, through the real door on a real database (domain.md §3.1, §6.1, §6.2; trust.md C3, C6). */

const linesOf = (print: RegisterJob) => print.pages.flatMap((page) => page.rows);
const textAt = (print: RegisterJob, lineNo: number, key: string): string => {
  const index = print.columns.findIndex((column) => column.key === key);
  return runsOf(linesOf(print).find((row) => row.lineNo === lineNo)!.cells[index]!)
    .map((run) => run.text)
    .join('');
};

/** The sections of a kind on a slip, in order. */
const sectionsOf = <Kind extends SlipSection['kind']>(slip: Slip, kind: Kind) =>
  slip.sections.filter((section): section is Extract<SlipSection, { kind: Kind }> => section.kind === kind);

describe('a month on paper', () => {
  let s: Scene;
  beforeAll(async () => {
    s = await scene(14);
  });
  afterAll(() => s.office.close());

  it('prints F01 with every line, its heads, numbers and sums', async () => {
    const print = await book(s.office, 'F01');
    expect(print.head).toEqual({
      officeName: '广州市锦绣物业服务有限公司',
      project: '锦绣大厦',
      department: '客户服务部',
      title: '物品捡拾登记表',
      formCode: 'KF-QR-01',
      formVersion: 'A/0',
      month: MONTH,
    });
    expect(print.columns.map((column) => column.label)).toEqual([
      '序号',
      '编号',
      '捡拾日期',
      '具体时间',
      '物品名称',
      '特征(颜色/品牌/规格)',
      '数量',
      '数量确认人①签名',
      '数量确认人②签名',
      '捡拾地点',
      '捡拾人(部门)',
      '接收管理人签字/时间',
      '存放处',
      '通知甲方时间/联系人',
      '甲方领取人签字/日期',
      '备注',
    ]);
    expect(print.footNote).toBe('说明:数量须两人以上共同确认;甲方相关负责人领取须签字确认。');
    expect(print.signers).toEqual(['登记人', '审核(客服主管)', '归档日期']);
    expect(linesOf(print).map((row) => row.cells[1]!.text)).toEqual(s.items.map((item) => item.serialNo));
    expect(print.of).toBe(print.pages.length);
    expect(print.copy).toBe(1);
    // 9 lines of the scene without the void one (4 pieces), and 14 plain ones.
    expect(print.pages.at(-1)?.sums?.carried).toBe(1 + 1 + 2 + 1 + 3 + 1 + 7 + 9 + 14);
    expect(print.pages[0]).toMatchObject({ no: 1, yearNo: 1, insertNo: 0 });
    expect(print.pages[0]?.scanCode).toMatch(/^91261100001\d$/);
  });

  it('strikes corrected cells with name and time, marks void, late and disposed lines', async () => {
    const print = await book(s.office, 'F01');
    expect(textAt(print, 1, 'name')).toBe('黑色长柄雨伞 深蓝色长柄雨伞 张伟 11-21 10:37');
    expect(textAt(print, 8, 'quantity')).toBe('5 6 张伟 11-21 14:56 7 张伟 11-21 14:56');
    const rows = linesOf(print);
    expect(rows.filter((row) => row.voided).map((row) => row.lineNo)).toEqual([6]);
    expect(rows.filter((row) => row.late).map((row) => row.lineNo)).toEqual([7]);
    expect(rows.filter((row) => row.redLine).map((row) => row.lineNo)).toEqual([5]);
    // 补录 with both times: when it was found, and when it was typed.
    expect(textAt(print, 7, 'foundOn')).toBe('2026-11-19');
    expect(textAt(print, 7, 'remark')).toContain('补录 2026-11-21');
  });

  it('leaves room where a hand may still write, and strikes what stays empty', async () => {
    const print = await book(s.office, 'F01');
    expect(textAt(print, 7, 'notified')).toBe('');
    expect(textAt(print, 7, 'collected')).toBe('');
    expect(textAt(print, 3, 'collected')).toBe('/');
    expect(textAt(print, 6, 'notified')).toBe('/');
    expect(textAt(await book(s.office, 'F04'), 1, 'claimant')).toBe('');
  });

  it('counts the outcomes of the month on F03', async () => {
    const print = await book(s.office, 'F03');
    expect(print.head.title).toBe('捡拾物品月报表');
    expect(print.columns.map((column) => column.label)).toEqual([
      '序号',
      '编号',
      '日期',
      '名称',
      '数量',
      '捡拾人',
      '处理结果(移交甲方/失主认领/移交公安/处置)',
      '日期',
      '备注',
    ]);
    expect(print.signers).toEqual(['编制', '审核']);
    expect(Object.fromEntries(print.totals.map((total) => [total.label, total.value]))).toEqual({
      登记: '23 笔',
      数量合计: '39 件',
      移交甲方: '1 笔',
      失主认领: '1 笔',
      移交公安: '1 笔',
      处置: '1 笔',
      未处理: '18 笔',
      作废: '1 笔',
    });
  });

  it('lists the claims of the month on F04, masked', async () => {
    const print = await book(s.office, 'F04');
    expect(print.head.title).toBe('失物招领(认领)记录表');
    expect(print.columns.map((column) => column.label)).toEqual([
      '序号',
      '失物编号',
      '失主姓名',
      '电话',
      '房号/单位',
      '证件类型及号码',
      '失物名称、特征(失主口述)',
      '遗失时间、地点',
      '核对结果',
      '认领人签名',
      '认领日期',
      '经办人',
      '见证人',
      '备注',
    ]);
    expect(print.countsRows).toBe(1);
    expect(textAt(print, 1, 'owner')).toBe('林婉清');
    expect(textAt(print, 1, 'phone')).toBe('138****5678');
    expect(JSON.stringify(print)).not.toMatch(/13812345678|440106199001011234/);
  });

  it('speaks English from the same plan', async () => {
    const print = isBook(await job(s.office, { form: 'F01', month: MONTH, lang: 'en' }));
    expect(print.head.title).toBe('Register of Found Items');
    expect(print.columns.map((column) => column.label)[4]).toBe('Item');
    expect(linesOf(print)).toHaveLength(23);
  });

  it('makes a slip of two parts, whose parts agree with the row', async () => {
    const print = (await job(s.office, { form: 'F02', entryId: s.items[0]!.id })) as SlipJob;
    const slip = print.slips[0]!;
    expect(print.head).toMatchObject({ title: '捡拾物品收条 / 移交单', formCode: 'KF-QR-02', month: null });
    expect(slip.parts.map((part) => part.name)).toEqual(['第一联 拾物人联', '第二联 存根联']);
    expect(sectionsOf(slip, 'table')[0]?.columns.map((column) => column.label)).toEqual([
      '名称',
      '特征',
      '数量',
    ]);
    expect(sectionsOf(slip, 'fields')[1]?.fields.map((field) => field.label)).toEqual([
      '甲方单位',
      '甲方联系人',
      '领取人',
      '证件',
      '日期时间',
    ]);
    expect(sectionsOf(slip, 'fields')[1]?.fields.map((field) => field.value)).toEqual([
      '',
      '刘经理',
      '刘志强',
      '440106********1234',
      '2026-11-21 10:37',
    ]);
    expect(slip.more).toEqual([]);
    expect(print.of).toBe(2);
    const voided = ((await job(s.office, { form: 'F02', entryId: s.items[5]!.id })) as SlipJob).slips[0]!;
    expect(voided.voided).toBe(true);
    expect(sectionsOf(voided, 'text')[0]?.text).toBe('作废:与上一笔重复登记 王丽华 2026-11-21');
    expect(sectionsOf(voided, 'fields')[1]?.fields.every((field) => !field.hand)).toBe(true);
  });

  it('prints every slip of a month, and labels of what is still here', async () => {
    const slips = (await job(s.office, { form: 'F02', month: MONTH })) as SlipJob;
    expect(slips.slips.map((slip) => slip.serialNo)).toEqual(s.items.map((item) => item.serialNo));
    expect(sheetCount(slips)).toBe(slips.of);
    const labels = (await job(s.office, { form: 'label', month: MONTH })) as LabelJob;
    expect(labels.labels).toHaveLength(18);
    expect(
      refusal(await supervisor(s.office).prints.prepare({ form: 'label', entryId: s.items[5]!.id })),
    ).toBe('prints.voided');
  });

  it('puts no person on a label, and neither person nor secret on a notice', async () => {
    const label = JSON.stringify(
      ((await job(s.office, { form: 'label', entryId: s.items[1]!.id })) as LabelJob).labels,
    );
    const notice = (await job(s.office, { form: 'notice' })) as NoticeJob;
    for (const secret of ['何香', '张伟', '见证人甲', '13800138000', '0138', '橘猫', '刘经理', '华为手机']) {
      expect(label).not.toContain(secret);
      expect(JSON.stringify(notice)).not.toContain(secret);
    }
    expect(label).toContain('FD-001');
    expect(JSON.stringify(notice)).not.toContain('王丽华');
    expect(notice.pages.flatMap((page) => page.rows)).toHaveLength(18);
    expect(
      refusal(await supervisor(s.office).prints.prepare({ form: 'notice', entryId: s.items[0]!.id })),
    ).toBe('prints.nothing');
  });

  it('has an empty sheet of every form', async () => {
    for (const form of ['F01', 'F03', 'F04'] as const) {
      const print = isBook(await job(s.office, { form, blank: true }));
      expect(print.pages).toHaveLength(1);
      expect(print.pages[0]).toMatchObject({ rows: [], blankRows: 12, yearNo: 0, sums: null });
    }
    const slip = ((await job(s.office, { form: 'F02', blank: true })) as SlipJob).slips[0]!;
    expect(slip.serialNo).toBe('');
    expect(sectionsOf(slip, 'fields')[0]?.fields.every((field) => field.hand && field.value === '')).toBe(
      true,
    );
    expect(((await job(s.office, { form: 'notice', blank: true })) as NoticeJob).pages[0]?.rows).toEqual([]);
  });

  it('sends a stretch of a long book with the numbers of the whole', async () => {
    const whole = await book(s.office, 'F01');
    const part = isBook(await job(s.office, { form: 'F01', month: MONTH, only: { from: 2, count: 1 } }));
    expect(part.pages).toEqual([whole.pages[1]]);
    expect(part.of).toBe(whole.of);
    expect(part.units).toBe(whole.pages.length);
    // What changes is seen on the next page that is turned.
    const { office } = s;
    const before = part.chainMark;
    await printed(
      office,
      { form: 'F02', entryId: s.items[3]!.id },
      await job(office, { form: 'F02', entryId: s.items[3]!.id }),
    );
    expect(
      (await job(office, { form: 'F01', month: MONTH, only: { from: 1, count: 1 } })).chainMark,
    ).not.toBe(before);
    expect(unitCount(sliceJob(whole, 1, 3))).toBe(Math.min(2, whole.of - 1));
  });

  it('prints an empty month as a struck page', async () => {
    const print = await book(s.office, 'F01', '2026-10');
    expect(print.pages).toHaveLength(1);
    expect(print.pages[0]).toMatchObject({ rows: [], blankRows: 12 });
  });

  it('wants to know what to print, and finds it', async () => {
    const desk = supervisor(s.office);
    expect(refusal(await desk.prints.prepare({ form: 'F01' }))).toBe('invalid:month');
    expect(refusal(await desk.prints.prepare({ form: 'F02' }))).toBe('invalid:entryId');
    expect(refusal(await desk.prints.prepare({ form: 'F02', entryId: '0'.repeat(26) }))).toBe('notFound');
    expect(refusal(await desk.prints.prepare({ form: 'F02', month: '2026-10' }))).toBe('prints.nothing');
  });

  it('is open to those who may print, to nobody else', async () => {
    for (const role of ROLES) {
      const result = await s.office.as(role).prints.prepare({ form: 'F01', month: MONTH });
      expect(result.ok, role).toBe(holds([role], 'foundItems.print'));
    }
  });
});
