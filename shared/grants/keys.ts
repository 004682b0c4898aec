import { DESK, type Role } from '../posts';

/** Tab T4 of domain.md §4.2: who sees keys, and of these who uses them. */
const KEY_USERS: readonly Role[] = [
  ...DESK,
  'deptManager',
  'csSteward',
  'buildingInspector',
  'gateGuard',
  'engineeringDesk',
];
const KEY_READERS: readonly Role[] = [...KEY_USERS, 'centerManager'];

/** Keys, inventory and desk (S03–S09): which roles hold each permit (domain.md §4.2, §4.3). */
export const keysGrants = {
  /** The key desk (T4, §4.3): desk roles issue and take back; everybody who sees keys may apply for a copy or report a loss. */
  'keyLoans.read': KEY_READERS,
  'keyLoans.issue': [...DESK, 'deptManager'],
  'keyLoans.extend': ['csSupervisor', 'deptManager'],
  'keyLoans.correct': [...KEY_USERS],
  'keyLoans.void': ['csSupervisor', 'deptManager'],
  'keyLoans.print': [...DESK, 'deptManager', 'csSteward'],
  'keyLoans.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'keyLoans.unmask': [...DESK, 'deptManager'],
  'keyCopies.apply': KEY_USERS,
  'keyCopies.approve': ['deptManager', 'csSupervisor'],
  'keyCopies.make': [...DESK, 'deptManager'],
  'keyIncidents.report': KEY_USERS,
  'keyIncidents.close': ['csSupervisor', 'deptManager'],
  'keys.read': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'engineeringDesk',
    'centerManager',
  ],
  /** Create, move, retire: of these only who holds the capacity keyCustodian, or the supervisor (§4.3). */
  'keys.manage': [...DESK, 'deptManager', 'csSteward'],
  'keys.countersign': ['csSupervisor', 'deptManager'],
  'keys.seal': [...DESK, 'deptManager', 'csSteward'],
  'keys.mandate': [...DESK, 'deptManager', 'csSteward'],
  /** Who may vouch that the person is the owner (S04: steward or specialist). */
  'keys.identify': ['csSteward', 'csSupervisor', 'deptManager'],
  'keys.check': ['csSupervisor', 'deptManager'],
  'keys.signCheck': ['csSupervisor'],
  'keys.transfer': [...DESK, 'deptManager', 'csSteward'],
  'keys.correct': [...DESK, 'deptManager', 'csSteward'],
  'keys.void': ['csSupervisor', 'deptManager'],
  'keys.print': [...DESK, 'deptManager', 'csSteward'],
  'keys.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'keys.unmask': [...DESK, 'deptManager', 'csSteward'],
} satisfies Record<string, readonly Role[]>;
