/** The posts of the office (domain.md §4.1). What each may do stands in shared/grants and roles.ts. */

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

/** "Desk roles" of domain.md §4.3: those who stand at the reception desk. */
export const DESK: readonly Role[] = ['csSupervisor', 'csAssistant', 'receptionist', 'businessClerk'];
