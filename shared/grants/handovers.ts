import { DESK, type Role } from '../posts';

/** Tab T5 of domain.md §4.2: who takes part in shifts of a desk; the gate takes the desk over by night. */
const SHIFT: readonly Role[] = [...DESK, 'gateGuard'];
const READERS: readonly Role[] = [...SHIFT, 'deptManager', 'csSteward', 'buildingInspector', 'centerManager'];

/** Handovers and instructions (S13): which roles hold each permit (domain.md §4.2, §4.3). */
export const handoversGrants = {
  'handovers.read': READERS,
  'handovers.work': SHIFT,
  /** Reads and signs daily (L10, K17), decides refusals. */
  'handovers.review': ['csSupervisor', 'deptManager'],
  'handovers.void': ['csSupervisor', 'deptManager'],
  'handovers.print': [...SHIFT, 'deptManager'],
  'handovers.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'instructions.read': READERS,
  'instructions.write': [...DESK, 'deptManager'],
  'instructions.acknowledge': [...SHIFT, 'deptManager', 'csSteward', 'buildingInspector'],
  'instructions.correct': [...DESK, 'deptManager'],
  'instructions.void': ['csSupervisor', 'deptManager'],
  'instructions.export': ['csSupervisor', 'deptManager', 'centerManager'],
} satisfies Record<string, readonly Role[]>;
