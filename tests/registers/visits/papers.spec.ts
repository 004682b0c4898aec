import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../../shared/api';
import { must, refusal, type TestOffice } from '../../support/office';
import { arrive, CONSENT, cards, type Done, friend, quickOffice, touch, unit } from './support';

/** F16, F17, the evacuation list, the list of S12, the pass: exact titles and columns, masked phones, no invented times. */
let office: TestOffice;
let unitId: string;
let here: Done;
const MONTH = '2026-11';
const desk = () => office.as('receptionist');
type Job<F extends Output<'prints.prepare'>['family']> = Extract<Output<'prints.prepare'>, { family: F }>;

async function job<F extends Output<'prints.prepare'>['family']>(
  request: Input<'prints.prepare'>,
  family: F,
  role: 'receptionist' | 'csSupervisor' = 'receptionist',
): Promise<Job<F>> {
  const made = must(await office.as(role).prints.prepare(request));
  if (made.family !== family) throw new Error(`expected ${family}, got ${made.family}`);
  return made as Job<F>;
}
const texts = (made: Job<'register'>): string[][] =>
  made.pages.flatMap((page) => page.rows.map((row) => row.cells.map((cell) => cell.text)));

beforeAll(async () => {
  office = await quickOffice();
  unitId = await unit(office);
  await cards(office, 3);
  const whole = friend(unitId, {
    consent: CONSENT,
    plate: '粤I12345',
    company: '某公司',
    passNo: 'V01',
    partySize: 2,
    watchNote: '勿外传',
  });
  here = await arrive(office, whole);
  let other: Done = await arrive(office, friend(unitId, { visitorName: '王进出' }));
  office.pass(20);
  other = must(await desk().visits.stepOut(touch(other)));
  office.pass(10);
  other = must(await desk().visits.comeBack(touch(other)));
  office.pass(10);
  must(await desk().visits.leave(touch(other)));
  const unseen = await arrive(office, friend(unitId, { visitorName: '赵不详' }));
  must(await desk().visits.closeDay({ visits: [touch(unseen)] }));
  must(await desk().visits.refuse({ type: 'salesman', reason: '推销保险' }));
  const out = await arrive(office, friend(unitId, { visitorName: '孙暂离', partySize: 3 }));
  must(await desk().visits.stepOut(touch(out)));
});
afterAll(() => office.close());

describe('papers of the visitor desk', () => {
  it('F16 has its 17 columns in order, masks phones, says 不详 and what happened between', async () => {
    const made = await job({ form: 'F16', month: MONTH }, 'register');
    expect(made.head).toMatchObject({ title: '来访人员登记表', formCode: 'KF-QR-16' });
    expect(made.columns.map((column) => column.label)).toEqual(
      '序号|日期|来访时间|来访人姓名|人数|单位|证件类型/号码|联系电话|被访人/单位(房号)|是否预约|来访事由|携带物品/车牌|证件(访客证)号|接待/核实人|离开时间|值班员|备注'.split(
        '|',
      ),
    );
    expect(made.columns.reduce((sum, column) => sum + column.mm, 0)).toBe(262);
    const rows = texts(made);
    expect(rows[0]!.slice(1, 16)).toEqual([
      '2026-11-21',
      '10:00',
      '张伟明',
      '2',
      '某公司',
      '/',
      '139****5678',
      '3-1-1502 李晓燕',
      '否',
      '探亲',
      '粤I12345',
      'V01',
      '张伟',
      '',
      '',
    ]);
    expect(rows[1]!.slice(14)).toEqual([
      '10:40',
      '张伟',
      'LF202611-0002 亲友 10:20 暂离(张伟) 10:30 返回(张伟)',
    ]);
    expect(rows[2]![14]).toBe('不详');
    expect(rows[3]!.at(-1)).toContain('未放行:推销保险');
    expect(JSON.stringify(made)).not.toMatch(/13912345678|勿外传/);
    expect(made.pages[0]!.rows.length + made.pages[0]!.blankRows).toBeLessThanOrEqual(14);
    const english = await job({ form: 'F16', month: MONTH, lang: 'en' }, 'register');
    expect(english.head.title).toBe('Visitor Log');
    expect(texts(english)[2]![14]).toBe('Unknown');
  });

  it('F17 is the slip a visitor carries: host, entry, validity, a place for the host’s hand', async () => {
    const made = await job({ form: 'F17', entryId: here.id }, 'slip');
    expect(made).toMatchObject({ size: 'pass', head: { title: '访客单' } });
    const [slip] = made.slips;
    expect(slip).toMatchObject({ serialNo: 'LF202611-0001', scanCode: expect.stringMatching(/^11\d{10}$/) });
    const said = JSON.stringify(slip);
    for (const part of ['张伟明', '3-1-1502', '李晓燕', '10:00', '2026-11-21 18:00', 'V01', '被访人签名'])
      expect(said).toContain(part);
    expect(said).not.toContain('1391');
    const blank = await job({ form: 'F17', blank: true }, 'slip');
    expect(JSON.stringify(blank)).toContain('被访人签名');
  });

  it('the evacuation list names everybody inside and counts heads; who stepped out stands apart', async () => {
    const made = await job({ form: 'evacuation' }, 'register');
    expect(made).toMatchObject({ span: 'now', head: { title: '在访人员疏散清单' } });
    const rows = texts(made);
    expect(rows.map((row) => [row[1], row[2]])).toEqual([
      ['张伟明', '2'],
      ['孙暂离', '3'],
    ]);
    expect(rows[1]!.at(-1)).toContain('暂离');
    expect(made.totals.map(({ value }) => value)).toEqual(['1 笔', '2 人', '3 人']);
    expect(JSON.stringify(made)).not.toContain('139');
    const english = await job({ form: 'evacuation', lang: 'en' }, 'register');
    expect(english.totals[1]).toEqual({ label: 'Persons inside', value: '2' });
  });

  it('the list of enquiries is the leaders’ paper', async () => {
    const asked = must(
      await desk().disclosures.ask({
        askerName: '孙经理',
        askerPhone: '13712340000',
        identityHow: 'idCard',
        unitId,
        asked: '业主电话',
        purpose: '送货',
      }),
    );
    must(await desk().disclosures.refuse({ ...touch(asked), reason: '不便提供' }));
    expect(refusal(await desk().prints.prepare({ form: 'disclosureList', month: MONTH }))).toBe('notAllowed');
    const made = await job({ form: 'disclosureList', month: MONTH }, 'register', 'csSupervisor');
    expect(made.head.title).toBe('业主信息查询登记表');
    expect(made.columns.reduce((sum, column) => sum + column.mm, 0)).toBe(262);
    expect(texts(made)[0]).toContain('未提供:不便提供');
  });

  it('the pass bears its number and code, never a name', async () => {
    const [card] = must(await desk().visitorPasses.list({ filter: {} })).rows;
    const made = await job({ form: 'passLabel', entryId: card!.id }, 'label');
    expect(made).toMatchObject({ size: 'card', labels: [{ big: 'V01', scanCode: card!.scanCode }] });
    expect(JSON.stringify(made.labels)).not.toContain('张伟明');
  });

  it('who may not print, may not', async () => {
    expect(refusal(await office.as('cashier').prints.prepare({ form: 'F16', month: MONTH }))).toBe(
      'notAllowed',
    );
    await job({ form: 'evacuation' }, 'register');
    must(await office.as('gateGuard').prints.prepare({ form: 'evacuation' }));
  });
});
