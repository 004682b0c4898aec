import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, newOffice, refusal, type TestOffice } from '../../support/office';

let office: TestOffice;
beforeEach(async () => {
  office = await newOffice();
});
afterEach(() => office.close());

describe('settings', () => {
  it('changes one setting against its version, journalled with old and new', async () => {
    const manager = office.as('deptManager');
    const before = must(await manager.office.settings({}));
    const limits = { ...before.limits, autoLockMinutes: 3 };
    const { version } = must(
      await manager.office.change({ key: 'limits', version: before.versions.limits!, value: limits }),
    );
    expect(version).toBe(2);
    expect(must(await manager.office.settings({})).limits.autoLockMinutes).toBe(3);
    expect(refusal(await manager.office.change({ key: 'limits', version: 1, value: limits }))).toBe(
      'conflict',
    );
    const line = await office.file.reader
      .selectFrom('journal')
      .selectAll()
      .where('register', '=', 'settings')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(line.change)).toMatchObject({ set: { value: JSON.stringify(limits) } });
  });

  it('names the bad field and refuses the demo mark', async () => {
    const manager = office.as('deptManager');
    const before = must(await manager.office.settings({}));
    const bad = { ...before.limits, autoLockMinutes: 99 };
    expect(refusal(await manager.office.change({ key: 'limits', version: 1, value: bad }))).toBe(
      'invalid:value.autoLockMinutes',
    );
    expect(refusal(await manager.office.change({ key: 'demo', version: 1, value: { on: true } }))).toBe(
      'notAllowed',
    );
  });

  it('makes a demo office only where there is none', async () => {
    expect(
      refusal(await office.caller({ actor: null, locked: false }).office.setUpDemo({ entries: 10 })),
    ).toBe('office.exists');
  });
});

describe('staff', () => {
  it('adds with pinyin, keeps edited initials, never doubles a number', async () => {
    const admin = office.as('sysAdmin');
    const profile = {
      staffNo: 'K900',
      name: '单田芳',
      roles: ['receptionist' as const],
      initials: null,
      note: null,
    };
    const { id, version } = must(await admin.staff.add(profile));
    const row = must(await admin.staff.list({})).find((p) => p.id === id)!;
    expect(row).toMatchObject({ pinyin: 'shantianfang', initials: 'stf', active: true, hasSecret: false });
    expect(refusal(await admin.staff.add(profile))).toBe('invalid:staffNo');
    must(await admin.staff.amend({ id, version, ...profile, initials: 'dtf' }));
    expect(must(await admin.staff.list({})).find((p) => p.id === id)!.initials).toBe('dtf');
    expect(refusal(await admin.staff.amend({ id, version, ...profile }))).toBe('conflict');
  });

  it('deactivates but keeps people, keeps the last administrator, and nobody deactivates themselves', async () => {
    const admin = office.as('sysAdmin');
    const [first, second] = [office.actor('sysAdmin'), office.actor('sysAdmin', true)];
    must(await admin.staff.setActive({ id: second.staffId, version: 1, active: false }));
    expect(refusal(await admin.staff.setActive({ id: first.staffId, version: 1, active: false }))).toBe(
      'staff.self',
    );
    const profile = {
      staffNo: first.staffNo,
      name: first.name,
      roles: ['receptionist' as const],
      initials: null,
      note: null,
    };
    expect(refusal(await admin.staff.amend({ id: first.staffId, version: 1, ...profile }))).toBe(
      'staff.lastAdmin',
    );
    expect(must(await admin.staff.list({}))).toHaveLength(30);
  });

  it('offers as second person only active colleagues with the right, never oneself', async () => {
    const seconds = must(await office.as('csSupervisor').staff.seconds({ permit: 'foundItems.countersign' }));
    expect(seconds.map((p) => p.name).sort()).toEqual(['周建国', '钱敏', '韩冬'].sort());
    expect(refusal(await office.as('csSupervisor').staff.seconds({ permit: 'nonsense' }))).toBe(
      'invalid:permit',
    );
  });

  it('refuses weak first secrets and secrets for nobody', async () => {
    const admin = office.as('sysAdmin');
    expect(
      refusal(await admin.staff.setSecret({ id: office.actor('cashier').staffId, secret: '111111' })),
    ).toBe('invalid:secret');
    expect(
      refusal(await admin.staff.setSecret({ id: office.actor('sysAdmin').staffId, secret: '604827' })),
    ).toBe('invalid:secret');
    expect(refusal(await admin.staff.setSecret({ id: '0'.repeat(26), secret: '604827' }))).toBe('notFound');
    expect(refusal(await admin.staff.unlock({ id: office.actor('cashier').staffId }))).toBe(
      'staff.notLocked',
    );
  });
});
