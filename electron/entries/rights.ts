import type { Actor } from '../../shared/registers/session';

/** The original recorder corrects, or a supervisor or manager (trust.md C5). */
export const mayCorrect = (recorderId: string, actor: Actor | null): boolean =>
  actor !== null &&
  (actor.staffId === recorderId ||
    actor.roles.includes('csSupervisor') ||
    actor.roles.includes('deptManager'));

/** Closed lines are the manager's (domain.md §4.3). */
export const isManager = (actor: Actor | null): boolean => actor?.roles.includes('deptManager') ?? false;
