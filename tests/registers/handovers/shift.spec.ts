import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../shared/dates';
import { must, refusal, type TestOffice } from '../../support/office';
import { register, umbrella } from '../found-items/support';
import {
  counted,
  drawn,
  expectLast,
  journalOf,
  openDesk,
  POST,
  quickOffice,
  sealed,
  sheetOf,
  signedOut,
  touch,
} from './support';

/** S13: a shift from its beginning to the supervisor's signature, its refusals and its journal. */
let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const desk = () => office.as('receptionist').handovers;

describe('the shift of a desk', () => {
  it('handovers.open: one at a time, whoever is signed in', async () => {
    const shift = await openDesk(office);
    expectLast(office, shift.id, 'handovers.open/CREATE');
    expect(must(await desk().current({ post: POST }))).toEqual({ id: shift.id });
    expect(refusal(await desk().open({ post: POST }))).toBe('handovers.alreadyOpen');
    expect(refusal(await desk().open({ post: '没有的岗位' }))).toBe('invalid:post');
    expect(refusal(await office.as('csSteward').handovers.open({ post: POST }))).toBe('notAllowed');
    expect(await sheetOf(office, shift.id)).toMatchObject({
      state: 'open',
      live: true,
      shiftCode: 'early',
      outgoingName: office.actor('receptionist').name,
    });
    // handovers.current, handovers.entry, handovers.list, handovers.counts are read by every reader.
    expect(must(await office.as('centerManager').handovers.list({ filter: {} })).rows).toHaveLength(1);
  });

  it('handovers.writeEvent: written, finished, and no case is handed over unfinished', async () => {
    const shift = await openDesk(office);
    const event = { at: office.now(), event: '电梯困人', handler: '张伟' };
    const written = must(await desk().writeEvent({ ...touch(shift), ...event }));
    expectLast(office, shift.id, 'handovers.writeEvent/CHANGE');
    expect((await sheetOf(office, shift.id)).events).toMatchObject([{ no: 1, result: null, ...event }]);
    const drafted = await drawn(office, written);
    expect(refusal(await desk().signOut(touch(drafted)))).toBe('handovers.caseOpen');
    expect(refusal(await desk().writeEvent({ ...touch(drafted), ...event, no: 7 }))).toBe('notFound');
    const ended = must(
      await desk().writeEvent({ ...touch(drafted), ...event, no: 1, result: '已救出，人员无恙' }),
    );
    const out = must(await desk().signOut(touch(ended)));
    expect(refusal(await desk().writeEvent({ ...touch(out), ...event }))).toBe('handovers.wrongState');
  });

  it('handovers.draft: a snapshot; what happens later belongs to the next shift', async () => {
    const shift = await openDesk(office);
    const first = await register(office, umbrella(office));
    const drafted = must(await desk().draft(touch(shift)));
    expectLast(office, shift.id, 'handovers.draft/CHANGE');
    await register(office, umbrella(office, { name: '后来的雨伞' }));
    const { sheet, live, matters } = await sheetOf(office, shift.id);
    expect({ live, matters }).toEqual({ live: false, matters: 1 });
    expect(sheet?.open[0]?.matters).toMatchObject([
      { entryId: first.id, serialNo: first.serialNo, late: true, shifts: 0, passedBy: [] },
    ]);
    expect(sheet?.work).toContainEqual({
      book: 'found-items:book.foundItems',
      label: 'found-items:op.foundItems.register',
      count: 1,
    });
    const again = must(await desk().draft(touch(drafted)));
    expect((await sheetOf(office, shift.id)).matters).toBe(2);
    expect(refusal(await desk().draft(touch(shift)))).toBe('conflict');
    office.pass(125);
    const late = must(await desk().count({ ...touch(again), ...(await counted(office, shift.id)) }));
    expect(refusal(await desk().signOut(touch(late)))).toBe('handovers.draftOld');
  });

  it('handovers.count: everything counted, every difference explained', async () => {
    const shift = must(await desk().draft(touch(await openDesk(office))));
    const good = await counted(office, shift.id);
    const count = (over: object) => desk().count({ ...touch(shift), ...good, ...over });
    expect(refusal(await count({ counts: good.counts.slice(1) }))).toBe('handovers.uncounted');
    expect(refusal(await count({ checks: good.checks.slice(1) }))).toBe('handovers.uncounted');
    expect(refusal(await count({ counts: [...good.counts, { code: 'x', counted: 1 }] }))).toBe(
      'handovers.unknownThing',
    );
    const off = good.counts.map((line, i) =>
      i === 1 ? { ...line, counted: (line.counted ?? 0) + 1 } : line,
    );
    expect(refusal(await count({ counts: off }))).toBe('handovers.unexplained');
    const broken = good.checks.map((check, i) => (i === 2 ? { ...check, ok: false } : check));
    expect(refusal(await count({ checks: broken }))).toBe('handovers.unexplained');
    const explained = off.map((line, i) => (i === 1 ? { ...line, note: '找到一部旧的' } : line));
    const done = must(await count({ counts: explained }));
    expect(done.differences).toBe(1);
    expectLast(office, shift.id, 'handovers.count/CHANGE');
    const sheet = await sheetOf(office, shift.id);
    expect(sheet).toMatchObject({ state: 'counted', differences: 1 });
    expect(sheet.counts[1]).toMatchObject({ note: '找到一部旧的' });
  });

  it('handovers.void: only before a signature', async () => {
    const shift = await openDesk(office);
    const boss = office.as('csSupervisor').handovers;
    expect(refusal(await desk().void({ ...touch(shift), reason: '岗位选错' }))).toBe('notAllowed');
    must(await boss.void({ ...touch(shift), reason: '岗位选错' }));
    expectLast(office, shift.id, 'handovers.void/VOID');
    const other = await signedOut(office, await openDesk(office));
    expect(refusal(await boss.void({ ...touch(other), reason: '岗位选错' }))).toBe('handovers.wrongState');
  });
});

describe('signatures', () => {
  it('handovers.signOut: a cash difference needs a supervisor', async () => {
    office.close();
    office = await quickOffice({
      settings: {
        handover: { items: [], cashCents: 50_000, blankBooks: [], equipment: ['电话'] },
      },
    });
    const shift = must(await desk().draft(touch(await openDesk(office))));
    const short = await counted(office, shift.id, { 'cash/': -1000 });
    const done = must(await desk().count({ ...touch(shift), ...short }));
    expect(refusal(await desk().signOut(touch(done)))).toBe('handovers.cashDiffers');
    expect(refusal(await desk().signOut({ ...touch(done), second: office.pin('receptionist', true) }))).toBe(
      'second.noRight',
    );
    must(await desk().signOut({ ...touch(done), second: office.pin('csSupervisor') }));
    expectLast(office, shift.id, 'handovers.signOut/CHANGE');
    expect((await sheetOf(office, shift.id)).cashByName).toBe(office.actor('csSupervisor').name);
  });

  it('handovers.signIn: seals, begins the next shift, and the incoming has no doubt left', async () => {
    const shift = await openDesk(office);
    const item = await register(office, umbrella(office));
    const out = await signedOut(office, shift);
    const second = office.pin('receptionist', true);
    expect(refusal(await desk().signIn({ ...touch(out), second: { how: 'pending' } }))).toBe(
      'second.missing',
    );
    const asked = must(await desk().ask({ ...touch(out), question: '雨伞在哪个柜？' }));
    expectLast(office, shift.id, 'handovers.ask/CHANGE');
    expect(refusal(await desk().signIn({ ...touch(asked), second }))).toBe('handovers.unanswered');
    const answered = must(
      await desk().ask({ ...touch(asked), no: 1, question: '雨伞在哪个柜？', answer: '失物柜二层' }),
    );
    const other = office.as('csAssistant').handovers;
    expect(refusal(await other.signIn({ ...touch(answered), second: office.pin('receptionist') }))).toBe(
      'handovers.samePerson',
    );
    const done = must(await desk().signIn({ ...touch(answered), second }));
    expectLast(office, shift.id, 'handovers.signIn/CHANGE');
    expect(journalOf(office, done.nextId)).toEqual(['handovers.signIn/CREATE']);
    expect(await sheetOf(office, shift.id)).toMatchObject({
      state: 'sealed',
      incomingName: office.actor('receptionist', true).name,
      reviewedInTime: null,
    });
    const next = await sheetOf(office, done.nextId);
    expect(next).toMatchObject({ state: 'open', previousNo: shift.serialNo, shiftCode: 'late' });
    // Carried over: the found item was passed on by one shift.
    expect(next.sheet?.open[0]?.matters).toMatchObject([
      { entryId: item.id, shifts: 1, passedBy: [shift.serialNo] },
    ]);
    expect(refusal(await desk().ask({ ...touch(done), question: '还有吗？' }))).toBe('handovers.wrongState');
  });

  it('handovers.refuse, handovers.decide: by who is no party', async () => {
    const out = await signedOut(office, await openDesk(office));
    const why = { reason: '对讲机少一部', reportedTo: '客服主管' };
    const refused = must(
      await desk().refuse({ ...touch(out), ...why, second: office.pin('csSupervisor', true) }),
    );
    expectLast(office, out.id, 'handovers.refuse/CHANGE');
    expect(must(await desk().counts({}))).toMatchObject({ refused: 1 });
    const ruling = { decision: 'recount' as const, reason: '找回后重新清点' };
    expect(
      refusal(await office.as('csSupervisor', true).handovers.decide({ ...touch(refused), ...ruling })),
    ).toBe('handovers.party');
    const decided = must(await office.as('csSupervisor').handovers.decide({ ...touch(refused), ...ruling }));
    expectLast(office, out.id, 'handovers.decide/CHANGE');
    const again = await signedOut(office, decided);
    must(await desk().signIn({ ...touch(again), second: office.pin('receptionist', true) }));
    expect(await sheetOf(office, out.id)).toMatchObject({
      state: 'sealed',
      refusedReason: '对讲机少一部',
      decision: 'recount',
    });
  });

  it('handovers.decide: taken over as it stands', async () => {
    const out = await signedOut(office, await openDesk(office));
    const second = office.pin('receptionist', true);
    const refused = must(
      await desk().refuse({ ...touch(out), reason: '打印机坏', reportedTo: '客服主管', second }),
    );
    const ruling = { decision: 'takeOver' as const, reason: '已报修，不影响接班' };
    const decided = must(await office.as('deptManager').handovers.decide({ ...touch(refused), ...ruling }));
    must(await desk().signIn({ ...touch(decided), second }));
  });

  it('handovers.supplement, handovers.review: marked, the same day, never one’s own', async () => {
    const done = await sealed(office, await openDesk(office));
    const more = must(await desk().supplement({ ...touch(done), text: '找到巡更棒一支' }));
    expectLast(office, done.id, 'handovers.supplement/CHANGE');
    expect(must(await desk().counts({}))).toMatchObject({ toReview: 1 });
    expect(refusal(await desk().review(touch(more)))).toBe('notAllowed');
    must(await office.as('csSupervisor').handovers.review({ ...touch(more), note: '已阅' }));
    expectLast(office, done.id, 'handovers.review/CO_CONFIRM');
    const sheet = await sheetOf(office, done.id);
    expect(sheet).toMatchObject({ state: 'reviewed', reviewedInTime: true, supplemented: 1 });
    expect(sheet.supplements).toMatchObject([{ text: '找到巡更棒一支' }]);
  });

  it('are late when the day is over, and a supervisor’s own shift is another’s to review', async () => {
    const boss = office.as('csSupervisor').handovers;
    const shift = must(await boss.open({ post: POST }));
    const drafted = must(await boss.draft(touch(shift)));
    const done = must(await boss.count({ ...touch(drafted), ...(await counted(office, shift.id)) }));
    const out = must(await boss.signOut(touch(done)));
    const signed = must(await boss.signIn({ ...touch(out), second: office.pin('receptionist') }));
    expect(refusal(await boss.review(touch(signed)))).toBe('handovers.party');
    office.setNow(instantOf('2026-11-23', '09:00'));
    expect(await sheetOf(office, shift.id)).toMatchObject({ reviewedInTime: false });
    must(await office.as('deptManager').handovers.review(touch(signed)));
    expect((await sheetOf(office, shift.id)).reviewedInTime).toBe(false);
  });
});

describe('what follows from a sealed sheet', () => {
  it('ends the free edits of what it saw', async () => {
    const shift = await openDesk(office);
    const item = await register(office, umbrella(office));
    const free = async (id: string) =>
      must(await office.as('receptionist').foundItems.entry({ id })).freeUntil !== null;
    const out = await signedOut(office, shift);
    const later = await register(office, umbrella(office));
    expect(await free(item.id)).toBe(true);
    must(await desk().signIn({ ...touch(out), second: office.pin('receptionist', true) }));
    expect(await free(item.id)).toBe(false);
    expect(await free(later.id)).toBe(true);
  });

  it('handovers.counts: due when the plan says so; handovers.markSeen is for others', async () => {
    const shift = await openDesk(office);
    expect(must(await desk().counts({}))).toEqual({ due: 0, refused: 0, toReview: 0 });
    expect(refusal(await desk().markSeen({ id: shift.id }))).toBe('entry.alreadyFrozen');
    must(await office.as('csSupervisor').handovers.markSeen({ id: shift.id }));
    expectLast(office, shift.id, 'handovers.markSeen/VIEW');
    office.setNow(instantOf('2026-11-21', '15:50'));
    expect(must(await desk().counts({}))).toEqual({ due: 1, refused: 0, toReview: 0 });
    const { rows } = must(await desk().list({ filter: { need: 'due' } }));
    expect(rows.map((row) => [row.id, row.due])).toEqual([[shift.id, true]]);
    expect(must(await desk().list({ filter: { person: '没有' } })).rows).toEqual([]);
    expect(must(await desk().list({ filter: { search: '张伟', fromOn: '2026-11-21' } })).rows).toHaveLength(
      1,
    );
  });
});
