import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import { cabinet, deskOffice, expectLast, key, touch } from './support';

/** S08 钥匙配制 (F13). */
let office: TestOffice;
let cab: string;
let plant: Key;
beforeEach(async () => {
  office = await deskOffice();
  cab = await cabinet(office);
  plant = await key(office, cab, 'plant', { keyNo: 'K-017' });
});
afterEach(() => office.close());
const asks = () => ({ keyId: plant.id, quantity: 2, reason: '夜班另需一套' });
const desk = () => office.as('receptionist');
const made = { locksmith: '诚信锁业', costCents: 3000, bearer: 'company', madeOn: '2026-11-21' } as const;

describe('key copies', () => {
  it('are never made of area and locker keys', async () => {
    for (const category of ['office', 'locker'] as const) {
      const own = await key(office, cab, category);
      expect(refusal(await desk().keyCopies.apply({ ...asks(), keyId: own.id }))).toBe(
        'keyCopies.neverCopied',
      );
    }
  });

  it('may be asked for by everybody who uses keys, and by nobody else', async () => {
    for (const role of ['csSteward', 'engineeringDesk', 'gateGuard'] as const)
      must(await office.as(role).keyCopies.apply(asks()));
    for (const role of ['cashier', 'centerManager', 'announcer'] as const)
      expect(refusal(await office.as(role).keyCopies.apply(asks()))).toBe('notAllowed');
    const gone = await key(office, cab, 'plant', {
      state: 'retired',
      retiredReason: '锁已换',
      retiredAt: office.now(),
      retiredByName: '王丽华',
    });
    expect(refusal(await desk().keyCopies.apply({ ...asks(), keyId: gone.id }))).toBe('keyCopies.keyGone');
  });

  it('need somebody else’s approval: the manager’s, or the supervisor’s as deputy', async () => {
    const copy = must(await desk().keyCopies.apply(asks()));
    expect(must(await desk().keyCopies.counts({}))).toEqual({ approve: 1, make: 0 });
    expect(must(await desk().keyCopies.entry({ id: copy.id })).warnings).toEqual(['unapproved']);
    expect(refusal(await desk().keyCopies.approve(touch(copy)))).toBe('keyCopies.approverMissing');
    expect(refusal(await desk().keyCopies.approve({ ...touch(copy), second: office.pin('gateGuard') }))).toBe(
      'second.noRight',
    );
    const yes = must(
      await desk().keyCopies.approve({ ...touch(copy), opinion: '同意', second: office.pin('csSupervisor') }),
    );
    expectLast(office, copy.id, 'keyCopies.approve/CO_CONFIRM');
    expect(must(await desk().keyCopies.counts({}))).toEqual({ approve: 0, make: 1 });
    expect(refusal(await office.as('deptManager').keyCopies.approve(touch(yes)))).toBe(
      'keyCopies.wrongState',
    );
    const own = must(await office.as('csSupervisor').keyCopies.apply(asks()));
    expect(refusal(await office.as('csSupervisor').keyCopies.approve(touch(own)))).toBe(
      'keyCopies.ownApplication',
    );
    const back = { ...touch(own), second: office.pin('csSupervisor') };
    expect(refusal(await desk().keyCopies.approve(back))).toBe('keyCopies.ownApplication');
    must(await office.as('deptManager').keyCopies.approve(touch(own)));
  });

  it('are not cut unapproved, nor after a refusal', async () => {
    const copy = must(await desk().keyCopies.apply(asks()));
    const cut = { ...touch(copy), ...made, newKeyNos: ['K-117', 'K-118'] };
    expect(refusal(await desk().keyCopies.make(cut))).toBe('keyCopies.wrongState');
    const no = must(await office.as('deptManager').keyCopies.refuse({ ...touch(copy), reason: '已有备用' }));
    expect(refusal(await desk().keyCopies.make({ ...cut, version: no.version }))).toBe(
      'keyCopies.wrongState',
    );
    expect(refusal(await desk().keyCopies.correct({ ...touch(no), field: 'note', value: 'x' }))).toBe(
      'keyCopies.wrongState',
    );
  });

  it('get as many new numbers as keys, and are collected once those are in the inventory', async () => {
    const copy = must(await desk().keyCopies.apply(asks()));
    const yes = must(await office.as('deptManager').keyCopies.approve(touch(copy)));
    const cut = { ...touch(yes), ...made };
    expect(refusal(await desk().keyCopies.make({ ...cut, newKeyNos: ['K-117'] }))).toBe(
      'keyCopies.numbersDiffer',
    );
    expect(refusal(await desk().keyCopies.make({ ...cut, newKeyNos: ['K-117', 'K-117'] }))).toBe(
      'keyCopies.numbersDiffer',
    );
    expect(refusal(await desk().keyCopies.make({ ...cut, newKeyNos: ['K-017', 'K-118'] }))).toBe(
      'keyCopies.numberOfOriginal',
    );
    // A key that hung there before the copy was approved keeps its number.
    const other = await key(office, await cabinet(office, 'Z'), 'plant', {
      recordedAt: '2026-11-01T02:00:00.000Z',
    });
    expect(refusal(await desk().keyCopies.make({ ...cut, newKeyNos: [other.keyNo, 'K-118'] }))).toBe(
      'keyCopies.numberTaken',
    );
    expect(
      refusal(await desk().keyCopies.make({ ...cut, madeOn: '2026-11-22', newKeyNos: ['1', '2'] })),
    ).toBe('invalid:madeOn');
    const done = must(await desk().keyCopies.make({ ...cut, newKeyNos: ['K-117', 'K-118'] }));
    const collect = { ...touch(done), collectedByName: '张伟', at: office.now() };
    expect(refusal(await desk().keyCopies.collect(collect))).toBe('keyCopies.notInBook');
    expect(must(await desk().keyCopies.entry({ id: copy.id })).entry.missingKeyNos).toEqual([
      'K-117',
      'K-118',
    ]);
    await key(office, cab, 'plant', { keyNo: 'K-117' });
    await key(office, cab, 'plant', { keyNo: 'K-118' });
    must(await desk().keyCopies.collect(collect));
    expect(must(await desk().keyCopies.entry({ id: copy.id })).entry.state).toBe('collected');
  });

  it('lists, corrects until the decision, voids', async () => {
    const copy = must(await desk().keyCopies.apply(asks()));
    const edited = must(await desk().keyCopies.correct({ ...touch(copy), field: 'quantity', value: '1' }));
    const yes = must(await office.as('deptManager').keyCopies.approve(touch(edited)));
    expect(refusal(await desk().keyCopies.correct({ ...touch(yes), field: 'quantity', value: '9' }))).toBe(
      'keyCopies.decided',
    );
    expect(refusal(await desk().keyCopies.correct({ ...touch(yes), field: 'costCents', value: '9' }))).toBe(
      'entry.notYetWritten',
    );
    expect(
      must(await desk().keyCopies.list({ filter: { need: 'make' } })).rows.map((row) => row.quantity),
    ).toEqual([1]);
    must(await office.as('csAssistant').keyCopies.markSeen({ id: copy.id }));
    const done = must(await desk().keyCopies.make({ ...touch(yes), ...made, newKeyNos: ['K-117'] }));
    const gone = { ...touch(done), reason: '登记错误' };
    expect(refusal(await office.as('csSupervisor').keyCopies.void(gone))).toBe('entry.managerOnly');
    must(await office.as('deptManager').keyCopies.void(gone));
  });
});
