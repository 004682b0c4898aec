import { InvalidField, Refusal } from '../../../shared/result';
import { holds, type Role } from '../../../shared/roles';
import type { Door } from '../../door';
import type { HandlersFor, TaskContext } from '../handlers';
import { officeExists, settingsOf } from '../office/settings';
import { storeSecret } from './credentials';
import { kindFor, proveSecret } from './prove';
import { newRecoveryCode, tidyRecoveryCode } from './secrets';
import { passphraseProblem, pinProblem } from './weak-pins';

/** Sign-in, lock, recovery (trust.md D1–D6, D8). Who is on lives in the host's session, never in a message. */
export const sessionHandlers: HandlersFor<'session'> = {
  async state(_, { db, door }) {
    const port = door.deps.host.session;
    const exists = await officeExists(db);
    const settings = exists ? await settingsOf(db) : null;
    return {
      phase: exists ? port.phase() : 'setup',
      actor: port.actor(),
      demo: settings?.demo.on ?? false,
      officeName: settings?.office.project ?? null,
      station: settings?.station.name ?? null,
      autoLockMinutes: settings?.limits.autoLockMinutes ?? 5,
      banners: [...door.banners],
    };
  },

  async people(_, { db }) {
    const rows = await db
      .selectFrom('staff')
      .innerJoin('credentials', 'credentials.staffId', 'staff.id')
      .leftJoin('sign_in_tries', 'sign_in_tries.staffId', 'staff.id')
      .select(['staff.id', 'staffNo', 'name', 'initials', 'roles', 'lastOnAt', 'credentials.kind'])
      .where('active', '=', 1)
      .where('credentials.kind', 'in', ['pin', 'passphrase'])
      .orderBy('lastOnAt', (o) => o.desc().nullsLast())
      .orderBy('staffNo')
      .execute();
    return rows.map((row) => ({
      staffId: row.id,
      staffNo: row.staffNo,
      name: row.name,
      initials: row.initials,
      roles: JSON.parse(row.roles) as Role[],
      lastOnAt: row.lastOnAt,
      secret: row.kind === 'passphrase' ? ('passphrase' as const) : ('pin' as const),
    }));
  },

  async signIn({ staffId, secret }, { door, host }) {
    const actor = await proveSecret(door, staffId, secret, 'signIn');
    const credential = await door.read
      .selectFrom('credentials')
      .select('mustChange')
      .where('staffId', '=', staffId)
      .where('kind', '=', kindFor(actor.roles))
      .executeTakeFirst();
    const mustChangePin = credential?.mustChange === 1;
    host.session.open(actor, mustChangePin);
    return { actor, mustChangePin };
  },

  lock(_, { host }) {
    host.session.lock();
    return {};
  },

  async signOut(_, context) {
    const actor = signedIn(context);
    await context.door.write('session.signOut', { id: actor.staffId, name: actor.name }, ({ journal }) => {
      journal.note('session', actor.staffId, { kind: 'SIGN_IN', facts: { ok: true, purpose: 'signOut' } });
    });
    context.host.session.end();
    return {};
  },

  keepDrafts({ drafts }, context) {
    draftsOf(context.door).set(signedIn(context).staffId, drafts);
    return {};
  },

  drafts(_, context) {
    return { drafts: draftsOf(context.door).get(signedIn(context).staffId) ?? {} };
  },

  async changeSecret({ current, next }, context) {
    const actor = signedIn(context);
    const { door, host } = context;
    await proveSecret(door, actor.staffId, current, 'changeSecret');
    if (current === next) throw new InvalidField('next', 'pin.same');
    assertStrong(next, actor.roles, actor.staffNo, 'next');
    await storeSecret(door, 'session.changeSecret', actor, actor.staffId, kindFor(actor.roles), next, false);
    host.session.open(actor, false);
    return {};
  },

  async recover({ staffId, code, passphrase }, { door }) {
    const problem = passphraseProblem(passphrase);
    if (problem) throw new InvalidField('passphrase', problem);
    const actor = await proveSecret(door, staffId, tidyRecoveryCode(code), 'recover', 'recovery');
    if (!holds(actor.roles, 'staff.manage')) throw new Refusal('notAllowed');
    const recoveryCode = newRecoveryCode(door.random);
    await storeSecret(door, 'session.recover', actor, staffId, 'passphrase', passphrase, false);
    await storeSecret(
      door,
      'session.recover',
      actor,
      staffId,
      'recovery',
      tidyRecoveryCode(recoveryCode),
      false,
    );
    return { recoveryCode };
  },
};

/** Unsaved text by person, in memory of this run only: never on disk, never handed to anybody else (trust.md D4, D5). */
const kept = new WeakMap<Door, Map<string, Record<string, string>>>();
function draftsOf(door: Door): Map<string, Record<string, string>> {
  const drafts = kept.get(door) ?? new Map<string, Record<string, string>>();
  kept.set(door, drafts);
  return drafts;
}

/** The person of the session, locked or not: changing a secret is how a "must change" lock ends. */
function signedIn({ host }: TaskContext) {
  const actor = host.session.actor();
  if (!actor) throw new Refusal('signedOut');
  return actor;
}

/** Throws InvalidField when a new PIN or passphrase is too weak for these roles (trust.md D2). */
export function assertStrong(secret: string, roles: readonly Role[], staffNo: string, field: string): void {
  const problem = kindFor(roles) === 'passphrase' ? passphraseProblem(secret) : pinProblem(secret, staffNo);
  if (problem) throw new InvalidField(field, problem);
}
