import { beforeEach, describe, expect, it } from 'vitest';
import { verifyFile } from '../../../electron/db/verify';
import { instantOf } from '../../../shared/dates';
import type { Role } from '../../../shared/roles';
import { withoutGuards } from '../../faults/guards';
import { must, newOffice, PIN, refusal, type TestOffice } from '../../support/office';
import { register, umbrella } from '../found-items/support';

/** 装订 (desk-practice.md §3.5): three people freeze a month; nothing of it changes afterwards, and the verifier agrees with its pages. */
let office: TestOffice;
const JUNE = '2026-06';
const JULY = '2026-07';
beforeEach(async () => {
  office = await newOffice({ now: instantOf('2026-06-10', '09:00') });
});
const proof = (role: Role, other = false) => ({ staffId: office.actor(role, other).staffId, pin: PIN });
const desk = () => office.as('receptionist');
const bind = (month: string) =>
  // monthBindings.bind
  desk().monthBindings.bind({
    register: 'foundItems',
    month,
    checker: proof('csAssistant'),
    supervisor: proof('csSupervisor'),
  });
async function fill(n: number) {
  const made = [];
  for (let i = 0; i < n; i += 1) {
    office.pass(20);
    made.push(await register(office, umbrella(office)));
  }
  return made;
}
const problems = () => verifyFile(office.file.raw, null).problems;

describe('binding a month', () => {
  it("'monthBindings.preview' pages it, 'monthBindings.bind' freezes it, 'monthBindings.entry' shows it; the verifier agrees", async () => {
    const items = await fill(23);
    must(
      await office.as('csSupervisor').foundItems.void({
        id: items[3]!.id,
        version: items[3]!.version,
        reason: '重复登记',
      }),
    );
    expect(refusal(await bind(JUNE))).toBe('bindings.notOver');
    office.setNow(instantOf('2026-07-01', '09:00'));
    const seen = must(await desk().monthBindings.preview({ register: 'foundItems', month: JUNE }));
    expect(seen).toMatchObject({ lines: 23, voids: 1, stop: null, pageFrom: 1 });
    expect(seen.pages).toBeGreaterThan(1);
    const bound = must(await bind(JUNE));
    expect(bound.serialNo).toBe('ZT202606-F01');
    const volume = must(await desk().monthBindings.entry({ id: bound.id }));
    expect(volume.pages).toHaveLength(seen.pages);
    expect(volume.pages[0]).toMatchObject({ no: 1, from: 1 });
    expect(volume.pages.at(-1)!.to).toBe(23);
    expect(volume.voided.map(({ serialNo, what }) => [serialNo, what])).toEqual([
      [items[3]!.serialNo, '重复登记'],
    ]);
    expect(volume.previousNo).toBeNull();
    expect(refusal(await bind(JUNE))).toBe('bindings.bound');
    expect(problems()).toEqual([]);
  });

  it('needs three different people with their rights and PINs', async () => {
    await fill(2);
    office.setNow(instantOf('2026-07-01', '09:00'));
    const asked = async (checker: object, supervisor: object) =>
      refusal(
        await desk().monthBindings.bind({
          register: 'foundItems',
          month: JUNE,
          checker: checker as ReturnType<typeof proof>,
          supervisor: supervisor as ReturnType<typeof proof>,
        }),
      );
    expect(await asked(proof('receptionist'), proof('csSupervisor'))).toBe('bindings.threePeople');
    expect(await asked(proof('csSupervisor'), proof('csSupervisor'))).toBe('bindings.threePeople');
    expect(await asked(proof('csAssistant'), proof('csSteward'))).toBe('second.noRight');
    expect(await asked(proof('sysAdmin'), proof('csSupervisor'))).toBe('second.noRight');
    expect(
      (await asked({ ...proof('csAssistant'), pin: '000111' }, proof('csSupervisor')))?.startsWith('session'),
    ).toBe(true);
    expect(must(await desk().monthBindings.shelf({ year: 2026 }))[0]!.months[0]!.binding).toBeNull();
  });

  it('freezes: no edit, correction or void, through the door or past it; a control shows that the trigger bites', async () => {
    const [item] = await fill(3);
    office.setNow(instantOf('2026-07-01', '09:00'));
    const bound = must(await bind(JUNE));
    const voiding = {
      id: item!.id,
      version: item!.version,
      reason: '登记错了',
    };
    expect(refusal(await office.as('csSupervisor').foundItems.void(voiding))).toBe('bindings.frozen');
    const insert = office.file.raw.prepare(
      `INSERT INTO journal SELECT seq + 1, at, station, actorId, actorName, op, 'VOID', register, entryId, entryVersion + 1, serialNo,
        change, entryDigest, hash, 'x' FROM journal WHERE entryId = ? ORDER BY seq DESC LIMIT 1`,
    );
    expect(() => insert.run(item!.id)).toThrow(/bound:|append-only/);
    // Control: without the binding the same void is taken.
    withoutGuards(office.file.raw, () => office.file.raw.prepare('DELETE FROM month_bindings').run());
    must(await office.as('csSupervisor').foundItems.void(voiding));
    expect(bound.serialNo).toBe('ZT202606-F01');
  });

  it('months follow each other: in order, each with the root of the one before, pages numbered on', async () => {
    await fill(12);
    office.setNow(instantOf('2026-07-05', '09:00'));
    await fill(3);
    office.setNow(instantOf('2026-08-05', '09:00'));
    await fill(1);
    office.setNow(instantOf('2026-09-05', '09:00'));
    const june = must(await bind(JUNE));
    expect(refusal(await bind('2026-08'))).toBe('bindings.earlierOpen');
    expect(must(await desk().monthBindings.counts({})).toBind).toBe(1);
    const july = must(await bind(JULY));
    must(await bind('2026-08'));
    const [first, second] = [
      must(await desk().monthBindings.entry({ id: june.id })),
      must(await desk().monthBindings.entry({ id: july.id })),
    ];
    expect(second).toMatchObject({ previousNo: first.serialNo, previousRoot: first.rootHash });
    expect(second.pages[0]!.no).toBe(first.pages.at(-1)!.no + 1);
    expect(must(await desk().monthBindings.counts({})).toBind).toBe(0);
    expect(problems()).toEqual([]);
  });

  it('the verifier names a page that was tampered with, a line struck past the guards, a root exchanged', async () => {
    const items = await fill(4);
    office.setNow(instantOf('2026-07-01', '09:00'));
    must(await bind(JUNE));
    const { raw } = office.file;
    const broken = (change: () => void): string[] => {
      raw.exec('SAVEPOINT tamper');
      withoutGuards(raw, change);
      const kinds = problems().filter(({ kind }) => kind === 'bindingBroken');
      raw.exec('ROLLBACK TO tamper');
      raw.exec('RELEASE tamper');
      return kinds.map(({ detail }) => detail);
    };
    expect(
      broken(() => raw.prepare("UPDATE journal SET entryDigest = 'x' WHERE entryId = ?").run(items[1]!.id)),
    ).toContainEqual(expect.stringMatching(/^page 1 differs$/));
    expect(
      broken(() =>
        raw.prepare('UPDATE month_bindings SET pages = replace(pages, \'"to":4\', \'"to":3\')').run(),
      ),
    ).not.toEqual([]);
    expect(broken(() => raw.prepare('UPDATE month_bindings SET rootSeq = rootSeq - 1').run())).toContainEqual(
      expect.stringMatching(/^root #/),
    );
    expect(problems()).toEqual([]);
  });

  it('a claim after the binding goes on: what the trade does with a line is no change of the book', async () => {
    const [item] = await fill(2);
    office.setNow(instantOf('2026-07-01', '09:00'));
    must(await bind(JUNE));
    const later = must(
      await desk().foundItems.postNotice({
        id: item!.id,
        version: item!.version,
        at: office.now(),
        how: '大堂公告栏',
      }),
    );
    expect(later.version).toBe(item!.version + 1);
    expect(problems()).toEqual([]);
  });
});

describe('supplements', () => {
  it("'monthBindings.supplement' adds to a line of a bound month; it stands in the volume of the month it is written in", async () => {
    const [item] = await fill(3);
    office.setNow(instantOf('2026-07-02', '09:00'));
    await fill(1);
    const june = must(await bind(JUNE));
    const add = (entryNo: string) =>
      desk().monthBindings.supplement({ id: june.id, entryNo, text: '伞骨有一根断，登记时漏写' });
    expect(refusal(await add('SW202606-0009'))).toBe('bindings.noSuchLine');
    expect(refusal(await add('SW202607-0001'))).toBe('bindings.noSuchLine');
    must(await add(item!.serialNo.toLowerCase()));
    const volume = must(await desk().monthBindings.entry({ id: june.id }));
    expect(volume.supplements.map(({ entryNo, month }) => [entryNo, month])).toEqual([
      [item!.serialNo, JULY],
    ]);
    office.setNow(instantOf('2026-08-01', '09:00'));
    const july = must(await bind(JULY));
    const paper = must(await desk().prints.prepare({ form: 'monthBinding', entryId: july.id }));
    const text = JSON.stringify(paper);
    expect(text).toContain('伞骨有一根断');
    expect(text).toContain('ZT202606-F01');
    expect(problems()).toEqual([]);
  });
});
