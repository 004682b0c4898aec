import type { Role } from '../posts';

/** Backup and restore (S101; domain.md §4.3: restore by the administrator, approved by the manager). */
export const backupsGrants = {
  'backups.read': ['sysAdmin', 'deptManager', 'centerManager', 'csSupervisor', 'cashier'],
  'backups.run': ['sysAdmin', 'deptManager', 'cashier'],
  'backups.setUp': ['sysAdmin', 'deptManager'],
  'backups.restore': ['sysAdmin'],
  'backups.approveRestore': ['deptManager', 'centerManager'],
} satisfies Record<string, readonly Role[]>;
