import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  DESK,
  expectLast,
  MONDAY,
  newWeek,
  POSTS,
  publishedWeek,
  put,
  quickOffice,
  rosterEntry,
  staffOf,
  TUESDAY,
} from './support';

/** S81: a week planned, copied, published and changed, through the door, with every refusal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice(POSTS);
});
afterEach(() => office.close());
const rosters = (role: Parameters<TestOffice['as']>[0] = 'csSupervisor') => office.as(role).rosters;
const place = { post: DESK, shift: 'early', dayOn: TUESDAY };

describe('a new week', () => {
  it('begins as a draft with every post and shift, the first post never empty by day', async () => {
    const week = await newWeek(office);
    expect(week.serialNo).toBe('PB202611-0001');
    expect(week.scanCode).toMatch(/^182611\d{6}$/);
    const { slots, cells, gaps } = must(await rosters().week({ id: week.id }));
    expect(slots).toHaveLength(6);
    expect(slots.slice(0, 3).map((slot) => [slot.shift, slot.people])).toEqual([
      ['early', 1],
      ['late', 1],
      ['night', 0],
    ]);
    expect(cells).toEqual([]);
    expect(gaps).toHaveLength(14);
    const { entry, next, warnings } = await rosterEntry(office, week.id);
    expect(entry).toMatchObject({ state: 'draft', weekOn: MONDAY, toOn: '2026-11-29', gaps: 14, people: 0 });
    expect(next).toEqual(['rosters.publish', 'rosters.void']);
    expect(warnings).toEqual(['short']);
    expectLast(office, week.id, 'rosters.register/CREATE');
  });

  it('begins on a Monday, once, by a supervisor', async () => {
    expect(refusal(await rosters('receptionist').register({ weekOn: MONDAY }))).toBe('notAllowed');
    expect(refusal(await rosters().register({ weekOn: TUESDAY }))).toBe('invalid:weekOn');
    expect(refusal(await rosters().register({ weekOn: '2026-02-30' }))).toBe('invalid:filter.weekOn');
    expect(refusal(await rosters().register({ weekOn: MONDAY, copy: true }))).toBe('rosters.nothingToCopy');
    await newWeek(office);
    expect(refusal(await rosters().register({ weekOn: MONDAY }))).toBe('rosters.weekTaken');
  });

  it('copies who stood where the week before, without those who left', async () => {
    const first = await newWeek(office);
    const [one, two] = [staffOf(office, 'receptionist'), staffOf(office, 'receptionist', true)];
    await put(office, first.id, [one, two]);
    const gone = office.actor('receptionist', true);
    const { version } = must(await office.as('sysAdmin').staff.list({})).find(
      (person) => person.id === gone.staffId,
    )!;
    must(await office.as('sysAdmin').staff.setActive({ id: gone.staffId, version, active: false }));
    const next = await newWeek(office, { weekOn: '2026-11-30', copy: true });
    expect(next.copied).toBe(1);
    const { cells } = must(await rosters().week({ id: next.id }));
    expect(cells).toMatchObject([{ staffId: one, dayOn: '2026-12-01', shift: 'early', state: 'planned' }]);
    expect((await rosterEntry(office, next.id)).entry.copiedFromNo).toBe('PB202611-0001');
    expect(
      must(await office.as('csSupervisor').rosters.people({})).map((person) => person.staffId),
    ).not.toContain(two);
  });
});

describe('planning', () => {
  it('puts people on and takes them off, one post a shift', async () => {
    const week = await newWeek(office);
    const [one, two] = [staffOf(office, 'receptionist'), staffOf(office, 'receptionist', true)];
    await put(office, week.id, [one]);
    const at = { rosterId: week.id, ...place };
    expect(refusal(await rosters('receptionist').assign({ ...at, staffIds: [], had: [one] }))).toBe(
      'notAllowed',
    );
    expect(refusal(await rosters().assign({ ...at, staffIds: [two], had: [] }))).toBe('conflict');
    expect(refusal(await rosters().assign({ ...at, staffIds: [one], had: [one] }))).toBe('rosters.unchanged');
    expect(refusal(await rosters().assign({ ...at, post: '南门岗', staffIds: [one], had: [] }))).toBe(
      'rosters.alreadyOn',
    );
    expect(refusal(await rosters().assign({ ...at, post: '东门', staffIds: [one], had: [] }))).toBe(
      'rosters.slotMissing',
    );
    expect(refusal(await rosters().assign({ ...at, dayOn: '2026-11-30', staffIds: [two], had: [] }))).toBe(
      'rosters.dayOutside',
    );
    expect(refusal(await rosters().assign({ ...at, staffIds: ['0'.repeat(26)], had: [one] }))).toBe(
      'rosters.notOnStaff',
    );
    // The same line is taken off and put on again.
    await put(office, week.id, [two], { had: [one] });
    await put(office, week.id, [one, two], { had: [two] });
    const { cells } = must(await rosters().week({ id: week.id }));
    expect(cells.map((cell) => cell.state)).toEqual(['planned', 'planned']);
    const first = cells.find((cell) => cell.staffId === one)!;
    expectLast(office, first.id, 'rosters.assign/CHANGE');
    expect(first.version).toBe(3);
  });

  it('keeps minimums and lines of the sheet', async () => {
    const week = await newWeek(office);
    const touch = { id: week.id, version: week.version };
    expect(refusal(await rosters().need({ ...touch, post: DESK, shift: 'noon', people: 1 }))).toBe(
      'rosters.shiftUnknown',
    );
    expect(refusal(await rosters().need({ ...touch, post: '东门', shift: 'early', people: null }))).toBe(
      'rosters.slotMissing',
    );
    expect(refusal(await rosters().need({ ...touch, post: DESK, shift: 'early', people: 1 }))).toBe(
      'rosters.unchanged',
    );
    await put(office, week.id, [staffOf(office, 'receptionist')]);
    expect(refusal(await rosters().need({ ...touch, post: DESK, shift: 'early', people: null }))).toBe(
      'rosters.slotUsed',
    );
    let version = must(await rosters().need({ ...touch, post: DESK, shift: 'early', people: 2 })).version;
    expect((await rosterEntry(office, week.id)).entry.gaps).toBe(14);
    version = must(
      await rosters().need({ id: week.id, version, post: '东门', shift: 'late', people: 0 }),
    ).version;
    version = must(
      await rosters().need({ id: week.id, version, post: '东门', shift: 'early', people: 0 }),
    ).version;
    const { slots } = must(await rosters().week({ id: week.id }));
    expect(slots.slice(-2).map((slot) => `${slot.post} ${slot.shift}`)).toEqual(['东门 early', '东门 late']);
    must(await rosters().need({ id: week.id, version, post: '东门', shift: 'late', people: null }));
    expectLast(office, week.id, 'rosters.need/CHANGE');
    for (let n = 0; n < 29; n += 1) {
      const now = (await rosterEntry(office, week.id)).entry.version;
      must(await rosters().need({ id: week.id, version: now, post: `岗${n}`, shift: 'early', people: 0 }));
    }
    const full = (await rosterEntry(office, week.id)).entry.version;
    expect(
      refusal(await rosters().need({ id: week.id, version: full, post: '多', shift: 'early', people: 0 })),
    ).toBe('rosters.tooManySlots');
  });

  it('says who comes from the night into the early shift', async () => {
    const week = await newWeek(office);
    const guard = staffOf(office, 'gateGuard');
    await put(office, week.id, [guard], { shift: 'night', post: '南门岗' });
    await put(office, week.id, [guard], { dayOn: '2026-11-25', post: '南门岗' });
    expect(must(await rosters().week({ id: week.id })).restless).toMatchObject([
      { staffId: guard, dayOn: '2026-11-25' },
    ]);
  });
});

describe('publishing', () => {
  it('needs people, and a reason below the minimum', async () => {
    const week = await newWeek(office);
    const touch = { id: week.id, version: 1 };
    expect(refusal(await rosters().publish({ ...touch, shortReason: '试' }))).toBe('rosters.nobodyOn');
    await put(office, week.id, [staffOf(office, 'receptionist')]);
    expect(refusal(await rosters().publish(touch))).toBe('rosters.belowMinimum');
    expect(refusal(await rosters('receptionist').publish(touch))).toBe('notAllowed');
    expect(must(await rosters('receptionist').onDay({ on: TUESDAY }))).toEqual([]);
    must(await rosters().publish({ ...touch, shortReason: '试运行' }));
    const { entry } = await rosterEntry(office, week.id);
    expect(entry).toMatchObject({
      state: 'published',
      shortReason: '试运行',
      publishedByName: office.actor('csSupervisor').name,
    });
    expectLast(office, week.id, 'rosters.publish/CHANGE');
    expect(must(await rosters('receptionist').onDay({ on: TUESDAY }))).toMatchObject([
      { post: DESK, shift: 'early', staffName: office.actor('receptionist').name, changed: false },
    ]);
    expect(must(await rosters('receptionist').onDay({ on: '2026-12-01' }))).toEqual([]);
  });

  it('ends planning: a change is marked with its reason, and the story of the week has it', async () => {
    const week = await publishedWeek(office);
    const at = { rosterId: week.id, ...place, had: [week.one] };
    const guard = staffOf(office, 'gateGuard');
    expect(refusal(await rosters().assign({ ...at, staffIds: [guard] }))).toBe('rosters.published');
    expect(
      refusal(await rosters().need({ id: week.id, version: 2, post: DESK, shift: 'early', people: 0 })),
    ).toBe('rosters.published');
    expect(refusal(await rosters().amend({ ...at, staffIds: [guard], reason: '' }))).toBe('invalid:reason');
    must(await rosters().amend({ ...at, staffIds: [guard], reason: '病假' }));
    const { cells } = must(await rosters().week({ id: week.id }));
    const changed = cells.filter((cell) => cell.changedAt !== null);
    expect(changed.sort((a, b) => (a.state > b.state ? -1 : 1))).toMatchObject([
      { staffId: week.one, state: 'removed', changeReason: '病假' },
      { staffId: guard, state: 'planned', changedByName: office.actor('csSupervisor').name },
    ]);
    const { entry, story } = await rosterEntry(office, week.id);
    expect(entry.changes).toBe(2);
    expect(story.at(-1)).toMatchObject({
      op: 'rosters.amend',
      change: { reason: '病假', set: { before: office.actor('receptionist').name } },
    });
    expect(must(await rosters().onDay({ on: TUESDAY }))[0]).toMatchObject({ staffId: guard, changed: true });
    const draft = await newWeek(office, { weekOn: '2026-11-30' });
    expect(
      refusal(
        await rosters().amend({ ...at, rosterId: draft.id, had: [], staffIds: [guard], reason: '病假' }),
      ),
    ).toBe('rosters.notPublished');
  });

  it('is voided by the supervisor as a draft, by the manager alone once published', async () => {
    const draft = await newWeek(office, { weekOn: '2026-11-30' });
    must(await rosters().void({ id: draft.id, version: 1, reason: '重复' }));
    expectLast(office, draft.id, 'rosters.void/VOID');
    expect(refusal(await rosters().publish({ id: draft.id, version: 2 }))).toBe('rosters.wrongState');
    const week = await publishedWeek(office);
    const touch = { id: week.id, version: week.version, reason: '整周重排' };
    expect(refusal(await rosters().void(touch))).toBe('entry.managerOnly');
    must(await rosters('deptManager').void(touch));
    expect(must(await rosters().onDay({ on: TUESDAY }))).toEqual([]);
    await newWeek(office);
  });
});

describe('reading', () => {
  it('counts and lists what is missing, unpublished and short', async () => {
    // Saturday: this week and the next have no roster.
    expect(must(await office.as('csSupervisor').rosters.counts({}))).toEqual({
      missing: 2,
      unpublished: 0,
      short: 0,
    });
    const draft = await newWeek(office);
    expect(must(await office.as('csSupervisor').rosters.counts({}))).toEqual({
      missing: 1,
      unpublished: 1,
      short: 0,
    });
    const listOf = async (filter: object) =>
      must(await office.as('receptionist').rosters.list({ filter })).rows.map((row) => row.id);
    expect(await listOf({ need: 'unpublished' })).toEqual([draft.id]);
    expect(await listOf({ need: 'missing' })).toEqual([]);
    await put(office, draft.id, [staffOf(office, 'receptionist')]);
    must(await rosters().publish({ id: draft.id, version: 1, shortReason: '试运行' }));
    expect(must(await office.as('csSupervisor').rosters.counts({}))).toMatchObject({
      unpublished: 0,
      short: 1,
    });
    expect(await listOf({ need: 'short', states: ['published'] })).toEqual([draft.id]);
    expect(await listOf({ states: ['draft'] })).toEqual([]);
    expect(await listOf({ fromOn: MONDAY, toOn: MONDAY, month: '2026-11' })).toEqual([draft.id]);
    expect(await listOf({ search: draft.serialNo })).toEqual([draft.id]);
    const hits = must(await office.as('receptionist').search.find({ typed: draft.serialNo })).hits;
    expect(hits[0]).toMatchObject({ serialNo: draft.serialNo, state: 'published' });
  });

  it('offers the published shifts of a colleague for two weeks', async () => {
    const week = await publishedWeek(office);
    const mine = must(
      await office.as('receptionist').rosters.shiftsOf({ staffId: week.one, fromOn: MONDAY }),
    );
    expect(mine).toMatchObject([{ cellId: week.mine, dayOn: TUESDAY, shift: 'early' }]);
    expect(
      must(await office.as('csSupervisor').rosters.shiftsOf({ staffId: week.one, fromOn: '2026-11-25' })),
    ).toEqual([]);
  });

  it('ends the free window when somebody else opens it', async () => {
    const week = await newWeek(office);
    const planner = office.as('csSupervisor');
    expect(must(await planner.rosters.entry({ id: week.id })).freeUntil).not.toBeNull();
    must(await rosters('receptionist').markSeen({ id: week.id }));
    expectLast(office, week.id, 'rosters.markSeen/VIEW');
    expect(must(await planner.rosters.entry({ id: week.id })).freeUntil).toBeNull();
    expect(refusal(await rosters('receptionist').markSeen({ id: week.id }))).toBe('entry.alreadyFrozen');
  });
});
