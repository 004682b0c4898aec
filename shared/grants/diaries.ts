import type { Role } from '../posts';

/** Steward diaries (S14): stewards and inspectors write their day, the supervisor reads it (domain.md §1.2, §4.1). */
const WRITERS: readonly Role[] = ['csSteward', 'buildingInspector', 'csSupervisor'];

export const diariesGrants = {
  'stewardDiaries.read': [...WRITERS, 'csAssistant', 'deptManager', 'centerManager'],
  'stewardDiaries.write': WRITERS,
  /** 批阅. */
  'stewardDiaries.review': ['csSupervisor', 'deptManager'],
  'stewardDiaries.correct': [...WRITERS, 'deptManager'],
  'stewardDiaries.void': ['csSupervisor', 'deptManager'],
  'stewardDiaries.print': [...WRITERS, 'deptManager'],
  'stewardDiaries.export': ['csSupervisor', 'deptManager', 'centerManager'],
} satisfies Record<string, readonly Role[]>;
