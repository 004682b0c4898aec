import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishRestore, untoldRestore } from '../../../electron/backup/restore';
import { openOffice } from '../../../electron/db/office-file';
import { verifyOffice } from '../../../electron/db/verify';
import { Door } from '../../../electron/door';
import { keepSafe, lookOverdue, OVERDUE } from '../../../electron/keeping';
import { NodeHost } from '../../../electron/node-host';
import { fill } from '../../db/fill';
import { newOffice, PIN, type TestOffice } from '../../support/office';

/** S101 through the door: set up, make, look, drill, restore with a second person, the log, the banner. */
const PASSPHRASE = 'yi ju hua zuo kou ling';
let dir: string;
let stick: string;
let office: TestOffice;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-s101-'));
  stick = join(dir, 'stick');
  mkdirSync(stick);
  office = await newOffice({ dataDir: join(dir, 'office') });
  await fill(office, 10, 1);
});
afterEach(() => {
  if (office.file.raw.open) office.close();
  rmSync(dir, { recursive: true, force: true });
});

const admin = () => office.as('sysAdmin');
async function setUp(passphrase: string | null = PASSPHRASE): Promise<string | null> {
  // backups.setUp
  const result = await admin().backups.setUp({ folder: stick, everyDays: 7, passphrase });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.data.recoveryKey;
}
const reasonOf = (result: { ok: boolean; error?: { kind: string; reason?: string } }): string | undefined =>
  result.ok ? 'ok' : result.error?.reason;

describe('setting up', () => {
  it('keeps no secret: only public halves stand in the settings and the journal', async () => {
    const key = await setUp();
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const text = [
      ...office.file.rawReader.prepare('SELECT value FROM settings').pluck().all(),
      ...office.file.rawReader.prepare('SELECT change FROM journal').pluck().all(),
    ].join('\n');
    for (const secret of [PASSPHRASE, key!, key!.replaceAll('-', '')])
      expect(text.includes(secret)).toBe(false);
    // A change of folder keeps the passphrase and makes no new key.
    expect(await setUp(null)).toBeNull();
    const state = await admin().backups.state({});
    expect(state.ok && state.data).toMatchObject({ ready: true, folder: stick, days: null, copies: [] });
  });

  it('refuses a short passphrase, and the plain way of changing settings', async () => {
    expect(
      reasonOf(await admin().backups.setUp({ folder: null, everyDays: 7, passphrase: 'short words' })),
    ).toBe('backups.shortPassphrase');
    const value = { folder: stick, passphrase: null, recovery: null, everyDays: 7 };
    expect(reasonOf(await admin().office.change({ key: 'backup', version: 1, value }))).toBe('notAllowed');
  });
});

describe('a backup through the door', () => {
  it("'backups.make' is refused until a passphrase is set, then made, proven and logged", async () => {
    expect(reasonOf(await admin().backups.make({ job: 'j', folder: stick }))).toBe('backups.notReady');
    await setUp();
    const made = await admin().backups.make({ job: 'j' });
    expect(made.ok && made.data).toMatchObject({ kind: 'encrypted', result: 'ok', place: stick });
    expect(readdirSync(stick)).toHaveLength(1);
    const away = await admin().backups.make({ job: 'j', folder: join(dir, 'not plugged in') });
    expect(reasonOf(away)).toBe('backups.folderMissing');
    const log = await admin().backups.list({});
    expect(log.ok && log.data.map(({ kind, result, reason }) => [kind, result, reason])).toEqual([
      ['encrypted', 'failed', 'folderMissing'],
      ['encrypted', 'ok', null],
    ]);
    const state = await admin().backups.state({});
    expect(state.ok && state.data.days).toBe(0);
    expect(verifyOffice(join(dir, 'office'), () => {}).problems).toEqual([]);
  });

  it("'backups.look' says what it holds and what a restore would lose; 'backups.drill' proves it and is logged", async () => {
    await setUp();
    await admin().backups.make({ job: 'j' });
    const path = join(stick, readdirSync(stick)[0]!);
    const lines = Number(office.file.rawReader.prepare('SELECT max(seq) FROM journal').pluck().get());
    await fill(office, 4, 2);
    const now = Number(office.file.rawReader.prepare('SELECT max(seq) FROM journal').pluck().get());
    const seen = await admin().backups.look({ secret: PASSPHRASE, path });
    // The line of the backup itself was written after its snapshot.
    expect(seen.ok && seen.data).toMatchObject({ lines: lines - 1, missing: now - (lines - 1) });
    expect(reasonOf(await admin().backups.look({ secret: 'not it at all, no', path }))).toBe(
      'backups.wrongSecret',
    );
    const file = seen.ok ? seen.data!.file : '';
    const drilled = await admin().backups.drill({ job: 'j', file, secret: PASSPHRASE });
    expect(drilled.ok && drilled.data).toMatchObject({ kind: 'drill', result: 'ok', problems: 0 });
    expect(existsSync(join(dir, 'office', 'drill-work'))).toBe(false);
    const state = await admin().backups.state({});
    expect(state.ok && state.data.lastDrillAt).toBe(office.now());
    // 'backups.chooseFolder': nobody to ask here.
    expect(await admin().backups.chooseFolder({})).toEqual({ ok: true, data: null });
  });

  it("'backups.restore' needs the manager's own proof, stages, decides and asks for the office anew", async () => {
    await setUp();
    await admin().backups.make({ job: 'j' });
    const path = join(stick, readdirSync(stick)[0]!);
    const seen = await admin().backups.look({ secret: PASSPHRASE, path });
    const file = seen.ok ? seen.data!.file : '';
    const order = { job: 'j', file, secret: PASSPHRASE };
    const proof = (role: 'sysAdmin' | 'receptionist' | 'deptManager') => ({
      staffId: office.actor(role).staffId,
      pin: PIN,
    });
    const asked = async (role: 'sysAdmin' | 'receptionist' | 'deptManager') =>
      reasonOf(await admin().backups.restore({ ...order, approval: proof(role) }));
    expect(await asked('sysAdmin')).toBe('second.same');
    expect(await asked('receptionist')).toBe('second.noRight');
    const wrong = await admin().backups.restore({
      ...order,
      approval: { ...proof('deptManager'), pin: '999000' },
    });
    expect(wrong.ok).toBe(false);
    expect(existsSync(join(dir, 'office', 'restore-intent.json'))).toBe(false);
    let reopened = 0;
    office.host.reopen = () => {
      reopened += 1;
    };
    const done = await admin().backups.restore({ ...order, approval: proof('deptManager') });
    expect(done).toEqual({ ok: true, data: { problems: 0 } });
    expect(reopened).toBe(1);
    office.close();
    finishRestore(join(dir, 'office'));
    expect(untoldRestore(join(dir, 'office'))).toMatchObject({
      by: { name: office.actor('sysAdmin').name },
      second: { name: office.actor('deptManager').name },
    });
  });

  it("'backups.adopt' takes an office over where there is none, and nowhere else", async () => {
    await setUp();
    await admin().backups.make({ job: 'j' });
    const path = join(stick, readdirSync(stick)[0]!);
    const nobody = office.caller({ actor: null, locked: false });
    expect(reasonOf(await nobody.backups.adopt({ job: 'j', secret: PASSPHRASE, path }))).toBe(
      'office.exists',
    );
    const dataDir = join(dir, 'new computer');
    const file = openOffice(dataDir, 'create', office.now());
    const deps = { ...office.door.deps, file, host: new NodeHost(dataDir) };
    const door = new Door(deps);
    const result = await door.call(
      'backups.adopt',
      { job: 'j', secret: PASSPHRASE, path },
      { actor: null, locked: false },
    );
    expect(result.ok).toBe(true);
    file.close();
    finishRestore(dataDir);
    const problems = verifyOffice(dataDir, () => {}).problems;
    expect(problems).toEqual([]);
  });
});

describe('by itself', () => {
  it('copies each day, backs up when it is due and the disk is there, and the banner tells when it is not', async () => {
    const { door, host } = office;
    await keepSafe(door, host);
    expect(door.banners.has(OVERDUE)).toBe(false);
    office.pass(8 * 24 * 60);
    await keepSafe(door, host);
    // Eight days of work and never a backup.
    expect(door.banners.has(OVERDUE)).toBe(true);
    await setUp();
    await keepSafe(door, host);
    expect(readdirSync(stick)).toHaveLength(1);
    expect(door.banners.has(OVERDUE)).toBe(false);
    await keepSafe(door, host);
    expect(readdirSync(stick)).toHaveLength(1);
    office.pass(7 * 24 * 60);
    await keepSafe(door, host);
    expect(readdirSync(stick)).toHaveLength(2);
    rmSync(stick, { recursive: true });
    office.pass(8 * 24 * 60);
    await keepSafe(door, host);
    await lookOverdue(door, host);
    expect(door.banners.has(OVERDUE)).toBe(true);
    const state = await admin().backups.state({});
    expect(state.ok && state.data.copies).toHaveLength(4);
    const log = await admin().backups.list({});
    expect(log.ok && log.data.every((row) => row.result === 'ok')).toBe(true);
  });
});
