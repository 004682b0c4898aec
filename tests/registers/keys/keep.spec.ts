import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  cabinet,
  entryOf,
  expectLast,
  journalOf,
  keyOffice,
  plantKey,
  register,
  sealed,
  touch,
} from './support';

/** Hooks, custodians, bags, the end of a key: every act of the inventory and what it refuses. */
let office: TestOffice;
let cab: string;
beforeEach(async () => {
  office = await keyOffice();
  cab = await cabinet(office);
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');
const second = () => office.pin('csSupervisor');

describe('keys.move and keys.changeKeeper', () => {
  it('hangs the key elsewhere, countersigned', async () => {
    const other = await cabinet(office, 'B');
    const key = await register(office, plantKey(office, cab));
    await register(office, plantKey(office, other, { keyNo: 'K-2', hookNo: 3 }));
    const to = { ...touch(key), second: second() };
    expect(refusal(await desk().keys.move({ ...to, cabinetId: cab, hookNo: 1 }))).toBe('keys.sameHook');
    expect(refusal(await desk().keys.move({ ...to, cabinetId: other, hookNo: 3 }))).toBe('keys.hookTaken');
    must(await desk().keys.move({ ...to, cabinetId: other, hookNo: 4 }));
    expectLast(office, key.id, 'keys.move/CHANGE');
    const { entry } = await entryOf(office, key.id);
    expect(entry).toMatchObject({ cabinetCode: 'B', hookNo: 4, state: 'inStock' });
    const board = must(await desk().keys.board({ cabinetId: other }));
    expect(board).toHaveLength(20);
    expect(board.flatMap((hook) => (hook.key ? [[hook.hookNo, hook.key.keyNo]] : []))).toEqual([
      [3, 'K-2'],
      [4, 'K-017'],
    ]);
  });

  it('gives the key to another custodian only', async () => {
    const key = await register(office, plantKey(office, cab));
    const act = (keeperId: string) =>
      desk().keys.changeKeeper({ ...touch(key), keeperId, reason: '岗位调整', second: second() });
    expect(refusal(await act(office.actor('receptionist').staffId))).toBe('keys.sameKeeper');
    expect(refusal(await act(office.actor('csAssistant').staffId))).toBe('keys.notCustodian');
    expect(refusal(await act('0'.repeat(26)))).toBe('keys.unknownPerson');
    must(await act(office.actor('receptionist', true).staffId));
    expect((await entryOf(office, key.id)).entry.keeperName).toBe('刘芳');
    const names = must(await desk().keys.custodians({})).map(({ name }) => name);
    expect(names).toEqual(['王丽华', '韩冬', '张伟', '刘芳']);
  });
});

describe('keys.seal and keys.unseal', () => {
  it('needs two people, one of them the CS supervisor, and a bag of its own (§4.4 rule 4)', async () => {
    const key = await register(office, plantKey(office, cab));
    const other = await register(office, plantKey(office, cab, { keyNo: 'K-2', hookNo: 2 }));
    const bag = { bagNo: 'FD-100', reason: '备用钥匙封存' };
    expect(
      refusal(await desk().keys.seal({ ...touch(key), ...bag, second: office.pin('csAssistant') })),
    ).toBe('keys.needsSupervisor');
    expect(
      refusal(await desk().keys.seal({ ...touch(key), ...bag, second: office.pin('receptionist') })),
    ).toBe('second.same');
    const closed = await sealed(office, key);
    expect((await entryOf(office, key.id)).entry).toMatchObject({
      state: 'sealed',
      sealBagNo: 'FD-100',
      sealer1Name: '张伟',
      sealer2Name: '王丽华',
    });
    expect(refusal(await desk().keys.seal({ ...touch(other), ...bag, second: second() }))).toBe(
      'keys.bagInUse',
    );
    expect(
      refusal(await desk().keys.seal({ ...touch(closed), ...bag, bagNo: 'FD-101', second: second() })),
    ).toBe('keys.wrongState');
    expect(refusal(await desk().keys.retire({ ...touch(closed), reason: '换锁', second: second() }))).toBe(
      'keys.unsealFirst',
    );
  });

  it('opens the bag by two, keeps its number in the story, and frees it', async () => {
    const key = await register(office, plantKey(office, cab, { category: 'spare' }));
    expect(
      refusal(
        await desk().keys.unseal({ ...touch(key), reason: '检修使用', bagIntact: 'yes', second: second() }),
      ),
    ).toBe('keys.notSealed');
    const closed = await sealed(office, key);
    const opened = must(
      await desk().keys.unseal({
        ...touch(closed),
        reason: '检修使用',
        bagIntact: 'yes',
        second: office.pin('csAssistant'),
      }),
    );
    const { entry, story } = await entryOf(office, key.id);
    expect(entry).toMatchObject({ state: 'inStock', sealBagNo: null, sealer1Id: null, sealedAt: null });
    expect(story.find((line) => line.op === 'keys.unseal')?.change).toMatchObject({ bagNo: 'FD-100' });
    await sealed(office, opened, 'FD-100');
  });

  it('sends a storeroom’s bag out of office hours to S06', async () => {
    const key = await register(office, plantKey(office, cab, { category: 'storeroom' }));
    const closed = await sealed(office, key);
    const open = () =>
      desk().keys.unseal({ ...touch(closed), reason: '取物料', bagIntact: 'yes', second: second() });
    office.setNow('2026-11-21T11:00:00.000Z');
    expect(refusal(await open())).toBe('keys.storeroomClosed');
    office.setNow('2026-11-22T02:00:00.000Z');
    must(await open());
  });
});

describe('keys.retire, keys.void, keys.correct', () => {
  it('is final and frees the hook, never the number', async () => {
    const key = await register(office, plantKey(office, cab));
    const gone = must(await desk().keys.retire({ ...touch(key), reason: '换锁', second: second() }));
    expect(refusal(await desk().keys.retire({ ...touch(gone), reason: '换锁', second: second() }))).toBe(
      'keys.wrongState',
    );
    expect(
      refusal(await desk().keys.move({ ...touch(gone), cabinetId: cab, hookNo: 2, second: second() })),
    ).toBe('keys.wrongState');
    expect(refusal(await desk().keys.register(plantKey(office, cab)))).toBe('keys.numberTaken');
    await register(office, plantKey(office, cab, { keyNo: 'K-018' }));
    expect((await entryOf(office, key.id)).next).toEqual([]);
  });

  it('voids only what was never out; the number may be given again', async () => {
    const key = await register(office, plantKey(office, cab));
    expect(refusal(await desk().keys.void({ ...touch(key), reason: '录错' }))).toBe('notAllowed');
    must(await office.as('csSupervisor').keys.void({ ...touch(key), reason: '录错' }));
    expectLast(office, key.id, 'keys.void/VOID');
    await register(office, plantKey(office, cab));
  });

  it('corrects inside the window silently, afterwards with a reason and a strike', async () => {
    const key = await register(office, plantKey(office, cab));
    const fix = (
      version: number,
      field: 'label' | 'pieces' | 'parts' | 'category',
      value: string,
      reason = '',
    ) => desk().keys.correct({ id: key.id, version, field, value, reason });
    must(await fix(1, 'label', '负一层配电房'));
    office.pass(30);
    expect(refusal(await fix(2, 'label', '地下室配电房'))).toBe('entry.reasonMissing');
    must(await fix(2, 'label', '地下室配电房', '名称写错'));
    expect(refusal(await fix(3, 'parts', '大门', '整理'))).toBe('keys.setOfOne');
    must(await fix(3, 'parts', '大门\n内门', '补记'));
    expect(refusal(await fix(4, 'pieces', '1', '清点'))).toBe('keys.setOfOne');
    expect(refusal(await fix(4, 'category', 'entrusted', '归类'))).toBe('keys.mandateNeeded');
    expect(refusal(await fix(4, 'label', '地下室配电房', '同名'))).toBe('entry.unchanged');
    const { entry } = await entryOf(office, key.id);
    expect(entry).toMatchObject({ kind: 'set', parts: '["大门","内门"]', label: '地下室配电房' });
    expect(entry.strikes.map((strike) => strike.field)).toEqual(['label', 'parts']);
    expect(journalOf(office, key.id)).toContain('keys.correct/EDIT');
  });

  it('is seen once by another than its recorder', async () => {
    const key = await register(office, plantKey(office, cab));
    must(await office.as('csSupervisor').keys.markSeen({ id: key.id }));
    expect(refusal(await office.as('csSupervisor').keys.markSeen({ id: key.id }))).toBe(
      'entry.alreadyFrozen',
    );
  });
});

describe('cabinets', () => {
  it('change and close under countersignature, never below a used hook', async () => {
    await register(office, plantKey(office, cab, { hookNo: 7 }));
    const as = desk();
    const [box] = must(await as.keys.cabinets({}));
    const form = {
      id: box!.id,
      version: box!.version,
      name: '一号柜',
      place: '前台内间',
      hooks: 10,
      keeperId: box!.keeperId,
      second: second(),
    };
    expect(refusal(await as.keys.amendCabinet({ ...form, hooks: 6 }))).toBe('keys.hooksInUse');
    expect(refusal(await office.as('csAssistant').keys.amendCabinet(form))).toBe('keys.custodianOnly');
    const done = must(await as.keys.amendCabinet(form));
    expect(refusal(await as.keys.amendCabinet({ ...form, version: done.version }))).toBe('entry.unchanged');
    expect(refusal(await as.keys.closeCabinet({ ...done, second: second() }))).toBe('keys.cabinetInUse');
    const empty = await cabinet(office, 'B');
    expect(refusal(await as.keys.addCabinet({ ...form, code: 'B', second: second() }))).toBe(
      'keys.cabinetTaken',
    );
    must(await as.keys.closeCabinet({ id: empty, version: 1, second: second() }));
    expect(refusal(await as.keys.register(plantKey(office, empty, { keyNo: 'K-3' })))).toBe(
      'keys.cabinetClosed',
    );
  });
});

describe('keys.list and keys.counts', () => {
  it('goes by number, filters by state, category, cabinet and words', async () => {
    const b = await cabinet(office, 'B');
    await register(office, plantKey(office, b, { keyNo: 'K-2', label: '二层备用', category: 'spare' }));
    const first = await register(office, plantKey(office, cab, { keyNo: 'K-1', unitId: null }));
    await sealed(office, first);
    const list = async (filter: Parameters<ReturnType<typeof desk>['keys']['list']>[0]['filter']) =>
      must(await desk().keys.list({ filter })).rows.map((row) => row.keyNo);
    expect(await list({})).toEqual(['K-1', 'K-2']);
    expect(await list({ states: ['sealed'] })).toEqual(['K-1']);
    expect(await list({ categories: ['spare'] })).toEqual(['K-2']);
    expect(await list({ cabinetId: b })).toEqual(['K-2']);
    expect(await list({ search: '备用' })).toEqual(['K-2']);
    expect(await list({ need: 'lost' })).toEqual([]);
    expect(must(await desk().keys.counts({}))).toEqual({ withoutMandate: 0, lost: 0, damaged: 0 });
    expect(refusal(await office.as('cashier').keys.list({ filter: {} }))).toBe('notAllowed');
  });
});
