import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordingOf } from '../../../shared/print/words';
import { remark } from '../../../shared/registers/key-loans.cells';
import { mustAskOwner, namesComer } from '../../../shared/registers/key-loans.rules';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  cabinet,
  deskOffice,
  engineer,
  type Issue,
  issued,
  journalOf,
  key,
  keyState,
  mandate,
  unit,
  wall,
} from './support';

/** Whom an owner's mandate names (S04, F08), and loans that are entered after the fact (补录, domain.md §6.2). */
let office: TestOffice;
let cab: string;
let plant: Key;
beforeEach(async () => {
  office = await deskOffice();
  cab = await cabinet(office);
  plant = await key(office, cab, 'plant', { keyNo: 'K-017' });
});
afterEach(() => office.close());
const desk = () => office.as('receptionist');

describe('persons a mandate allows', () => {
  const comer = (name: string, org: string | null = null, titles: string[] = []) => ({ name, org, titles });
  it('are named by name, by department or by post', () => {
    const allowed = '管家、工程维修人员（须两人在场），保姆王阿姨';
    for (const named of [
      comer('王阿姨'),
      comer('高师傅', '工程部'),
      comer('陈强', '客户服务部', ['客服管家']),
      comer('王师傅', '工程维修'),
    ])
      expect(namesComer(allowed, named), named.name).toBe(true);
    for (const other of [comer('李四'), comer('刘保洁', '保洁部'), comer('两人', '在场')])
      expect(namesComer(allowed, other), other.name).toBe(false);
    expect(mustAskOwner('owner', allowed, comer('李四'))).toBe(false);
    expect(mustAskOwner('staff', null, comer('李四'))).toBe(false);
    expect(mustAskOwner('worker', allowed, comer('李四'))).toBe(true);
  });

  it('get the key; others only after the owner was asked, and the form says so beforehand', async () => {
    const home = await unit(office, '3-1-1502');
    const entrusted = await key(office, cab, 'entrusted', {
      keyNo: 'K-021',
      unitId: home,
      mandateId: await mandate(office, home, { allowedPersons: '管家、工程维修人员' }),
    });
    const visit = (over: Partial<Issue>) =>
      engineer(entrusted.id, { confirmerId: office.actor('csSteward').staffId, ...over });
    const stranger = visit({ borrowerName: '刘保洁', borrowerOrg: '保洁部', borrowerPhone: null });
    const ask = (borrowerName: string, borrowerOrg: string) =>
      desk().keyLoans.prepare({ keyIds: [entrusted.id], borrowerClass: 'staff', borrowerName, borrowerOrg });
    expect(must(await ask('刘保洁', '保洁部')).requirements).toEqual(['confirmer', 'ownerAsked']);
    expect(must(await ask('高师傅', '工程部')).requirements).toEqual(['confirmer']);
    const steward = office.actor('csSteward');
    const known = must(
      await desk().keyLoans.prepare({
        keyIds: [entrusted.id],
        borrowerClass: 'staff',
        borrowerName: steward.name,
        staffNo: steward.staffNo,
      }),
    );
    expect(known.requirements).toEqual(['confirmer']);
    expect(refusal(await desk().keyLoans.issue(stranger))).toBe('keyLoans.notAllowed');
    const asked = { ownerAskedName: '陈业主', ownerAskedAt: wall('09:50'), ownerAskedHow: 'phone' as const };
    expect(refusal(await desk().keyLoans.issue({ ...stranger, ...asked, ownerAskedAt: wall('10:30') }))).toBe(
      'keyLoans.ownerAskedLater',
    );
    const [loan] = await issued(office, { ...stranger, ...asked });
    expect(must(await desk().keyLoans.entry({ id: loan!.id })).entry).toMatchObject({
      borrowerName: '刘保洁',
      ownerAskedName: '陈业主',
    });
    must(await desk().keyLoans.returnKey({ keyId: entrusted.id }));
    await issued(office, visit({}));
  });
});

describe('a loan entered late', () => {
  const late = (over: Partial<Issue> = {}) =>
    engineer(plant.id, { issuedAt: wall('08:40'), note: '停电，先写在纸质登记表上', ...over });

  it('keeps its own time, says why, and is marked 补录', async () => {
    expect(refusal(await desk().keyLoans.issue(late({ note: null })))).toBe('keyLoans.lateReason');
    expect(await desk().keyLoans.issue(late({ issuedAt: wall('11:00') }))).toMatchObject({
      error: { kind: 'invalid', fields: { issuedAt: { code: 'time.future' } } },
    });
    const [loan] = await issued(office, late());
    const { entry } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect(entry).toMatchObject({
      issuedAt: wall('08:40'),
      recordedAt: wall('10:00'),
      late: true,
      dueAt: wall('18:00'),
    });
    expect(remark(entry, wordingOf('zh-CN'))).toContain('补录 2026-11-21 10:00');
    expect(journalOf(office, loan!.id)).toContain('keyLoans.issue/CREATE');
  });

  it('came back at its own time too, but not later than it was typed in', async () => {
    const [loan] = await issued(office, late());
    const back = { loanId: loan!.id, at: wall('09:30') };
    expect(await desk().keyLoans.returnKey({ ...back, at: wall('08:30') })).toMatchObject({
      error: { kind: 'invalid', fields: { at: { code: 'time.early' } } },
    });
    must(await desk().keyLoans.returnKey(back));
    expect(must(await desk().keyLoans.entry({ id: loan!.id })).entry.returnedAt).toBe(wall('09:30'));
    expect(keyState(office, plant.id)).toBe('inStock/0');
    office.pass(60);
    const [now] = await issued(office, engineer(plant.id));
    office.pass(60);
    // A line of its time is closed when the key comes back, not by a time typed later.
    expect(await desk().keyLoans.returnKey({ loanId: now!.id, at: wall('11:30') })).toMatchObject({
      error: { kind: 'invalid', fields: { at: { code: 'time.future' } } },
    });
  });

  it('is judged by its own hour, and never while the key was out', async () => {
    const office1 = await key(office, cab, 'office', { keyNo: 'K-030' });
    const cleaner = (over: Partial<Issue>) =>
      engineer(office1.id, {
        borrowerClass: 'cleaner',
        borrowerName: '刘保洁',
        identityHow: '工牌',
        note: '停电',
        ...over,
      });
    expect(refusal(await desk().keyLoans.issue(cleaner({ issuedAt: wall('07:10') })))).toBe(
      'keyLoans.cleanerOutOfHours',
    );
    await issued(office, engineer(plant.id));
    office.pass(30);
    must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    office.pass(60);
    expect(refusal(await desk().keyLoans.issue(late({ issuedAt: wall('10:10') })))).toBe(
      'keyLoans.lateOverlap',
    );
    await issued(office, late({ issuedAt: wall('10:45') }));
  });
});
