import { ROLES, type Role } from '../posts';

/** Everybody of the department (tab T15 of domain.md §4.2); engineering and who only runs the system are none of it. */
const EVERYONE: readonly Role[] = ROLES.filter((role) => role !== 'sysAdmin' && role !== 'engineeringDesk');
const WRITERS: readonly Role[] = [
  'csAssistant',
  'csSupervisor',
  'deptManager',
  'receptionist',
  'businessClerk',
  'csSteward',
];

/** Meetings and resolutions (S84): the supervisor chairs, a recorder writes, the assistant chases (domain.md §4.1). */
export const meetingsGrants = {
  'meetings.read': EVERYONE,
  'meetings.write': WRITERS,
  'meetings.correct': WRITERS,
  'meetings.void': ['csSupervisor', 'deptManager'],
  'meetings.print': [...WRITERS, 'centerManager'],
  'meetings.export': ['csAssistant', 'csSupervisor', 'deptManager', 'centerManager'],
  /** Whose it is says that it is done; the assistant chases. */
  'resolutions.finish': EVERYONE,
  'resolutions.drop': ['csSupervisor', 'deptManager'],
} satisfies Record<string, readonly Role[]>;
