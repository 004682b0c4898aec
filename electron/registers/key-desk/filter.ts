import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { dayOf, instantOf } from '../../../shared/dates';
import type { KeyCopyNeed, keyCopyFilter } from '../../../shared/registers/key-copies';
import type { KeyIncidentNeed, keyIncidentFilter } from '../../../shared/registers/key-incidents';
import type { KeyLoanNeed, keyLoanFilter } from '../../../shared/registers/key-loans';
import type { KeyUnsealNeed, keyUnsealFilter } from '../../../shared/registers/key-unseals';
import type { Tables } from '../../db/tables';
import { branchPer, type Condition, commonConditions, type Listing } from '../../entries/listing';

/**
 * Filters of the key desk's four books as SQL. Every branch is served by one index in the list's order, so that a page never
 * sorts the book (speed.md §2). What is out is few and has its own order: the one due first stands on top.
 */

type Filter<S extends z.ZodType> = Partial<Omit<z.output<S>, 'search'>>;
export type LoanFilter = Filter<typeof keyLoanFilter>;

export const LOANS: Listing<'key_loans'> = { register: 'keyLoans', table: 'key_loans', at: 'issuedAt' };
/** Keys that are out, the one due first on top. */
export const LOANS_OUT: Listing<'key_loans'> = { ...LOANS, at: 'dueAt', order: 'asc' };
export const UNSEALS: Listing<'key_unseals'> = {
  register: 'keyUnseals',
  table: 'key_unseals',
  at: 'openedAt',
};
export const COPIES: Listing<'key_copies'> = { register: 'keyCopies', table: 'key_copies', at: 'appliedAt' };
export const INCIDENTS: Listing<'key_incidents'> = {
  register: 'keyIncidents',
  table: 'key_incidents',
  at: 'foundOutAt',
};

const loans = expressionBuilder<Tables, 'key_loans'>();

/** Branches of the key log. Needs go by due time (LOANS_OUT), everything else by time of issue. */
export function loanBranches(filter: LoanFilter, now: string): Condition[][] {
  const { need, states, classes } = filter;
  const common = commonConditions(LOANS, filter);
  if (classes?.length && (need || states?.length)) common.push(loans('borrowerClass', 'in', classes));
  if (need) {
    if (states?.length) common.push(loans('state', 'in', states));
    return [[...loanNeed(need, now), ...common]];
  }
  return states?.length ? branchPer('state', states, common) : branchPer('borrowerClass', classes, common);
}

function loanNeed(need: KeyLoanNeed, now: string): Condition[] {
  const isOut = loans('state', '=', 'out');
  switch (need) {
    case 'out':
      return [isOut];
    case 'dueToday': {
      const day = dayOf(now);
      const [from, to] = [instantOf(day), instantOf(dayOf(now, 1))];
      return [isOut, loans('dueAt', '>=', from), loans('dueAt', '<', to)];
    }
    case 'overdue':
      return [isOut, loans('dueAt', '<', now)];
  }
}

const unseals = expressionBuilder<Tables, 'key_unseals'>();
/** Branches of the opened storerooms. */
export function unsealBranches(filter: Filter<typeof keyUnsealFilter>): Condition[][] {
  const common = commonConditions(UNSEALS, filter);
  const need: Record<KeyUnsealNeed, Condition> = { unsealed: unseals('state', '=', 'opened') };
  if (filter.need) return [[need[filter.need], ...stated(filter.states), ...common]];
  return branchPer('state', filter.states, common);
}

const copies = expressionBuilder<Tables, 'key_copies'>();
/** Branches of the applications for copies. */
export function copyBranches(filter: Filter<typeof keyCopyFilter>): Condition[][] {
  const common = commonConditions(COPIES, filter);
  const need: Record<KeyCopyNeed, Condition> = {
    approve: copies('state', '=', 'applied'),
    make: copies('state', '=', 'approved'),
  };
  if (filter.need) return [[need[filter.need], ...stated(filter.states), ...common]];
  return branchPer('state', filter.states, common);
}

const incidents = expressionBuilder<Tables, 'key_incidents'>();
/** Branches of the incidents. */
export function incidentBranches(filter: Filter<typeof keyIncidentFilter>): Condition[][] {
  const common = commonConditions(INCIDENTS, filter);
  const open = incidents('state', '=', 'open');
  const need: Record<KeyIncidentNeed, Condition[]> = {
    open: [open],
    superior: [open, incidents('superiorAt', 'is', null)],
  };
  if (filter.need) return [[...need[filter.need], ...stated(filter.states), ...common]];
  return branchPer('state', filter.states, common);
}

/** A need narrowed to states as well. */
const stated = (states: readonly string[] | null | undefined): Condition[] =>
  states?.length ? [sql<SqlBool>`${sql.ref('state')} in (${sql.join(states)})`] : [];
