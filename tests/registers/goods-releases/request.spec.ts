import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import { call, expectLast, form, GOODS, issued, journalOf, pending, quickOffice, touch } from './support';

/** Applications: the form's rules, the owner's consent, no number before the issue. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

const desk = () => office.as('receptionist').releaseRequests;
const numbersGiven = () =>
  office.file.raw.prepare("SELECT last FROM serials WHERE register = 'goodsReleases'").all();

describe('request', () => {
  it('keeps a draft without a number and lists it', async () => {
    const draft = must(await desk().request({ form: form(), submit: false }));
    expect(draft.state).toBe('requested');
    expect(numbersGiven()).toEqual([]);
    const [line] = must(await desk().list({}));
    expect(line).toMatchObject({
      id: draft.id,
      summary: '沙发 三人位×1张、冰箱 双门×1台、纸箱×12箱',
      pieces: 14,
    });
    expect(line?.goods.map(({ name }) => name)).toEqual(['沙发', '冰箱', '纸箱']);
    expectLast(office, draft.id, 'releaseRequests.request/CREATE');
  });

  it('hands an owner in at once; personal values stand in the journal as digests only', async () => {
    const { id, state } = must(await desk().request({ form: form(), submit: true }));
    expect(state).toBe('pending');
    const text = JSON.stringify(
      office.file.raw.prepare('SELECT change FROM journal WHERE entryId = ?').all(id),
    );
    for (const personal of ['林小雨', '3418', '粤I12345']) expect(text).not.toContain(personal);
  });

  it('refuses bulky goods by the passenger lift or through the lobby', async () => {
    for (const route of ['passengerLift', 'lobby'] as const)
      expect(refusal(await desk().request({ form: form({ route }), submit: false }))).toBe(
        'releaseRequests.bulkyRoute',
      );
    must(await desk().request({ form: form({ route: 'lobby', bulky: false }), submit: true }));
  });

  it('takes arrears as a warning with a reason, never as a block', async () => {
    expect(refusal(await desk().request({ form: form({ arrears: 'exists' }), submit: true }))).toBe(
      'invalid:form.arrearsReason',
    );
    const { id } = must(
      await desk().request({
        form: form({ arrears: 'exists', arrearsReason: '经理同意先放行' }),
        submit: true,
      }),
    );
    expect(must(await desk().entry({ id })).warnings).toEqual(['arrears']);
    must(
      await office.as('receptionist').goodsReleases.issue({
        requestId: id,
        version: 1,
        second: office.pin('deptManager'),
      }),
    );
  });

  it('needs goods, and hours that end after they begin', async () => {
    expect(refusal(await desk().request({ form: form({ goods: [] }), submit: false }))).toBe(
      'invalid:form.goods',
    );
    expect(
      refusal(
        await desk().request({ form: form({ windowFrom: '14:00', windowTo: '13:00' }), submit: false }),
      ),
    ).toBe('invalid:form.windowTo');
  });

  it('is only for those who write slips', async () => {
    for (const role of ['gateGuard', 'csAssistant', 'cashier', 'sysAdmin'] as const)
      expect(refusal(await office.as(role).releaseRequests.request({ form: form(), submit: false }))).toBe(
        'notAllowed',
      );
  });
});

describe("the owner's consent", () => {
  it('is asked of tenants and agents before anything is handed in', async () => {
    for (const relation of ['tenant', 'agent'] as const) {
      expect(refusal(await desk().request({ form: form({ relation }), submit: true }))).toBe(
        'releaseRequests.consentMissing',
      );
      const draft = must(await desk().request({ form: form({ relation }), submit: false }));
      expect(refusal(await desk().submit(touch(draft)))).toBe('releaseRequests.consentMissing');
      const agreed = must(
        await office
          .as('receptionist')
          .releaseRequests.confirmOwner({ ...touch(draft), consent: call(office) }),
      );
      expect(agreed.state).toBe('ownerConfirmed');
      expect(must(await desk().submit(touch(agreed))).state).toBe('pending');
    }
  });

  it('must bring what its kind needs', async () => {
    const draft = must(await desk().request({ form: form({ relation: 'tenant' }), submit: false }));
    const confirm = (consent: Parameters<ReturnType<typeof desk>['confirmOwner']>[0]['consent']) =>
      desk().confirmOwner({ ...touch(draft), consent });
    expect(refusal(await confirm({ kind: 'mandate' }))).toBe('invalid:consent.no');
    expect(refusal(await confirm({ ...call(office), phone: null }))).toBe('invalid:consent.phone');
    expect(refusal(await confirm({ ...call(office), words: '' }))).toBe('invalid:consent.words');
    expect(refusal(await confirm({ ...call(office), at: null }))).toBe('invalid:consent.at');
    expect(refusal(await confirm({ ...call(office), at: '2027-01-01T00:00:00.000Z' }))).toBe(
      'invalid:consent.at',
    );
    expect(refusal(await confirm({ kind: 'declaration' }))).toBe('invalid:consent.by');
    must(await confirm({ kind: 'mandate', no: 'SQ-2026-018' }));
  });

  it('is not taken from owners, and not kept when the form says it no more', async () => {
    const owner = must(await desk().request({ form: form(), submit: false }));
    expect(refusal(await desk().confirmOwner({ ...touch(owner), consent: call(office) }))).toBe(
      'releaseRequests.consentNotNeeded',
    );
    const tenant = must(
      await desk().request({ form: form({ relation: 'tenant', consent: call(office) }), submit: true }),
    );
    const other = { ...form({ relation: 'tenant' }), goods: GOODS.slice(0, 1) };
    expect(refusal(await desk().change({ ...touch(tenant), form: other, submit: true }))).toBe(
      'releaseRequests.consentMissing',
    );
    expect(must(await desk().change({ ...touch(tenant), form: other, submit: false })).state).toBe(
      'requested',
    );
  });

  it("masks the owner's phone until somebody gives a reason", async () => {
    const { id } = must(
      await desk().request({ form: form({ relation: 'tenant', consent: call(office) }), submit: true }),
    );
    expect(must(await desk().entry({ id })).entry.consentPhone).toBe('138****8000');
    expect(must(await desk().unmask({ id, reason: '回拨业主' })).consentPhone).toBe('13800138000');
    expectLast(office, id, 'releaseRequests.unmask/UNMASK');
    expect(refusal(await office.as('gateGuard').releaseRequests.unmask({ id, reason: '看看' }))).toBe(
      'notAllowed',
    );
  });
});

describe('change', () => {
  it('rewrites lines in place and strikes those taken off', async () => {
    const draft = must(await desk().request({ form: form(), submit: false }));
    const goods = [{ ...GOODS[0]!, quantity: 2 }, GOODS[1]!];
    const next = must(await desk().change({ ...touch(draft), form: form({ goods }), submit: false }));
    const { entry } = must(await desk().entry({ id: draft.id }));
    expect(entry.goods.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['沙发', 2],
      ['冰箱', 1],
    ]);
    const rows = office.file.raw
      .prepare('SELECT name, struck, version FROM goods_lines ORDER BY lineNo')
      .all();
    expect(rows).toEqual([
      { name: '沙发', struck: 0, version: 2 },
      { name: '冰箱', struck: 0, version: 1 },
      { name: '纸箱', struck: 1, version: 2 },
    ]);
    must(await desk().change({ ...touch(next), form: form(), submit: true }));
    expect(must(await desk().entry({ id: draft.id })).entry.goods).toHaveLength(3);
  });

  it('is refused on another version, after the issue and after a withdrawal', async () => {
    const draft = must(await desk().request({ form: form(), submit: false }));
    expect(refusal(await desk().change({ id: draft.id, version: 9, form: form(), submit: false }))).toBe(
      'conflict',
    );
    const slip = await issued(office);
    const { requestId } = must(await office.as('receptionist').goodsReleases.entry({ id: slip.id })).entry;
    expect(refusal(await desk().change({ id: requestId, version: 2, form: form(), submit: false }))).toBe(
      'releaseRequests.wrongState',
    );
    const gone = must(await desk().withdraw({ ...touch(draft), reason: '业主改期' }));
    expect(gone.state).toBe('withdrawn');
    expectLast(office, draft.id, 'releaseRequests.withdraw/VOID');
    expect(refusal(await desk().change({ ...touch(gone), form: form(), submit: false }))).toBe(
      'releaseRequests.wrongState',
    );
    expect(refusal(await desk().withdraw({ ...touch(gone), reason: '再撤一次' }))).toBe(
      'releaseRequests.wrongState',
    );
    expect(must(await desk().list({ states: ['withdrawn'] }))).toHaveLength(1);
  });
});

describe('sendBack', () => {
  it('gives the application back with a reason, to where it was', async () => {
    const manager = office.as('deptManager').releaseRequests;
    const request = await pending(office);
    expect(
      refusal(
        await office.as('receptionist').releaseRequests.sendBack({ ...touch(request), reason: '清单不清' }),
      ),
    ).toBe('notAllowed');
    const back = must(await manager.sendBack({ ...touch(request), reason: '清单不清，请补型号' }));
    expect(back.state).toBe('requested');
    const { entry, warnings } = must(await desk().entry({ id: request.id }));
    expect(entry.sentBackReason).toBe('清单不清，请补型号');
    expect(warnings).toEqual(['sentBack']);
    expect(refusal(await manager.sendBack({ ...touch(back), reason: '再退' }))).toBe(
      'releaseRequests.wrongState',
    );
    const tenant = must(
      await desk().request({ form: form({ relation: 'tenant', consent: call(office) }), submit: true }),
    );
    expect(must(await manager.sendBack({ ...touch(tenant), reason: '时段不合适' })).state).toBe(
      'ownerConfirmed',
    );
    expect(must(await desk().submit(touch(back))).state).toBe('pending');
    expect(must(await desk().entry({ id: request.id })).entry.sentBackReason).toBeNull();
    expect(journalOf(office, request.id).at(-1)).toBe('releaseRequests.submit/CHANGE');
  });
});

describe('suggest and last', () => {
  it('knows common goods by pinyin, and prefers what this office wrote', async () => {
    const asked = async (typed: string) => must(await desk().suggest({ field: 'goods', typed }));
    expect((await asked('sf'))[0]).toMatchObject({ value: '沙发', unit: '张', spec: null });
    await issued(office, { goods: [{ ...GOODS[0]!, name: '三角钢琴', unit: '架', spec: '雅马哈' }] });
    expect((await asked('sjgq'))[0]).toEqual({
      value: '三角钢琴',
      unit: '架',
      spec: '雅马哈',
      hint: '雅马哈',
    });
    expect((await asked(''))[0]?.value).toBe('三角钢琴');
    expect(must(await desk().suggest({ field: 'moverCompany', typed: 'shunf' }))[0]?.value).toBe('顺风搬家');
  });

  it('repeats the last slip of a unit, without document and consent', async () => {
    expect(must(await desk().last({ unitName: '3-1-1502' }))).toBeNull();
    expect(must(await desk().last({}))).toBeNull();
    const slip = await issued(office, { relation: 'tenant', consent: call(office) });
    const last = must(await desk().last({ unitName: '3-1-1502' }));
    expect(last).toMatchObject({
      serialNo: slip.serialNo,
      content: { relation: 'tenant', handlerName: '林小雨' },
    });
    expect(last?.goods).toEqual(GOODS);
    expect(JSON.stringify(last)).not.toContain('3418');
  });
});
