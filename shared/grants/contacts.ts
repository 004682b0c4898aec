import { DESK, type Role } from '../posts';

/** The contact log (S11): the desk keeps it, the gate writes down the calls of the night (§1.2, §4.1). */
const WHOLE: readonly Role[] = [...DESK, 'deptManager', 'csSteward', 'centerManager'];

export const contactsGrants = {
  'contactLogs.read': [...WHOLE, 'gateGuard'],
  /** What the desk wrote is not the gate's to read. */
  'contactLogs.readAll': WHOLE,
  'contactLogs.record': [...DESK, 'csSteward', 'gateGuard'],
  'contactLogs.handle': [...DESK, 'csSteward', 'deptManager'],
  'contactLogs.correct': [...DESK, 'deptManager', 'csSteward', 'gateGuard'],
  'contactLogs.void': ['csSupervisor', 'deptManager'],
  'contactLogs.print': [...DESK, 'deptManager'],
  'contactLogs.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'contactLogs.unmask': [...DESK, 'csSteward', 'deptManager'],
} satisfies Record<string, readonly Role[]>;
