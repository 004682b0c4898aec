import type { z } from 'zod';
import { REPLACEABLE } from '../../../shared/registers/goods-releases.row';
import type { consentInput, releaseForm } from '../../../shared/registers/release-requests';
import {
  NEEDS_CONSENT,
  NOT_FOR_BULKY,
  RELEASE_REQUEST_OPEN,
  type ReleaseRequestState,
} from '../../../shared/registers/release-requests.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { ReleaseRequestsTable } from '../../db/tables';
import { assertTime } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { piecesOf, summaryOf, writeGoods } from './goods';
import { movedRequest, releaseOf, requestOf } from './load';

/** Applications for a release (S19): written, agreed to by the owner, handed in; they bear no number. */

type Ops = HandlersFor<'releaseRequests'>;
type Form = z.output<typeof releaseForm>;
type Consent = z.output<typeof consentInput>;
type Patch = Partial<Omit<ReleaseRequestsTable, 'version' | 'sealed'>>;

const answer = ({ id, version, state }: ReleaseRequestsTable) => ({ id, version, state });

/**
 * A new application. Errors: `releaseRequests.bulkyRoute`, `.consentMissing`; InvalidField for what a consent lacks, an
 * arrears reason, hours that end before they begin.
 */
export const request: Ops['request'] = ({ form, submit }, ctx) => write(ctx, form, submit, null);

/** An application in place of a slip. Errors as `request`, and `releaseRequests.notReplaceable`. */
export const reissue: Ops['reissue'] = async ({ form, submit, replacesId }, ctx) => {
  const old = await releaseOf(ctx.db, replacesId);
  if (!REPLACEABLE.includes(old.state))
    throw new Refusal('releaseRequests.notReplaceable', { no: old.serialNo, state: old.state });
  return write(ctx, form, submit, replacesId);
};

async function write(ctx: CommandContext, form: Form, submitted: boolean, replacesId: string | null) {
  const { actor, now, journal, newId } = ctx;
  const id = newId();
  const row = journal.create('releaseRequests', {
    ...contentOf(form, ctx),
    ...submission(submitted, ctx),
    id,
    state: stateOf(form, submitted),
    sentBackReason: null,
    withdrawnReason: null,
    withdrawnAt: null,
    withdrawnByName: null,
    replacesId,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  await writeGoods(ctx, id, form.goods);
  return answer(row);
}

/** The whole form anew. Errors as `request`, and `releaseRequests.wrongState` once a slip was issued or it was withdrawn. */
export const change: Ops['change'] = async ({ id, version, form, submit }, ctx) => {
  const row = await requestOf(ctx.db, id, version);
  assertOpen(row);
  const target = stateOf(form, submit);
  const state = target === row.state ? target : movedRequest(row, target);
  const next = ctx.journal.change(
    'releaseRequests',
    row,
    { ...contentOf(form, ctx), ...submission(submit, ctx), state },
    { kind: 'EDIT' },
  );
  await writeGoods(ctx, id, form.goods);
  return answer(next);
};

/** The owner agreed. Errors: `releaseRequests.consentNotNeeded` for owners and their own staff. */
export const confirmOwner: Ops['confirmOwner'] = async ({ id, version, consent }, ctx) => {
  const row = await requestOf(ctx.db, id, version);
  assertOpen(row);
  if (!NEEDS_CONSENT.includes(row.relation)) throw new Refusal('releaseRequests.consentNotNeeded');
  const state = row.state === 'requested' ? movedRequest(row, 'ownerConfirmed') : row.state;
  const patch = { ...consentColumns(consent, ctx.now, ''), state };
  return answer(ctx.journal.change('releaseRequests', row, patch, { kind: 'CO_CONFIRM' }));
};

/** Handed in for approval. Errors: `releaseRequests.consentMissing`. */
export const submit: Ops['submit'] = async ({ id, version }, ctx) => {
  const row = await requestOf(ctx.db, id, version);
  const state = movedRequest(row, 'pending');
  assertConsent(row);
  const patch = { state, ...submission(true, ctx) };
  return answer(ctx.journal.change('releaseRequests', row, patch, { kind: 'CHANGE' }));
};

/** Not approved: back to the desk with the approver's reason. */
export const sendBack: Ops['sendBack'] = async ({ id, version, reason }, ctx) => {
  const row = await requestOf(ctx.db, id, version);
  if (row.state !== 'pending') throw new Refusal('releaseRequests.wrongState', { state: row.state });
  const state = movedRequest(row, row.consentKind === null ? 'requested' : 'ownerConfirmed');
  const patch: Patch = { state, sentBackReason: reason };
  return answer(ctx.journal.change('releaseRequests', row, patch, { kind: 'CHANGE', facts: { reason } }));
};

/** Closed without a slip. */
export const withdraw: Ops['withdraw'] = async ({ id, version, reason }, ctx) => {
  const row = await requestOf(ctx.db, id, version);
  const patch: Patch = {
    state: movedRequest(row, 'withdrawn'),
    withdrawnReason: reason,
    withdrawnAt: ctx.now,
    withdrawnByName: ctx.actor.name,
  };
  return answer(ctx.journal.change('releaseRequests', row, patch, { kind: 'VOID', facts: { reason } }));
};

/** Tenants and agents carry out nothing without the owner (S19). Errors: `releaseRequests.consentMissing`. */
export function assertConsent({
  relation,
  consentKind,
}: Pick<ReleaseRequestsTable, 'relation' | 'consentKind'>): void {
  if (NEEDS_CONSENT.includes(relation) && consentKind === null)
    throw new Refusal('releaseRequests.consentMissing');
}

function assertOpen(row: ReleaseRequestsTable): void {
  if (!RELEASE_REQUEST_OPEN.includes(row.state))
    throw new Refusal('releaseRequests.wrongState', { state: row.state });
}

/** Where a form stands: handed in, agreed to by the owner, or just begun. */
function stateOf(form: Form, submitted: boolean): ReleaseRequestState {
  const consentKind = form.consent?.kind ?? null;
  if (submitted) {
    assertConsent({ relation: form.relation, consentKind });
    return 'pending';
  }
  return consentKind !== null && NEEDS_CONSENT.includes(form.relation) ? 'ownerConfirmed' : 'requested';
}

function submission(submitted: boolean, { actor, now }: CommandContext) {
  return submitted
    ? { submittedAt: now, submittedById: actor.staffId, submittedByName: actor.name, sentBackReason: null }
    : { submittedAt: null, submittedById: null, submittedByName: null };
}

/** The form's columns, with the rules every writing must keep. */
function contentOf({ consent, goods, ...form }: Form, { now }: CommandContext) {
  if (form.bulky && NOT_FOR_BULKY.includes(form.route))
    throw new Refusal('releaseRequests.bulkyRoute', { route: form.route });
  if (form.arrears === 'exists' && form.arrearsReason === null)
    throw new InvalidField('form.arrearsReason', 'text.empty');
  if (form.windowFrom && form.windowTo && form.windowTo <= form.windowFrom)
    throw new InvalidField('form.windowTo', 'time.early');
  return {
    ...form,
    ...consentColumns(NEEDS_CONSENT.includes(form.relation) ? consent : null, now, 'form.'),
    arrearsReason: form.arrears === 'exists' ? form.arrearsReason : null,
    bulky: form.bulky ? 1 : 0,
    summary: summaryOf(goods),
    pieces: piecesOf(goods),
  };
}

/** What each kind of consent must bring: a number; who, which phone, when, what was said; who declared it. */
const MUST_BRING = {
  mandate: ['no'],
  call: ['by', 'phone', 'at', 'words'],
  declaration: ['by'],
} as const satisfies Record<Consent['kind'], readonly (keyof Consent)[]>;

function consentColumns(consent: Consent | null | undefined, now: string, path: '' | 'form.') {
  for (const field of consent ? MUST_BRING[consent.kind] : [])
    if (!consent?.[field]) throw new InvalidField(`${path}consent.${field}`, 'text.empty');
  if (consent?.at) assertTime(`${path}consent.at`, consent.at, null, now);
  return {
    consentKind: consent?.kind ?? null,
    consentNo: consent?.no ?? null,
    consentBy: consent?.by ?? null,
    consentPhone: consent?.phone ?? null,
    consentAt: consent?.at ?? null,
    consentWords: consent?.words ?? null,
  };
}
