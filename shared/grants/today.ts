import { ROLES, type Role } from '../posts';

/** Today: whoever has the board may put a reminder of a book they read off, with a reason (domain.md §4.2 T1). */
export const todayGrants = {
  'today.snooze': ROLES.filter((role) => role !== 'sysAdmin' && role !== 'centerManager'),
} satisfies Record<string, readonly Role[]>;
