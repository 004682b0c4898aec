import { DESK, type Role } from '../posts';

/** Found items and lost reports (S01, S02): which roles hold each permit (domain.md §4.2, §4.3). */
export const foundItemsGrants = {
  'foundItems.read': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'cleaningLead',
    'announcer',
    'centerManager',
  ],
  'foundItems.register': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'cleaningLead',
  ],
  'foundItems.handOver': [...DESK, 'deptManager'],
  'foundItems.countersign': ['csSupervisor', 'deptManager'],
  'foundItems.dispose': ['csSupervisor'],
  'foundItems.approveDisposal': ['deptManager'],
  'foundItems.correct': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'cleaningLead',
  ],
  'foundItems.void': ['csSupervisor', 'deptManager'],
  'foundItems.print': [...DESK, 'deptManager'],
  'foundItems.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'foundItems.unmask': [...DESK, 'deptManager'],
} satisfies Record<string, readonly Role[]>;
