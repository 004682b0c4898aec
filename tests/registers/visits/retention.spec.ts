import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_VISITS } from '../../../shared/registers/visits.setting';
import { must, refusal, type TestOffice } from '../../support/office';
import { arrive, CONSENT, entryOf, friend, quickOffice, touch, unit } from './support';

/** Privacy and retention (domain.md §6.3, §6.4; trust.md C7, C8): what is past its period goes, two people decide on less. */
let office: TestOffice;
let unitId: string;
let old: { id: string; version: number };
const manager = () => office.as('deptManager').visits;
const periods = { retentionDays: DEFAULT_VISITS.retentionDays, documentDays: 30 };

beforeAll(async () => {
  office = await quickOffice({
    now: '2025-03-10T02:00:00.000Z',
    settings: { visits: { ...DEFAULT_VISITS, document: 'lastFour' } },
  });
  unitId = await unit(office);
  const input = friend(unitId, { consent: CONSENT, visitorDocument: '123X', companions: '同行人甲' });
  old = must(await office.as('receptionist').visits.leave(touch(await arrive(office, input))));
  const wrong = await arrive(office, friend(unitId, { visitorName: '写错的人' }));
  office.pass(6);
  const fix = { field: 'visitorName', value: '改对的人', reason: '听错' } as const;
  must(await office.as('receptionist').visits.correct({ ...touch(wrong), ...fix }));
  office.setNow('2026-10-01T02:00:00.000Z');
  const later = await arrive(office, input);
  must(await office.as('receptionist').visits.leave(touch(later)));
  office.setNow('2026-11-21T02:00:00.000Z');
});
afterAll(() => office.close());

describe('retention', () => {
  it('previews by type and month what the periods would take; open lines are never taken', async () => {
    const now = must(await manager().retentionPreview({}));
    expect(now).toMatchObject({
      visits: 1,
      documents: 2,
      months: [{ type: 'relative', month: '2025-03', visits: 1 }],
    });
    const shorter = { ...periods, retentionDays: { ...periods.retentionDays, relative: 30 } };
    const less = must(await manager().retentionPreview({ periods: shorter }));
    expect(less.months).toEqual([
      { type: 'relative', month: '2025-03', visits: 1 },
      { type: 'relative', month: '2026-10', visits: 1 },
    ]);
    expect(refusal(await office.as('receptionist').visits.retentionPreview({}))).toBe('notAllowed');
  });

  it('changes periods; a shorter one needs the manager’s PIN', async () => {
    const set = async (relative: number, second: ReturnType<TestOffice['pin']> | null = null) => {
      const { versions } = must(await office.as('sysAdmin').office.settings({}));
      const next = { ...periods, retentionDays: { ...periods.retentionDays, relative } };
      return office.as('sysAdmin').visits.setPeriods({ periods: next, version: versions.visits!, second });
    };
    must(await set(400));
    expect(refusal(await set(365))).toBe('second.missing');
    expect(refusal(await set(365, office.pin('csSupervisor')))).toBe('second.noRight');
    must(await set(365, office.pin('deptManager')));
    expect(refusal(await office.as('sysAdmin').visits.setPeriods({ periods, version: 0 }))).toBe('conflict');
    const { versions, visits } = must(await office.as('sysAdmin').office.settings({}));
    const change = (value: unknown) =>
      office.as('sysAdmin').office.change({ key: 'visits', version: versions.visits!, value });
    expect(refusal(await change({ ...visits, documentDays: 7 }))).toBe('visits.ownPeriods');
    must(await change({ ...visits, contact: 'phoneOrDocument' }));
  });

  it('erases with the manager’s approval: names, phones, companions, struck values, suggestions', async () => {
    const erase = (second: ReturnType<TestOffice['pin']>) =>
      office.as('csSupervisor').visits.erase({ second, job: 'erase' });
    expect(refusal(await erase(office.pin('receptionist')))).toBe('second.noRight');
    expect(refusal(await erase(office.pin('csSupervisor')))).toBe('second.same');
    expect(must(await erase(office.pin('deptManager')))).toEqual({ erased: 2, cancelled: false });
    expect(refusal(await erase(office.pin('deptManager')))).toBe('visits.nothingDue');
    const { entry, story } = await entryOf(office, old.id);
    expect(entry).toMatchObject({ visitorName: null, visitorPhone: null, companions: null, hostName: null });
    expect(entry).toMatchObject({ unitCode: '3-1-1502', state: 'left', purpose: '探亲', partySize: 1 });
    expect(story.at(-1)).toMatchObject({
      kind: 'ANONYMISE',
      change: { reason: expect.stringContaining('周建国') },
    });
    expect(JSON.stringify(story)).not.toContain('张伟明');
    const known = must(await office.as('receptionist').visits.suggestVisitor({ typed: '张伟明', unitId }));
    // The visit of October keeps its name, not the digits of the document.
    expect(known.map((one) => one.times)).toEqual([1]);
    const { entry: later } = await entryOf(office, known[0]!.from);
    expect(later).toMatchObject({ visitorName: '张伟明', visitorDocument: null });
    expect(must(await manager().counts({})).retention).toBe(0);
  });
});
