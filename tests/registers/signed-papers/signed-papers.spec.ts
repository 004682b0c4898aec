import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGroups } from '../../../electron/registers/obligations';
import { settingsOf } from '../../../electron/registers/office/settings';
import { isoOf, msOf } from '../../../shared/dates';
import type { FormNumber } from '../../../shared/print/form-list';
import { must, refusal, type TestOffice } from '../../support/office';
import { type Done, expectLast, journalOf, quickOffice } from '../../support/quick';
import { register, umbrella } from '../found-items/support';

/** Signed-paper tracking (desk-practice.md §3.6) through the door: printed, waited for, filed by one scan, taken out, given up. */

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());

const desk = () => office.as('receptionist');

/** Prints a form of an entry as the window does: prepared, then recorded. */
async function print(form: FormNumber, entry: Done): Promise<void> {
  const request = { form, entryId: entry.id };
  const job = must(await desk().prints.prepare(request));
  must(
    await desk().prints.record({
      request,
      copy: job.copy,
      pages: 1,
      pageFrom: 1,
      pageTo: 1,
      serialNos: [entry.serialNo],
      chainMark: job.chainMark,
      to: 'printer',
    }),
  );
}
const item = () => register(office, umbrella(office));
const printed = async (): Promise<Done> => {
  const one = await item();
  await print('F02', one);
  return one;
};
const rows = async (filter: Parameters<ReturnType<typeof desk>['signedPapers']['list']>[0]['filter'] = {}) =>
  must(await desk().signedPapers.list({ filter })).rows;
const scanCodeOf = ({ id }: Done): string =>
  (office.file.raw.prepare('SELECT scanCode FROM found_items WHERE id = ?').get(id) as { scanCode: string })
    .scanCode;
const fileIt = (typed: string, over: { page?: number; form?: 'F02'; binder?: string } = {}) =>
  desk().signedPapers.file({ typed, binder: '2026-2', ...over });

describe('signedPapers.list and signedPapers.counts', () => {
  it('wait for a slip from its first print on, a label is not waited for', async () => {
    const one = await item();
    await print('label', one);
    expect(await rows()).toEqual([]);
    await print('F02', one);
    expect(await rows()).toMatchObject([
      { entryNo: one.serialNo, form: 'F02', state: 'out', copies: 1, days: 0, late: false },
    ]);
  });

  it('keep one line of a slip that is printed again', async () => {
    const one = await printed();
    await print('F02', one);
    expect(await rows()).toMatchObject([{ entryNo: one.serialNo, copies: 2, state: 'out' }]);
  });

  it('say from the eighth day on that it is late, by the calendar of the office', async () => {
    await printed();
    const count = async () => must(await desk().signedPapers.counts({}));
    office.pass(6 * 24 * 60);
    expect(await count()).toEqual({ late: 0, out: 1 });
    office.pass(24 * 60);
    expect(await count()).toEqual({ late: 1, out: 1 });
    expect(await rows({ need: 'late' })).toMatchObject([{ days: 7, late: true }]);
  });

  it('page through all lines, each once, the oldest print first', async () => {
    const all: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      all.push((await printed()).serialNo);
      office.pass(3);
    }
    must(await fileIt(all[2]!));
    must(await fileIt(all[5]!));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { rows: { entryNo: string }[]; next: string | null; total: number } = must(
        await desk().signedPapers.list({ filter: {}, after, limit: 3 }),
      );
      expect(page.total).toBe(7);
      seen.push(...page.rows.map((row) => row.entryNo));
      after = page.next;
    } while (after);
    expect(seen).toEqual(all);
  });

  it('are shown to nobody outside the desk', async () => {
    expect(refusal(await office.as('gateGuard').signedPapers.list({ filter: {} }))).toBe('notAllowed');
  });
});

describe('signedPapers.file', () => {
  it('files by the scan of the slip, tells the entry, and counts the pages on', async () => {
    const [first, second] = [await printed(), await printed()];
    expect(must(await fileIt(scanCodeOf(first)))).toMatchObject({
      entryNo: first.serialNo,
      form: 'F02',
      binder: '2026-2',
      page: 1,
    });
    expect(must(await fileIt(second.serialNo.toLowerCase()))).toMatchObject({ page: 2 });
    expectLast(office, first.id, 'signedPapers.file/SIGNED_PAPER_FILED');
    const [paper] = await rows({ states: ['filed'], search: first.serialNo });
    // signedPapers.entry says the same as the list.
    expect(must(await desk().signedPapers.entry({ id: paper!.id }))).toEqual(paper);
    expect(journalOf(office, paper!.id)).toEqual([
      'prints.record/CREATE',
      'signedPapers.file/SIGNED_PAPER_FILED',
    ]);
    expect(must(await desk().signedPapers.counts({}))).toEqual({ late: 0, out: 0 });
  });

  it('refuses in plain words what is no slip of ours, was never printed, or comes back another way', async () => {
    const one = await item();
    expect(refusal(await fileIt('6901234567892'))).toBe('signedPapers.codeUnknown');
    expect(refusal(await fileIt(one.serialNo))).toBe('signedPapers.notPrinted');
    expect(refusal(await fileIt('FX202611-0001'))).toBe('signedPapers.ownBook');
    expect(refusal(await fileIt(one.serialNo, { binder: ' ' }))).toBe('invalid:binder');
    expect(
      refusal(await office.as('centerManager').signedPapers.file({ typed: one.serialNo, binder: 'A' })),
    ).toBe('notAllowed');
  });

  it('neither files a slip twice nor two slips on one page', async () => {
    const [one, other] = [await printed(), await printed()];
    must(await fileIt(one.serialNo, { page: 12 }));
    const twice = await fileIt(one.serialNo);
    expect(twice).toMatchObject({
      error: { reason: 'signedPapers.alreadyFiled', params: { binder: '2026-2', page: 12 } },
    });
    const same = await fileIt(other.serialNo, { page: 12 });
    expect(same).toMatchObject({
      error: { reason: 'signedPapers.pageTaken', params: { entryNo: one.serialNo } },
    });
    expect(must(await fileIt(other.serialNo))).toMatchObject({ page: 13 });
    expect(must(await fileIt((await printed()).serialNo, { binder: '2026-3', page: 12 }))).toMatchObject({
      page: 12,
    });
  });

  it('leaves a filed slip where it lies when a further copy is printed', async () => {
    const one = await printed();
    must(await fileIt(one.serialNo));
    await print('F02', one);
    expect(await rows()).toMatchObject([{ state: 'filed', copies: 1, page: 1 }]);
  });
});

describe('signedPapers.binder', () => {
  it('remembers where this person filed last and knows the next page of any binder', async () => {
    expect(must(await desk().signedPapers.binder({}))).toEqual({ binder: null, page: 1 });
    must(await fileIt((await printed()).serialNo, { binder: '收条一', page: 40 }));
    office.pass(1);
    must(await fileIt((await printed()).serialNo, { binder: '收条二' }));
    expect(must(await desk().signedPapers.binder({}))).toEqual({ binder: '收条二', page: 2 });
    expect(must(await desk().signedPapers.binder({ binder: '收条一' }))).toEqual({
      binder: '收条一',
      page: 41,
    });
    // Whoever files for the first time goes on in the binder that is in use.
    expect(must(await office.as('csAssistant').signedPapers.binder({}))).toEqual({
      binder: '收条二',
      page: 2,
    });
  });
});

describe('signedPapers.unfile and signedPapers.giveUp', () => {
  it('take a slip out with a reason and wait for it again; its page is free', async () => {
    const one = await printed();
    const { id, version } = must(await fileIt(one.serialNo));
    expect(
      refusal(await office.as('centerManager').signedPapers.unfile({ id, version, reason: '归错' })),
    ).toBe('notAllowed');
    const assistant = office.as('csAssistant').signedPapers;
    expect(refusal(await assistant.unfile({ id, version, reason: '' }))).toBe('invalid:reason');
    const out = must(await assistant.unfile({ id, version, reason: '归错了册' }));
    expect(await rows({ need: 'out' })).toMatchObject([{ binder: null, page: null, reason: '归错了册' }]);
    expectLast(office, one.id, 'signedPapers.unfile/CHANGE');
    expect(refusal(await assistant.unfile({ id, version, reason: '再来一次' }))).toBe('conflict');
    expect(refusal(await assistant.unfile({ id, version: out.version, reason: '再来一次' }))).toBe(
      'signedPapers.wrongState',
    );
    expect(must(await fileIt(one.serialNo))).toMatchObject({ page: 1 });
  });

  it('give up a lost slip, which is filed all the same when it turns up', async () => {
    const one = await printed();
    const [paper] = await rows();
    const lost = { id: paper!.id, version: paper!.version, reason: '失主带走未交回' };
    expect(refusal(await office.as('csAssistant').signedPapers.giveUp(lost))).toBe('notAllowed');
    const { version } = must(await office.as('csSupervisor').signedPapers.giveUp(lost));
    expectLast(office, one.id, 'signedPapers.giveUp/CHANGE');
    expect(must(await desk().signedPapers.counts({}))).toEqual({ late: 0, out: 0 });
    expect(refusal(await office.as('csSupervisor').signedPapers.giveUp({ ...lost, version }))).toBe(
      'signedPapers.wrongState',
    );
    must(await fileIt(one.serialNo));
    expect(await rows()).toMatchObject([{ state: 'filed', reason: null }]);
  });

  it('wait again for a slip that was given up and is printed anew', async () => {
    const one = await printed();
    const [paper] = await rows();
    must(
      await office
        .as('csSupervisor')
        .signedPapers.giveUp({ id: paper!.id, version: paper!.version, reason: '遗失' }),
    );
    await print('F02', one);
    expect(await rows({ need: 'out' })).toMatchObject([{ copies: 2, reason: null }]);
  });
});

describe('what is open', () => {
  it('stands among the open matters of the shift at once, and goes away by filing', async () => {
    const one = await printed();
    const open = async () => {
      const db = office.file.reader;
      const look = { db, now: office.now(), until: office.now(), settings: await settingsOf(db) };
      return (await openGroups(look)).filter(({ register }) => register === 'signedPapers');
    };
    expect(await open()).toMatchObject([
      { total: 1, matters: [{ serialNo: one.serialNo, title: '捡拾物品收条 / 移交单', late: false }] },
    ]);
    must(await fileIt(one.serialNo));
    expect(await open()).toEqual([]);
  });

  it('stands among the reminders after a week', async () => {
    const one = await printed();
    const board = async () =>
      must(await desk().today.board({})).reminders.filter(({ register }) => register === 'signedPapers');
    expect(await board()).toEqual([]);
    office.setNow(isoOf(msOf(office.now()) + 8 * 86_400_000));
    expect(await board()).toMatchObject([{ need: 'late', count: 1, weight: 'soon' }]);
    must(await fileIt(one.serialNo));
    expect(await board()).toEqual([]);
  });
});
