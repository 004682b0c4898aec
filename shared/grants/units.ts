import type { Role } from '../posts';

/** Tab T6 of domain.md §4.2: who sees units at all (门岗 name and unit only), who sees the files, who keeps them. */
const UNIT_READERS: readonly Role[] = [
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
  'centerManager',
];
const UNIT_KEEPERS: readonly Role[] = [
  'deptManager',
  'csSupervisor',
  'csAssistant',
  'csSteward',
  'receptionist',
];

/** Units, residents, vehicles (S33, S34, S38): which roles hold each permit (domain.md §4.2, §4.3). */
export const unitsGrants = {
  'units.read': UNIT_READERS,
  'units.register': UNIT_KEEPERS,
  'units.correct': UNIT_KEEPERS,
  'units.void': ['csSupervisor', 'deptManager'],
  'units.print': [...UNIT_KEEPERS, 'businessClerk'],
  'units.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'units.import': ['csSupervisor', 'deptManager'],
  'parties.read': UNIT_READERS.filter((role) => role !== 'gateGuard'),
  'parties.register': UNIT_KEEPERS,
  'parties.unmask': UNIT_KEEPERS,
  'parties.vip': ['csSupervisor', 'deptManager', 'centerManager'],
  'parties.markVip': ['deptManager'],
} satisfies Record<string, readonly Role[]>;
