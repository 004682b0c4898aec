import type { Role } from '../posts';

/** Everybody who works by the roster, and may therefore ask for a swap. */
const CREW: readonly Role[] = [
  'deptManager',
  'csSupervisor',
  'csAssistant',
  'csSteward',
  'receptionist',
  'businessClerk',
  'buildingInspector',
  'projectAccountant',
  'cashier',
  'gateGuard',
  'cleaningLead',
  'announcer',
  'engineeringDesk',
];
/** Who keeps a post somebody may have to leave (S15), and writes it down there. */
const POSTED: readonly Role[] = [
  'deptManager',
  'csSupervisor',
  'csAssistant',
  'csSteward',
  'receptionist',
  'businessClerk',
  'gateGuard',
];
const LEADERS: readonly Role[] = ['csSupervisor', 'deptManager'];
const READERS: readonly Role[] = ['csSupervisor', 'deptManager', 'centerManager'];

/** Rosters, swaps and stand-ins (S81, S15): which roles hold each permit (domain.md §4.2, §4.3 "Roster publish / swap"). */
export const rostersGrants = {
  'rosters.read': [...CREW, 'centerManager'],
  'rosters.plan': LEADERS,
  'rosters.publish': LEADERS,
  'rosters.void': LEADERS,
  'rosters.print': [...LEADERS, 'csAssistant'],
  'rosters.export': READERS,
  'shiftSwaps.read': [...CREW, 'centerManager'],
  'shiftSwaps.ask': CREW,
  'shiftSwaps.approve': LEADERS,
  'shiftSwaps.correct': CREW,
  'shiftSwaps.void': LEADERS,
  'shiftSwaps.export': READERS,
  'postCovers.read': [...POSTED, 'centerManager'],
  'postCovers.record': POSTED,
  'postCovers.approve': LEADERS,
  'postCovers.correct': POSTED,
  'postCovers.void': LEADERS,
  'postCovers.print': [...LEADERS, 'csAssistant'],
  'postCovers.export': READERS,
} satisfies Record<string, readonly Role[]>;
