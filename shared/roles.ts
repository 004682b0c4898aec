/**
 * Who may do what: role → permits and role → workspace tabs (domain.md §4.1–4.3).
 * One table; the door asks it, the generated matrix test walks it, the screens read it.
 */

/** The fifteen roles of domain.md §4.1, in its order. */
export const ROLES = [
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
  'cleaningLead',
  'announcer',
  'engineeringDesk',
  'centerManager',
  'sysAdmin',
] as const;
export type Role = (typeof ROLES)[number];

/** Given on top of a role (domain.md §4.1): 值班主管, 钥匙保管员, 监印人, 记录人, 分管区域, 消防责任人. */
export const CAPACITIES = [
  'dutySupervisor',
  'keyCustodian',
  'sealKeeper',
  'recorder',
  'areaOwner',
  'fireWarden',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

/**
 * `anyone`: nobody needs to be signed in (sign-in screen, first start).
 * `signedIn`: any unlocked session. `printWindow`: only the hidden print window. All others are granted by role.
 */
export const PERMITS = [
  'anyone',
  'signedIn',
  'printWindow',
  'foundItems.read',
  'foundItems.register',
  'foundItems.handOver',
  'foundItems.countersign',
  'foundItems.dispose',
  'foundItems.approveDisposal',
  'foundItems.correct',
  'foundItems.void',
  'foundItems.print',
  'foundItems.export',
  'foundItems.unmask',
  'units.read',
  'units.register',
  'units.correct',
  'units.void',
  'units.print',
  'units.export',
  'units.import',
  'parties.read',
  'parties.register',
  'parties.unmask',
  'parties.vip',
  'parties.markVip',
  'keyLoans.read',
  'keyLoans.issue',
  'keyLoans.extend',
  'keyLoans.correct',
  'keyLoans.void',
  'keyLoans.print',
  'keyLoans.export',
  'keyLoans.unmask',
  'keyCopies.apply',
  'keyCopies.approve',
  'keyCopies.make',
  'keyIncidents.report',
  'keyIncidents.close',
  'keys.read',
  'keys.manage',
  'keys.countersign',
  'keys.seal',
  'keys.mandate',
  'keys.identify',
  'keys.check',
  'keys.signCheck',
  'keys.transfer',
  'keys.correct',
  'keys.void',
  'keys.print',
  'keys.export',
  'keys.unmask',
  'goodsReleases.read',
  'goodsReleases.request',
  'goodsReleases.approve',
  'goodsReleases.gate',
  'goodsReleases.file',
  'goodsReleases.reconcile',
  'goodsReleases.correct',
  'goodsReleases.void',
  'goodsReleases.print',
  'goodsReleases.export',
  'goodsReleases.unmask',
  'visits.read',
  'visits.record',
  'visits.supplement',
  'visits.correct',
  'visits.void',
  'visits.print',
  'visits.export',
  'visits.unmask',
  'visits.watch',
  'visits.retention',
  'visits.erase',
  'visitorPasses.manage',
  'accessCards.read',
  'accessCards.issue',
  'accessCards.file',
  'accessCards.correct',
  'accessCards.void',
  'accessCards.print',
  'accessCards.export',
  'accessCards.unmask',
  'disclosures.read',
  'disclosures.ask',
  'disclosures.approve',
  'disclosures.correct',
  'disclosures.void',
  'disclosures.print',
  'disclosures.export',
  'disclosures.unmask',
  'journal.verify',
  'settings.read',
  'settings.change',
  'staff.read',
  'staff.manage',
] as const;
export type Permit = (typeof PERMITS)[number];
type Granted = Exclude<Permit, 'anyone' | 'signedIn' | 'printWindow'>;

/** "Desk roles" of domain.md §4.3: those who stand at the reception desk. */
const DESK: readonly Role[] = ['csSupervisor', 'csAssistant', 'receptionist', 'businessClerk'];

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

/** Who writes release slips (domain.md §4.3: receptionist and steward; supervisor and manager have the whole tab T10). */
const RELEASE_ISSUERS: readonly Role[] = ['deptManager', 'csSupervisor', 'csSteward', 'receptionist'];

/** Tab T4 of domain.md §4.2: who sees keys, and of these who uses them. */
const KEY_USERS: readonly Role[] = [
  ...DESK,
  'deptManager',
  'csSteward',
  'buildingInspector',
  'gateGuard',
  'engineeringDesk',
];
const KEY_READERS: readonly Role[] = [...KEY_USERS, 'centerManager'];

/** Which roles hold each permit. `sysAdmin` does no business (domain.md §4.1). */
export const GRANTS: Record<Granted, readonly Role[]> = {
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
  /** The key desk (T4, §4.3): desk roles issue and take back; everybody who sees keys may apply for a copy or report a loss. */
  'keyLoans.read': KEY_READERS,
  'keyLoans.issue': [...DESK, 'deptManager'],
  'keyLoans.extend': ['csSupervisor', 'deptManager'],
  'keyLoans.correct': [...KEY_USERS],
  'keyLoans.void': ['csSupervisor', 'deptManager'],
  'keyLoans.print': [...DESK, 'deptManager', 'csSteward'],
  'keyLoans.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'keyLoans.unmask': [...DESK, 'deptManager'],
  'keyCopies.apply': KEY_USERS,
  'keyCopies.approve': ['deptManager', 'csSupervisor'],
  'keyCopies.make': [...DESK, 'deptManager'],
  'keyIncidents.report': KEY_USERS,
  'keyIncidents.close': ['csSupervisor', 'deptManager'],
  'keys.read': [
    ...DESK,
    'deptManager',
    'csSteward',
    'buildingInspector',
    'gateGuard',
    'engineeringDesk',
    'centerManager',
  ],
  /** Create, move, retire: of these only who holds the capacity keyCustodian, or the supervisor (§4.3). */
  'keys.manage': [...DESK, 'deptManager', 'csSteward'],
  'keys.countersign': ['csSupervisor', 'deptManager'],
  'keys.seal': [...DESK, 'deptManager', 'csSteward'],
  'keys.mandate': [...DESK, 'deptManager', 'csSteward'],
  /** Who may vouch that the person is the owner (S04: steward or specialist). */
  'keys.identify': ['csSteward', 'csSupervisor', 'deptManager'],
  'keys.check': ['csSupervisor', 'deptManager'],
  'keys.signCheck': ['csSupervisor'],
  'keys.transfer': [...DESK, 'deptManager', 'csSteward'],
  'keys.correct': [...DESK, 'deptManager', 'csSteward'],
  'keys.void': ['csSupervisor', 'deptManager'],
  'keys.print': [...DESK, 'deptManager', 'csSteward'],
  'keys.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'keys.unmask': [...DESK, 'deptManager', 'csSteward'],
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
  'disclosures.read': [...DESK, 'deptManager', 'csSteward', 'centerManager'],
  'disclosures.ask': [...DESK, 'csSteward', 'deptManager'],
  'disclosures.approve': ['csSupervisor', 'deptManager'],
  'disclosures.correct': [...DESK, 'csSteward', 'deptManager'],
  'disclosures.void': ['csSupervisor', 'deptManager'],
  'disclosures.print': ['csSupervisor', 'deptManager'],
  'disclosures.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'disclosures.unmask': ['csSupervisor', 'deptManager', 'receptionist'],
  'journal.verify': ['deptManager', 'csSupervisor', 'centerManager', 'sysAdmin'],
  'settings.read': ['deptManager', 'csSupervisor', 'sysAdmin'],
  'settings.change': ['deptManager', 'sysAdmin'],
  'staff.read': ['deptManager', 'csSupervisor', 'sysAdmin'],
  'staff.manage': ['sysAdmin'],
};

/** True when one of the roles holds the permit. `anyone` and `signedIn` are always held; `printWindow` never by a person. */
export function holds(roles: readonly Role[], permit: Permit): boolean {
  if (permit === 'anyone' || permit === 'signedIn') return true;
  if (permit === 'printWindow') return false;
  const granted = GRANTS[permit];
  return roles.some((role) => granted.includes(role));
}

/** The seventeen workspace tabs of domain.md §4.2. */
export const TABS = [
  'today',
  'desk',
  'foundItems',
  'keys',
  'shift',
  'units',
  'repairs',
  'complaints',
  'fitOut',
  'release',
  'patrol',
  'fees',
  'businessCentre',
  'broadcast',
  'department',
  'reports',
  'system',
] as const;
export type Tab = (typeof TABS)[number];

/** F full use, C create or edit own part, V view only, `-` hidden. */
export type TabUse = 'F' | 'C' | 'V' | '-';

/** domain.md §4.2, row by row in the order of TABS. */
const TAB_ROWS: Record<Role, string> = {
  deptManager: 'FVFFVFFFFFFVFVFFV',
  csSupervisor: 'FFFFFFFFFFFVFFFF-',
  csAssistant: 'FFCCCCCVVVV-F-CV-',
  csSteward: 'FCCCCFFFFCFCV-CV-',
  receptionist: 'FFFFFCFCVCVVC-C--',
  businessClerk: 'FCCCCVCV-V--F-C--',
  buildingInspector: 'FVCVCVCVFCF---C--',
  projectAccountant: 'F----VV-V--F--CF-',
  cashier: 'F---CVV-VV-F--CV-',
  gateGuard: 'FCCVCVCCVCC---C--',
  cleaningLead: 'F-C-C-C---C---C--',
  announcer: 'F-V-C--------CC--',
  engineeringDesk: 'F--V--CVC-C------',
  centerManager: 'FVVVVVVVVVVVVVVF-',
  sysAdmin: '----------------F',
};

const RANK: Record<TabUse, number> = { '-': 0, V: 1, C: 2, F: 3 };

/** The best use any of the roles has of a tab. */
export function tabUse(roles: readonly Role[], tab: Tab): TabUse {
  const index = TABS.indexOf(tab);
  let best: TabUse = '-';
  for (const role of roles) {
    const use = (TAB_ROWS[role][index] ?? '-') as TabUse;
    if (RANK[use] > RANK[best]) best = use;
  }
  return best;
}
