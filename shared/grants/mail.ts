import { DESK, type Role } from '../posts';

/** Mail and parcels (S16): the gate takes in, the desk sorts and hands over (domain.md §4.1, §4.2). */
export const mailGrants = {
  'mailItems.read': [...DESK, 'deptManager', 'csSteward', 'gateGuard', 'centerManager'],
  'mailItems.record': [...DESK, 'csSteward', 'gateGuard'],
  'mailItems.handle': [...DESK, 'csSteward'],
  'mailItems.putBack': [...DESK],
  'mailItems.correct': [...DESK, 'deptManager', 'csSteward', 'gateGuard'],
  'mailItems.void': ['csSupervisor', 'deptManager'],
  'mailItems.print': [...DESK, 'deptManager'],
  'mailItems.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'mailItems.unmask': [...DESK, 'deptManager'],
} satisfies Record<string, readonly Role[]>;
