import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterJob, SlipField, SlipJob } from '../../../shared/print/forms';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import { cabinet, deskOffice, engineer, inBag, issued, key, touch, wall } from './support';

/** F09–F14 as they are prepared: titles, heads, masked values, who may print. */
let office: TestOffice;
let cab: string;
let plant: Key;
let set: Key;
let loans: Awaited<ReturnType<typeof issued>>;
beforeAll(async () => {
  office = await deskOffice();
  cab = await cabinet(office);
  plant = await key(office, cab, 'plant', { keyNo: 'K-017' });
  set = await key(office, cab, 'plant', { keyNo: 'K-018', kind: 'set', pieces: 3 });
  loans = await issued(office, engineer([plant.id, set.id], { repairSlipNo: 'BX-12', staffNo: 'G07' }));
  office.setNow(wall('17:00'));
  must(await office.as('receptionist').keyLoans.returnKey({ keyId: plant.id }));
});
afterAll(() => office.close());
type Asked = Parameters<ReturnType<TestOffice['as']>['prints']['prepare']>[0];
const prepared = async (asked: Asked) => must(await office.as('receptionist').prints.prepare(asked));

describe('key desk papers', () => {
  it('F09 has the 18 columns of the key log, every line, masked phones, and the day’s figures', async () => {
    const job = (await prepared({ form: 'F09', month: '2026-11' })) as RegisterJob;
    expect(job.columns).toHaveLength(18);
    const heads = job.columns.map((column) => column.label);
    expect(heads.slice(0, 5)).toEqual(['序号', '日期', '领用时间', '钥匙编号/名称', '数量']);
    expect(heads.at(-1)).toBe('催还记录/备注');
    const text = JSON.stringify(job.pages);
    expect(text).toContain('138****1234');
    expect(text).not.toContain('13800001234');
    expect(job.totals).toEqual([
      { label: '2026-11-21 应还（把）', value: '4' },
      { label: '未还（把）', value: '3' },
    ]);
    expect(job.signers).toEqual(['保管人', '客服主管(周检)']);
    const blank = (await prepared({ form: 'F09', blank: true })) as RegisterJob;
    expect(blank.totals.map(({ value }) => value)).toEqual(['', '']);
  });

  it('F10 prints all keys of one act with the promise, twice', async () => {
    const job = (await prepared({ form: 'F10', entryId: loans[0]!.id })) as SlipJob;
    const text = JSON.stringify(job);
    for (const part of [
      '领用人联',
      '存根联',
      'K-017',
      'K-018',
      '当日归还、不得转借、不得配制',
      'BX-12',
      '工号 G07',
    ])
      expect(text).toContain(part);
  });

  it('F12 lists what is overdue now, with room for the next call', async () => {
    const none = (await prepared({ form: 'F12' })) as RegisterJob;
    expect(JSON.stringify(none.pages)).not.toContain('K-018');
    office.setNow(wall('09:00', '2026-11-23'));
    const { version } = must(await office.as('receptionist').keyLoans.entry({ id: loans[1]!.id })).entry;
    must(
      await office.as('receptionist').keyLoans.chase({
        id: loans[1]!.id,
        version,
        contactName: '赵主管',
        how: 'wechat',
        at: office.now(),
        said: '下午送来',
      }),
    );
    const job = (await prepared({ form: 'F12' })) as RegisterJob;
    const text = JSON.stringify(job.pages);
    for (const part of ['K-018', '所属单位/部门 赵主管', '微信', '下午送来', '"2"'])
      expect(text).toContain(part);
  });

  it('F11, F13 and F14 carry what their procedures prescribe', async () => {
    const desk = office.as('receptionist');
    office.setNow(wall('21:00', '2026-11-23'));
    const store = await key(office, cab, 'storeroom', { keyNo: 'K-040', ...inBag(office, 'FD-0001') });
    const opened = must(
      await desk.keyUnseals.open({
        keyId: store.id,
        reason: '跑水',
        requesterName: '高师傅',
        oldBagNo: 'FD-0001',
        oldBagIntact: true,
        goods: [{ name: '潜水泵', spec: '2.2kW', quantity: 1, use: '抽水', takenByName: '高师傅' }],
        second: office.pin('csSteward'),
      }),
    );
    const f11 = JSON.stringify(await prepared({ form: 'F11', entryId: opened.id }));
    for (const part of ['值班主管同意签字(时间)', '陈强', '潜水泵', 'FD-0001 完好', '客服主管', '客服员'])
      expect(f11).toContain(part);
    const copy = must(await desk.keyCopies.apply({ keyId: plant.id, quantity: 2, reason: '夜班另需' }));
    const f13 = JSON.stringify(await prepared({ form: 'F13', entryId: copy.id }));
    for (const part of ['批准人签字', '□ 领用人 □ 公司', '夜班另需']) expect(f13).toContain(part);
    const lost = must(
      await desk.keyIncidents.report({
        kind: 'loss',
        keyId: plant.id,
        foundOutAt: office.now(),
        course: '不在身上',
        reporterName: '高师傅',
      }),
    );
    const told = must(
      await desk.keyIncidents.inform({ ...touch(lost), superiorName: '王丽华', at: office.now() }),
    );
    expect(told.version).toBe(2);
    const f14 = JSON.stringify(await prepared({ form: 'F14', entryId: lost.id }));
    for (const part of ['☑ 丢失', '王丽华 2026-11-23 21:00', '□ 换锁']) expect(f14).toContain(part);
  });

  it('F13 says the decision in words, strikes what a refusal leaves empty, and amounts as amounts', async () => {
    const supervisor = office.as('csSupervisor');
    const spare = await key(office, cab, 'plant', { keyNo: 'K-050' });
    const apply = async () =>
      must(await office.as('receptionist').keyCopies.apply({ keyId: spare.id, quantity: 1, reason: '备用' }));
    const fields = async (entryId: string): Promise<SlipField[]> => {
      const job = (await prepared({ form: 'F13', entryId })) as SlipJob;
      return job.slips[0]!.sections.flatMap((part) => (part.kind === 'fields' ? part.fields : []));
    };
    const value = (all: SlipField[], label: string) => all.find((field) => field.label === label);
    const no = await apply();
    must(await supervisor.keyCopies.refuse({ ...touch(no), reason: '已有备用' }));
    const refused = await fields(no.id);
    expect(value(refused, '主管意见')?.value).toBe('不同意：已有备用');
    expect([value(refused, '费用')?.value, value(refused, '新编号')?.value]).toEqual(['/', '/']);
    const yes = await apply();
    const agreed = must(await supervisor.keyCopies.approve({ ...touch(yes), opinion: null }));
    expect(value(await fields(yes.id), '主管意见')?.value).toBe('同意');
    const made = must(
      await office.as('receptionist').keyCopies.make({
        ...touch(agreed),
        locksmith: '诚信锁业',
        costCents: 2500,
        bearer: 'company',
        madeOn: '2026-11-23',
        newKeyNos: ['K-117'],
      }),
    );
    office.pass(60);
    must(
      await office
        .as('receptionist')
        .keyCopies.correct({ ...touch(made), field: 'costCents', value: '2700', reason: '看错' }),
    );
    expect(value(await fields(yes.id), '费用')).toMatchObject({
      value: '27.00 元',
      strikes: [{ old: '25.00 元' }],
    });
  });

  it('are printed by the desk only', async () => {
    for (const form of ['F09', 'F12'] as const)
      expect(refusal(await office.as('gateGuard').prints.prepare({ form, month: '2026-11' }))).toBe(
        'notAllowed',
      );
    expect(refusal(await office.as('gateGuard').prints.prepare({ form: 'F10', entryId: loans[0]!.id }))).toBe(
      'notAllowed',
    );
  });
});
