import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf, msOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { entryOf, expectLast, phone, quickOffice, register, touch, umbrella } from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const desk = () => office.as('receptionist').foundItems;

describe('entry', () => {
  it('tells the story and offers what this reader may do', async () => {
    const item = await register(office, umbrella(office));
    const seen = await entryOf(office, item.id, 'receptionist');
    expect(seen.story.map((line) => line.op)).toEqual(['foundItems.register']);
    expect(seen.next[0]).toBe('foundItems.notifyPartyA');
    expect(seen.next).not.toContain('foundItems.void');
    expect(seen.warnings).toEqual(['notify']);
    expect((await entryOf(office, item.id, 'csSupervisor')).next).toContain('foundItems.void');
    expect((await entryOf(office, item.id, 'centerManager')).next).toEqual([]);
    const unknown = 'Z'.repeat(26);
    expect(refusal(await desk().entry({ id: unknown }))).toBe('notFound');
  });

  it('shows phones and documents masked and verification features not at all', async () => {
    const { id } = await register(office, phone(office));
    const { entry, story } = await entryOf(office, id);
    expect(entry).toMatchObject({ finderPhone: '138****8000', verifyFeatures: '***' });
    expect(JSON.stringify([entry, story])).not.toMatch(/13800138000|橘猫/);
  });
});

describe('unmask and revealFeatures', () => {
  it('show what is hidden, with a reason, as journal events', async () => {
    const { id } = await register(office, phone(office));
    expect(refusal(await desk().unmask({ id, reason: '看' }))).toBe('invalid:reason');
    expect(refusal(await office.as('gateGuard').foundItems.unmask({ id, reason: '联系拾物人' }))).toBe(
      'notAllowed',
    );
    expect(must(await desk().unmask({ id, reason: '联系拾物人' })).finderPhone).toBe('13800138000');
    expectLast(office, id, 'foundItems.unmask/UNMASK');
    expect(refusal(await office.as('gateGuard').foundItems.revealFeatures({ id }))).toBe('notAllowed');
    expect(must(await desk().revealFeatures({ id })).verifyFeatures).toBe('锁屏是一只橘猫');
    expectLast(office, id, 'foundItems.revealFeatures/UNMASK');
  });
});

describe('counts', () => {
  const counts = async () => must(await desk().counts({}));

  it('start at nothing and follow the work', async () => {
    expect(await counts()).toEqual({ notify: 0, partyA: 0, disposal: 0, cosign: 0, long: 0 });
    const item = await register(office, umbrella(office));
    await register(office, phone(office, { second: office.pin('gateGuard') }));
    expect(await counts()).toMatchObject({ notify: 2, partyA: 0, cosign: 1 });
    must(await desk().notifyPartyA({ ...touch(item), contact: '李工', at: office.now(), how: '电话' }));
    expect(await counts()).toMatchObject({ notify: 1, partyA: 1 });
    must(await office.as('csSupervisor').foundItems.void({ id: item.id, version: 2, reason: '重复登记' }));
    expect(await counts()).toMatchObject({ notify: 1, partyA: 0 });
  });

  it('find what the policy gives up, by the day and the category, with the clock', async () => {
    const register30 = async (category: string, name: string) =>
      register(office, umbrella(office, { category, name }));
    const opened = await register30('openedFood', '半瓶饮料');
    const fresh = await register30('freshFood', '盒饭');
    await register(office, umbrella(office));
    expect((await counts()).disposal).toBe(1);
    const due = async () =>
      must(await desk().list({ filter: { need: 'disposal' } }))
        .rows.map((row) => row.id)
        .sort();
    expect(await due()).toEqual([opened.id]);
    expect((await entryOf(office, fresh.id)).entry.disposalDueOn).toBe('2026-11-22');
    office.setNow('2026-11-21T16:00:00.000Z');
    expect(await due()).toEqual([opened.id, fresh.id].sort());
    expect((await entryOf(office, fresh.id)).warnings).toContain('disposal');
    office.setNow(isoOf(msOf('2026-11-21T02:00:00.000Z') + 90 * 86_400_000));
    expect(await counts()).toMatchObject({ disposal: 3, long: 3 });
    const closed = must(
      await office.as('csSupervisor').foundItems.dispose({
        ...touch(fresh),
        manner: '丢弃',
        reason: '已变质',
        at: office.now(),
        second: office.pin('deptManager'),
      }),
    );
    expect((await entryOf(office, closed.id)).entry.disposalDueOn).toBeNull();
    expect(await counts()).toMatchObject({ disposal: 2, long: 2 });
  });

  it('list a night’s missing signatures until they are given', async () => {
    office.setNow('2026-11-21T17:00:00.000Z');
    const item = await register(office, umbrella(office, { second: { how: 'pending' } }));
    expect((await counts()).cosign).toBe(1);
    expect(must(await desk().list({ filter: { need: 'cosign' } })).rows[0]?.id).toBe(item.id);
    must(await desk().confirmQuantity({ ...touch(item), second: office.pin('gateGuard') }));
    expect((await counts()).cosign).toBe(0);
  });
});

describe('suggest', () => {
  const values = async (
    field: 'name' | 'foundPlace' | 'storagePlace' | 'finderName' | 'finderDepartment',
    typed = '',
  ) => must(await office.as('receptionist').foundItems.suggest({ field, typed })).map((s) => s.value);

  it('puts this shift before the last 90 days before all, then what is frequent', async () => {
    const place = (foundPlace: string) => register(office, umbrella(office, { foundPlace }));
    await place('旧地点');
    office.pass(100 * 24 * 60);
    for (let n = 0; n < 3; n += 1) await place('常见地点');
    await place('近来地点');
    office.pass(24 * 60);
    await place('本班地点');
    expect(await values('foundPlace')).toEqual(['本班地点', '常见地点', '近来地点', '旧地点']);
  });

  it('adds the office’s own lists and answers to parts, initials and pinyin', async () => {
    expect(await values('storagePlace', '柜')).toEqual(['前台失物柜', '保险柜']);
    expect(await values('storagePlace', 'bxg')).toEqual(['保险柜']);
    expect(await values('storagePlace', 'baoxian')).toEqual(['保险柜']);
    expect(await values('finderName', '何香')).toEqual([]);
    expect(await values('finderName', '何')).toEqual(['何香']);
    expect(await values('finderDepartment', '前')).toEqual(['前台']);
  });

  it('tells namesakes apart by department and forgets voided lines', async () => {
    const item = await register(office, umbrella(office, { finderName: '李四', finderDepartment: '工程部' }));
    expect(must(await desk().suggest({ field: 'finderName', typed: '李四光' }))).toEqual([]);
    expect(must(await desk().suggest({ field: 'finderName', typed: '李' }))).toContainEqual({
      value: '李四',
      hint: '工程部',
    });
    must(await office.as('csSupervisor').foundItems.void({ ...touch(item), reason: '重复登记' }));
    expect(await values('finderName', '李四')).toEqual([]);
  });
});
