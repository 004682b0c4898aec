import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyOffice } from '../../../electron/db/verify';
import { DEFAULT_RETENTION } from '../../../shared/registers/retention.setting';
import { must, refusal, type TestOffice } from '../../support/office';
import { expectLast, quickOffice, touch } from '../../support/quick';
import { call, writeDown } from '../contacts/support';
import { openDesk, sheetOf, signedOut } from '../handovers/support';
import { parcel, takeIn } from '../mail/support';
import { newUnit } from '../units/support';

/**
 * Retention of handovers, mail and contacts (domain.md §6.3; trust.md C8): what is past its period goes with the manager's
 * approval, from rows, corrections, index and files; lines stay, and the chain verifies before and after.
 */
let dir: string;
let office: TestOffice;
let contact: { id: string; version: number };
let open: { id: string };
let mail: { id: string };
let shift: { id: string };
const GONE = [
  '待忘来电人',
  '13900001111',
  '忘记的漏水',
  '待忘收件人',
  '13900002222',
  '待忘领件人',
  '忘记的提问',
];

/** Which of the values stand somewhere in the data folder's files. */
function visible(): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return GONE.filter((value) => bytes.some((content) => content.includes(value)));
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-retention-'));
  office = await quickOffice({ dataDir: dir, now: '2023-03-10T02:00:00.000Z' });
  const desk = office.as('receptionist');
  const unitId = (await newUnit(office, { unitNo: '1502' })).id;
  const said = { callerName: '待忘来电人', callerPhone: '13900001111', content: '忘记的漏水' };
  const started = await openDesk(office);
  contact = await writeDown(office, call(office, unitId, said));
  open = await writeDown(office, call(office, unitId, { callerName: '还在等的人' }));
  const item = await takeIn(
    office,
    parcel(office, unitId, { addresseeName: '待忘收件人', addresseePhone: '13900002222' }),
  );
  // The sheet shows the open call; somebody asks about it.
  const signed = await signedOut(office, started);
  const asked = must(
    await desk.handovers.ask({ ...touch(signed), question: '忘记的提问', answer: '已答复' }),
  );
  const second = office.pin('receptionist', true);
  shift = must(await desk.handovers.signIn({ ...touch(asked), second }));
  contact = must(
    await desk.contactLogs.close({
      ...touch(contact),
      at: office.now(),
      result: '已修好',
      replied: 'yes',
      rating: 'satisfied',
    }),
  );
  const { entry } = must(await desk.mailItems.entry({ id: item.id }));
  must(
    await desk.mailItems.collect({
      items: [{ id: item.id, version: entry.version }],
      takerName: '待忘领件人',
      takerRelation: 'family',
      at: office.now(),
    }),
  );
  mail = { id: item.id };
  office.setNow('2026-11-21T02:00:00.000Z');
});
afterAll(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});

const manager = () => office.as('deptManager').retention;
const erase = (second: ReturnType<TestOffice['pin']>) =>
  office.as('csSupervisor').retention.erase({ second, job: 'erase' });

describe('retention', () => {
  it('previews by book and month; what is open is never due', async () => {
    const { months, entries, periods } = must(await manager().preview({}));
    expect(periods).toEqual(DEFAULT_RETENTION);
    expect(months).toEqual([
      { register: 'handovers', month: '2023-03', entries: 1 },
      { register: 'mailItems', month: '2023-03', entries: 1 },
      { register: 'contactLogs', month: '2023-03', entries: 1 },
    ]);
    expect(entries).toBe(3);
    const longer = { handovers: 3650, mailItems: 3650, contactLogs: 3650 };
    expect(must(await manager().preview({ periods: longer })).entries).toBe(0);
    expect(refusal(await office.as('receptionist').retention.preview({}))).toBe('notAllowed');
  });

  it('changes periods in its own act; a shorter one needs the manager’s PIN', async () => {
    const admin = office.as('sysAdmin');
    const set = async (mailItems: number, second: ReturnType<TestOffice['pin']> | null = null) => {
      const { versions } = must(await admin.office.settings({}));
      const periods = { ...DEFAULT_RETENTION, mailItems };
      return admin.retention.setPeriods({ periods, version: versions.retention ?? 0, second });
    };
    must(await set(400));
    expect(refusal(await set(365))).toBe('second.missing');
    expect(refusal(await set(365, office.pin('csSupervisor')))).toBe('second.noRight');
    must(await set(365, office.pin('deptManager')));
    expect(refusal(await admin.retention.setPeriods({ periods: DEFAULT_RETENTION, version: 0 }))).toBe(
      'conflict',
    );
    const { versions } = must(await admin.office.settings({}));
    const change = { key: 'retention' as const, version: versions.retention ?? 0, value: DEFAULT_RETENTION };
    expect(refusal(await admin.office.change(change))).toBe('retention.ownPeriods');
  });

  it('erases with the manager’s approval; lines stay, files hold nothing of it, the chain verifies', async () => {
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
    expect(visible()).toEqual(GONE);
    expect(refusal(await erase(office.pin('receptionist')))).toBe('second.noRight');
    expect(refusal(await erase(office.pin('csSupervisor')))).toBe('second.same');
    // 'retention.erase'
    expect(must(await erase(office.pin('deptManager')))).toEqual({ erased: 3, cancelled: false });
    expect(refusal(await erase(office.pin('deptManager')))).toBe('retention.nothingDue');
    for (const { id } of [shift, mail, contact]) expectLast(office, id, 'retention.erase/ANONYMISE');

    const desk = office.as('csSupervisor');
    const called = must(await desk.contactLogs.entry({ id: contact.id })).entry;
    expect(called).toMatchObject({ callerName: null, content: null, kind: 'repair', rating: 'satisfied' });
    expect(must(await desk.contactLogs.entry({ id: open.id })).entry.callerName).toBe('还在等的人');
    const item = must(await desk.mailItems.entry({ id: mail.id })).entry;
    expect(item).toMatchObject({ addresseeName: null, takerName: null, kind: 'express', carrier: '顺丰' });
    const sheet = await sheetOf(office, shift.id);
    expect(sheet).toMatchObject({ state: 'sealed', sheet: null, live: false, questions: [], events: [] });
    expect(sheet.counts.length).toBeGreaterThan(0);
    // The paper can still be printed: its head, counts and signatures.
    expect(must(await desk.prints.prepare({ form: 'F19', entryId: shift.id }))).toMatchObject({
      form: 'F19',
    });
    expect(must(await desk.search.find({ typed: '待忘来电人' })).hits).toEqual([]);
    expect(visible()).toEqual([]);
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
  });
});
