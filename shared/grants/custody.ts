import { DESK, type Role } from '../posts';

/** Custody, tools and radios, move notices (S17, S18, S20): which roles hold each permit (domain.md §4.2, §4.3). */
export const custodyGrants = {
  /** S17: the desk keeps and hands out; the manager decides on what nobody fetches. */
  'custodyItems.read': [...DESK, 'deptManager', 'csSteward', 'centerManager'],
  'custodyItems.keep': DESK,
  'custodyItems.decide': ['csSupervisor', 'deptManager'],
  'custodyItems.correct': [...DESK, 'deptManager'],
  'custodyItems.void': ['csSupervisor', 'deptManager'],
  'custodyItems.print': [...DESK, 'deptManager'],
  'custodyItems.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'custodyItems.unmask': [...DESK, 'deptManager'],
  /** S18: the inventory is the assistant's and supervisor's, the lending is the desk's. */
  'tools.read': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'engineeringDesk',
    'centerManager',
  ],
  'tools.manage': ['csAssistant', 'csSupervisor', 'deptManager'],
  'tools.lend': DESK,
  'tools.settle': ['csSupervisor', 'deptManager'],
  'tools.correct': [...DESK, 'deptManager'],
  'tools.void': ['csSupervisor', 'deptManager'],
  'tools.print': [...DESK, 'deptManager'],
  'tools.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'tools.unmask': [...DESK, 'deptManager'],
  /** S20: desk and steward write it down; gate and lift post read whom to expect. */
  'moveNotices.read': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'engineeringDesk',
    'centerManager',
  ],
  'moveNotices.record': [...DESK, 'csSteward'],
  'moveNotices.correct': [...DESK, 'deptManager', 'csSteward'],
  'moveNotices.void': ['csSupervisor', 'deptManager'],
  'moveNotices.print': [...DESK, 'deptManager', 'csSteward'],
  'moveNotices.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'moveNotices.unmask': [...DESK, 'deptManager', 'csSteward'],
} satisfies Record<string, readonly Role[]>;
