import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Tab } from '../../shared/roles';
import type { WorkspaceProps } from './open';

/** LIST 3: which workspace stands behind a tab. A tab without one is not drawn. Each is loaded when first opened. */
export const workspaces: Partial<Record<Tab, LazyExoticComponent<ComponentType<WorkspaceProps>>>> = {
  today: lazy(() => import('../workspace/TodayTab')),
  foundItems: lazy(() => import('./found-items/FoundItemsTab')),
  system: lazy(() => import('./settings/SystemTab')),
};

/** Where the entries of a register are opened, and the i18n keys of its states and operations for the omni-box. */
export const homes: Record<
  string,
  { tab: Tab; state: (state: string) => string; op: (op: string) => string }
> = {
  foundItems: {
    tab: 'foundItems',
    state: (s) => `found-items:state.${s}`,
    op: (op) => `found-items:op.${op}`,
  },
  lostReports: {
    tab: 'foundItems',
    state: (s) => `found-items:lostState.${s}`,
    op: (op) => `found-items:op.${op}`,
  },
};
