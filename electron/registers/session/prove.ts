import { isoOf, msOf } from '../../../shared/dates';
import type { Actor } from '../../../shared/registers/session';
import { Refusal } from '../../../shared/result';
import type { Capacity, Role } from '../../../shared/roles';
import type { CredentialsTable, StaffTable } from '../../db/tables';
import type { Door } from '../../door';
import { hashSecret, NOBODY, needsRehash, secretFits } from './secrets';

/**
 * Proving a secret (trust.md D1–D3). Every try is counted before it is evaluated, so neither a kill nor a restart gives a
 * try back; five are free, then 30 s doubling to 1 h, and after 100 in a row only an administrator unlocks.
 */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
const LAST_TRY = 100;

/** What a secret is asked for; stands in the journal line of the try. */
export type Purpose = 'signIn' | 'second' | 'changeSecret' | 'recover';
export type CredentialKind = CredentialsTable['kind'];

/** Administrators sign in by passphrase, everybody else by PIN (trust.md D2). */
export const kindFor = (roles: readonly Role[]): 'pin' | 'passphrase' =>
  roles.includes('sysAdmin') ? 'passphrase' : 'pin';

/** The actor a staff row stands for. */
export const actorOf = (row: StaffTable): Actor => ({
  staffId: row.id,
  staffNo: row.staffNo,
  name: row.name,
  roles: JSON.parse(row.roles) as Role[],
  capacities: JSON.parse(row.capacities) as Capacity[],
});

/** Waiting time after `failures` wrong tries in a row, in ms. */
export const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES), LONGEST_WAIT_MS);

/** Deadlines of this run on the monotonic clock: setting the wall clock forward shortens no wait. */
const deadlines = new WeakMap<Door, Map<string, number>>();

/**
 * Proves that `staffId` knows the secret. Answers the actor.
 * Refusals: `session.wrong` {left}, `session.wait` {seconds}, `session.blocked`. Unknown people cost the same time.
 */
export async function proveSecret(
  door: Door,
  staffId: string,
  secret: string,
  purpose: Purpose = 'second',
  wanted?: CredentialKind,
): Promise<Actor> {
  const row = await door.read.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirst();
  const stored = row
    ? await door.read
        .selectFrom('credentials')
        .selectAll()
        .where('staffId', '=', staffId)
        .where('kind', 'in', wanted ? [wanted] : ['pin', 'passphrase'])
        .executeTakeFirst()
    : undefined;
  if (!row || !stored || row.active !== 1) {
    await secretFits(secret, NOBODY);
    throw new Refusal('session.wrong', { left: FREE_TRIES - 1 });
  }
  const failures = await countTry(door, staffId);
  if (!(await secretFits(secret, stored))) {
    await door.write(purposeOp(purpose), { id: row.id, name: row.name }, ({ journal }) => {
      journal.note('session', row.id, { kind: 'SIGN_IN', facts: { ok: false, purpose, failures } });
    });
    const wait = waitAfter(failures);
    if (failures >= LAST_TRY) throw new Refusal('session.blocked');
    if (wait > 0) throw new Refusal('session.wait', { seconds: Math.ceil(wait / 1000) });
    throw new Refusal('session.wrong', { left: FREE_TRIES - failures });
  }
  const rehash = needsRehash(stored) ? await hashSecret(secret, door.random) : null;
  await door.write(purposeOp(purpose), { id: row.id, name: row.name }, async ({ db, journal, now }) => {
    await db
      .updateTable('sign_in_tries')
      .set({
        failures: 0,
        total: 0,
        waitMs: 0,
        waitUntil: null,
        ...(purpose === 'signIn' ? { lastOnAt: now } : {}),
      })
      .where('staffId', '=', staffId)
      .execute();
    journal.note('session', row.id, { kind: 'SIGN_IN', facts: { ok: true, purpose } });
    if (rehash) journal.change('credentials', stored, rehash, { kind: 'SYSTEM' });
  });
  deadlines.get(door)?.delete(staffId);
  return actorOf(row);
}

const purposeOp = (purpose: Purpose): string =>
  purpose === 'second' ? 'session.confirm' : `session.${purpose}`;

/** Counts a try before it is evaluated; refuses while waiting. Answers how many failed in a row, this one included. */
async function countTry(door: Door, staffId: string): Promise<number> {
  const waits = deadlines.get(door) ?? new Map<string, number>();
  deadlines.set(door, waits);
  const mono = door.monotonicMs();
  const left = (waits.get(staffId) ?? 0) - mono;
  if (left > 0) throw new Refusal('session.wait', { seconds: Math.ceil(left / 1000) });
  const failures = await door.counters(async (db, now) => {
    const tries = await db
      .selectFrom('sign_in_tries')
      .selectAll()
      .where('staffId', '=', staffId)
      .executeTakeFirst();
    if (tries && tries.total >= LAST_TRY) throw new Refusal('session.blocked');
    if (tries?.waitUntil) {
      // A clock set back must not stretch the wait beyond its own length.
      const remaining = Math.min(msOf(tries.waitUntil) - msOf(now), tries.waitMs);
      if (remaining > 0) throw new Refusal('session.wait', { seconds: Math.ceil(remaining / 1000) });
    }
    const next = (tries?.failures ?? 0) + 1;
    const waitMs = waitAfter(next);
    const values = {
      failures: next,
      total: (tries?.total ?? 0) + 1,
      waitMs,
      waitUntil: waitMs > 0 ? isoOf(msOf(now) + waitMs) : null,
      lastTryAt: now,
    };
    if (tries) await db.updateTable('sign_in_tries').set(values).where('staffId', '=', staffId).execute();
    else
      await db
        .insertInto('sign_in_tries')
        .values({ staffId, lastOnAt: null, ...values })
        .execute();
    return next;
  });
  waits.set(staffId, mono + waitAfter(failures));
  return failures;
}
