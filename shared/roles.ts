import { accessCardsGrants } from './grants/access-cards';
import { backupsGrants } from './grants/backups';
import { bindingsGrants } from './grants/bindings';
import { broadcastsGrants } from './grants/broadcasts';
import { businessCentreGrants } from './grants/business-centre';
import { contactsGrants } from './grants/contacts';
import { custodyGrants } from './grants/custody';
import { customBooksGrants } from './grants/custom-books';
import { diariesGrants } from './grants/diaries';
import { dutyLogGrants } from './grants/duty-log';
import { foundItemsGrants } from './grants/found-items';
import { goodsReleasesGrants } from './grants/goods-releases';
import { handoversGrants } from './grants/handovers';
import { keysGrants } from './grants/keys';
import { mailGrants } from './grants/mail';
import { meetingsGrants } from './grants/meetings';
import { noticesGrants } from './grants/notices';
import { officeGrants } from './grants/office';
import { rostersGrants } from './grants/rosters';
import { signedPapersGrants } from './grants/signed-papers';
import { todayGrants } from './grants/today';
import { unitsGrants } from './grants/units';
import { visitsGrants } from './grants/visits';
import type { Role } from './posts';

/**
 * Who may do what: role → permits and role → workspace tabs (domain.md §4.1–4.3).
 * One table; the door asks it, the generated matrix test walks it, the screens read it.
 */

export { CAPACITIES, type Capacity, ROLES, type Role } from './posts';

/** Which roles hold each permit: one file a room in shared/grants. `sysAdmin` does no business (domain.md §4.1). */
const TABLE = {
  ...foundItemsGrants,
  ...unitsGrants,
  ...keysGrants,
  ...visitsGrants,
  ...goodsReleasesGrants,
  ...accessCardsGrants,
  ...mailGrants,
  ...todayGrants,
  ...contactsGrants,
  ...custodyGrants,
  ...businessCentreGrants,
  ...customBooksGrants,
  ...handoversGrants,
  ...dutyLogGrants,
  ...diariesGrants,
  ...meetingsGrants,
  ...rostersGrants,
  ...noticesGrants,
  ...broadcastsGrants,
  ...officeGrants,
  ...backupsGrants,
  ...bindingsGrants,
  ...signedPapersGrants,
};
type Granted = keyof typeof TABLE;
export const GRANTS: Readonly<Record<Granted, readonly Role[]>> = TABLE;

/**
 * `anyone`: nobody needs to be signed in (sign-in screen, first start).
 * `signedIn`: any unlocked session. `printWindow`: only the hidden print window. All others are granted by role.
 */
const UNGRANTED = ['anyone', 'signedIn', 'printWindow'] as const;
export type Permit = (typeof UNGRANTED)[number] | Granted;
export const PERMITS: readonly Permit[] = [...UNGRANTED, ...(Object.keys(TABLE) as Granted[])];

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
