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
  quickOffice,
  touch,
  unit,
} from './support';

/** Leaving (desk-practice.md §2.3): passages add up, nothing is overwritten, no time is made up. */
let office: TestOffice;
let unitId: string;
const isIn = (over = {}) => arrive(office, friend(unitId, { consent: CONSENT, ...over }));

beforeAll(async () => {
  office = await quickOffice();
  unitId = await unit(office);
  await cards(office, 9);
});
afterAll(() => office.close());

describe('passages', () => {
  it('a second entry never overwrites the first', async () => {
    let visit = await isIn();
    const first = office.now();
    office.pass(30);
    visit = must(await office.as('receptionist').visits.stepOut({ ...touch(visit) }));
    expect(refusal(await office.as('receptionist').visits.stepOut({ ...touch(visit) }))).toBe(
      'visits.wrongState',
    );
    office.pass(30);
    visit = must(await office.as('receptionist').visits.comeBack({ ...touch(visit) }));
    expect(refusal(await office.as('receptionist').visits.comeBack({ ...touch(visit) }))).toBe(
      'visits.wrongState',
    );
    office.pass(30);
    visit = must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    const { entry } = await entryOf(office, visit.id);
    expect(entry.passages.map((passage) => passage.direction)).toEqual(['in', 'out', 'in', 'out']);
    expect(entry).toMatchObject({
      state: 'left',
      arrivedAt: first,
      leftAt: office.now(),
      closedByName: '张伟',
    });
  });

  it('who had stepped out and never returned left then: the exit that is written stands', async () => {
    let visit = await isIn();
    office.pass(10);
    const out = office.now();
    visit = must(await office.as('receptionist').visits.stepOut({ ...touch(visit) }));
    office.pass(120);
    must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    const { entry } = await entryOf(office, visit.id);
    expect(entry).toMatchObject({ leftAt: out, closedAt: office.now() });
    expect(entry.passages).toHaveLength(2);
  });

  it('refuses exits before the entry and in the future', async () => {
    const visit = await isIn();
    expect(
      refusal(await office.as('receptionist').visits.leave({ ...touch(visit), at: ago(office, 30) })),
    ).toBe('invalid:at');
    expect(
      refusal(await office.as('receptionist').visits.leave({ ...touch(visit), at: ago(office, -30) })),
    ).toBe('invalid:at');
    must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    expect(refusal(await office.as('receptionist').visits.leave({ ...touch(visit) }))).toBe('conflict');
  });
});

describe('the pass', () => {
  it('comes back with the leave, or stays on the list', async () => {
    const one = await isIn({ passNo: 'V01' });
    must(await office.as('receptionist').visits.leave({ ...touch(one) }));
    expect((await entryOf(office, one.id)).entry).toMatchObject({ passNo: 'V01', passMissing: false });
    const two = await isIn({ passNo: 'V01' });
    must(await office.as('receptionist').visits.leave({ ...touch(two), passBack: false }));
    const { entry, warnings } = await entryOf(office, two.id);
    expect(entry).toMatchObject({ passMissing: true, passBackAt: null });
    expect(warnings).toEqual(['pass']);
    const passes = office.as('receptionist').visitorPasses;
    const [card] = must(await passes.list({ filter: { need: 'notBack' } })).rows;
    expect(card).toMatchObject({ passNo: 'V01', holder: '张伟明', unitCode: '3-1-1502', notBack: true });
    must(await passes.takeIn(touch(card!)));
    expect((await entryOf(office, two.id)).entry.passBackAt).toBe(office.now());
    expectLast(office, card!.id, 'visitorPasses.takeIn/CHANGE');
  });

  it('cannot come back while its visitor is here', async () => {
    const visit = await isIn({ passNo: 'V02' });
    const [card] = must(await office.as('receptionist').visitorPasses.list({ filter: { need: 'out' } })).rows;
    expect(refusal(await office.as('receptionist').visitorPasses.takeIn(touch(card!)))).toBe(
      'visits.stillHere',
    );
    must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
  });

  it('lost while out: the visit ends without it, and it may be found again', async () => {
    const visit = await isIn({ passNo: 'V03' });
    const passes = office.as('receptionist').visitorPasses;
    const [card] = must(await passes.list({ filter: { search: 'V03' } })).rows;
    const lost = must(
      await office.as('receptionist').visitorPasses.lose({ ...touch(card!), reason: '访客说丢在电梯' }),
    );
    const left = must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    expect((await entryOf(office, left.id)).entry).toMatchObject({ passBackAt: null, passMissing: false });
    const back = must(await passes.takeIn(touch(lost)));
    const gone = must(await passes.retire({ ...touch(back), reason: '卡面磨损' }));
    expect(refusal(await passes.takeIn(touch(gone)))).toBe('visitorPasses.wrongState');
    expect(refusal(await office.as('receptionist').visits.arrive(friend(unitId, { passNo: 'V03' })))).toBe(
      'visitorPasses.wrongState',
    );
  });
});

describe('taking a leave back', () => {
  it('opens the line again for the one who closed it, at once', async () => {
    const visit = await isIn({ passNo: 'V04' });
    office.pass(1);
    const left = must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    expect(refusal(await office.as('receptionist', true).visits.takeBackLeave({ ...touch(left) }))).toBe(
      'visits.takeBackLate',
    );
    const here = must(await office.as('receptionist').visits.takeBackLeave({ ...touch(left) }));
    const { entry } = await entryOf(office, visit.id);
    expect(entry).toMatchObject({ state: 'in', leftAt: null, closedAt: null, passBackAt: null });
    expect(entry.passages.map((passage) => passage.direction)).toEqual(['in']);
    const kept = office.file.raw
      .prepare('SELECT direction, takenBackAt FROM visit_passages WHERE visitId = ? ORDER BY no')
      .all(visit.id);
    expect(kept).toEqual([
      { direction: 'in', takenBackAt: null },
      { direction: 'out', takenBackAt: office.now() },
    ]);
    const again = must(await office.as('receptionist').visits.leave({ ...touch(here) }));
    office.pass(6);
    expect(refusal(await office.as('receptionist').visits.takeBackLeave({ ...touch(again) }))).toBe(
      'visits.takeBackLate',
    );
  });

  it('does not take a card from somebody else who has it by now', async () => {
    const visit = await isIn({ passNo: 'V05' });
    const left = must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    await isIn({ passNo: 'V05', visitorName: '另一位' });
    expect(refusal(await office.as('receptionist').visits.takeBackLeave({ ...touch(left) }))).toBe(
      'visits.passGone',
    );
  });

  it('of somebody who had stepped out keeps the exit', async () => {
    let visit = await isIn();
    office.pass(1);
    visit = must(await office.as('receptionist').visits.stepOut({ ...touch(visit) }));
    office.pass(1);
    visit = must(await office.as('receptionist').visits.leave({ ...touch(visit) }));
    must(await office.as('receptionist').visits.takeBackLeave({ ...touch(visit) }));
    const { entry } = await entryOf(office, visit.id);
    expect(entry.state).toBe('steppedOut');
    expect(entry.passages).toHaveLength(2);
  });
});

describe('closing the day', () => {
  it('closes the unknown exits without a time, and only the supervisor adds what is learned later', async () => {
    const unseen = await isIn({ passNo: 'V06' });
    const announced = must(
      await office
        .as('receptionist')
        .visits.expect({ ...friend(unitId), expectedAt: '2026-11-21T09:00:00.000Z' }),
    );
    office.setNow('2026-11-21T10:30:00.000Z');
    expect(refusal(await office.as('receptionist').visits.closeDay({}))).toBe('visits.nothingToClose');
    const answer = must(
      await office
        .as('receptionist')
        .visits.closeDay({ visits: [touch(unseen)], noShows: [touch(announced)] }),
    );
    expect(answer).toEqual({ closed: 1, noShows: 1 });
    const { entry, warnings } = await entryOf(office, unseen.id);
    expect(entry).toMatchObject({
      state: 'closedByDesk',
      leftAt: null,
      closedAt: office.now(),
      passMissing: true,
    });
    expect(entry.passages).toHaveLength(1);
    expect(warnings).toEqual(['pass', 'exitUnknown']);
    const at = touch(entry);
    expect(refusal(await office.as('receptionist').visits.leave(at))).toBe('visits.wrongState');
    expect(refusal(await office.as('receptionist').visits.supplement({ ...at, text: '保安称已走' }))).toBe(
      'notAllowed',
    );
    const said = must(
      await office.as('csSupervisor').visits.supplement({ ...at, text: '监控见 17:50 离开' }),
    );
    expectLast(office, unseen.id, 'visits.supplement/CHANGE');
    expect((await entryOf(office, unseen.id)).entry).toMatchObject({
      leftAt: null,
      supplement: '监控见 17:50 离开',
    });
    const long = '补'.repeat(200);
    let more = said;
    for (let n = 0; n < 2; n += 1)
      more = must(await office.as('csSupervisor').visits.supplement({ ...touch(more), text: long }));
    const full = await office.as('csSupervisor').visits.supplement({ ...touch(more), text: long });
    expect(refusal(full)).toBe('invalid:text');
  });

  it('closes nothing when one line has changed meanwhile', async () => {
    const one = await isIn();
    const two = await isIn();
    must(await office.as('receptionist').visits.stepOut({ ...touch(two) }));
    expect(
      refusal(await office.as('receptionist').visits.closeDay({ visits: [touch(one), touch(two)] })),
    ).toBe('conflict');
    expect((await entryOf(office, one.id)).entry.state).toBe('in');
    expect(refusal(await office.as('csSupervisor').visits.supplement({ ...touch(one), text: '无' }))).toBe(
      'invalid:text',
    );
    expect(refusal(await office.as('csSupervisor').visits.supplement({ ...touch(one), text: '无事' }))).toBe(
      'visits.onlyUnknownExit',
    );
  });
});
