import { DESK, type Role } from '../posts';

/** Broadcasts (S28): the announcer plays, supervisor and manager approve (domain.md §4.3). */
export const broadcastsGrants = {
  'broadcasts.read': [...DESK, 'deptManager', 'announcer', 'centerManager'],
  'broadcasts.write': [
    'announcer',
    'businessClerk',
    'receptionist',
    'csAssistant',
    'csSupervisor',
    'deptManager',
  ],
  'broadcasts.approve': ['csSupervisor', 'deptManager'],
  'broadcasts.play': ['announcer', 'receptionist', 'csSupervisor'],
  'broadcasts.correct': ['announcer', 'csAssistant', 'csSupervisor', 'deptManager'],
  'broadcasts.void': ['csSupervisor', 'deptManager'],
  'broadcasts.print': [...DESK, 'deptManager', 'announcer'],
  'broadcasts.export': ['csSupervisor', 'deptManager', 'centerManager'],
} satisfies Record<string, readonly Role[]>;
