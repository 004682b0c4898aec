import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import type { Key } from '../../../shared/registers/keys.row';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  cabinet,
  deskOffice,
  engineer,
  expectLast,
  issued,
  key,
  keyState,
  mandate,
  touch,
  unit,
} from './support';

/** S08 钥匙丢失、损坏 (F14), L03. */
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
const supervisor = () => office.as('csSupervisor');
const loss = (over: Partial<Input<'keyIncidents.report'>> = {}): Input<'keyIncidents.report'> => ({
  kind: 'loss',
  keyId: plant.id,
  foundOutAt: office.now(),
  place: '地下车库',
  course: '巡检后发现钥匙不在身上',
  reporterName: '高师傅',
  reporterPhone: '13800001234',
  ...over,
});
const measures = { measures: ['relock'], measureNote: '更换锁芯' } as const;

describe('key incidents', () => {
  it('a lost key takes its loan with it and leaves service at once', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    const lost = must(await desk().keyIncidents.report(loss()));
    expect(keyState(office, plant.id)).toBe('lost/0');
    const { entry } = must(await office.as('receptionist').keyLoans.entry({ id: loan!.id }));
    expect([entry.state, entry.lostAt]).toEqual(['lost', office.now()]);
    expect(must(await desk().keyIncidents.counts({}))).toEqual({ open: 1, superior: 1 });
    expectLast(office, lost.id, 'keyIncidents.report/CREATE');
    expect(refusal(await office.as('receptionist').keyLoans.issue(engineer(plant.id)))).toBe(
      'keyLoans.notAtHand',
    );
    expect(refusal(await desk().keyIncidents.report(loss()))).toBe('keyIncidents.keyGone');
    const lines = office.file.raw.prepare("SELECT change FROM journal WHERE register = 'keyIncidents'").all();
    expect(JSON.stringify(lines)).not.toMatch(/高师傅|13800001234/);
  });

  it('closes only after the superior was told (L03), measures taken, with an opinion, by the supervisor', async () => {
    const lost = must(await desk().keyIncidents.report(loss()));
    const close = { ...touch(lost), ending: 'retired', opinion: '已换锁，同意注销' } as const;
    expect(refusal(await desk().keyIncidents.close(close))).toBe('notAllowed');
    expect(refusal(await supervisor().keyIncidents.close(close))).toBe('keyIncidents.superiorNotTold');
    const told = { ...touch(lost), at: office.now() };
    expect(refusal(await desk().keyIncidents.inform(told))).toBe('keyIncidents.superiorMissing');
    expect(refusal(await desk().keyIncidents.inform({ ...told, superiorName: '高师傅' }))).toBe(
      'keyIncidents.superiorSelf',
    );
    const a = must(await desk().keyIncidents.inform({ ...told, second: office.pin('csSupervisor') }));
    expectLast(office, lost.id, 'keyIncidents.inform/CO_CONFIRM');
    expect(
      refusal(await desk().keyIncidents.inform({ ...told, version: a.version, superiorName: '周' })),
    ).toBe('keyIncidents.alreadyTold');
    expect(refusal(await supervisor().keyIncidents.close({ ...close, version: a.version }))).toBe(
      'keyIncidents.measuresMissing',
    );
    const at = office.now();
    const cost = { ...touch(a), ...measures, measures: [...measures.measures], at, costCents: 12_000 };
    expect(refusal(await desk().keyIncidents.measure(cost))).toBe('keyIncidents.bearerMissing');
    const b = must(await desk().keyIncidents.measure({ ...cost, bearer: 'borrower' }));
    expect(
      refusal(await supervisor().keyIncidents.close({ ...close, version: b.version, ending: 'repaired' })),
    ).toBe('keyIncidents.lostNotRepaired');
    must(await supervisor().keyIncidents.close({ ...close, version: b.version }));
    expect(keyState(office, plant.id)).toBe('retired/0');
    expect(must(await desk().keyIncidents.counts({}))).toEqual({ open: 0, superior: 0 });
  });

  it('wants the owner told when an entrusted key is gone', async () => {
    const home = await unit(office, '3-1-1502');
    const own = await key(office, cab, 'entrusted', { unitId: home, mandateId: await mandate(office, home) });
    const lost = must(await desk().keyIncidents.report(loss({ keyId: own.id })));
    const measured = { ...touch(lost), measureNote: '换锁', at: office.now() };
    expect(refusal(await desk().keyIncidents.measure({ ...measured, measures: ['relock'] }))).toBe(
      'keyIncidents.ownerNotTold',
    );
    must(await desk().keyIncidents.measure({ ...measured, measures: ['relock', 'tellOwner'] }));
    expect(must(await desk().keyIncidents.entry({ id: lost.id })).entry.unitCode).toBe('3-1-1502');
  });

  it('a key that turns up again is back on its hook', async () => {
    const lost = must(await desk().keyIncidents.report(loss()));
    must(
      await desk().keyIncidents.found({
        ...touch(lost),
        at: office.now(),
        place: '值班室抽屉',
        foundByName: '马军',
      }),
    );
    expect(keyState(office, plant.id)).toBe('inStock/0');
    expect(
      refusal(
        await desk().keyIncidents.found({
          id: lost.id,
          version: 2,
          at: office.now(),
          place: 'x',
          foundByName: 'y',
        }),
      ),
    ).toBe('keyIncidents.wrongState');
  });

  it('damage is repaired or written off; a key that is out comes back first', async () => {
    await issued(office, engineer(plant.id));
    expect(refusal(await desk().keyIncidents.report(loss({ kind: 'damage' })))).toBe(
      'keyIncidents.returnFirst',
    );
    must(await office.as('receptionist').keyLoans.returnKey({ keyId: plant.id }));
    const hurt = must(await desk().keyIncidents.report(loss({ kind: 'damage', course: '齿断' })));
    expect(keyState(office, plant.id)).toBe('damaged/0');
    expect(refusal(await desk().keyIncidents.report(loss({ kind: 'damage' })))).toBe(
      'keyIncidents.alreadyOpen',
    );
    expect(
      refusal(
        await desk().keyIncidents.found({ ...touch(hurt), at: office.now(), place: 'x', foundByName: 'y' }),
      ),
    ).toBe('keyIncidents.notLost');
    const at = office.now();
    const a = must(await desk().keyIncidents.inform({ ...touch(hurt), superiorName: '王丽华', at }));
    const b = must(
      await desk().keyIncidents.measure({ ...touch(a), measures: ['copy'], measureNote: '重新配制', at }),
    );
    must(await supervisor().keyIncidents.close({ ...touch(b), ending: 'repaired', opinion: '已修复' }));
    expect(keyState(office, plant.id)).toBe('inStock/0');
  });

  it('three lost keys of one cabinet within a year suggest a relock', async () => {
    const ids = [];
    for (let n = 0; n < 3; n += 1) {
      const each = await key(office, cab, 'plant');
      ids.push(must(await desk().keyIncidents.report(loss({ keyId: each.id }))).id);
      const { warnings } = must(await desk().keyIncidents.entry({ id: ids.at(-1)! }));
      expect(warnings.includes('relock')).toBe(n === 2);
    }
  });

  it('a report that was a mistake leaves everything as it was', async () => {
    const [loan] = await issued(office, engineer(plant.id));
    const lost = must(await desk().keyIncidents.report(loss()));
    expect(refusal(await supervisor().keyIncidents.void({ ...touch(lost), reason: '看错钥匙' }))).toBe(
      'entry.managerOnly',
    );
    must(await office.as('deptManager').keyIncidents.void({ ...touch(lost), reason: '看错钥匙' }));
    expect(keyState(office, plant.id)).toBe('out/1');
    const { entry } = must(await office.as('receptionist').keyLoans.entry({ id: loan!.id }));
    expect([entry.state, entry.lostAt]).toEqual(['out', null]);
  });

  it('lists, corrects, unmasks and remembers who looked', async () => {
    const lost = must(await desk().keyIncidents.report(loss()));
    expect(
      must(await desk().keyIncidents.list({ filter: { need: 'superior' } })).rows.map(
        (row) => row.reporterPhone,
      ),
    ).toEqual(['138****1234']);
    const edited = must(
      await desk().keyIncidents.correct({ ...touch(lost), field: 'place', value: '地下二层' }),
    );
    expect(
      refusal(await desk().keyIncidents.correct({ ...touch(edited), field: 'costCents', value: '1' })),
    ).toBe('entry.notYetWritten');
    expect(must(await desk().keyIncidents.unmask({ id: lost.id, reason: '联系本人' })).reporterPhone).toBe(
      '13800001234',
    );
    must(await office.as('csAssistant').keyIncidents.markSeen({ id: lost.id }));
    expect(refusal(await office.as('cashier').keyIncidents.list({ filter: {} }))).toBe('notAllowed');
  });
});
