import { z } from 'zod';
import { command, query, task } from '../op';
import { CAPACITIES, ROLES } from '../roles';
import { id, optionalText, text, version } from '../text';

/** The people of the office. Never deleted, only deactivated (desk-practice.md §0.6). */
export const staffRow = z.object({
  id: z.string(),
  staffNo: z.string(),
  name: z.string(),
  /** Full pinyin, computed on write. */
  pinyin: z.string(),
  /** Initials, computed on write, editable (polyphones). */
  initials: z.string(),
  roles: z.array(z.enum(ROLES)),
  capacities: z.array(z.enum(CAPACITIES)),
  active: z.boolean(),
  hasSecret: z.boolean(),
  /** Locked out until an administrator unlocks (100 failures) or until this instant. */
  lockedUntil: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
});
export type StaffRow = z.infer<typeof staffRow>;

const profile = {
  staffNo: text(20),
  name: text(40),
  /** Empty: computed from the name. */
  initials: optionalText(20),
  roles: z.array(z.enum(ROLES)).min(1).max(15),
  capacities: z.array(z.enum(CAPACITIES)).max(6).default([]),
  note: optionalText(200),
};
const done = z.object({ id: z.string(), version: z.number().int() });

export const staff = {
  list: query('staff.read', z.object({}), z.array(staffRow)),
  /** Active colleagues who hold a permit: choices of the PinConfirm dialog. Names only. */
  seconds: query(
    'signedIn',
    z.object({ permit: z.string().max(60) }),
    z.array(z.object({ staffId: z.string(), staffNo: z.string(), name: z.string(), initials: z.string() })),
  ),
  add: command('staff.manage', z.object(profile), done),
  amend: command('staff.manage', z.object({ id, version, ...profile }), done),
  setActive: command('staff.manage', z.object({ id, version, active: z.boolean() }), done),
  /** Gives a first or new PIN/passphrase. A task: hashing is slow by design (D1). The person must change it at next sign-in. */
  setSecret: task('staff.manage', z.object({ id, secret: z.string().min(1).max(200) }), z.object({})),
  /** Ends a lock-out (D3). */
  unlock: command('staff.manage', z.object({ id }), z.object({})),
} as const;
