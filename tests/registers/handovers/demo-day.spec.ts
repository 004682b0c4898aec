import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../../electron/db/verify';
import type { Output } from '../../../shared/api';
import { addDays, dayOf, dayTimeOf, instantOf } from '../../../shared/dates';
import type { SlipSection } from '../../../shared/print/forms';
import { wordingOf } from '../../../shared/print/words';
import { checkName, countDiffers, dueText, thingName } from '../../../shared/registers/handovers.cells';
import type { HandoverSheet } from '../../../shared/registers/handovers.row';
import { must, PIN, refusal, type TestOffice } from '../../support/office';
import { doorCard, household, issue } from '../access-cards/support';
import { register, umbrella } from '../found-items/support';
import { issued as releaseIssued } from '../goods-releases/support';
import { cabinet, deskOffice, engineer, issued, key } from '../key-desk/support';
import { arrive, CONSENT, cards, friend } from '../visits/support';
import { counted, type Done, journalOf, POST, sheetOf, touch } from './support';

/**
 * Two shifts of a demo day from end to end: work in five registers, draft, count with one difference, refusal, decision,
 * signatures, review, and the printed sheet, which says what the screen showed.
 */
const DAY = '2026-11-21';
const { t } = wordingOf('zh-CN');
let office: TestOffice;
let loan: Done;
let visit: Done;
let early: Done;
let late: Done;
const desk = (second = false) => office.as('receptionist', second);

beforeAll(async () => {
  office = await deskOffice({ now: instantOf(DAY, '08:05') });
  const drawer = await cabinet(office);
  const room = await key(office, drawer, 'plant');
  const home = await household(office);
  await cards(office, 3);
  must(
    await office.as('csSupervisor').instructions.register({
      text: '周一甲方检查，大堂提前整理',
      fromName: '项目经理',
      givenOn: DAY,
      renewOn: addDays(DAY, 2),
    }),
  );
  early = must(await desk().handovers.open({ post: POST }));
  office.pass(60);
  const [first] = await issued(office, engineer(room.id));
  loan = first!;
  visit = await arrive(office, friend(home.unitId, { consent: CONSENT, passNo: 'V01' }));
  await register(office, umbrella(office));
  await releaseIssued(office);
  const card = await issue(office, doorCard(office, home));
  must(await desk().accessCards.reportLoss({ ...touch(card), at: office.now(), blocked: 'later' }));
  early = must(
    await desk().handovers.writeEvent({
      ...touch(early),
      at: office.now(),
      event: '2 号电梯困人',
      handler: '张伟',
      result: '14 分钟救出，人员无恙',
    }),
  );
});
afterAll(() => office.close());

type Job = Extract<Output<'prints.prepare'>, { family: 'slip' }>;
async function printed(id: string): Promise<SlipSection[]> {
  const job = must(await desk().prints.prepare({ form: 'F19', entryId: id })) as Job;
  expect(job.of).toBe(1);
  return job.slips[0]!.sections;
}
const tables = (sections: readonly SlipSection[]) =>
  sections.flatMap((section) => (section.kind === 'table' ? [section] : []));
const fieldsIn = (sections: readonly SlipSection[]): Record<string, string> =>
  Object.fromEntries(
    sections.flatMap((section) =>
      section.kind === 'fields' ? section.fields.map((field) => [field.label, field.value]) : [],
    ),
  );
const textsIn = (sections: readonly SlipSection[]): string =>
  sections.flatMap((section) => (section.kind === 'text' ? [section.text] : [])).join('\n');

/** The paper holds line for line what the page shows. */
function expectSame(sections: readonly SlipSection[], sheet: HandoverSheet): void {
  const word = (name: string) => t(`handovers:slip.${name}`);
  const [open, events, pairs] = tables(sections).map((table) =>
    table.rows.map((row) => row.map((cell) => cell.text)),
  );
  const matters = sheet.sheet!.open.flatMap(({ label, matters }) =>
    matters.map((one) => ({ label, ...one })),
  );
  expect(open!.map(([no, matter, , ask]) => [no, matter, ask])).toEqual(
    matters.map(({ label, serialNo, title }, i) => [
      String(i + 1),
      [serialNo, title].filter(Boolean).join(' '),
      t(label),
    ]),
  );
  for (const [i, matter] of matters.entries()) {
    expect(open![i]![2]).toContain(matter.owner ?? '');
    if (matter.shifts > 0) expect(open![i]![2]).toContain(t('handovers:screen.passed', { n: matter.shifts }));
    if (matter.dueAt) expect(open![i]![4]).toContain(dueText(matter).slice(5));
    expect(open![i]![4]!.includes(t('handovers:screen.late'))).toBe(matter.late);
  }
  expect(events).toEqual(
    sheet.events.map((one) => [dayTimeOf(one.at).slice(5), one.event, one.handler, one.result]),
  );
  // Two things a row.
  const things = pairs!.flatMap((row) => [row.slice(0, 4), row.slice(4)]);
  expect(things.map(([name]) => name).slice(0, sheet.sheet!.things.length)).toEqual(
    sheet.sheet!.things.map((thing) => thingName(thing, t)),
  );
  for (const [i, thing] of sheet.sheet!.things.entries()) {
    const count = sheet.counts.find(({ code }) => code === thing.code)!;
    const shown = thing.measure === 'range' ? count.text : `${thing.expected} / ${count.counted}`;
    expect(things[i]!.slice(1, 3)).toEqual([shown, word(countDiffers(thing, count) ? 'no2' : 'yes')]);
    if (count.note) expect(things[i]![3]).toContain(count.note);
  }
  const fields = fieldsIn(sections);
  expect(fields).toMatchObject({
    [word('date')]: sheet.shiftOn,
    [word('shift')]: sheet.shiftZh,
    [word('post')]: sheet.post,
    [word('outgoing')]: sheet.outgoingName,
    [word('incoming')]: sheet.incomingName,
    [word('handedAt')]: dayTimeOf(sheet.inSignedAt!),
  });
  for (const { name } of sheet.checks)
    expect(`${fields[word('checks')]} ${fields[word('tidy')]}`).toContain(`☑ ${checkName(name, t)}`);
  expect(fields[word('refusal')]!.startsWith('☑')).toBe(sheet.refusedAt !== null);
  if (sheet.refusedAt) {
    expect(fields[word('reason')]).toBe(`${sheet.refusedByName}: ${sheet.refusedReason}`);
    expect(fields[word('reportedTo')]).toBe(sheet.reportedTo);
    expect(fields[word('decision')]).toContain(sheet.decisionReason);
  }
  const texts = textsIn(sections);
  for (const { label, count } of sheet.sheet!.work) expect(texts).toContain(`${t(label)} ${count}`);
  for (const told of sheet.sheet!.instructions) expect(texts).toContain(`${told.fromName}: ${told.text}`);
  for (const one of sheet.questions) expect(texts).toContain(`${one.question} — ${one.answer}`);
  for (const one of sheet.supplements) expect(texts).toContain(`${one.by}: ${one.text}`);
  expect(texts).toContain(t('handovers:screen.liability'));
}

describe('the early shift', () => {
  it('is drawn from five registers', async () => {
    office.setNow(instantOf(DAY, '15:46'));
    early = must(await desk().handovers.draft(touch(early)));
    const { sheet } = await sheetOf(office, early.id);
    expect(sheet!.open.map(({ register }) => register)).toEqual(
      expect.arrayContaining(['keyLoans', 'visits', 'goodsReleases', 'foundItems', 'accessCards']),
    );
    expect(sheet!.due.map(({ register }) => register)).toContain('keyLoans');
    expect(sheet!.work.map(({ label }) => label)).toContain('key-desk:op.keyLoans.issue');
  });

  it('is counted with one difference, refused, decided, counted anew and signed by both', async () => {
    const one = (await sheetOf(office, early.id)).sheet!.things.find(({ values }) => values.name === '手电')!;
    const off = await counted(office, early.id, { [one.code]: -1 });
    const first = must(await desk().handovers.count({ ...touch(early), ...off }));
    expect(first.differences).toBe(1);
    const out = must(await desk().handovers.signOut(touch(first)));
    const second = office.pin('receptionist', true);
    const refused = must(
      await desk().handovers.refuse({
        ...touch(out),
        reason: '手电少一支，去向说不清',
        reportedTo: '客服主管',
        second,
      }),
    );
    const decided = must(
      await office
        .as('csSupervisor')
        .handovers.decide({ ...touch(refused), decision: 'recount', reason: '查明去向后重新清点' }),
    );
    const again = must(
      await desk().handovers.count({
        ...touch(decided),
        ...(await counted(office, early.id, { [one.code]: -1 })),
      }),
    );
    const asked = must(
      await desk().handovers.ask({ ...touch(again), question: '手电在谁那里？', answer: '巡逻岗，今晚交回' }),
    );
    const signed = must(await desk().handovers.signOut(touch(asked)));
    const told = (await sheetOf(office, early.id)).sheet!.instructions.map(({ id }) => id);
    office.setNow(instantOf(DAY, '16:00'));
    const sealed = must(await desk().handovers.signIn({ ...touch(signed), acknowledged: told, second }));
    early = sealed;
    late = { id: sealed.nextId, serialNo: '', version: 1 };
    expect(journalOf(office, early.id).map((line) => line.split('/')[0]?.split('.')[1])).toEqual(
      'open writeEvent draft count signOut refuse decide count ask signOut signIn'.split(' '),
    );
  });

  it('gets a supplement, is reviewed the same day, and the paper says what the screen shows', async () => {
    const more = must(await desk(true).handovers.supplement({ ...touch(early), text: '手电已由巡逻岗交回' }));
    expect(refusal(await desk(true).handovers.review(touch(more)))).toBe('notAllowed');
    must(await office.as('csSupervisor').handovers.review(touch(more)));
    const sheet = await sheetOf(office, early.id);
    expect(sheet).toMatchObject({ state: 'reviewed', reviewedInTime: true, differences: 1 });
    expectSame(await printed(early.id), sheet);
  });
});

describe('the late shift', () => {
  it('finds what the early one passed on, closes some of it and hands over the rest', async () => {
    office.setNow(instantOf(DAY, '17:30'));
    must(await desk(true).keyLoans.returnKey({ loanId: loan.id }));
    must(await desk(true).visits.leave(touch(visit)));
    office.setNow(instantOf(DAY, '21:50'));
    const drafted = must(await desk(true).handovers.draft(touch(late)));
    const { sheet } = await sheetOf(office, late.id);
    expect(sheet!.open.map(({ register }) => register)).not.toContain('keyLoans');
    const found = sheet!.open.find(({ register }) => register === 'foundItems')!.matters[0]!;
    expect(found).toMatchObject({ shifts: 1, passedBy: [early.serialNo] });
    expect(sheet!.work.map(({ label }) => label)).toContain('visits:op.visits.leave');
    const done = must(
      await desk(true).handovers.count({ ...touch(drafted), ...(await counted(office, late.id)) }),
    );
    const out = must(await desk(true).handovers.signOut(touch(done)));
    const told = sheet!.instructions.map(({ id }) => id);
    office.setNow(instantOf(DAY, '22:00'));
    const sealed = must(
      await desk(true).handovers.signIn({
        ...touch(out),
        acknowledged: told,
        second: office.pin('gateGuard'),
      }),
    );
    must(await office.as('deptManager').handovers.review(touch(sealed)));
    const whole = await sheetOf(office, late.id);
    expect(whole).toMatchObject({ state: 'reviewed', incomingName: office.actor('gateGuard').name });
    expect(dayOf(whole.inSignedAt!)).toBe(DAY);
    expectSame(await printed(late.id), whole);
  });
});

describe('the month', () => {
  it('is bound by three people once it is over, and the verifier agrees with its pages', async () => {
    office.setNow(instantOf('2026-12-01', '09:00'));
    const proof = (role: 'csAssistant' | 'csSupervisor') => ({
      staffId: office.actor(role).staffId,
      pin: PIN,
    });
    for (const register of ['foundItems', 'keyLoans', 'visits', 'goodsReleases'] as const) {
      const order = { register, month: DAY.slice(0, 7) };
      const seen = must(await desk().monthBindings.preview(order));
      const bound = must(
        await desk().monthBindings.bind({
          ...order,
          checker: proof('csAssistant'),
          supervisor: proof('csSupervisor'),
        }),
      );
      const volume = must(await desk().monthBindings.entry({ id: bound.id }));
      const form = volume.form as 'F01' | 'F09' | 'F16' | 'F27';
      const book = must(await office.as('csSupervisor').prints.prepare({ form, month: order.month }));
      if (book.family !== 'register') throw new Error(`${form} is no book`);
      // The pages that print are the pages that were bound: numbers and the lines on each.
      expect(
        book.pages.map(({ yearNo, rows }) => [yearNo, Math.max(...rows.map(({ lineNo }) => lineNo))]),
      ).toEqual(volume.pages.map(({ no, to }) => [no, to]));
      expect(volume.pages).toHaveLength(seen.pages);
    }
    expect(verifyFile(office.file.raw, null).problems).toEqual([]);
  });
});
