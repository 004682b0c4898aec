import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/api';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  arrive,
  CONSENT,
  cards,
  type Done,
  entryOf,
  expectLast,
  friend,
  quickOffice,
  touch,
  unit,
} from './support';

/** Corrections, freeze, void and looks of the visitor book (trust.md C5, C6). */
let office: TestOffice;
let unitId: string;
type Field = Input<'visits.correct'>['field'];
const correct = (
  visit: Pick<Done, 'id' | 'version'>,
  field: Field,
  value: string,
  reason: string | null = null,
) => office.as('receptionist').visits.correct({ ...touch(visit), field, value, reason });

beforeAll(async () => {
  office = await quickOffice();
  unitId = await unit(office);
  await cards(office, 2);
});
afterAll(() => office.close());

describe('correcting', () => {
  it('is free for the recorder for five minutes, struck through afterwards', async () => {
    const visit = await arrive(office, friend(unitId, { consent: CONSENT }));
    const edited = must(await correct(visit, 'visitorName', '张伟民'));
    expectLast(office, visit.id, 'visits.correct/EDIT');
    office.pass(6);
    expect(refusal(await correct(edited, 'purpose', '送文件'))).toBe('entry.reasonMissing');
    const struck = must(await correct(edited, 'visitorPhone', '13911112222', '听错一位'));
    const { entry } = await entryOf(office, visit.id);
    expect(entry.strikes).toMatchObject([
      { field: 'visitorPhone', old: '139****5678', new: '139****2222', reason: '听错一位', by: '张伟' },
    ]);
    const other = office.as('receptionist', true).visits;
    const asked = { ...touch(struck), field: 'purpose', value: '取件', reason: '改正' } as const;
    expect(refusal(await other.correct(asked))).toBe('entry.notRecorder');
    expect(refusal(await correct(struck, 'purpose', '探亲', '没变'))).toBe('entry.unchanged');
  });

  it('ends the free window when somebody else has read the line', async () => {
    const visit = await arrive(office, friend(unitId));
    must(await office.as('csSupervisor').visits.markSeen({ id: visit.id }));
    expect(refusal(await correct(visit, 'purpose', '取件'))).toBe('entry.reasonMissing');
    expect(refusal(await office.as('csSupervisor').visits.markSeen({ id: visit.id }))).toBe(
      'entry.alreadyFrozen',
    );
  });

  it('moves the first entry and the last exit with the line, never past their neighbours', async () => {
    let visit = await arrive(office, friend(unitId, { at: ago(office, 20) }));
    visit = must(await office.as('receptionist').visits.stepOut({ ...touch(visit), at: ago(office, 10) }));
    visit = must(await office.as('receptionist').visits.comeBack({ ...touch(visit) }));
    expect(refusal(await correct(visit, 'arrivedAt', ago(office, 5)))).toBe('invalid:value');
    expect(refusal(await correct(visit, 'leftAt', office.now()))).toBe('entry.notYetWritten');
    visit = must(await correct(visit, 'arrivedAt', ago(office, 25)));
    office.pass(10);
    visit = must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    expect(refusal(await correct(visit, 'leftAt', ago(office, 15), '记错'))).toBe('invalid:value');
    must(await correct(visit, 'leftAt', ago(office, 3), '记错'));
    const { entry } = await entryOf(office, visit.id);
    expect(entry.passages[0]!.at).toBe(entry.arrivedAt);
    expect(entry.passages.at(-1)!.at).toBe(entry.leftAt);
    expect(entry.visitAt).toBe(entry.arrivedAt);
  });

  it('shows a corrected unit by its code and takes away nothing the type asks for', async () => {
    const next = await unit(office, '3-1-1602');
    const visit = await arrive(office, friend(unitId));
    office.pass(6);
    const moved = must(await correct(visit, 'unitId', next, '听错房号'));
    const { entry, story } = await entryOf(office, visit.id);
    expect(entry.strikes).toMatchObject([{ field: 'unitId', old: '3-1-1502', new: '3-1-1602' }]);
    expect(story.at(-1)!.change).toMatchObject({ set: { unitId: '3-1-1602' }, was: { unitId: '3-1-1502' } });
    expect(refusal(await correct(moved, 'unitId', '', '清空'))).toBe('invalid:value');
    expect(refusal(await correct(moved, 'visitorName', '', '清空'))).toBe('invalid:value');
    expect(refusal(await correct(moved, 'visitorDocument', '1234', '补充'))).toBe('visits.documentOff');
    expect(refusal(await correct(moved, 'refusedReason', '无', '补充'))).toBe('entry.notYetWritten');
    expect(refusal(await correct(moved, 'expectedAt', office.now(), '补充'))).toBe('entry.notYetWritten');
    expect(refusal(await correct(moved, 'partySize', '两', '补充'))).toBe('invalid:value');
    must(await correct(moved, 'partySize', '2', '多一人'));
  });
});

describe('voiding', () => {
  it('keeps number and line and brings the pass back; ended lines are the manager’s', async () => {
    const visit = await arrive(office, friend(unitId, { passNo: 'V01' }));
    expect(refusal(await office.as('receptionist').visits.void({ ...touch(visit), reason: '重复' }))).toBe(
      'notAllowed',
    );
    const gone = must(await office.as('csSupervisor').visits.void({ ...touch(visit), reason: '重复登记' }));
    expectLast(office, visit.id, 'visits.void/VOID');
    expect(must(await office.as('receptionist').visitorPasses.free({ typed: 'v01' }))).toHaveLength(1);
    expect(refusal(await correct(gone, 'note', '更正', '更正'))).toBe('visits.wrongState');
    const left = await arrive(office, friend(unitId));
    const over = must(await office.as('receptionist').visits.leave({ ...touch(left) }));
    const asked = { ...touch(over), reason: '重复登记' };
    expect(refusal(await office.as('csSupervisor').visits.void(asked))).toBe('entry.managerOnly');
    must(await office.as('deptManager').visits.void(asked));
  });
});

describe('the watch note', () => {
  it('is for those who may read it, in the line, the story and at the unit', async () => {
    const visit = await arrive(office, friend(unitId, { watchNote: '曾与邻居争执，注意' }));
    expect((await entryOf(office, visit.id)).entry.watchNote).toBe('曾与邻居争执，注意');
    const guard = await entryOf(office, visit.id, 'gateGuard');
    expect(guard.entry.watchNote).toBeNull();
    expect(JSON.stringify(guard)).not.toContain('争执');
    const watch = must(await office.as('receptionist').visits.atUnit({ unitId })).watch;
    expect(watch).toMatchObject([{ note: '曾与邻居争执，注意' }]);
    expect(must(await office.as('gateGuard').visits.atUnit({ unitId })).watch).toEqual([]);
    expect(refusal(await office.as('gateGuard').visits.arrive(friend(unitId, { watchNote: '注意' })))).toBe(
      'visits.watchForbidden',
    );
  });
});
