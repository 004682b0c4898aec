import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Tab } from '../../shared/roles';
import type { WorkspaceProps } from './open';

/** LIST 3: which workspace stands behind a tab. A tab without one is not drawn. Each is loaded when first opened. */
export const workspaces: Partial<Record<Tab, LazyExoticComponent<ComponentType<WorkspaceProps>>>> = {
  today: lazy(() => import('../workspace/TodayTab')),
  desk: lazy(() => import('./tabs/DeskTab')),
  foundItems: lazy(() => import('./found-items/FoundItemsTab')),
  keys: lazy(() => import('./tabs/KeysTab')),
  shift: lazy(() => import('./tabs/ShiftTab')),
  units: lazy(() => import('./units/UnitsTab')),
  release: lazy(() => import('./goods-releases/ReleaseTab')),
  businessCentre: lazy(() => import('./tabs/BusinessCentreTab')),
  broadcast: lazy(() => import('./tabs/BroadcastTab')),
  department: lazy(() => import('./tabs/DepartmentTab')),
  reports: lazy(() => import('./tabs/ReportsTab')),
  system: lazy(() => import('./settings/SystemTab')),
};
