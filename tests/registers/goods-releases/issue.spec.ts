import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  AT_POST,
  arrived,
  expectLast,
  form,
  issued,
  pending,
  quickOffice,
  released,
  seen,
  touch,
} from './support';

/** The issue: four eyes, number and scan code, valid on its day. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

const desk = () => office.as('receptionist').goodsReleases;

describe('issue', () => {
  it('gives the number at the issue, not at the draft, and without gaps', async () => {
    for (let n = 0; n < 3; n += 1) await pending(office);
    const first = await issued(office);
    const second = await issued(office);
    expect([first.serialNo, second.serialNo]).toEqual(['FX202611-0001', 'FX202611-0002']);
    const { entry, next } = await seen(office, first.id);
    expect(entry).toMatchObject({
      state: 'issued',
      scanCode: expect.stringMatching(/^142611\d{6}$/),
      validFrom: '2026-11-21T02:00:00.000Z',
      validTo: '2026-11-21T15:59:59.999Z',
      recorderName: '张伟',
      approverName: '周建国',
      approvedAs: 'deptManager',
      unitName: '3-1-1502',
      expired: false,
    });
    expect(next).not.toContain('goodsReleases.arrive');
    expectLast(office, first.id, 'goodsReleases.issue/CREATE');
  });

  it('gives a refused number back', async () => {
    const request = await pending(office, { windowFrom: '06:00', windowTo: '07:00' });
    const second = office.pin('deptManager');
    expect(refusal(await desk().issue({ requestId: request.id, version: request.version, second }))).toBe(
      'goodsReleases.windowOver',
    );
    expect((await issued(office)).serialNo).toBe('FX202611-0001');
  });

  it('needs another person who may approve, proven by PIN', async () => {
    const { id: requestId, version } = await pending(office);
    const by = (second: Parameters<ReturnType<typeof desk>['issue']>[0]['second']) =>
      desk().issue({ requestId, version, second });
    expect(refusal(await by(office.pin('receptionist')))).toBe('second.same');
    expect(refusal(await by(office.pin('receptionist', true)))).toBe('second.noRight');
    expect(refusal(await by({ ...office.pin('deptManager'), pin: '000000' }))).toBe('session.wrong');
    expect(refusal(await by({ how: 'witness', name: '周建国' }))).toBe('second.pinNeeded');
    expect(refusal(await by({ how: 'pending' }))).toBe('second.missing');
    expect(
      refusal(
        await office
          .as('gateGuard')
          .goodsReleases.issue({ requestId, version, second: office.pin('deptManager') }),
      ),
    ).toBe('notAllowed');
    must(await by(office.pin('csSupervisor')));
  });

  it('records the supervisor as deputy (Q5), and keeps to the roles of the setting', async () => {
    const slip = await issued(office, {}, { second: office.pin('csSupervisor') });
    expect((await seen(office, slip.id)).entry.approvedAs).toBe('csSupervisor');
    const admin = office.as('sysAdmin').office;
    const { release, versions } = must(await admin.settings({}));
    must(
      await admin.change({
        key: 'release',
        version: versions.release ?? 0,
        value: { ...release, approvers: ['deptManager'] },
      }),
    );
    const { id: requestId, version } = await pending(office);
    expect(refusal(await desk().issue({ requestId, version, second: office.pin('csSupervisor') }))).toBe(
      'goodsReleases.approverNotAllowed',
    );
    must(await desk().issue({ requestId, version, second: office.pin('deptManager') }));
  });

  it('is never approved by whoever handed it in, on either way', async () => {
    const supervisor = office.as('csSupervisor');
    const own = must(await supervisor.releaseRequests.request({ form: form(), submit: true }));
    expect(
      refusal(
        await desk().issue({ requestId: own.id, version: own.version, second: office.pin('csSupervisor') }),
      ),
    ).toBe('goodsReleases.ownApproval');
    expect(refusal(await supervisor.goodsReleases.approve({ requestId: own.id, version: own.version }))).toBe(
      'goodsReleases.ownApproval',
    );
    must(
      await office
        .as('csSupervisor', true)
        .goodsReleases.approve({ requestId: own.id, version: own.version }),
    );
  });

  it('takes only what was handed in, once', async () => {
    const draft = must(
      await office.as('receptionist').releaseRequests.request({ form: form(), submit: false }),
    );
    const second = office.pin('deptManager');
    expect(refusal(await desk().issue({ requestId: draft.id, version: draft.version, second }))).toBe(
      'releaseRequests.wrongState',
    );
    const { id: requestId, version } = await pending(office);
    must(await desk().issue({ requestId, version, second }));
    expect(refusal(await desk().issue({ requestId, version, second }))).toBe('conflict');
    expect(refusal(await desk().issue({ requestId, version: version + 1, second }))).toBe(
      'releaseRequests.wrongState',
    );
  });

  it("keeps to the hours asked for, within the office's day", async () => {
    const slip = await issued(office, { windowFrom: '14:00', windowTo: '17:30' });
    const { entry } = await seen(office, slip.id);
    expect([entry.validFrom, entry.validTo]).toEqual([
      '2026-11-21T06:00:00.000Z',
      '2026-11-21T09:30:00.000Z',
    ]);
  });
});

describe('approve', () => {
  it("issues from the approver's own desk; the issuer is who handed it in", async () => {
    const { id: requestId, version } = await pending(office);
    expect(refusal(await desk().approve({ requestId, version }))).toBe('notAllowed');
    expect(must(await office.as('deptManager').releaseRequests.entry({ id: requestId })).next[0]).toBe(
      'goodsReleases.approve',
    );
    const slip = must(await office.as('deptManager').goodsReleases.approve({ requestId, version }));
    const { entry } = await seen(office, slip.id);
    expect([entry.recorderName, entry.approverName]).toEqual(['张伟', '周建国']);
  });
});

describe('reissue', () => {
  const replaced = async (replacesId: string) =>
    must(await office.as('receptionist').releaseRequests.reissue({ form: form(), submit: true, replacesId }));

  it('voids the old slip with its number when the new one is issued', async () => {
    const old = await issued(office);
    const { id: requestId, version } = await replaced(old.id);
    expect((await seen(office, old.id)).entry.state).toBe('issued');
    const slip = must(await desk().issue({ requestId, version, second: office.pin('deptManager') }));
    const before = (await seen(office, old.id)).entry;
    expect(before).toMatchObject({ state: 'reissued', replacedByNo: slip.serialNo, serialNo: old.serialNo });
    expect((await seen(office, slip.id)).entry.replacesNo).toBe(old.serialNo);
    expectLast(office, old.id, 'goodsReleases.issue/VOID');
  });

  it('is refused for what is out, void or replaced already', async () => {
    const out = await released(office);
    const ask = (replacesId: string) =>
      office.as('receptionist').releaseRequests.reissue({ form: form(), submit: true, replacesId });
    expect(refusal(await ask(out.id))).toBe('releaseRequests.notReplaceable');
    const old = await issued(office);
    const { id: requestId, version } = await replaced(old.id);
    const { id, version: v } = await arrived(office, old);
    must(await office.as('gateGuard').goodsReleases.release({ id, version: v, ...AT_POST }));
    expect(refusal(await desk().issue({ requestId, version, second: office.pin('deptManager') }))).toBe(
      'goodsReleases.oldSettled',
    );
  });
});

describe('void', () => {
  it('keeps the number, by a supervisor; once the goods are out only by the manager', async () => {
    const slip = await issued(office);
    expect(refusal(await desk().void({ ...touch(slip), reason: '客户取消' }))).toBe('notAllowed');
    const gone = must(
      await office.as('csSupervisor').goodsReleases.void({ ...touch(slip), reason: '客户取消' }),
    );
    expect((await seen(office, slip.id)).entry).toMatchObject({ state: 'voided', voidReason: '客户取消' });
    expectLast(office, slip.id, 'goodsReleases.void/VOID');
    expect(
      refusal(await office.as('deptManager').goodsReleases.void({ ...touch(gone), reason: '再来一次' })),
    ).toBe('goodsReleases.wrongState');
    const out = await released(office);
    expect(
      refusal(await office.as('csSupervisor').goodsReleases.void({ ...touch(out), reason: '登记错误' })),
    ).toBe('entry.managerOnly');
    must(await office.as('deptManager').goodsReleases.void({ ...touch(out), reason: '登记错误' }));
    expect((await issued(office)).serialNo).toBe('FX202611-0003');
  });
});

describe('correct, markSeen, unmask', () => {
  const correct = (slip: { id: string; version: number }, value: string, reason: string | null = null) =>
    desk().correct({ ...touch(slip), field: 'note', value, reason });

  it('lets the issuer edit the remarks for five minutes, then strikes', async () => {
    const slip = await issued(office, { note: '轻放' });
    const edited = must(await correct(slip, '轻拿轻放'));
    expectLast(office, slip.id, 'goodsReleases.correct/EDIT');
    expect(refusal(await correct(edited, '轻拿轻放'))).toBe('entry.unchanged');
    office.pass(10);
    expect(refusal(await correct(edited, '易碎'))).toBe('entry.reasonMissing');
    must(await correct(edited, '易碎', '客户补充'));
    const { entry } = await seen(office, slip.id);
    expect(entry.strikes).toMatchObject([
      { field: 'note', old: '轻拿轻放', new: '易碎', reason: '客户补充' },
    ]);
  });

  it('is for the issuer and supervisors, and not for void slips', async () => {
    const slip = await issued(office);
    office.pass(10);
    expect(
      refusal(
        await office
          .as('csSteward')
          .goodsReleases.correct({ ...touch(slip), field: 'note', value: '易碎', reason: '补充' }),
      ),
    ).toBe('entry.notRecorder');
    const gone = must(
      await office.as('csSupervisor').goodsReleases.void({ ...touch(slip), reason: '客户取消' }),
    );
    expect(refusal(await correct(gone, '易碎', '补充'))).toBe('goodsReleases.wrongState');
  });

  it('ends the free window when another reads it', async () => {
    const slip = await issued(office);
    expect((await seen(office, slip.id)).freeUntil).not.toBeNull();
    expect(must(await office.as('csSupervisor').goodsReleases.markSeen({ id: slip.id })).seen).toBe(true);
    expect((await seen(office, slip.id)).freeUntil).toBeNull();
    expect(refusal(await office.as('csSupervisor').goodsReleases.markSeen({ id: slip.id }))).toBe(
      'entry.alreadyFrozen',
    );
  });

  it('shows documents and phone for a reason only', async () => {
    const out = await released(office);
    expect(must(await desk().unmask({ id: out.id, reason: '核对搬运人' }))).toEqual({
      moverDocument: '771X',
      handlerDocument: '3418',
      consentPhone: null,
    });
    expectLast(office, out.id, 'goodsReleases.unmask/UNMASK');
    expect(refusal(await office.as('gateGuard').goodsReleases.unmask({ id: out.id, reason: '看看' }))).toBe(
      'notAllowed',
    );
  });
});
