import { dayOf, dayTimeOf, instantOf, isoOf, monthOf, msOf } from '../../../shared/dates';
import { type ApproverRole, REPLACEABLE } from '../../../shared/registers/goods-releases.row';
import type { Settings } from '../../../shared/registers/office';
import { InvalidField, Refusal } from '../../../shared/result';
import type { Role } from '../../../shared/roles';
import type { CommandContext, ReadDb } from '../../db/context';
import type { GoodsReleasesTable, ReleaseRequestsTable } from '../../db/tables';
import { done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { goodsOf, movedRelease, movedRequest, releaseOf, requestOf } from './load';
import { assertConsent } from './request';
import { indexRelease } from './words';

/**
 * The slip is issued: the one moment it gets its number (domain.md §6.1: allocated at issue, not at draft). The row, its
 * number and the application's last step are one transaction; a refusal gives the number back.
 */

type Ops = HandlersFor<'goodsReleases'>;
interface Person {
  staffId: string;
  name: string;
}

/** Issued by whoever is on, approved by another's PIN. Errors: see `issueSlip`. */
export const issue: Ops['issue'] = async ({ requestId, version }, ctx) => {
  const row = await requestOf(ctx.db, requestId, version);
  const approver = proven(ctx.second);
  return issueSlip(ctx, row, ctx.actor, { ...approver, roles: await rolesOf(ctx.db, approver.staffId) });
};

/** Approved by whoever is on; the issuer is the person who handed it in. Errors: see `issueSlip`. */
export const approve: Ops['approve'] = async ({ requestId, version }, ctx) => {
  const row = await requestOf(ctx.db, requestId, version);
  const issuer = {
    staffId: row.submittedById ?? row.recorderId,
    name: row.submittedByName ?? row.recorderName,
  };
  return issueSlip(ctx, row, issuer, ctx.actor);
};

/**
 * Errors: `releaseRequests.wrongState` (only what was handed in), `.consentMissing`; `goodsReleases.ownApproval` when issuer
 * or submitter and approver are one person, `.approverNotAllowed`, `.windowOver`, `.oldSettled`.
 */
async function issueSlip(
  ctx: CommandContext,
  row: ReleaseRequestsTable,
  issuer: Person,
  approver: Person & { roles: readonly Role[] },
) {
  const { db, now, journal, numbers, newId } = ctx;
  const state = movedRequest(row, 'issued');
  assertConsent(row);
  if (approver.staffId === issuer.staffId || approver.staffId === row.submittedById)
    throw new Refusal('goodsReleases.ownApproval', { name: approver.name });
  const { release } = await settingsOf(db);
  const approvedAs = approvingRole(approver, release);
  const valid = validity(row, now, release.dayEndsAt);
  const old = row.replacesId === null ? null : await releaseOf(db, row.replacesId);
  if (old && !REPLACEABLE.includes(old.state))
    throw new Refusal('goodsReleases.oldSettled', { no: old.serialNo, state: old.state });
  const { serialNo, scanCode } = numbers.next('goodsReleases', monthOf(now));
  const request = journal.change('releaseRequests', row, { state }, { kind: 'CHANGE', facts: { serialNo } });
  const slip = journal.create('goodsReleases', {
    ...NOTHING_YET,
    id: newId(),
    serialNo,
    scanCode,
    state: 'issued',
    requestId: row.id,
    unitId: row.unitId,
    ...valid,
    approverId: approver.staffId,
    approverName: approver.name,
    approvedAs,
    note: row.note,
    recordedAt: now,
    recorderId: issuer.staffId,
    recorderName: issuer.name,
  });
  indexRelease(ctx, slip, request, (await goodsOf(db, [row.id])).get(row.id) ?? []);
  if (old) replace(ctx, old, slip);
  return { ...done(slip), scanCode, validTo: slip.validTo };
}

/** The old slip is void with its number; both stories name the other. */
function replace({ journal }: CommandContext, old: GoodsReleasesTable, slip: GoodsReleasesTable): void {
  journal.change(
    'goodsReleases',
    old,
    { state: movedRelease(old, 'reissued'), replacedById: slip.id },
    { kind: 'VOID', facts: { to: slip.serialNo } },
  );
}

async function rolesOf(db: ReadDb, staffId: string): Promise<Role[]> {
  const row = await db.selectFrom('staff').select('roles').where('id', '=', staffId).executeTakeFirst();
  return JSON.parse(row?.roles ?? '[]') as Role[];
}

/** The manager, or the supervisor as deputy (Q5); which of them is kept on the slip. */
function approvingRole(
  { name, roles }: { name: string; roles: readonly Role[] },
  { approvers }: Settings['release'],
): ApproverRole {
  const allowed = approvers.filter((role) => roles.includes(role));
  if (allowed.includes('deptManager')) return 'deptManager';
  if (allowed.includes('csSupervisor')) return 'csSupervisor';
  throw new Refusal('goodsReleases.approverNotAllowed', { name });
}

/** Today only, within the hours asked for; minutes, because paper knows no seconds. */
function validity(
  { windowFrom, windowTo }: ReleaseRequestsTable,
  now: string,
  dayEndsAt: string,
): { validFrom: string; validTo: string } {
  const today = dayOf(now);
  const minute = isoOf(msOf(now) - (msOf(now) % 60_000));
  const validFrom = windowFrom === null ? minute : instantOf(today, windowFrom);
  const ends = windowTo !== null && windowTo < dayEndsAt ? windowTo : dayEndsAt;
  // Midnight belongs to the next day: the last moment of this one.
  const validTo = ends === '24:00' ? isoOf(msOf(instantOf(today, ends)) - 1) : instantOf(today, ends);
  if (validTo <= now) throw new Refusal('goodsReleases.windowOver', { to: dayTimeOf(validTo) });
  if (validTo <= validFrom) throw new InvalidField('windowTo', 'time.early');
  return { validFrom, validTo };
}

/** What a fresh slip leaves empty; spelt out so that a new column must be thought about here. The seed starts from it too. */
export const NOTHING_YET = {
  gateAt: null,
  guardId: null,
  guardName: null,
  gatePost: null,
  gateHow: null,
  releasedAt: null,
  mismatchAt: null,
  gateRecordedAt: null,
  moverName: null,
  moverDocument: null,
  differences: null,
  returnedAt: null,
  returnedByName: null,
  binder: null,
  binderPage: null,
  reconciledAt: null,
  reconciledByName: null,
  replacedById: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const;
