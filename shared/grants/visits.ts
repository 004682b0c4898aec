import { DESK, type Role } from '../posts';

/** Visitors, their passes, enquiries about residents (S10, S12): which roles hold each permit (domain.md §4.2, §4.3). */
export const visitsGrants = {
  'visits.read': [...DESK, 'deptManager', 'csSteward', 'buildingInspector', 'gateGuard', 'centerManager'],
  'visits.record': [...DESK, 'csSteward', 'gateGuard'],
  'visits.supplement': ['csSupervisor', 'deptManager'],
  'visits.correct': [...DESK, 'deptManager', 'csSteward', 'gateGuard'],
  'visits.void': ['csSupervisor', 'deptManager'],
  'visits.print': [...DESK, 'deptManager', 'gateGuard'],
  'visits.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'visits.unmask': [...DESK, 'deptManager', 'csSteward'],
  'visits.watch': ['csSupervisor', 'deptManager', 'receptionist', 'csSteward'],
  'visits.retention': ['csSupervisor', 'deptManager', 'sysAdmin'],
  'visits.erase': ['deptManager'],
  'visitorPasses.manage': DESK,
  'disclosures.read': [...DESK, 'deptManager', 'csSteward', 'centerManager'],
  'disclosures.ask': [...DESK, 'csSteward', 'deptManager'],
  'disclosures.approve': ['csSupervisor', 'deptManager'],
  'disclosures.correct': [...DESK, 'csSteward', 'deptManager'],
  'disclosures.void': ['csSupervisor', 'deptManager'],
  'disclosures.print': ['csSupervisor', 'deptManager'],
  'disclosures.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'disclosures.unmask': ['csSupervisor', 'deptManager', 'receptionist'],
} satisfies Record<string, readonly Role[]>;
