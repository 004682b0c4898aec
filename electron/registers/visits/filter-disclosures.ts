import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OutputOf } from '../../../shared/op';
import {
  DISCLOSURE_NEEDS,
  type DisclosureNeed,
  type disclosureFilter,
  type disclosures,
} from '../../../shared/registers/disclosures';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  countBranches,
  type Listing,
  listPage,
} from '../../entries/listing';
import { toDisclosureLines } from './lines';

/** Filters of the list of enquiries about residents (S12). */

type Filter = z.output<typeof disclosureFilter>;
export const DISCLOSURES: Listing<'disclosures'> = {
  register: 'disclosures',
  table: 'disclosures',
  at: 'askedAt',
};
const eb = expressionBuilder<Tables, 'disclosures'>();

/** A page of the list, newest first. */
export async function disclosurePage(
  db: ReadDb,
  raw: Database.Database,
  { search, ...filter }: Filter,
  after: string | null,
  limit: number,
): Promise<OutputOf<typeof disclosures.list>> {
  const branches = disclosureBranches(filter);
  const { rows, ...page } = await listPage(db, raw, DISCLOSURES, { branches, search, after, limit });
  return { rows: await toDisclosureLines(db, rows), ...page };
}

/** Waiting for an answer, approved and not given yet, and the KPI of S12. */
export async function disclosureNeeds(db: ReadDb): Promise<Record<DisclosureNeed, number>> {
  const counts = {} as Record<DisclosureNeed, number>;
  for (const need of DISCLOSURE_NEEDS)
    counts[need] = await countBranches(db, 'disclosures', disclosureBranches({ need }));
  return counts;
}

/** The branches of a filter. */
export function disclosureBranches(filter: Partial<Omit<Filter, 'search'>>): Condition[][] {
  const { need, states, unitId } = filter;
  const common = commonConditions(DISCLOSURES, filter);
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (!need) return branchPer('state', states, common);
  if (states?.length) common.push(eb('state', 'in', states));
  const needed: Record<DisclosureNeed, Condition[]> = {
    waiting: [eb('state', '=', 'asked')],
    toGive: [eb('state', '=', 'approved')],
    withoutApprover: [eb('state', '=', 'given'), eb('approverId', 'is', null)],
  };
  return [[...needed[need], ...common]];
}
