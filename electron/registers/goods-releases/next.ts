import type { OpName } from '../../../shared/api';
import {
  GOODS_RELEASE_NEXT,
  type GoodsRelease,
  REPLACEABLE,
} from '../../../shared/registers/goods-releases.row';
import {
  NEEDS_CONSENT,
  RELEASE_REQUEST_OPEN,
  type ReleaseRequest,
} from '../../../shared/registers/release-requests.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';
import { isExpired } from './lines';

/** What may follow: read from the state charts, offered by the entry pages, the omni-box and the scanner's card. */

export type Waiting = Pick<GoodsRelease, 'state' | 'validTo'>;

/** The act a slip waits for most: the gate, then a new slip where it cannot go out, then its part back. */
export function mainAct(slip: Waiting, now: string): OpName | null {
  if (isExpired(slip, now) || slip.state === 'mismatch') return 'releaseRequests.reissue';
  if (slip.state === 'issued') return 'goodsReleases.arrive';
  if (slip.state === 'atGate') return 'goodsReleases.release';
  return slip.state === 'released' ? 'goodsReleases.returnSlip' : null;
}

type Offer = [act: OpName, permit: Permit, possible: boolean];

/** Offers this reader may take, the awaited one first. */
function offered(all: readonly Offer[], main: OpName | null, actor: Actor | null): OpName[] {
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}

/** Every operation this reader may do on the slip now. The approver is never the gate (rule 10). */
export function actsOn(slip: GoodsRelease, actor: Actor | null, now: string): OpName[] {
  const may = GOODS_RELEASE_NEXT[slip.state];
  const inTime = now <= slip.validTo && now >= slip.validFrom;
  const other = actor !== null && actor.staffId !== slip.approverId;
  const closed = slip.releasedAt !== null;
  return offered(
    [
      ['goodsReleases.arrive', 'goodsReleases.gate', may.includes('atGate') && inTime && other],
      ['goodsReleases.release', 'goodsReleases.gate', slip.state === 'atGate' && inTime && other],
      ['goodsReleases.mismatch', 'goodsReleases.gate', slip.state === 'atGate' && inTime && other],
      ['goodsReleases.returnSlip', 'goodsReleases.file', may.includes('slipReturned')],
      ['goodsReleases.recordGate', 'goodsReleases.file', slip.state === 'issued' || slip.state === 'atGate'],
      ['releaseRequests.reissue', 'goodsReleases.request', REPLACEABLE.includes(slip.state)],
      ['goodsReleases.undoReturn', 'goodsReleases.file', slip.state === 'slipReturned'],
      [
        'goodsReleases.correct',
        'goodsReleases.correct',
        slip.state !== 'voided' && slip.state !== 'reissued' && mayCorrect(slip.recorderId, actor),
      ],
      ['goodsReleases.void', 'goodsReleases.void', may.includes('voided') && (!closed || isManager(actor))],
    ],
    mainAct(slip, now),
    actor,
  );
}

/** The act an application waits for; null once it is over. */
export function requestAct({ state, relation, consentKind }: ReleaseRequest): OpName | null {
  if (state === 'pending') return 'goodsReleases.issue';
  if (!RELEASE_REQUEST_OPEN.includes(state)) return null;
  return NEEDS_CONSENT.includes(relation) && consentKind === null
    ? 'releaseRequests.confirmOwner'
    : 'releaseRequests.submit';
}

/** Every operation this reader may do on the application now; nobody approves what he handed in himself. */
export function actsOnRequest(request: ReleaseRequest, actor: Actor | null): OpName[] {
  const { state, relation, consentKind } = request;
  const open = RELEASE_REQUEST_OPEN.includes(state);
  const needsConsent = NEEDS_CONSENT.includes(relation);
  const own = actor?.staffId === request.submittedById;
  const main = requestAct(request);
  return offered(
    [
      ['goodsReleases.approve', 'goodsReleases.approve', state === 'pending' && !own],
      ['goodsReleases.issue', 'goodsReleases.request', state === 'pending'],
      ['releaseRequests.sendBack', 'goodsReleases.approve', state === 'pending' && !own],
      ['releaseRequests.confirmOwner', 'goodsReleases.request', open && needsConsent],
      [
        'releaseRequests.submit',
        'goodsReleases.request',
        open && state !== 'pending' && (!needsConsent || consentKind !== null),
      ],
      ['releaseRequests.change', 'goodsReleases.request', open],
      ['releaseRequests.withdraw', 'goodsReleases.request', open],
    ],
    // An approver who did not hand it in himself approves it in his own name.
    main === 'goodsReleases.issue' && !own && holds(actor?.roles ?? [], 'goodsReleases.approve')
      ? 'goodsReleases.approve'
      : main,
    actor,
  );
}
