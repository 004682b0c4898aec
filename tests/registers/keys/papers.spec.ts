import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordingOf } from '../../../shared/print/words';
import { KEY_COLUMNS } from '../../../shared/registers/keys.columns';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  cabinet,
  keyOffice,
  mandate,
  plantKey,
  register,
  sealed,
  takeMandate,
  touch,
  unit,
} from './support';

/** F05, F06 (tag and strip), F07, F08, F15: the words of domain.md §3.2, and what must never be on them. */
let office: TestOffice;
let cab: string;
beforeEach(async () => {
  office = await keyOffice();
  cab = await cabinet(office);
});
afterEach(() => office.close());

type Form = 'F05' | 'keyLabel' | 'sealStrip' | 'F07' | 'F08' | 'F15';
const prepare = async (form: Form, over: object = {}) =>
  must(await office.as('csSupervisor').prints.prepare({ form, ...over }));

describe('F05', () => {
  it('has the columns of the paper, word for word, and fills it', async () => {
    const { t } = wordingOf('zh-CN');
    expect(KEY_COLUMNS.map((column) => t(column.label)).join(' | ')).toBe(
      '序号 | 钥匙编号 | 标识(房号/区域/门名) | 类别 | 数量(把) | 来源 | 是否封存 | 封存袋号 | 柜号/挂位 | 启用/接收日期 | 保管人 | 状态 | 备注',
    );
    expect(KEY_COLUMNS.reduce((sum, column) => sum + column.paperMm, 0)).toBe(262);
  });

  it('lists what is kept now by cabinet and hook, retired keys aside', async () => {
    const b = await cabinet(office, 'B');
    await register(office, plantKey(office, b, { keyNo: 'K-9', hookNo: 1 }));
    const gone = await register(office, plantKey(office, cab, { keyNo: 'K-5', hookNo: 9 }));
    const key = await register(office, plantKey(office, cab, { hookNo: 2 }));
    await sealed(office, key);
    must(
      await office
        .as('receptionist')
        .keys.retire({ ...touch(gone), reason: '换锁', second: office.pin('csSupervisor') }),
    );
    const job = await prepare('F05');
    const text = JSON.stringify(job);
    expect(text).toContain('钥匙台账(钥匙管理清册)');
    expect(text).not.toContain('K-5');
    expect(text.indexOf('K-017')).toBeLessThan(text.indexOf('K-9'));
    expect(text).toContain('FD-100');
    expect(refusal(await office.as('gateGuard').prints.prepare({ form: 'F05' }))).toBe('notAllowed');
  });
});

describe('keyLabel and sealStrip', () => {
  it('never say what the tag opens', async () => {
    const home = await unit(office);
    const key = await register(
      office,
      plantKey(office, cab, {
        unitId: home,
        label: '入户门',
        door: '防盗门',
        allowedArea: '三号楼',
        category: 'vacant',
      }),
    );
    const text = JSON.stringify(await prepare('keyLabel', { entryId: key.id }));
    expect(text).toContain('K-017');
    expect(text).toContain('"lines":["A-1","2 把"]');
    for (const told of ['1502', '入户门', '防盗门', '三号楼']) expect(text).not.toContain(told);
  });

  it('say over the bag’s mouth which bag, which key, when, why, and who signs', async () => {
    const key = await register(office, plantKey(office, cab));
    expect(
      refusal(await office.as('csSupervisor').prints.prepare({ form: 'sealStrip', entryId: key.id })),
    ).toBe('notFound');
    await sealed(office, key);
    const text = JSON.stringify(await prepare('sealStrip', { entryId: key.id }));
    for (const told of [
      '封存编号 FD-100',
      '地下一层配电房（K-017） 2 把',
      '业主托管封存',
      '客服主管签字',
      '客服员签字',
    ])
      expect(text).toContain(told);
  });
});

describe('F07', () => {
  it('lists the keys in two copies', async () => {
    const key = await register(office, plantKey(office, cab));
    const made = must(
      await office.as('receptionist').keyTransfers.register({
        fromParty: '开发商',
        toParty: '客户服务部',
        project: '示例大厦',
        plannedOn: '2026-11-21',
        toId: office.actor('receptionist').staffId,
        keyIds: [key.id],
      }),
    );
    const job = await prepare('F07', { entryId: made.id });
    const text = JSON.stringify(job);
    for (const told of [
      '移交方留存',
      '接收方留存',
      '移交单位',
      '接收单位',
      '完好情况',
      '监交人',
      'K-017',
      '完好',
    ])
      expect(text).toContain(told);
    expect(JSON.stringify(await prepare('F07', { blank: true }))).toContain('移交人签名');
  });
});

describe('F08', () => {
  it('is the agreement with its receipt stub, the phone masked', async () => {
    const given = await takeMandate(office, mandate(office, await unit(office)));
    const text = JSON.stringify(await prepare('F08', { entryId: given.id }));
    for (const told of [
      '业主留存',
      '139****5678',
      '入户门',
      '装修期间代管',
      '2026-11-21 – 2027-02-28',
      '钥匙收条',
      given.serialNo,
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('13912345678');
  });
});

describe('F15', () => {
  it('says per cabinet what the book says and what was counted', async () => {
    const key = await register(office, plantKey(office, cab));
    const bag = await register(office, plantKey(office, cab, { keyNo: 'K-018', hookNo: 2 }));
    await sealed(office, bag);
    const chief = office.as('csSupervisor').keyChecks;
    const check = must(await chief.start({ cabinetIds: [cab] }));
    must(
      await chief.count({
        id: check.id,
        keyId: key.id,
        counted: 'missing',
        explanation: '未登记取走',
        measure: '已追回',
      }),
    );
    must(
      await chief.count({
        id: check.id,
        keyId: bag.id,
        counted: 'found',
        sealIntact: true,
        labelRight: true,
      }),
    );
    must(
      await chief.close({
        ...touch(check),
        findings: '一处缺失',
        reportedTo: '周建国',
        reportedAt: ago(office, 0),
      }),
    );
    const text = JSON.stringify(await prepare('F15', { entryId: check.id }));
    for (const told of [
      '2026-W47',
      '柜号',
      '账面数',
      '实有数',
      '借出未还',
      '封条完好',
      '标识正确',
      '异常',
      '处理',
    ])
      expect(text).toContain(told);
    for (const told of ['1/1', 'K-017 缺失', '已追回', '周建国', '检查人（客服主管）签名'])
      expect(text).toContain(told);
  });
});
