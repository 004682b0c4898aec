import type Database from 'better-sqlite3';
import { expressionBuilder } from 'kysely';
import type { z } from 'zod';
import type { OpName } from '../../../shared/api';
import type { OutputOf } from '../../../shared/op';
import type { Settings } from '../../../shared/registers/office';
import {
  OFFICE_JOB_NEEDS,
  type OfficeJobNeed,
  type officeJobFilter,
  type officeJobs,
} from '../../../shared/registers/office-jobs';
import {
  OFFICE_JOB_NEXT,
  type OfficeJob,
  type OfficeJobLine,
  type OfficeJobState,
} from '../../../shared/registers/office-jobs.row';
import type { Actor } from '../../../shared/registers/session';
import type { StoryLine } from '../../../shared/registers/shapes';
import { holds, type Permit } from '../../../shared/roles';
import { maskPhone } from '../../../shared/text';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { OfficeJobsTable, Tables } from '../../db/tables';
import {
  branchPer,
  type Condition,
  commonConditions,
  holdsPart,
  type Listing,
  listPage,
  needCounts,
} from '../../entries/listing';
import { asFilled, isLate, movedTo } from '../../entries/load';
import { isManager, mayCorrect } from '../../entries/rights';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';

/** The job log (S21): what every command checks, rows as lines, what may follow, filters of the list. */

/** The job as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function jobOf(db: ReadDb, id: string, version?: number): Promise<OfficeJobsTable> {
  const row = await db.selectFrom('office_jobs').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `officeJobs.wrongState`. */
export const jobMoved = (row: OfficeJobsTable, to: OfficeJobState): OfficeJobState =>
  movedTo(OFFICE_JOB_NEXT, row.state, to, 'officeJobs');

/** Titles of confidential jobs are for those who hold the permit; nobody else sees one, the recorder included. */
export const seesTitles = (actor: Actor | null): boolean =>
  holds(actor?.roles ?? [], 'officeJobs.confidential');

/** What a job waits for: its money. */
export const mainJobAct = (job: Pick<OfficeJob, 'state'>): OpName | null =>
  job.state === 'taken' || job.state === 'charged' ? 'officeJobs.pay' : null;

/** Every operation this reader may do on the job now, the awaited one first. */
export function jobActs(job: OfficeJob, actor: Actor | null): OpName[] {
  const may = OFFICE_JOB_NEXT[job.state];
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['officeJobs.pay', 'officeJobs.record', may.includes('paid')],
    ['officeJobs.charge', 'officeJobs.record', may.includes('charged')],
    ['officeJobs.correct', 'officeJobs.correct', job.state !== 'voided' && mayCorrect(job.recorderId, actor)],
    [
      'officeJobs.void',
      'officeJobs.void',
      may.includes('voided') && (job.state !== 'paid' || isManager(actor)),
    ],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}

const TITLE = 'documentTitle';

/** Rows as lines, in the same order: phones masked, confidential titles and what was struck of them kept back. */
export async function toJobLines(
  db: ReadDb,
  rows: readonly OfficeJobsTable[],
  titles: boolean,
  settings?: Settings,
): Promise<OfficeJobLine[]> {
  if (rows.length === 0) return [];
  const { limits } = settings ?? (await settingsOf(db));
  const { strikes, copies } = await marksOf(
    db,
    'officeJobs',
    rows.map((row) => row.id),
  );
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ sealed: _, ...row }) => {
    const hidden = row.confidential === 1 && !titles;
    const struck = strikes.get(row.id) ?? [];
    return {
      ...row,
      customerPhone: row.customerPhone === null ? null : maskPhone(row.customerPhone),
      documentTitle: hidden ? null : row.documentTitle,
      titleHidden: hidden && row.documentTitle !== null,
      unitCode: units.get(row.unitId ?? '') ?? null,
      late: isLate(row.takenAt, row.recordedAt, limits.lateEntryMinutes),
      copiesPrinted: copies.get(row.id) ?? 0,
      strikes: hidden ? struck.filter((one) => one.field !== TITLE) : struck,
    };
  });
}

/** The story of a confidential job for somebody who may not read its title. */
export function withoutTitle(story: readonly StoryLine[]): StoryLine[] {
  const without = (values: unknown): unknown => {
    if (typeof values !== 'object' || values === null || !(TITLE in values)) return values;
    return { ...values, [TITLE]: null };
  };
  return story.map((line) => {
    const { set, was, ...rest } = line.change;
    return {
      ...line,
      change: {
        ...rest,
        ...(set === undefined ? {} : { set: without(set) }),
        ...(was === undefined ? {} : { was: without(was) }),
      },
    };
  });
}

export const JOBS: Listing<'office_jobs'> = { register: 'officeJobs', table: 'office_jobs', at: 'takenAt' };
const eb = expressionBuilder<Tables, 'office_jobs'>();

/** A page of the log, newest first. */
export async function jobPage(
  db: ReadDb,
  raw: Database.Database,
  filter: z.output<typeof officeJobFilter>,
  after: string | null,
  limit: number,
  titles: boolean,
): Promise<OutputOf<typeof officeJobs.list>> {
  const { search, need, states, kinds, unitId, person, ...rest } = filter;
  const common = commonConditions(JOBS, rest);
  if (kinds?.length) common.push(eb('kind', 'in', kinds));
  if (unitId) common.push(eb('unitId', '=', unitId));
  if (person) common.push(eb.or([holdsPart('customerName', person), holdsPart('recorderName', person)]));
  if (need && states?.length) common.push(eb('state', 'in', states));
  const branches = need ? [[...jobNeed(need), ...common]] : branchPer('state', states, common);
  const { rows, ...page } = await listPage(db, raw, JOBS, { branches, search, after, limit });
  return { rows: await toJobLines(db, rows, titles), ...page };
}

export async function jobCounts(db: ReadDb): Promise<Record<OfficeJobNeed, number>> {
  return needCounts(db, 'office_jobs', OFFICE_JOB_NEEDS, (need) => [jobNeed(need)]);
}

/** A need as conditions; specs look at their plans. */
export const jobNeed = (need: OfficeJobNeed): Condition[] => [
  eb('state', '=', need === 'toSettle' ? 'taken' : 'charged'),
];
