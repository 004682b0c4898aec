import { DESK, type Role } from '../posts';

/** Month binding (desk-practice.md §3.5): the desk binds, a colleague checks, the supervisor or the manager seals. */
export const bindingsGrants = {
  'bindings.read': [...DESK, 'deptManager', 'centerManager'],
  'bindings.bind': ['csAssistant', 'csSupervisor', 'deptManager', 'receptionist'],
  'bindings.check': [...DESK, 'deptManager'],
  'bindings.seal': ['csSupervisor', 'deptManager'],
  'bindings.supplement': ['csAssistant', 'csSupervisor', 'deptManager', 'receptionist'],
} satisfies Record<string, readonly Role[]>;
