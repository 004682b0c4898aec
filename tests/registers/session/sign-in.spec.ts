import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proveSecret, waitAfter } from '../../../electron/registers/session/prove';
import { newRecoveryCode, secretFits, tidyRecoveryCode } from '../../../electron/registers/session/secrets';
import { passphraseProblem, pinProblem } from '../../../electron/registers/session/weak-pins';
import {
  must,
  newOffice,
  PASSPHRASE,
  PIN,
  refusal,
  seededBytes,
  type TestOffice,
} from '../../support/office';

let office: TestOffice;
beforeEach(async () => {
  office = await newOffice();
});
afterEach(() => office.close());

const nobody = () => office.caller({ actor: null, locked: false });

describe('sign-in (trust.md D1–D4)', () => {
  it('lists people without secrets and lets the right PIN in', async () => {
    const people = must(await nobody().session.people({}));
    expect(people).toHaveLength(30);
    expect(Object.keys(people[0]!)).not.toContain('hash');
    const me = office.actor('receptionist');
    const answer = must(await nobody().session.signIn({ staffId: me.staffId, secret: PIN }));
    expect(answer.actor.name).toBe(me.name);
    expect(office.host.session.phase()).toBe('open');
    expect(must(await nobody().session.people({}))[0]!.staffId).toBe(me.staffId);
    const line = await office.file.reader
      .selectFrom('journal')
      .selectAll()
      .where('op', '=', 'session.signIn')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(line.change)).toEqual({ ok: true, purpose: 'signIn' });
    expect(line.change).not.toContain(PIN);
  });

  it('says the same of an unknown person as of a wrong PIN', async () => {
    expect(refusal(await nobody().session.signIn({ staffId: '0'.repeat(26), secret: PIN }))).toBe(
      'session.wrong',
    );
    expect(
      refusal(await nobody().session.signIn({ staffId: office.actor('cashier').staffId, secret: '000000' })),
    ).toBe('session.wrong');
  });

  it('gives five tries, then doubles the wait; the clock set forward or back changes nothing; others are not touched', async () => {
    const staffId = office.actor('gateGuard').staffId;
    const guess = async (secret = '000000') => refusal(await nobody().session.signIn({ staffId, secret }));
    for (let i = 0; i < 4; i += 1) expect(await guess()).toBe('session.wrong');
    expect(await guess()).toBe('session.wait');
    expect(await guess(PIN)).toBe('session.wait');
    const other = await nobody().session.signIn({ staffId: office.actor('cashier').staffId, secret: PIN });
    expect(other.ok).toBe(true);
    office.setNow(new Date(Date.parse(office.now()) - 86_400_000).toISOString());
    expect(await guess(PIN)).toBe('session.wait');
    office.pass(24 * 60 + 1);
    const back = await nobody().session.signIn({ staffId, secret: PIN });
    expect(back.ok).toBe(true);
  });

  it('keeps the count through a restart: the stored wait holds although the new run has no deadline of its own', async () => {
    const staffId = office.actor('announcer').staffId;
    for (let i = 0; i < 5; i += 1) await nobody().session.signIn({ staffId, secret: '000000' });
    const tries = await office.file.reader
      .selectFrom('sign_in_tries')
      .selectAll()
      .where('staffId', '=', staffId)
      .executeTakeFirstOrThrow();
    expect(tries).toMatchObject({ failures: 5, total: 5, waitMs: 30_000 });
    const { Door } = await import('../../../electron/door');
    const restarted = new Door({ ...office.door.deps, monotonicMs: () => 0 });
    await expect(proveSecret(restarted, staffId, PIN)).rejects.toMatchObject({ reason: 'session.wait' });
  });

  it('evaluates at most twenty of 10,000 guesses in the first hour', () => {
    let waited = 0;
    let evaluated = 0;
    while (waited < 3_600_000) {
      evaluated += 1;
      waited += waitAfter(evaluated);
    }
    expect(evaluated).toBeLessThanOrEqual(20);
    expect(waitAfter(99)).toBe(3_600_000);
  });

  it('blocks for good after a hundred failures until an administrator unlocks', async () => {
    const staffId = office.actor('cleaningLead').staffId;
    await office.door.counters(async (db, now) => {
      await db
        .insertInto('sign_in_tries')
        .values({
          staffId,
          failures: 100,
          total: 100,
          waitMs: 0,
          waitUntil: null,
          lastTryAt: now,
          lastOnAt: null,
        })
        .execute();
    });
    expect(refusal(await nobody().session.signIn({ staffId, secret: PIN }))).toBe('session.blocked');
    must(await office.as('sysAdmin').staff.unlock({ id: staffId }));
    must(await nobody().session.signIn({ staffId, secret: PIN }));
  });

  it('locks: the actor stays, every operation is refused until the PIN', async () => {
    const me = office.actor('receptionist');
    must(await nobody().session.signIn({ staffId: me.staffId, secret: PIN }));
    must(await nobody().session.lock({}));
    expect(office.host.session.phase()).toBe('locked');
    expect(must(await nobody().session.state({})).phase).toBe('locked');
    must(await nobody().session.signIn({ staffId: me.staffId, secret: PIN }));
    must(await office.as('receptionist').session.signOut({}));
    expect(office.host.session.phase()).toBe('signedOut');
  });

  it('keeps drafts of each person apart', async () => {
    const [a, b] = [office.actor('receptionist'), office.actor('cashier')];
    must(await nobody().session.signIn({ staffId: a.staffId, secret: PIN }));
    must(await nobody().session.keepDrafts({ drafts: { form: '{"name":"伞"}' } }));
    must(await nobody().session.signIn({ staffId: b.staffId, secret: PIN }));
    expect(must(await office.as('cashier').session.drafts({})).drafts).toEqual({});
    must(await nobody().session.signIn({ staffId: a.staffId, secret: PIN }));
    expect(must(await office.as('receptionist').session.drafts({})).drafts).toEqual({
      form: '{"name":"伞"}',
    });
  });

  it('forces a first PIN to be changed: locked until then, weak ones refused', async () => {
    const admin = office.as('sysAdmin');
    const { id } = must(
      await admin.staff.add({
        staffNo: 'T77',
        name: '单雄',
        roles: ['receptionist'],
        initials: null,
        note: null,
      }),
    );
    must(await admin.staff.setSecret({ id, secret: '739201' }));
    expect(must(await nobody().session.signIn({ staffId: id, secret: '739201' })).mustChangePin).toBe(true);
    expect(office.host.session.phase()).toBe('locked');
    expect(refusal(await nobody().session.changeSecret({ current: '739201', next: '123456' }))).toBe(
      'invalid:next',
    );
    expect(refusal(await nobody().session.changeSecret({ current: '739201', next: '739201' }))).toBe(
      'invalid:next',
    );
    must(await nobody().session.changeSecret({ current: '739201', next: '604827' }));
    expect(office.host.session.phase()).toBe('open');
  });

  it('recovers a lost passphrase once by the printed code', async () => {
    const fresh = await newOffice();
    const { openOffice } = await import('../../../electron/db/office-file');
    const { Door } = await import('../../../electron/door');
    const file = openOffice(':memory:', 'create', fresh.now());
    const door = new Door({ ...fresh.door.deps, file });
    const call = (name: string, input: unknown) => door.call(name, input, { actor: null, locked: false });
    const setUp = await call('office.setUp', {
      office: { name: '某物业', project: '某大厦', department: '客服部', formPrefix: 'KF-QR' },
      partyAContacts: [],
      posts: ['前台'],
      shifts: [{ code: 'early', zh: '早班', en: 'Early', from: '08:00', to: '16:00', alone: false }],
      station: { name: '前台一' },
      anchorFolder: { path: null },
      admin: { staffNo: '001', name: '管理员', passphrase: PASSPHRASE, alsoManager: true },
    });
    const { recoveryCode } = must(setUp) as { recoveryCode: string };
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(refusal(await call('office.setUp', (setUp as { data: unknown }).data))).toMatch(
      /invalid|office.exists/,
    );
    const [admin] = must(await call('session.people', {})) as { staffId: string; secret: string }[];
    expect(admin!.secret).toBe('passphrase');
    const next = 'an entirely new passphrase';
    const typed = recoveryCode.toLowerCase().replace(/-/g, ' ');
    must(await call('session.recover', { staffId: admin!.staffId, code: typed, passphrase: next }));
    expect(
      refusal(await call('session.recover', { staffId: admin!.staffId, code: typed, passphrase: next })),
    ).toBe('session.wrong');
    expect(refusal(await call('session.signIn', { staffId: admin!.staffId, secret: PASSPHRASE }))).toBe(
      'session.wrong',
    );
    must(await call('session.signIn', { staffId: admin!.staffId, secret: next }));
    file.close();
    fresh.close();
  });
});

describe('secrets', () => {
  it('refuses 200 and more weak PINs and short passphrases (D2)', () => {
    const weak = new Set<string>();
    for (let d = 0; d < 10; d += 1) weak.add(String(d).repeat(6));
    for (let d = 0; d < 10; d += 1) weak.add(Array.from({ length: 6 }, (_, i) => (d + i) % 10).join(''));
    for (let d = 0; d < 10; d += 1) weak.add(Array.from({ length: 6 }, (_, i) => (d - i + 20) % 10).join(''));
    for (let y = 50; y < 100; y += 5)
      for (let m = 1; m <= 12; m += 1) weak.add(`${y}${String(m).padStart(2, '0')}15`);
    for (let a = 0; a < 10; a += 1)
      for (let b = 0; b < 10; b += 1) if (a !== b) weak.add(`${a}${b}`.repeat(3));
    for (const pin of [
      '520131',
      '147258',
      '159753',
      '112233',
      '123321',
      '314159',
      '888666',
      '19880808',
      '20010203',
    ])
      weak.add(pin);
    expect(weak.size).toBeGreaterThan(200);
    for (const pin of weak) if (pin !== '520131') expect(pinProblem(pin), pin).toBe('pin.weak');
    expect(pinProblem('12345')).toBe('pin.short');
    expect(pinProblem('12a456')).toBe('pin.digits');
    expect(pinProblem('604827')).toBeNull();
    expect(pinProblem('904821', 'KF9048')).toBe('pin.weak');
    expect(passphraseProblem('short one')).toBe('passphrase.short');
    expect(passphraseProblem('a'.repeat(20))).toBe('passphrase.weak');
    expect(passphraseProblem(PASSPHRASE)).toBeNull();
  });

  it('makes codes of 16 Crockford characters that survive sloppy typing', () => {
    const code = newRecoveryCode(seededBytes('code'));
    expect(tidyRecoveryCode(` ${code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')} `)).toBe(
      code.replace(/-/g, ''),
    );
  });

  it('stores 16-byte salts and the parameters of trust.md D1', async () => {
    const row = await office.file.reader.selectFrom('credentials').selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(row.params)).toEqual({ N: 32768, r: 8, p: 3, keylen: 32 });
    expect(Buffer.from(row.salt, 'base64url')).toHaveLength(16);
    expect(await secretFits(PIN, row)).toBe(true);
    expect(await secretFits('482916', row)).toBe(false);
  });
});
