import type { Role } from '../posts';

/** The office itself: journal, settings, people: which roles hold each permit (domain.md §4.2, §4.3). */
export const officeGrants = {
  'journal.verify': ['deptManager', 'csSupervisor', 'centerManager', 'sysAdmin'],
  /** What is past its period is shown to these; the manager alone approves that it goes (domain.md §6.3). */
  'retention.read': ['csSupervisor', 'deptManager', 'sysAdmin'],
  'retention.erase': ['deptManager'],
  'settings.read': ['deptManager', 'csSupervisor', 'sysAdmin'],
  'settings.change': ['deptManager', 'sysAdmin'],
  'staff.read': ['deptManager', 'csSupervisor', 'sysAdmin'],
  'staff.manage': ['sysAdmin'],
} satisfies Record<string, readonly Role[]>;
