import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  cabinet,
  expectLast,
  keyOffice,
  mandate,
  plantKey,
  register,
  sealed,
  takeMandate,
  touch,
  unit,
} from './support';

/** S04: an owner's keys stand on a signed mandate; renewal and withdrawal are signed too. */
let office: TestOffice;
let home: string;
let cab: string;
beforeEach(async () => {
  office = await keyOffice();
  cab = await cabinet(office);
  home = await unit(office);
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');
const entryOf = async (id: string) => must(await office.as('csSupervisor').keyMandates.entry({ id }));

/** A mandate and its key on hook 1. */
async function entrusted() {
  const given = await takeMandate(office, mandate(office, home));
  const key = await register(
    office,
    plantKey(office, cab, { category: 'entrusted', mandateId: given.id, unitId: home }),
  );
  return { given, key };
}
const back = (by: 'owner' | 'agent') => ({
  by,
  withdrawnByName: by === 'owner' ? '林晓东' : '林助理',
  signedHow: 'paper' as const,
  at: ago(office, 1),
  piecesReturned: 3,
});

describe('keyMandates.register', () => {
  it('numbers it, masks the owner’s phone, and lets keys be kept on it', async () => {
    const { given, key } = await entrusted();
    expect(given.serialNo).toBe('WT202611-0001');
    const { entry, next } = await entryOf(given.id);
    expect(entry).toMatchObject({
      unitCode: '3-1-1502',
      pieces: 3,
      ownerPhone: '139****5678',
      daysLeft: 99,
      ending: false,
      expired: false,
      keyNos: ['K-017'],
    });
    expect(next).toContain('keyMandates.renew');
    const { entry: line } = must(await office.as('csSupervisor').keys.entry({ id: key.id }));
    expect(line).toMatchObject({
      mandateSerialNo: given.serialNo,
      withoutMandate: false,
      unitCode: '3-1-1502',
    });
    const [found] = must(await desk().keyMandates.suggest({ typed: '3-1' }));
    expect(found).toMatchObject({ value: given.serialNo, unitCode: '3-1-1502' });
    const shown = must(await desk().keyMandates.unmask({ id: given.id, reason: '核实业主' }));
    expect(shown.ownerPhone).toBe('13912345678');
    expectLast(office, given.id, 'keyMandates.unmask/UNMASK');
  });

  it('refuses a period that is over or turned round, and an owner who is none', async () => {
    const as = desk();
    expect(
      refusal(
        await as.keyMandates.register(mandate(office, home, { toOn: '2026-11-20', fromOn: '2026-11-01' })),
      ),
    ).toBe('keyMandates.periodOver');
    expect(refusal(await as.keyMandates.register(mandate(office, home, { toOn: '2026-11-01' })))).toBe(
      'invalid:toOn',
    );
    expect(refusal(await as.keyMandates.register(mandate(office, home, { ownerId: '0'.repeat(26) })))).toBe(
      'keyMandates.notOwner',
    );
    expect(refusal(await as.keyMandates.register(mandate(office, '0'.repeat(26))))).toBe('invalid:unitId');
    expect(refusal(await as.keyMandates.register(mandate(office, home, { keyList: [] })))).toBe(
      'invalid:keyList',
    );
    expect(refusal(await office.as('gateGuard').keyMandates.register(mandate(office, home)))).toBe(
      'notAllowed',
    );
  });
});

describe('keyMandates.renew', () => {
  it('writes a new period and keeps the old one in the story', async () => {
    const { given } = await entrusted();
    office.setNow('2027-02-20T02:00:00.000Z');
    expect(must(await desk().keyMandates.counts({}))).toEqual({ ending: 1, expired: 0 });
    const renewal = { signedHow: 'pad' as const, signedAt: ago(office, 5), fromOn: '2027-03-01' };
    expect(
      refusal(
        await desk().keyMandates.renew({
          ...touch(given),
          ...renewal,
          toOn: '2027-02-28',
          fromOn: '2027-02-20',
        }),
      ),
    ).toBe('keyMandates.notLonger');
    must(await desk().keyMandates.renew({ ...touch(given), ...renewal, toOn: '2027-08-31' }));
    const { entry, story } = await entryOf(given.id);
    expect(entry).toMatchObject({ state: 'renewed', renewals: 1, toOn: '2027-08-31' });
    expect(story.some((line) => JSON.stringify(line.change).includes('2027-02-28'))).toBe(true);
    expect(must(await desk().keyMandates.counts({}))).toEqual({ ending: 0, expired: 0 });
  });

  it('counts what is over: the mandate, and the keys that stand on nothing', async () => {
    await entrusted();
    office.setNow('2027-03-02T02:00:00.000Z');
    expect(must(await desk().keyMandates.counts({}))).toEqual({ ending: 0, expired: 1 });
    expect(must(await office.as('receptionist').keys.counts({})).withoutMandate).toBe(1);
    const { rows } = must(await desk().keyMandates.list({ filter: { need: 'expired' } }));
    expect(rows[0]).toMatchObject({ expired: true, daysLeft: -2 });
  });
});

describe('keyMandates.withdraw', () => {
  it('gives the owner the keys when a steward says who it is', async () => {
    const { given, key } = await entrusted();
    await sealed(office, key);
    expect(refusal(await desk().keyMandates.withdraw({ ...touch(given), ...back('owner') }))).toBe(
      'keyMandates.identityNeeded',
    );
    expect(
      refusal(
        await desk().keyMandates.withdraw({
          ...touch(given),
          ...back('owner'),
          second: office.pin('csAssistant'),
        }),
      ),
    ).toBe('second.noRight');
    const done = must(
      await desk().keyMandates.withdraw({
        ...touch(given),
        ...back('owner'),
        second: office.pin('csSteward'),
      }),
    );
    expect(done.keyNos).toEqual(['K-017']);
    const { entry } = await entryOf(given.id);
    expect(entry).toMatchObject({ state: 'withdrawn', identityByName: '陈强', handedByName: '张伟' });
    const { entry: line } = must(await office.as('csSupervisor').keys.entry({ id: key.id }));
    expect(line).toMatchObject({ state: 'retired', retiredReason: given.serialNo, sealBagNo: null });
    expect(
      refusal(
        await desk().keyMandates.renew({
          ...touch(done),
          fromOn: '2026-11-21',
          toOn: '2028-01-01',
          signedHow: 'paper',
          signedAt: ago(office, 0),
        }),
      ),
    ).toBe('keyMandates.wrongState');
  });

  it('gives an agent the keys only after the owner was asked', async () => {
    const { given } = await entrusted();
    expect(refusal(await desk().keyMandates.withdraw({ ...touch(given), ...back('agent') }))).toBe(
      'keyMandates.verifyFirst',
    );
    must(
      await desk().keyMandates.withdraw({
        ...touch(given),
        ...back('agent'),
        verifiedAt: ago(office, 4),
        verifiedHow: 'phone',
        verifiedWith: '林晓东本人',
      }),
    );
    expect((await entryOf(given.id)).entry).toMatchObject({
      verifiedHow: 'phone',
      verifiedWith: '林晓东本人',
    });
  });

  it('keeps the keys while they are out or on an open transfer list, and says which', async () => {
    const { given, key } = await entrusted();
    const steward = office.as('csSteward');
    const list = must(
      await desk().keyTransfers.register({
        fromParty: '前台早班',
        toParty: '前台晚班',
        project: '示例大厦',
        plannedOn: '2026-11-21',
        toId: office.actor('receptionist', true).staffId,
        keyIds: [key.id],
      }),
    );
    const withdraw = () => steward.keyMandates.withdraw({ ...touch(given), ...back('owner') });
    expect(await withdraw()).toMatchObject({
      error: {
        reason: 'keyMandates.keysListed',
        params: { keyNo: 'K-017', serialNo: list.serialNo },
      },
    });
    must(await office.as('csSupervisor').keyTransfers.void({ ...touch(list), reason: '业主取回' }));
    must(
      await desk().keyLoans.issue({
        keys: [{ keyId: key.id }],
        borrowerClass: 'staff',
        borrowerName: '赵工',
        purpose: '检修',
        checked: true,
        confirmerId: office.actor('csSteward').staffId,
      }),
    );
    expect(await withdraw()).toMatchObject({
      error: { reason: 'keyMandates.keysOut', params: { keyNos: 'K-017' } },
    });
    must(await desk().keyLoans.returnKey({ keyId: key.id }));
    must(await withdraw());
  });

  it('asks why pieces are missing, and lets a steward identify alone', async () => {
    const { given } = await entrusted();
    const steward = office.as('csSteward');
    expect(
      refusal(await steward.keyMandates.withdraw({ ...touch(given), ...back('owner'), piecesReturned: 2 })),
    ).toBe('keyMandates.shortNote');
    expect(
      refusal(await steward.keyMandates.withdraw({ ...touch(given), ...back('owner'), piecesReturned: 4 })),
    ).toBe('keyMandates.tooMany');
    must(
      await steward.keyMandates.withdraw({
        ...touch(given),
        ...back('owner'),
        piecesReturned: 2,
        note: '信箱钥匙已另行交还',
      }),
    );
  });
});

describe('keyMandates.correct and keyMandates.void', () => {
  it('corrects what was written, voids only what no key hangs on', async () => {
    const { given } = await entrusted();
    const supervisor = office.as('csSupervisor');
    expect(refusal(await supervisor.keyMandates.void({ ...touch(given), reason: '录错' }))).toBe(
      'keyMandates.hasKeys',
    );
    must(await desk().keyMandates.correct({ ...touch(given), field: 'purpose', value: '外出期间代管' }));
    const empty = await takeMandate(office, mandate(office, await unit(office, '1601')));
    must(await supervisor.keyMandates.markSeen({ id: empty.id }));
    must(await supervisor.keyMandates.void({ ...touch(empty), reason: '重复登记' }));
    expectLast(office, empty.id, 'keyMandates.void/VOID');
  });
});
