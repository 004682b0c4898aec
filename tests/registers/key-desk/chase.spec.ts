import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  cabinet,
  deskOffice,
  engineer,
  expectLast,
  issued,
  key,
  mandate,
  touch,
  unit,
  wall,
} from './support';

/** S07 催还, the overdue list F12, the counts of Today and K16. */
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
const call = {
  contactName: '工程部 赵主管',
  contactPhone: '13600000001',
  how: 'phone',
  said: '马上送来',
} as const;

describe('overdue', () => {
  it('is computed from the due time: one second after closing, not before', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    const counts = async () => must(await desk().keyLoans.counts({}));
    expect(await counts()).toEqual({ out: 1, dueToday: 1, overdue: 0 });
    office.setNow(wall('18:00'));
    expect(await counts()).toEqual({ out: 1, dueToday: 1, overdue: 0 });
    office.setNow('2026-11-21T10:00:01.000Z');
    expect(await counts()).toEqual({ out: 1, dueToday: 1, overdue: 1 });
    office.setNow(wall('09:00', '2026-11-23'));
    expect(await counts()).toEqual({ out: 1, dueToday: 0, overdue: 1 });
    const { entry, warnings } = must(await desk().keyLoans.entry({ id: loan!.id }));
    expect([entry.overdue, entry.overdueDays, entry.dueToday]).toEqual([true, 2, false]);
    expect(warnings).toEqual(['overdue', 'notChased', 'notEscalated']);
    must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    expect(await counts()).toEqual({ out: 0, dueToday: 0, overdue: 0 });
  });
});

describe('chase', () => {
  it('calls the owner for an owner’s loan, the department for every other', async () => {
    const home = await unit(office, '3-1-1502');
    const entrusted = await key(office, cab, 'entrusted', {
      unitId: home,
      mandateId: await mandate(office, home),
    });
    const confirmerId = office.actor('csSteward').staffId;
    const [owner] = await issued(
      office,
      engineer(entrusted.id, { borrowerClass: 'owner', borrowerName: '陈业主', confirmerId }),
    );
    const [other] = await issued(office, engineer(plant.id));
    office.setNow(wall('18:30'));
    for (const loan of [owner!, other!])
      must(await desk().keyLoans.chase({ ...touch(loan), ...call, at: office.now() }));
    const contact = async (id: string) => must(await desk().keyLoans.entry({ id })).entry.chases[0];
    expect((await contact(owner!.id))?.contact).toBe('owner');
    expect(await contact(other!.id)).toMatchObject({
      contact: 'department',
      contactPhone: '136****0001',
      said: '马上送来',
    });
    expectLast(office, other!.id, 'keyLoans.chase/CHANGE');
    const lines = office.file.raw.prepare("SELECT change FROM journal WHERE op = 'keyLoans.chase'").all();
    expect(JSON.stringify(lines)).not.toMatch(/赵主管|13600000001/);
  });

  it('starts on the day it is due and ends with the return', async () => {
    const second = office.pin('csSupervisor');
    const [loan] = await issued(office, engineer(plant.id, { dueAt: wall('17:00', '2026-11-22'), second }));
    const asked = { ...touch(loan!), ...call, at: office.now() };
    expect(refusal(await desk().keyLoans.chase(asked))).toBe('keyLoans.notYetDue');
    office.setNow(wall('18:00', '2026-11-22'));
    const now = office.now();
    expect(refusal(await desk().keyLoans.chase({ ...asked, at: wall('18:30', '2026-11-22') }))).toBe(
      'invalid:at',
    );
    expect(
      refusal(await desk().keyLoans.chase({ ...asked, at: now, promisedAt: wall('12:00', '2026-11-22') })),
    ).toBe('keyLoans.promiseInPast');
    must(
      await desk().keyLoans.chase({
        ...asked,
        at: now,
        promisedAt: wall('20:00', '2026-11-22'),
        escalatedTo: '王丽华',
      }),
    );
    office.setNow(wall('09:00', '2026-11-24'));
    expect(must(await desk().keyLoans.entry({ id: loan!.id })).warnings).toEqual([
      'overdue',
      'promiseBroken',
    ]);
    must(await desk().keyLoans.returnKey({ keyId: plant.id }));
    expect(refusal(await desk().keyLoans.chase({ ...asked, version: 2, at: office.now() }))).toBe(
      'keyLoans.wrongState',
    );
    expect(refusal(await office.as('gateGuard').keyLoans.chase(asked))).toBe('notAllowed');
  });

  it('lists what is overdue, longest first, with its calls (F12)', async () => {
    const others = [await key(office, cab, 'plant'), await key(office, cab, 'plant')];
    await issued(office, engineer(plant.id, { dueAt: wall('12:00') }));
    await issued(office, engineer(others[0]!.id, { dueAt: wall('11:00') }));
    await issued(office, engineer(others[1]!.id));
    office.setNow(wall('17:00'));
    const { rows, at } = must(await desk().keyLoans.overdueList({}));
    expect([rows.map((row) => row.keyNo), at]).toEqual([[others[0]!.keyNo, 'K-017'], office.now()]);
    expect(rows[0]?.borrowerPhone).toBe('138****1234');
  });
});

describe('K16', () => {
  it('is loans back on the day ÷ loans due, of a month, without voids and without today’s open ones', async () => {
    const rate = async () => must(await desk().keyLoans.monthRate({ month: '2026-11' }));
    expect(await rate()).toEqual({ due: 0, onTheDay: 0, percent: null });
    const keys = [plant, await key(office, cab, 'plant'), await key(office, cab, 'plant')];
    const loans = [];
    for (const each of keys) loans.push((await issued(office, engineer(each.id)))[0]!);
    expect((await rate()).due).toBe(0);
    must(await desk().keyLoans.returnKey({ keyId: keys[0]!.id }));
    expect(await rate()).toEqual({ due: 1, onTheDay: 1, percent: 100 });
    office.setNow(wall('10:00', '2026-11-22'));
    must(await desk().keyLoans.returnKey({ keyId: keys[1]!.id }));
    expect(await rate()).toEqual({ due: 3, onTheDay: 1, percent: 33.3 });
    must(await office.as('csSupervisor').keyLoans.void({ ...touch(loans[2]!), reason: '登记重复' }));
    expect(await rate()).toEqual({ due: 2, onTheDay: 1, percent: 50 });
  });
});
