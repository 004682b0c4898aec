import type { OpName } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import { COVER_NEXT, type PostCover } from '../../../shared/registers/post-covers.row';
import { ROSTER_NEXT, type Roster } from '../../../shared/registers/rosters.row';
import type { Actor } from '../../../shared/registers/session';
import { type ShiftSwap, SWAP_NEXT } from '../../../shared/registers/shift-swaps.row';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state charts, offered by the entry pages, the omni-box and the scanner's card. */

type Offer = [act: OpName, permit: Permit, possible: boolean];
const offered = (all: readonly Offer[], actor: Actor | null): OpName[] =>
  all.filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit)).map(([act]) => act);

export const rosterMain = (row: Pick<Roster, 'state'>): OpName | null =>
  row.state === 'draft' ? 'rosters.publish' : null;

export const rosterActs = (row: Pick<Roster, 'state' | 'publishedAt'>, actor: Actor | null): OpName[] =>
  offered(
    [
      ['rosters.publish', 'rosters.publish', ROSTER_NEXT[row.state].includes('published')],
      [
        'rosters.void',
        'rosters.void',
        ROSTER_NEXT[row.state].includes('voided') && (row.publishedAt === null || isManager(actor)),
      ],
    ],
    actor,
  );

/** The act a swap waits for; whoever opens it may not be the one to do it. */
export const swapMain = (row: Pick<ShiftSwap, 'state'>): OpName | null => {
  if (row.state === 'asked') return 'shiftSwaps.agree';
  return row.state === 'agreed' ? 'shiftSwaps.approve' : null;
};

type Swap = Pick<ShiftSwap, 'state' | 'askerId' | 'colleagueId' | 'recorderId' | 'dayOn' | 'otherDayOn'>;

/** The earlier of the days a swap is about. */
export const firstDay = ({ dayOn, otherDayOn }: Pick<ShiftSwap, 'dayOn' | 'otherDayOn'>): string =>
  otherDayOn !== null && otherDayOn < dayOn ? otherDayOn : dayOn;

export function swapActs(row: Swap, actor: Actor | null, now: string): OpName[] {
  const may = SWAP_NEXT[row.state];
  const me = actor?.staffId ?? '';
  const party = me === row.askerId || me === row.colleagueId;
  const inTime = firstDay(row) >= dayOf(now);
  return offered(
    [
      ['shiftSwaps.approve', 'shiftSwaps.approve', may.includes('approved') && !party && inTime],
      // At the desk of whoever asked, the colleague signs with a PIN.
      ['shiftSwaps.agree', 'shiftSwaps.ask', may.includes('agreed') && inTime],
      ['shiftSwaps.refuse', 'shiftSwaps.approve', may.includes('refused') && !party],
      ['shiftSwaps.decline', 'shiftSwaps.ask', may.includes('declined') && me === row.colleagueId],
      ['shiftSwaps.withdraw', 'shiftSwaps.ask', may.includes('withdrawn') && me === row.askerId],
      ['shiftSwaps.correct', 'shiftSwaps.correct', may.length > 1 && mayCorrect(row.recorderId, actor)],
      ['shiftSwaps.void', 'shiftSwaps.void', may.includes('voided')],
    ],
    actor,
  );
}

export const coverMain = (row: Pick<PostCover, 'state' | 'approvedAt'>): OpName | null => {
  if (row.state === 'away') return 'postCovers.back';
  return row.state === 'back' && row.approvedAt === null ? 'postCovers.approve' : null;
};

type Cover = Pick<PostCover, 'state' | 'approvedAt' | 'leaverId' | 'standInId' | 'recorderId'>;

export function coverActs(row: Cover, actor: Actor | null): OpName[] {
  const may = COVER_NEXT[row.state];
  const party = actor?.staffId === row.leaverId || actor?.staffId === row.standInId;
  return offered(
    [
      ['postCovers.back', 'postCovers.record', may.includes('back')],
      [
        'postCovers.approve',
        'postCovers.approve',
        row.state !== 'voided' && row.approvedAt === null && !party,
      ],
      [
        'postCovers.correct',
        'postCovers.correct',
        row.state !== 'voided' && mayCorrect(row.recorderId, actor),
      ],
      ['postCovers.void', 'postCovers.void', may.includes('voided')],
    ],
    actor,
  );
}
