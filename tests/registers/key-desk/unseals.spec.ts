import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  cabinet,
  deskOffice,
  EVENING,
  engineer,
  expectLast,
  inBag,
  key,
  keyState,
  TEN,
  touch,
  wall,
} from './support';

/** S06 库房钥匙非办公时间启用与再封存 (F11). */
let office: TestOffice;
let store: Key;
let cab: string;
beforeEach(async () => {
  office = await deskOffice({ now: EVENING });
  cab = await cabinet(office);
  store = await key(office, cab, 'storeroom', {
    keyNo: 'K-040',
    label: '物料库房',
    ...inBag(office, 'FD-0001'),
  });
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');
const opening = (over: Partial<Input<'keyUnseals.open'>> = {}): Input<'keyUnseals.open'> => ({
  keyId: store.id,
  reason: '地下室跑水，急需水泵',
  requesterName: '高师傅',
  requesterDepartment: '工程部',
  oldBagNo: 'FD-0001',
  oldBagIntact: true,
  second: office.pin('csSteward'),
  ...over,
});
const pump = { name: '潜水泵', spec: '2.2kW', quantity: 1, use: '抽水', takenByName: '高师傅' };

describe('open', () => {
  it('needs the duty supervisor on the spot, and shows the drawer open from the first minute', async () => {
    expect(refusal(await desk().keyUnseals.open(opening({ second: office.pin('csSupervisor') })))).toBe(
      'keyUnseals.notDutySupervisor',
    );
    const opened = must(await desk().keyUnseals.open(opening()));
    expect(opened.serialNo).toBe('QF202611-0001');
    expect(keyState(office, store.id)).toBe('out/1');
    expect(must(await desk().keyUnseals.counts({}))).toEqual({ unsealed: 1 });
    const { entry, next, warnings } = must(await desk().keyUnseals.entry({ id: opened.id }));
    expect([entry.supervisorName, entry.state, warnings]).toEqual(['陈强', 'opened', ['unsealed']]);
    expect(next).toEqual(['keyUnseals.reseal', 'keyUnseals.addGoods', 'keyUnseals.correct']);
    expectLast(office, opened.id, 'keyUnseals.open/CREATE');
  });

  it('refuses in office hours: then the key is issued', async () => {
    office.setNow(TEN);
    expect(refusal(await desk().keyUnseals.open(opening()))).toBe('keyUnseals.inOfficeHours');
    office.setNow(wall('17:59'));
    expect(refusal(await desk().keyUnseals.open(opening()))).toBe('keyUnseals.inOfficeHours');
    office.setNow(wall('18:00'));
    expect(refusal(await office.as('receptionist').keyLoans.issue(engineer(store.id)))).toBe(
      'keyLoans.storeroomOutOfHours',
    );
    must(await desk().keyUnseals.open(opening()));
  });

  it('compares the bag with the book', async () => {
    expect(refusal(await desk().keyUnseals.open(opening({ oldBagNo: 'FD-0002' })))).toBe(
      'keyUnseals.bagDiffers',
    );
    expect(refusal(await desk().keyUnseals.open(opening({ oldBagIntact: false })))).toBe(
      'keyUnseals.bagNoteMissing',
    );
    const broken = must(
      await desk().keyUnseals.open(opening({ oldBagIntact: false, oldBagNote: '封口有裂痕' })),
    );
    expect(must(await desk().keyUnseals.entry({ id: broken.id })).warnings).toEqual([
      'unsealed',
      'bagBroken',
    ]);
  });

  it('does not let the supervisor ask and agree, or anybody do both', async () => {
    expect(refusal(await desk().keyUnseals.open(opening({ requesterName: '陈强' })))).toBe(
      'keyUnseals.supervisorAsks',
    );
    const own = opening({ second: office.pin('receptionist') });
    expect(refusal(await desk().keyUnseals.open(own))).toBe('second.same');
    expect(refusal(await office.as('gateGuard').keyUnseals.open(opening()))).toBe('notAllowed');
  });

  it('is for sealed storeroom keys only', async () => {
    const plant = await key(office, cab, 'plant');
    expect(refusal(await desk().keyUnseals.open(opening({ keyId: plant.id })))).toBe(
      'keyUnseals.notStoreroom',
    );
    const loose = await key(office, cab, 'storeroom');
    expect(refusal(await desk().keyUnseals.open(opening({ keyId: loose.id })))).toBe('keyUnseals.notSealed');
    must(await desk().keyUnseals.open(opening()));
    expect(refusal(await desk().keyUnseals.open(opening()))).toBe('keyUnseals.notSealed');
  });
});

describe('reseal', () => {
  it('takes a new bag and two different signers, one of them the CS supervisor', async () => {
    const opened = must(await desk().keyUnseals.open(opening({ goods: [pump] })));
    const close = { ...touch(opened), newBagNo: 'FD-0002', second: office.pin('csSupervisor') };
    expect(refusal(await desk().keyUnseals.reseal({ ...close, newBagNo: 'FD-0001' }))).toBe(
      'keyUnseals.bagSame',
    );
    expect(refusal(await desk().keyUnseals.reseal({ ...close, second: office.pin('csAssistant') }))).toBe(
      'keyUnseals.supervisorSeals',
    );
    expect(refusal(await desk().keyUnseals.reseal({ ...close, second: office.pin('gateGuard') }))).toBe(
      'second.noRight',
    );
    expect(refusal(await desk().keyUnseals.reseal({ ...close, second: office.pin('receptionist') }))).toBe(
      'second.same',
    );
    expect(refusal(await desk().keyUnseals.reseal({ ...close, nothingTaken: true }))).toBe(
      'keyUnseals.goodsThere',
    );
    office.pass(25);
    must(await desk().keyUnseals.reseal(close));
    expect(keyState(office, store.id)).toBe('sealed/0');
    const row = office.file.raw
      .prepare('SELECT sealBagNo, sealer1Name, sealer2Name FROM keys WHERE id = ?')
      .get(store.id);
    expect(row).toEqual({ sealBagNo: 'FD-0002', sealer1Name: '张伟', sealer2Name: '王丽华' });
    expect(must(await desk().keyUnseals.counts({}))).toEqual({ unsealed: 0 });
    const { entry } = must(await desk().keyUnseals.entry({ id: opened.id }));
    expect([entry.openMinutes, entry.goods.map(({ name, quantity }) => [name, quantity])]).toEqual([
      25,
      [['潜水泵', 1]],
    ]);
    expect(refusal(await desk().keyUnseals.reseal({ ...close, version: 2, newBagNo: 'FD-0003' }))).toBe(
      'keyUnseals.wrongState',
    );
  });

  it('wants the goods listed, or the word that nothing was taken', async () => {
    const opened = must(await desk().keyUnseals.open(opening()));
    const close = { ...touch(opened), newBagNo: 'FD-0002', second: office.pin('csSupervisor') };
    expect(refusal(await desk().keyUnseals.reseal(close))).toBe('keyUnseals.goodsMissing');
    must(await desk().keyUnseals.addGoods({ ...touch(opened), goods: pump }));
    expectLast(office, opened.id, 'keyUnseals.addGoods/CHANGE');
    must(await desk().keyUnseals.reseal(close));
    expect(refusal(await desk().keyUnseals.addGoods({ id: opened.id, version: 2, goods: pump }))).toBe(
      'keyUnseals.wrongState',
    );
    const lines = office.file.raw
      .prepare("SELECT change FROM journal WHERE register LIKE 'keyUnseal%'")
      .all();
    expect(JSON.stringify(lines)).not.toContain('高师傅');
  });

  it('never uses a bag number twice', async () => {
    const first = must(await desk().keyUnseals.open(opening()));
    const second = office.pin('csSupervisor');
    must(
      await desk().keyUnseals.reseal({ ...touch(first), newBagNo: 'FD-0002', nothingTaken: true, second }),
    );
    const again = must(await desk().keyUnseals.open(opening({ oldBagNo: 'FD-0002' })));
    expect(
      refusal(
        await desk().keyUnseals.reseal({ ...touch(again), newBagNo: 'FD-0001', nothingTaken: true, second }),
      ),
    ).toBe('keyUnseals.bagUsed');
  });

  it('is the only way out of an open drawer', async () => {
    const opened = must(await desk().keyUnseals.open(opening()));
    const gone = { ...touch(opened), reason: '登记错误' };
    expect(refusal(await office.as('deptManager').keyUnseals.void(gone))).toBe('keyUnseals.wrongState');
    const second = office.pin('csSupervisor');
    const closed = must(
      await desk().keyUnseals.reseal({ ...touch(opened), newBagNo: 'FD-0009', nothingTaken: true, second }),
    );
    expect(
      refusal(await office.as('csSupervisor').keyUnseals.void({ ...touch(closed), reason: '登记错误' })),
    ).toBe('entry.managerOnly');
    must(await office.as('deptManager').keyUnseals.void({ ...touch(closed), reason: '登记错误' }));
  });
});

describe('the book', () => {
  it('lists, corrects and remembers who looked', async () => {
    const opened = must(await desk().keyUnseals.open(opening()));
    const { rows } = must(await desk().keyUnseals.list({ filter: { need: 'unsealed' } }));
    expect(rows.map((row) => row.keyNo)).toEqual(['K-040']);
    expect(must(await desk().keyUnseals.list({ filter: { search: '水泵' } })).total).toBe(1);
    const t = touch(opened);
    const edited = must(await desk().keyUnseals.correct({ ...t, field: 'reason', value: '地下室跑水' }));
    expect(
      refusal(await desk().keyUnseals.correct({ ...touch(edited), field: 'reason', value: '地下室跑水' })),
    ).toBe('entry.unchanged');
    must(await office.as('csAssistant').keyUnseals.markSeen({ id: opened.id }));
    expect(refusal(await desk().keyUnseals.markSeen({ id: opened.id }))).toBe('entry.alreadyFrozen');
    expect(refusal(await desk().keyUnseals.correct({ ...touch(edited), field: 'note', value: 'x' }))).toBe(
      'entry.reasonMissing',
    );
  });
});
