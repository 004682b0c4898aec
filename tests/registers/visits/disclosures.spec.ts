import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import { DISCLOSURE_NEXT, type DisclosureState } from '../../../shared/registers/disclosures.row';
import { must, refusal, type TestOffice } from '../../support/office';
import { type Done, expectLast, quickOffice, touch, unit } from './support';

/** S12: identity first, then the leader's permission; the default is no. */
let office: TestOffice;
let unitId: string;
const enquiry = (over: Partial<Input<'disclosures.ask'>> = {}): Input<'disclosures.ask'> => ({
  askerName: '孙经理',
  askerPhone: '13712340000',
  askerCompany: '某装饰公司',
  identityHow: 'workPass',
  unitId,
  subjectName: '李晓燕',
  asked: '业主联系电话',
  purpose: '安排上门量尺',
  ...over,
});
const ask = async (over = {}): Promise<Done> =>
  must(await office.as('receptionist').disclosures.ask(enquiry(over)));

beforeAll(async () => {
  office = await quickOffice();
  unitId = await unit(office);
});
afterAll(() => office.close());

describe('enquiries about residents', () => {
  it('is asked, approved by a leader’s PIN, given', async () => {
    const asked = await ask();
    expect(asked.serialNo).toBe('CX202611-0001');
    const second = office.pin('csSupervisor');
    expect(
      refusal(await office.as('receptionist').disclosures.give({ ...touch(asked), given: '电话一个' })),
    ).toBe('disclosures.wrongState');
    expect(refusal(await office.as('receptionist').disclosures.approve(touch(asked)))).toBe('second.missing');
    expect(
      refusal(
        await office
          .as('receptionist')
          .disclosures.approve({ ...touch(asked), second: office.pin('csSteward') }),
      ),
    ).toBe('second.noRight');
    const approved = must(await office.as('receptionist').disclosures.approve({ ...touch(asked), second }));
    expectLast(office, asked.id, 'disclosures.approve/CO_CONFIRM');
    const given = must(
      await office
        .as('receptionist')
        .disclosures.give({ ...touch(approved), given: '代为转告业主回电，未告知号码' }),
    );
    const { entry } = must(await office.as('receptionist').disclosures.entry({ id: given.id }));
    expect(entry).toMatchObject({
      state: 'given',
      approverName: '王丽华',
      givenByName: '张伟',
      askerPhone: '137****0000',
      unitCode: '3-1-1502',
    });
    expect(must(await office.as('receptionist').disclosures.counts({}))).toEqual({
      waiting: 0,
      toGive: 0,
      withoutApprover: 0,
    });
  });

  it('a leader approves signed in, but never an enquiry of their own', async () => {
    const asked = await ask();
    must(await office.as('deptManager').disclosures.approve(touch(asked)));
    const own = must(await office.as('csSupervisor').disclosures.ask(enquiry()));
    expect(refusal(await office.as('csSupervisor').disclosures.approve(touch(own)))).toBe(
      'disclosures.ownEnquiry',
    );
    const second = office.pin('csSupervisor');
    expect(refusal(await office.as('receptionist').disclosures.approve({ ...touch(own), second }))).toBe(
      'disclosures.ownEnquiry',
    );
    must(
      await office
        .as('receptionist')
        .disclosures.approve({ ...touch(own), second: office.pin('deptManager') }),
    );
  });

  it('without a checked identity there is only no', async () => {
    const asked = await ask({ identityHow: 'notChecked' });
    const { next, warnings } = must(await office.as('receptionist').disclosures.entry({ id: asked.id }));
    expect(next[0]).toBe('disclosures.refuse');
    expect(warnings).toEqual(['identity', 'waiting']);
    expect(
      refusal(
        await office
          .as('receptionist')
          .disclosures.approve({ ...touch(asked), second: office.pin('csSupervisor') }),
      ),
    ).toBe('disclosures.identityFirst');
    const no = must(
      await office.as('receptionist').disclosures.refuse({ ...touch(asked), reason: '身份不明' }),
    );
    expect(
      refusal(await office.as('receptionist').disclosures.refuse({ ...touch(no), reason: '身份不明' })),
    ).toBe('disclosures.wrongState');
  });

  it('is corrected while it is open and voided by the manager afterwards', async () => {
    const asked = await ask();
    office.pass(6);
    const fix = { field: 'asked', value: '业主电话与车牌', reason: '补充' } as const;
    const fixed = must(await office.as('receptionist').disclosures.correct({ ...touch(asked), ...fix }));
    expect(refusal(await office.as('receptionist').disclosures.correct({ ...touch(fixed), ...fix }))).toBe(
      'entry.unchanged',
    );
    const approved = must(
      await office
        .as('receptionist')
        .disclosures.approve({ ...touch(fixed), second: office.pin('csSupervisor') }),
    );
    expect(
      refusal(
        await office
          .as('receptionist')
          .disclosures.correct({ ...touch(approved), ...fix, value: '全部资料' }),
      ),
    ).toBe('disclosures.alreadyApproved');
    const no = must(
      await office.as('receptionist').disclosures.refuse({ ...touch(approved), reason: '来人已离开' }),
    );
    expect(
      refusal(await office.as('receptionist').disclosures.correct({ ...touch(no), ...fix, value: '别的' })),
    ).toBe('disclosures.wrongState');
    expect(refusal(await office.as('csSupervisor').disclosures.void({ ...touch(no), reason: '重复' }))).toBe(
      'entry.managerOnly',
    );
    must(await office.as('deptManager').disclosures.void({ ...touch(no), reason: '重复' }));
    expectLast(office, asked.id, 'disclosures.void/VOID');
  });

  it('masks the phone; a look is a journal event; the gate does not read the list', async () => {
    const asked = await ask();
    const list = must(
      await office.as('receptionist').disclosures.list({ filter: { search: '孙经理', states: ['asked'] } }),
    );
    expect(list.rows.map((row) => row.id)).toContain(asked.id);
    expect(JSON.stringify(list)).not.toContain('13712340000');
    expect(
      must(await office.as('receptionist').disclosures.unmask({ id: asked.id, reason: '回电核实' }))
        .askerPhone,
    ).toBe('13712340000');
    expectLast(office, asked.id, 'disclosures.unmask/UNMASK');
    must(await office.as('csSupervisor').disclosures.markSeen({ id: asked.id }));
    expect(refusal(await office.as('gateGuard').disclosures.list({ filter: {} }))).toBe('notAllowed');
    expect(refusal(await office.as('receptionist').disclosures.ask(enquiry({ partyId: unitId })))).toBe(
      'invalid:partyId',
    );
  });

  it('gives nothing without an approver, whatever is tried', { timeout: 30_000 }, async () => {
    const acts = ['approve', 'approveAlone', 'refuse', 'give', 'void'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('workPass' as const, 'notChecked' as const),
        fc.array(fc.constantFrom(...acts), { maxLength: 8 }),
        async (identityHow, tried) => {
          const { id } = await ask({ identityHow });
          const row = () =>
            office.file.raw.prepare('SELECT * FROM disclosures WHERE id = ?').get(id) as {
              state: DisclosureState;
              version: number;
              approverId: string | null;
              given: string | null;
            };
          for (const act of tried) {
            const before = row();
            const at = { id, version: before.version };
            if (act === 'approve')
              await office
                .as('receptionist')
                .disclosures.approve({ ...at, second: office.pin('csSupervisor') });
            if (act === 'approveAlone') await office.as('receptionist').disclosures.approve(at);
            if (act === 'refuse')
              await office.as('receptionist').disclosures.refuse({ ...at, reason: '不便告知' });
            if (act === 'give')
              await office.as('receptionist').disclosures.give({ ...at, given: '代为转告' });
            if (act === 'void') await office.as('deptManager').disclosures.void({ ...at, reason: '写错' });
            const after = row();
            if (after.state !== before.state) expect(DISCLOSURE_NEXT[before.state]).toContain(after.state);
            if (after.given !== null) expect(after.approverId).not.toBeNull();
            if (identityHow === 'notChecked') expect(after.approverId).toBeNull();
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 40), seed: process.env.SEED ? Number(process.env.SEED) : 12 },
    );
  });
});
