import { DESK, type Role } from '../posts';

/** Notices, boards and displays (S25): clerk and assistant write, the supervisor approves (domain.md §4.3). */
export const noticesGrants = {
  'notices.read': [...DESK, 'deptManager', 'announcer', 'centerManager'],
  'notices.write': ['businessClerk', 'csAssistant', 'csSupervisor', 'deptManager'],
  'notices.approve': ['csSupervisor', 'deptManager'],
  'notices.post': ['businessClerk', 'csAssistant', 'csSupervisor', 'receptionist', 'announcer'],
  'notices.correct': ['businessClerk', 'csAssistant', 'csSupervisor', 'deptManager'],
  'notices.void': ['csSupervisor', 'deptManager'],
  'notices.print': [...DESK, 'deptManager', 'announcer'],
  'notices.export': ['csSupervisor', 'deptManager', 'centerManager'],
} satisfies Record<string, readonly Role[]>;
