import { DESK, type Role } from '../posts';

/** Resident cards and permits (S32): which roles hold each permit (domain.md §4.2, §4.3). */
export const accessCardsGrants = {
  /** S32: the desk issues, the assistant collects and files; the gate looks at a pass's validity. */
  'accessCards.read': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'centerManager',
  ],
  'accessCards.issue': [...DESK, 'csSteward'],
  'accessCards.file': ['csAssistant', 'csSupervisor'],
  'accessCards.correct': [...DESK, 'deptManager', 'csSteward'],
  'accessCards.void': ['csSupervisor', 'deptManager'],
  'accessCards.print': [...DESK, 'deptManager'],
  'accessCards.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'accessCards.unmask': [...DESK, 'deptManager'],
} satisfies Record<string, readonly Role[]>;
