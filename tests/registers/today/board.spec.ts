import { afterEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { settingsOf } from '../../../electron/registers/office/settings';
import { alarmsOf } from '../../../electron/registers/reminding';
import { clockOf, slotNow } from '../../../shared/registers/today.clock';
import { holds, ROLES } from '../../../shared/roles';
import { must, type TestOffice } from '../../support/office';
import { register, umbrella } from '../found-items/support';
import { cabinet, deskOffice, EVENING, inBag, key, wall } from '../key-desk/support';

/** Today (domain.md §1.2, §6.5): what presses, whom it concerns, and how it is put off. */

let office: TestOffice;
afterEach(() => office?.close());

const keysOf = async (role: Parameters<TestOffice['as']>[0]) =>
  must(await office.as(role).today.board({})).reminders.map((one) => one.key);

it('reminds of a found item Party A was not told of, and forgets it by doing', async () => {
  office = await deskOffice();
  const { id, version } = await register(office, umbrella(office));
  const [one] = must(await office.as('receptionist').today.board({})).reminders;
  expect(one).toMatchObject({
    key: 'foundItems.notify',
    register: 'foundItems',
    need: 'notify',
    weight: 'due',
    count: 1,
    snoozed: null,
  });
  expect(one!.since).not.toBeNull();
  must(await office.as('csSupervisor').foundItems.void({ id, version, reason: '登记错误，重复' }));
  expect(await keysOf('receptionist')).not.toContain('foundItems.notify');
});

it('asks nobody about a book they may not read', async () => {
  office = await deskOffice();
  await register(office, umbrella(office));
  for (const role of ROLES) {
    const keys = await keysOf(role);
    expect(keys.includes('foundItems.notify'), role).toBe(holds([role], 'foundItems.read'));
  }
});

it('reminds of the weekly check while a cabinet with keys was not counted this week (L02)', async () => {
  office = await deskOffice();
  const cab = await cabinet(office);
  // A cabinet without keys asks for nothing.
  expect(await keysOf('csSupervisor')).not.toContain('keyChecks.due');
  await key(office, cab, 'storeroom', { keyNo: 'K-041', label: '物料库房', ...inBag(office, 'FD-0002') });
  expect(await keysOf('csSupervisor')).toContain('keyChecks.due');
});

it('lets no storeroom that stands open wait, and says so to tray and badge without a name (S06)', async () => {
  office = await deskOffice({ now: EVENING });
  const store = await key(office, await cabinet(office), 'storeroom', {
    keyNo: 'K-040',
    label: '物料库房',
    ...inBag(office, 'FD-0001'),
  });
  const alarms = async () =>
    alarmsOf({ db: office.file.reader, now: office.now(), settings: await settingsOf(office.file.reader) });
  expect(await alarms()).toEqual([]);
  must(
    await office.as('receptionist').keyUnseals.open({
      keyId: store.id,
      reason: '地下室跑水，急需水泵',
      requesterName: '高师傅',
      requesterDepartment: '工程部',
      oldBagNo: 'FD-0001',
      oldBagIntact: true,
      goods: [],
      second: office.pin('csSteward'),
    }),
  );
  const [first] = must(await office.as('receptionist').today.board({})).reminders;
  expect(first).toMatchObject({ key: 'keyUnseals.unsealed', weight: 'urgent', snoozeMinutes: 0 });
  expect(await alarms()).toEqual([{ key: 'keyUnseals.unsealed', count: 1 }]);
  const put = { key: 'keyUnseals.unsealed', until: wall('20:40'), reason: '人还没有回来' };
  expect(await office.as('receptionist').today.snooze(put)).toMatchObject({
    ok: false,
    error: { reason: 'today.cannotWait' },
  });
});

it('puts a reminder off with a reason that everybody sees, until its time comes', async () => {
  office = await deskOffice({ now: wall('09:00') });
  await register(office, umbrella(office));
  const desk = office.as('receptionist');
  const put = { key: 'foundItems.notify', until: wall('09:40'), reason: '甲方负责人开会，十点再打' };
  must(await desk.today.snooze(put));
  const line = office.file.raw
    .prepare("SELECT op, kind FROM journal WHERE register = 'reminderSnoozes' ORDER BY seq DESC LIMIT 1")
    .get();
  expect(line).toEqual({ op: 'today.snooze', kind: 'CREATE' });
  const shown = must(await office.as('csSupervisor').today.board({})).reminders[0];
  expect(shown).toMatchObject({
    key: 'foundItems.notify',
    snoozed: { until: put.until, reason: put.reason, byName: office.actor('receptionist').name },
  });
  office.pass(41);
  expect(must(await desk.today.board({})).reminders[0]).toMatchObject({ snoozed: null });
});

it('takes a snooze back, once', async () => {
  office = await deskOffice({ now: wall('09:00') });
  await register(office, umbrella(office));
  const desk = office.as('receptionist');
  must(await desk.today.snooze({ key: 'foundItems.notify', until: wall('09:40'), reason: '稍后再打' }));
  must(await office.as('csSupervisor').today.wake({ key: 'foundItems.notify' }));
  expect(must(await desk.today.board({})).reminders[0]).toMatchObject({ snoozed: null });
  expect(await desk.today.wake({ key: 'foundItems.notify' })).toMatchObject({
    ok: false,
    error: { kind: 'refused', reason: 'today.notSnoozed' },
  });
});

it('refuses a snooze that is too long, in the past, of nothing, or without a reason', async () => {
  office = await deskOffice({ now: wall('09:00') });
  const desk = office.as('receptionist');
  const put = { key: 'foundItems.notify', until: wall('09:40'), reason: '稍后再打' };
  expect(await desk.today.snooze(put)).toMatchObject({ ok: false, error: { reason: 'today.nothingThere' } });
  await register(office, umbrella(office));
  expect(await desk.today.snooze({ ...put, until: wall('11:00') })).toMatchObject({
    ok: false,
    error: { reason: 'today.tooLong' },
  });
  expect(await desk.today.snooze({ ...put, until: wall('08:00') })).toMatchObject({
    ok: false,
    error: { kind: 'invalid', fields: { until: { code: 'time.early' } } },
  });
  expect(await desk.today.snooze({ ...put, reason: ' ' })).toMatchObject({
    ok: false,
    error: { kind: 'invalid', fields: { reason: {} } },
  });
  expect(await desk.today.snooze({ ...put, key: 'nothing.atAll' })).toMatchObject({
    ok: false,
    error: { reason: 'today.nothingThere' },
  });
  // The manager above the department reads and puts nothing off.
  expect(await office.as('centerManager').today.snooze(put)).toMatchObject({ ok: false });
});

it('has hours for every role but the administrator, and knows the present one', () => {
  for (const role of ROLES) {
    const clock = clockOf([role], DEFAULT_SETTINGS, wall('09:10'));
    expect(clock.length > 0, role).toBe(role !== 'sysAdmin');
    expect(clock.map((slot) => slot.at)).toEqual(clock.map((slot) => slot.at).sort());
  }
  const desk = clockOf(['receptionist'], DEFAULT_SETTINGS, wall('17:35'));
  expect(slotNow(desk, wall('17:35'))?.code).toBe('summarySoon');
  expect(slotNow(desk, wall('18:05'))?.at).toBe('18:00');
  expect(slotNow(desk, wall('07:00'))).toBeNull();
  // The office's own shifts are hours of the desk.
  expect(desk.filter((slot) => slot.code === 'handover').map((slot) => slot.shift?.zh)).toEqual([
    '早班',
    '晚班',
    '夜班',
  ]);
});
