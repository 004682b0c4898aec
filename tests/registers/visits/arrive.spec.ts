import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  arrive,
  CONSENT,
  cards,
  entryOf,
  expectLast,
  friend,
  journalOf,
  quickOffice,
  touch,
  unit,
} from './support';

/** S10: who is let in, with what, and who is not. */
let office: TestOffice;
let unitId: string;

beforeAll(async () => {
  office = await quickOffice();
  unitId = await unit(office);
  await cards(office, 9);
});
afterAll(() => office.close());

describe('arriving', () => {
  it('writes the line, its first passage and its journal', async () => {
    const done = await arrive(office, friend(unitId, { consent: CONSENT, plate: '粤i·12345' }));
    expect(done).toMatchObject({ serialNo: 'LF202611-0001', version: 1 });
    const { entry, next, warnings } = await entryOf(office, done.id, 'receptionist');
    expect(entry).toMatchObject({
      state: 'in',
      unitCode: '3-1-1502',
      visitorPhone: '139****5678',
      plate: '粤I12345',
      consentHow: 'phone',
      consentAt: office.now(),
      appointment: 0,
      post: '前台',
      leftAt: null,
      passages: [{ direction: 'in', at: office.now(), byName: '张伟', post: '前台' }],
    });
    expect(next[0]).toBe('visits.leave');
    expect(warnings).toEqual([]);
    expect(journalOf(office, done.id)).toEqual(['visits.arrive/CREATE']);
  });

  it('asks each type for its own fields', async () => {
    const cases: [Parameters<typeof friend>[1], string][] = [
      [{ visitorName: null }, 'invalid:visitorName'],
      [{ visitorPhone: null }, 'invalid:visitorPhone'],
      [{ unitId: null }, 'invalid:unitId'],
      [{ hostName: null }, 'invalid:hostName'],
      [{ type: 'business' }, 'invalid:company'],
      [{ type: 'fitOut' }, 'invalid:permitNo'],
      [{ type: 'delivery' }, 'invalid:carrier'],
      [{ type: 'official', company: '消防大队' }, 'invalid:department'],
      [{ type: 'official', company: '消防大队', department: 'fire' }, 'invalid:passChecked'],
      [
        { type: 'official', company: '消防大队', department: 'fire', passChecked: true },
        'invalid:informedName',
      ],
      [{ type: 'housekeeping' }, 'visits.consentFirst'],
      [{ type: 'viewing', company: '链家' }, 'visits.consentFirst'],
      [{ type: 'salesman' }, 'visits.notAdmitted'],
      [{ visitorDocument: '123X' }, 'visits.documentOff'],
      [{ unitId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, 'invalid:unitId'],
      [{ hostPartyId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }, 'invalid:hostPartyId'],
      [{ at: '2026-11-21T03:00:00.000Z' }, 'invalid:at'],
      [{ passNo: 'ZZ9' }, 'invalid:passNo'],
    ];
    for (const [over, reason] of cases)
      expect(refusal(await office.as('receptionist').visits.arrive(friend(unitId, over)))).toBe(reason);
  });

  it('lets in with what was asked for', async () => {
    const whole: Parameters<typeof friend>[1][] = [
      { type: 'business', company: '华为' },
      { type: 'housekeeping', consent: CONSENT },
      { type: 'fitOut', permitNo: 'XK202611-0001', hostName: null },
      { type: 'delivery', carrier: '美团', visitorPhone: null, hostName: null },
      { type: 'viewing', company: '链家', consent: CONSENT },
      {
        type: 'official',
        company: '消防大队',
        department: 'fire',
        passChecked: false,
        informedName: '王丽华',
        visitorPhone: null,
        unitId: null,
        hostName: null,
      },
    ];
    for (const over of whole) await arrive(office, friend(unitId, over));
    const last = must(await office.as('receptionist').visits.list({ filter: { types: ['official'] } }))
      .rows[0]!;
    expect(last).toMatchObject({ passChecked: 0, informedAt: office.now() });
    expect((await entryOf(office, last.id)).warnings).toContain('passUnchecked');
  });

  it('takes a document for a phone only where the office says so, and its last four characters only', async () => {
    const other = await quickOffice({
      settings: {
        visits: {
          document: 'lastFour',
          contact: 'phoneOrDocument',
          retentionDays: Object.fromEntries(
            [
              'relative',
              'business',
              'housekeeping',
              'fitOut',
              'delivery',
              'viewing',
              'official',
              'salesman',
            ].map((type) => [type, 365]),
          ),
          documentDays: 30,
        },
      },
    });
    const there = await unit(other);
    const long = friend(there, { visitorPhone: null, visitorDocument: '440106199001011234' });
    expect(refusal(await other.as('receptionist').visits.arrive(long))).toBe('invalid:visitorDocument');
    const done = await arrive(other, friend(there, { visitorPhone: null, visitorDocument: '123x' }));
    expect((await entryOf(other, done.id)).entry.visitorDocument).toBe('123X');
    expect(refusal(await other.as('receptionist').visits.arrive(friend(there, { visitorPhone: null })))).toBe(
      'invalid:visitorPhone',
    );
    other.close();
  });

  it('marks a sudden visit until the host has agreed', async () => {
    const done = await arrive(office, friend(unitId));
    expect((await entryOf(office, done.id)).warnings).toEqual(['consent']);
    const told = must(
      await office.as('receptionist').visits.recordConsent({ ...touch(done), consent: CONSENT }),
    );
    expectLast(office, done.id, 'visits.recordConsent/CO_CONFIRM');
    expect((await entryOf(office, done.id)).entry.consentMissing).toBe(false);
    expect(
      refusal(await office.as('receptionist').visits.recordConsent({ ...touch(told), consent: CONSENT })),
    ).toBe('visits.consentGiven');
  });

  it('says 补录 when it was typed long after', async () => {
    const done = await arrive(office, friend(unitId, { at: ago(office, 60) }));
    expect((await entryOf(office, done.id)).entry).toMatchObject({ late: true, arrivedAt: ago(office, 60) });
  });

  it('takes a returning visitor’s phone from the earlier visit, never from the screen', async () => {
    const first = await arrive(
      office,
      friend(unitId, { visitorName: '欧阳静', visitorPhone: '13700001111' }),
    );
    const again = await arrive(
      office,
      friend(unitId, { visitorName: '欧阳静', visitorPhone: null, from: first.id }),
    );
    const shown = must(await office.as('receptionist').visits.unmask({ id: again.id, reason: '核对电话' }));
    expect(shown.visitorPhone).toBe('13700001111');
    expectLast(office, again.id, 'visits.unmask/UNMASK');
    const stranger = friend(unitId, { visitorName: '别人', visitorPhone: null, from: first.id });
    expect(refusal(await office.as('receptionist').visits.arrive(stranger))).toBe('invalid:visitorPhone');
  });

  it('registers a group line by line, and lets it leave as one', async () => {
    const { visits } = must(
      await office.as('receptionist').visits.arriveGroup({
        ...friend(unitId, { type: 'business', company: '审计组' }),
        people: [
          { visitorName: '甲先生', visitorPhone: '13800000001', passNo: 'v01' },
          { visitorName: '乙先生', passNo: 'V02' },
          { visitorName: '丙女士' },
        ],
      }),
    );
    expect(visits.map((visit) => visit.serialNo.slice(-4))).toHaveLength(3);
    const { entry, group } = await entryOf(office, visits[1]!.id);
    expect(entry).toMatchObject({ groupId: visits[0]!.id, partySize: 1, passNo: 'V02' });
    expect(group).toHaveLength(2);
    expect(
      refusal(
        await office
          .as('receptionist')
          .visits.arriveGroup({ ...friend(unitId), people: [{ visitorName: '独' }] }),
      ),
    ).toBe('invalid:people');
    const left = must(await office.as('receptionist').visits.leaveMany({ visits: visits.map(touch) }));
    expect(left.visits).toHaveLength(3);
    expect((await entryOf(office, visits[0]!.id)).entry).toMatchObject({
      state: 'left',
      passBackAt: office.now(),
    });
    expect(must(await office.as('receptionist').visitorPasses.counts({}))).toMatchObject({ out: 0 });
  });

  it('only those who stand at the desk or the gate may let in', async () => {
    expect(refusal(await office.as('cashier').visits.arrive(friend(unitId)))).toBe('notAllowed');
    expect(refusal(await office.as('buildingInspector').visits.arrive(friend(unitId)))).toBe('notAllowed');
    await arrive(office, friend(unitId), 'gateGuard');
    expect(refusal(await office.as('gateGuard').visits.unmask({ id: unitId, reason: '好奇' }))).toBe(
      'notAllowed',
    );
  });
});

describe('announced', () => {
  it('is expected, then admitted with its pass, then leaves', async () => {
    const at = '2026-11-21T06:00:00.000Z';
    const input = friend(unitId, { visitorName: '预约客', visitorPhone: null });
    const done = must(await office.as('receptionist').visits.expect({ ...input, expectedAt: at }));
    expect(
      refusal(await office.as('receptionist').visits.expect({ ...input, expectedAt: ago(office, 60) })),
    ).toBe('invalid:expectedAt');
    expect((await entryOf(office, done.id)).entry).toMatchObject({
      state: 'expected',
      appointment: 1,
      passages: [],
    });
    expect(refusal(await office.as('receptionist').visits.admit({ ...touch(done) }))).toBe(
      'invalid:visitorPhone',
    );
    const came = must(
      await office.as('receptionist').visits.admit({
        ...touch(done),
        visitorPhone: '13500000000',
        passNo: 'V03',
        consent: CONSENT,
        partySize: 2,
      }),
    );
    const { entry } = await entryOf(office, done.id);
    expect(entry).toMatchObject({
      state: 'in',
      passNo: 'V03',
      partySize: 2,
      expectedAt: at,
      visitAt: office.now(),
    });
    expect(refusal(await office.as('receptionist').visits.admit({ ...touch(came) }))).toBe(
      'visits.wrongState',
    );
    expect(refusal(await office.as('receptionist').visits.arrive(friend(unitId, { passNo: 'V03' })))).toBe(
      'visits.passOut',
    );
  });

  it('is turned away, or does not come', async () => {
    const input = friend(unitId, { expectedAt: undefined } as object);
    const one = must(
      await office.as('receptionist').visits.expect({ ...input, expectedAt: '2026-11-21T05:00:00.000Z' }),
    );
    const away = must(
      await office.as('receptionist').visits.turnAway({ ...touch(one), reason: '业主电话取消' }),
    );
    expect((await entryOf(office, away.id)).entry).toMatchObject({
      state: 'refused',
      refusedReason: '业主电话取消',
    });
    const two = must(
      await office.as('receptionist').visits.expect({ ...input, expectedAt: '2026-11-21T05:00:00.000Z' }),
    );
    expect(refusal(await office.as('receptionist').visits.noShow({ ...touch(two) }))).toBe(
      'visits.notYetDue',
    );
    office.setNow('2026-11-21T05:30:00.000Z');
    must(await office.as('receptionist').visits.noShow({ ...touch(two) }));
    expectLast(office, two.id, 'visits.noShow/CHANGE');
  });
});

describe('refusing', () => {
  it('keeps a salesman out with a reason; the name may stay unknown', async () => {
    const done = must(
      await office.as('receptionist').visits.refuse({ type: 'salesman', reason: '推销保险，已劝离' }),
    );
    const { entry, next } = await entryOf(office, done.id, 'receptionist');
    expect(entry).toMatchObject({ state: 'refused', visitorName: null, passages: [], closedByName: '张伟' });
    expect(next).not.toContain('visits.leave');
    expect(refusal(await office.as('receptionist').visits.leave({ ...touch(done) }))).toBe(
      'visits.wrongState',
    );
    expect(refusal(await office.as('receptionist').visits.refuse({ type: 'salesman', reason: '' }))).toBe(
      'invalid:reason',
    );
  });
});
