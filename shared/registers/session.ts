import { z } from 'zod';
import { query, task } from '../op';
import { CAPACITIES, ROLES } from '../roles';
import { id, text } from '../text';

/** Sign-in at a shared desk (trust.md D1–D6, D8). Tasks: proving a PIN is slow on purpose and never holds a transaction. */

/** Who is on, as main knows it. The actor of every operation comes from here, never from a message. */
export const actor = z.object({
  staffId: z.string(),
  staffNo: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  capacities: z.array(z.enum(CAPACITIES)),
});
export type Actor = z.infer<typeof actor>;

export const sessionState = z.object({
  /** `setup`: no office yet; `signedOut`; `locked`: someone is on but must prove the PIN again; `open`. */
  phase: z.enum(['setup', 'signedOut', 'locked', 'open']),
  actor: actor.nullable(),
  demo: z.boolean(),
  officeName: z.string().nullable(),
  station: z.string().nullable(),
  /** Minutes without input after which the desk locks itself. */
  autoLockMinutes: z.number(),
  /** Warnings of this start, as i18n keys below `banner.`: anchors missing, schema changed, clock went back. */
  banners: z.array(z.string()),
});
export type SessionState = z.infer<typeof sessionState>;

/** Answer to a PIN: who is on now, or how long to wait. Never says whether the person exists (D1). */
const proven = z.object({ actor, mustChangePin: z.boolean() });

/** Secrets of every demo person, shown on the sign-in screen of a demo office only: desk roles by PIN, administrators by passphrase. */
export const DEMO_PIN = '268413';
export const DEMO_PASSPHRASE = 'qian tai yan shi 2026';

/** Unsaved text of one person's forms: form key → JSON text as the form wrote it. */
const drafts = z.record(z.string().max(120), z.string().max(50_000));

export const session = {
  state: query('anyone', z.object({}), sessionState),
  /** People who can sign in, most recent first: number, name and initials only. */
  people: query(
    'anyone',
    z.object({}),
    z.array(
      z.object({
        staffId: z.string(),
        staffNo: z.string(),
        name: z.string(),
        initials: z.string(),
        /** Roles for the second line under the name. */
        roles: z.array(z.enum(ROLES)),
        lastOnAt: z.string().nullable(),
        /** Signs in by passphrase (administrators) or PIN (desk roles). */
        secret: z.enum(['pin', 'passphrase']),
      }),
    ),
  ),
  signIn: task('anyone', z.object({ staffId: id, secret: z.string().min(1).max(200) }), proven),
  /** Locks at once; drafts of this user stay in the renderer's memory of the same user. */
  lock: task('anyone', z.object({}), z.object({})),
  signOut: task('signedIn', z.object({}), z.object({})),
  /**
   * Hands the unsaved text of the person now on (open or locked) to main, which keeps it in memory only, under that
   * person, replacing what it had: the window is wiped when people switch (trust.md D4, D5). Refused when nobody is on.
   */
  keepDrafts: task('anyone', z.object({ drafts }), z.object({})),
  /** Gives the person who is on their own drafts back, after a switch. Never anybody else's. */
  drafts: task('signedIn', z.object({}), z.object({ drafts })),
  /** Permit `anyone`: a person who must change a first PIN is still locked; the handler takes the person from the session. */
  changeSecret: task(
    'anyone',
    z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
    z.object({}),
  ),
  /** One-time recovery code (D8): forces a new passphrase, answers with a new code to print. */
  recover: task(
    'anyone',
    z.object({ staffId: id, code: text(40), passphrase: z.string().min(1).max(200) }),
    z.object({ recoveryCode: z.string() }),
  ),
} as const;
