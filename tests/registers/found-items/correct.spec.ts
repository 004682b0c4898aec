import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookId } from '../../../shared/print/forms';
import type { FoundItemCorrectable } from '../../../shared/registers/found-items.row';
import type { Role } from '../../../shared/roles';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  type Done,
  entryOf,
  expectLast,
  phone,
  quickOffice,
  register,
  touch,
  umbrella,
} from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

const correct = (
  item: Done,
  field: FoundItemCorrectable,
  value: string,
  reason: string | null = null,
  role: Role = 'receptionist',
  other = false,
) => office.as(role, other).foundItems.correct({ ...touch(item), field, value, reason });
const print = (entryId: string) =>
  office.door.write(
    'prints.record',
    { id: office.actor('receptionist').staffId, name: '张伟' },
    ({ journal }) => {
      journal.note('foundItems', entryId, { kind: 'PRINT', facts: { form: 'F01', copy: 1 } });
    },
  );

describe('the free-edit window', () => {
  it('lets the recorder edit for five minutes, without a strike', async () => {
    const item = await register(office, umbrella(office));
    office.pass(4);
    const own = must(await office.as('receptionist').foundItems.entry({ id: item.id }));
    expect(own.freeUntil).toBe(ago(office, -1));
    const next = must(await correct(item, 'name', '蓝色长柄雨伞'));
    expect(next.warnings).toEqual([]);
    expectLast(office, item.id, 'foundItems.correct/EDIT');
    expect((await entryOf(office, item.id)).entry).toMatchObject({ name: '蓝色长柄雨伞', strikes: [] });
    office.pass(1);
    expect(refusal(await correct(next, 'name', '绿色长柄雨伞'))).toBe('entry.reasonMissing');
    expect(must(await office.as('receptionist').foundItems.entry({ id: item.id })).freeUntil).toBeNull();
  });

  it('was never open for anybody else', async () => {
    const item = await register(office, umbrella(office));
    expect((await entryOf(office, item.id)).freeUntil).toBeNull();
    expect(refusal(await correct(item, 'name', '蓝伞', '看错了', 'receptionist', true))).toBe(
      'entry.notRecorder',
    );
    expect(refusal(await correct(item, 'name', '蓝伞', null, 'csSupervisor'))).toBe('entry.reasonMissing');
    must(await correct(item, 'name', '蓝伞', '看错了', 'csSupervisor'));
  });

  it.each([
    ['its slip is printed', (item: Done) => item.id],
    ['its month is printed', () => bookId('F01', '2026-11')],
  ])('ends when %s', async (_, entryId) => {
    const item = await register(office, umbrella(office));
    await print(entryId(item));
    expect(refusal(await correct(item, 'name', '蓝伞'))).toBe('entry.reasonMissing');
    // What was printed before says nothing about what was registered after.
    const later = await register(office, umbrella(office));
    if (entryId(later) !== later.id) must(await correct(later, 'name', '蓝伞'));
  });

  it('ends when somebody else has seen it, once', async () => {
    const item = await register(office, umbrella(office));
    const seen = (role: Role) => office.as(role).foundItems.markSeen({ id: item.id });
    expect(refusal(await seen('receptionist'))).toBe('entry.alreadyFrozen');
    expect(must(await seen('gateGuard'))).toEqual({ seen: true });
    expectLast(office, item.id, 'foundItems.markSeen/VIEW');
    expect(refusal(await seen('csSupervisor'))).toBe('entry.alreadyFrozen');
    expect(refusal(await correct(item, 'name', '蓝伞'))).toBe('entry.reasonMissing');
    const late = await register(office, umbrella(office));
    office.pass(5);
    expect(refusal(await office.as('gateGuard').foundItems.markSeen({ id: late.id }))).toBe(
      'entry.alreadyFrozen',
    );
  });
});

describe('a correction', () => {
  const old = async (over = {}) => {
    const item = await register(office, umbrella(office, over));
    office.pass(60);
    return item;
  };

  it('keeps the old value struck through with reason, name and time', async () => {
    const item = await old();
    expect(refusal(await correct(item, 'foundPlace', '二楼电梯厅', '错'))).toBe('entry.reasonMissing');
    must(await correct(item, 'foundPlace', '二楼电梯厅', '听错楼层'));
    expectLast(office, item.id, 'foundItems.correct/CORRECT');
    const { entry } = await entryOf(office, item.id);
    expect(entry.foundPlace).toBe('二楼电梯厅');
    expect(entry.strikes).toEqual([
      {
        field: 'foundPlace',
        old: '一楼大堂',
        new: '二楼电梯厅',
        reason: '听错楼层',
        by: '张伟',
        at: office.now(),
      },
    ]);
  });

  it('masks struck phones and features', async () => {
    const item = await old({ verifyFeatures: '伞骨刻有姓名' });
    const next = must(await correct(item, 'finderPhone', '139 0000 1111', '号码写错'));
    must(await correct(next, 'verifyFeatures', '伞柄刻有姓名', '位置写错'));
    const { entry } = await entryOf(office, item.id);
    expect(entry.finderPhone).toBe('139****1111');
    expect(entry.strikes.map((strike) => strike.old)).toEqual(['138****8000', '***']);
    expect(entry.verifyFeatures).toBe('***');
  });

  it('is found again in the omni-box’s index under the new words', async () => {
    const item = await old();
    must(await correct(item, 'name', '折叠小花伞', '名称不准'));
    const found = must(await office.as('receptionist').foundItems.list({ filter: { search: '小花伞' } }));
    expect(found.rows.map((row) => row.id)).toEqual([item.id]);
    expect(
      must(await office.as('receptionist').foundItems.list({ filter: { search: '长柄' } })).rows,
    ).toEqual([]);
  });

  it('takes values as the form would have', async () => {
    const item = await old();
    expect(refusal(await correct(item, 'name', '  ', '看错了'))).toBe('invalid:value');
    expect(refusal(await correct(item, 'quantity', '两把', '数错了'))).toBe('invalid:value');
    expect(refusal(await correct(item, 'quantity', '0', '数错了'))).toBe('invalid:value');
    expect(refusal(await correct(item, 'foundAt', '昨天', '时间错'))).toBe('invalid:value');
    expect(refusal(await correct(item, 'foundAt', ago(office, -30), '时间错'))).toBe('invalid:value');
    expect(refusal(await correct(item, 'category', 'spaceship', '类别错'))).toBe(
      'foundItems.unknownCategory',
    );
    expect(refusal(await correct(item, 'category', 'phone', '类别错'))).toBe('foundItems.bagMissing');
    expect(refusal(await correct(item, 'category', 'cash', '类别错'))).toBe('foundItems.cashCategory');
    expect(refusal(await correct(item, 'name', '黑色长柄雨伞', '没有错'))).toBe('foundItems.unchanged');
    expect(refusal(await correct(item, 'policeReceiptNo', 'A-1', '补写'))).toBe('foundItems.notYetWritten');
    expect(refusal(await correct(item, 'cash', '{"100":1}', '补写'))).toBe('foundItems.cashNotAllowed');
    must(await correct(item, 'finderDepartment', '', '部门不详'));
  });

  it('cannot put the finding after Party A was told', async () => {
    const item = await old();
    const told = must(
      await office
        .as('receptionist')
        .foundItems.notifyPartyA({ ...touch(item), contact: '李工', at: ago(office, 30), how: '电话' }),
    );
    expect(refusal(await correct(told, 'foundAt', ago(office, 20), '时间错'))).toBe('invalid:value');
    must(await correct(told, 'foundAt', ago(office, 40), '时间错'));
    must(await correct({ ...told, version: told.version + 1 }, 'partyAContact', '甲方王工', '姓名写错'));
  });

  it('of the number asks two people to confirm it anew (L05)', async () => {
    const item = await old();
    const next = must(await correct(item, 'quantity', '３', '数错了', 'csSupervisor'));
    const { entry } = await entryOf(office, item.id);
    expect(entry).toMatchObject({
      quantity: 3,
      confirmer1Name: '王丽华',
      confirmer2Name: null,
      confirmer2How: 'pending',
    });
    expect(entry.strikes.map((strike) => strike.field)).toEqual(['quantity']);
    must(
      await office
        .as('csSupervisor')
        .foundItems.confirmQuantity({ ...touch(next), second: office.pin('receptionist') }),
    );
    expect((await entryOf(office, item.id)).entry.confirmer2Name).toBe('张伟');
  });

  it('of cash counts again; the number of notes follows', async () => {
    const item = await register(
      office,
      phone(office, { category: 'cash', name: '现金', cash: { '10000': 2 } }),
    );
    office.pass(60);
    expect(refusal(await correct(item, 'quantity', '3', '数错了'))).toBe('foundItems.quantityFromCash');
    expect(refusal(await correct(item, 'cash', '三百元', '数错了'))).toBe('invalid:value');
    expect(refusal(await correct(item, 'cash', '{}', '数错了'))).toBe('invalid:cash');
    expect(refusal(await correct(item, 'bagNo', '', '无袋'))).toBe('foundItems.bagMissing');
    must(await correct(item, 'cash', '{"10000":2,"500":1}', '漏数一张'));
    expect((await entryOf(office, item.id)).entry).toMatchObject({ quantity: 3, confirmer2How: 'pending' });
  });

  it('of the category brings its rules: photos of papers go, valuables need a countersign', async () => {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1]);
    const { sha256 } = must(await office.as('receptionist').attachments.put({ bytes, width: 9, height: 9 }));
    const item = await old({ photos: [sha256], bagNo: 'FD-9' });
    must(await correct(item, 'category', 'idCard', '类别错'));
    const { entry, warnings } = await entryOf(office, item.id);
    expect(entry).toMatchObject({ valuable: 1, photos: null });
    expect(warnings).toContain('countersign');
  });

  it('is over once the line is filed or void', async () => {
    const item = await old();
    const gone = must(
      await office.as('csSupervisor').foundItems.void({ ...touch(item), reason: '重复登记' }),
    );
    expect(refusal(await correct(gone, 'name', '蓝伞', '看错了'))).toBe('foundItems.wrongState');
  });

  it('warns above two on a line and above a fifth of a page', async () => {
    let item: Done & { warnings: string[] } = { ...(await old()), warnings: [] };
    for (const name of ['红伞', '绿伞']) item = must(await correct(item, 'name', name, '看错了'));
    expect(item.warnings).toEqual([]);
    item = must(await correct(item, 'name', '白伞', '看错了'));
    expect(item.warnings).toEqual(['lineCorrections']);
    expect((await entryOf(office, item.id)).warnings).toContain('lineCorrections');

    const others: Done[] = [];
    for (let n = 0; n < 12; n += 1) others.push(await register(office, umbrella(office)));
    office.pass(60);
    expect(must(await correct(others[0]!, 'name', '红伞', '看错了')).warnings).toEqual([]);
    // Three of twelve lines: a quarter of the page. The thirteenth line stands on the next page.
    expect(must(await correct(others[1]!, 'name', '红伞', '看错了')).warnings).toEqual(['pageCorrections']);
    expect(others.at(-1)?.serialNo).toBe('SW202611-0013');
    expect(must(await correct(others.at(-1)!, 'name', '红伞', '看错了')).warnings).toEqual([]);
  });
});
