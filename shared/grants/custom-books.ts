import { DESK, type Role } from '../posts';

/**
 * The office's own books: whoever has a part in the tab 部门 may read them; a book names those of them who may write. The
 * department defines them (domain.md §4.2).
 */
const WRITERS: readonly Role[] = [
  ...DESK,
  'deptManager',
  'csSteward',
  'buildingInspector',
  'projectAccountant',
  'cashier',
  'gateGuard',
  'cleaningLead',
  'announcer',
];

export const customBooksGrants = {
  'customBooks.read': [...WRITERS, 'centerManager'],
  'customBooks.define': ['csSupervisor', 'deptManager'],
  'customEntries.read': [...WRITERS, 'centerManager'],
  'customEntries.record': WRITERS,
  'customEntries.void': ['csSupervisor', 'deptManager'],
  'customEntries.print': [...DESK, 'deptManager'],
  'customEntries.export': ['csSupervisor', 'deptManager', 'centerManager'],
} satisfies Record<string, readonly Role[]>;
