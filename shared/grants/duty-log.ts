import { DESK, type Role } from '../posts';

/** Tab T5 of domain.md §4.2: every post that keeps a log (S14). */
const POSTS: readonly Role[] = [
  ...DESK,
  'csSteward',
  'buildingInspector',
  'cashier',
  'gateGuard',
  'cleaningLead',
  'announcer',
];
const LEADERS: readonly Role[] = ['csSupervisor', 'deptManager', 'centerManager'];

/** Duty logs (S14): who writes, who leaves messages, who signs the day. */
export const dutyLogGrants = {
  'dutyLogs.read': [...POSTS, 'deptManager', 'centerManager'],
  'dutyLogs.write': [...POSTS, 'deptManager'],
  /** 领导留言. */
  'dutyLogs.lead': LEADERS,
  'dutyLogs.sign': ['csSupervisor', 'deptManager'],
  'dutyLogs.correct': [...POSTS, 'deptManager'],
  'dutyLogs.void': ['csSupervisor', 'deptManager'],
  'dutyLogs.print': [...POSTS, 'deptManager'],
  'dutyLogs.export': LEADERS,
} satisfies Record<string, readonly Role[]>;
