import type { Role } from '../posts';

/** Who writes release slips (domain.md §4.3: receptionist and steward; supervisor and manager have the whole tab T10). */
const RELEASE_ISSUERS: readonly Role[] = ['deptManager', 'csSupervisor', 'csSteward', 'receptionist'];

/** Goods release (S19): which roles hold each permit (domain.md §4.2, §4.3). */
export const goodsReleasesGrants = {
  // T10 of domain.md §4.2; §4.3: receptionist and steward issue, manager or supervisor approves, the guard marks the exit.
  'goodsReleases.read': [
    ...RELEASE_ISSUERS,
    'csAssistant',
    'businessClerk',
    'buildingInspector',
    'cashier',
    'gateGuard',
    'centerManager',
  ],
  'goodsReleases.request': RELEASE_ISSUERS,
  'goodsReleases.approve': ['deptManager', 'csSupervisor'],
  'goodsReleases.gate': ['gateGuard'],
  'goodsReleases.file': RELEASE_ISSUERS,
  'goodsReleases.reconcile': ['deptManager', 'csSupervisor'],
  'goodsReleases.correct': RELEASE_ISSUERS,
  'goodsReleases.void': ['deptManager', 'csSupervisor'],
  'goodsReleases.print': ['deptManager', 'csSupervisor', 'receptionist'],
  'goodsReleases.export': ['deptManager', 'csSupervisor', 'centerManager'],
  'goodsReleases.unmask': RELEASE_ISSUERS,
} satisfies Record<string, readonly Role[]>;
