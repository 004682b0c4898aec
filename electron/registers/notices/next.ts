import type { OpName } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import { NOTICE_NEXT, type Notice } from '../../../shared/registers/notices.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state chart, offered by the entry page, the omni-box and the scanner's card. */

/** Posted, and its last day is over. */
export const isExpired = (row: Pick<Notice, 'state' | 'toOn'>, now: string): boolean =>
  row.state === 'posted' && row.toOn < dayOf(now);

/** Approved, and its days have come. */
export const isToPost = (row: Pick<Notice, 'state' | 'fromOn' | 'toOn'>, now: string): boolean =>
  row.state === 'approved' && row.fromOn <= dayOf(now) && row.toOn >= dayOf(now);

/** The act a notice waits for most. */
export function mainAct({ state }: Pick<Notice, 'state'>): OpName | null {
  switch (state) {
    case 'draft':
      return 'notices.submit';
    case 'submitted':
      return 'notices.approve';
    case 'approved':
      return 'notices.post';
    case 'posted':
      return 'notices.remove';
    default:
      return null;
  }
}

/** Who wrote or submitted it does not approve it (S25: a second person). */
export const isOwn = (
  row: Pick<Notice, 'recorderId' | 'submitterId'>,
  staffId: string | undefined,
): boolean => staffId !== undefined && (row.recorderId === staffId || row.submitterId === staffId);

/** Every operation this reader may do on the notice now, the awaited one first. */
export function actsOn(row: Notice, actor: Actor | null, now: string): OpName[] {
  const may = NOTICE_NEXT[row.state];
  const inTime = row.toOn >= dayOf(now);
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['notices.submit', 'notices.write', row.state === 'draft' && inTime],
    ['notices.rewrite', 'notices.write', row.state === 'draft'],
    [
      'notices.approve',
      'notices.approve',
      row.state === 'submitted' && inTime && !isOwn(row, actor?.staffId),
    ],
    ['notices.sendBack', 'notices.approve', row.state === 'submitted'],
    ['notices.post', 'notices.post', row.state === 'approved' && inTime],
    ['notices.remove', 'notices.post', row.state === 'posted'],
    ['notices.handOut', 'notices.post', row.state === 'approved' || row.state === 'posted'],
    ['notices.withdraw', 'notices.write', may.includes('withdrawn')],
    ['notices.correct', 'notices.correct', row.state !== 'voided' && mayCorrect(row.recorderId, actor)],
    ['notices.void', 'notices.void', may.includes('voided') && (row.postedAt === null || isManager(actor))],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}
