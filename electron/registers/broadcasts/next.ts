import type { OpName } from '../../../shared/api';
import { BROADCAST_NEXT, type Broadcast } from '../../../shared/registers/broadcasts.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state chart, offered by the entry page, the omni-box and the scanner's card. */

/** Approved, its time is over, and nobody closed it. */
export const isOver = (row: Pick<Broadcast, 'state' | 'toAt'>, now: string): boolean =>
  row.state === 'approved' && row.toAt < now;

/** The act a broadcast waits for most. */
export function mainAct(row: Pick<Broadcast, 'state' | 'played' | 'repetitions'>): OpName | null {
  if (row.state === 'requested') return 'broadcasts.approve';
  if (row.state !== 'approved') return null;
  return row.played < row.repetitions ? 'broadcasts.play' : 'broadcasts.close';
}

/** Every operation this reader may do on the broadcast now, the awaited one first. */
export function actsOn(row: Broadcast, actor: Actor | null, now: string): OpName[] {
  const may = BROADCAST_NEXT[row.state];
  const own = row.recorderId === actor?.staffId;
  const onAir = row.state === 'approved';
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['broadcasts.approve', 'broadcasts.approve', row.state === 'requested' && !own && row.toAt >= now],
    ['broadcasts.refuse', 'broadcasts.approve', row.state === 'requested'],
    ['broadcasts.play', 'broadcasts.play', onAir],
    ['broadcasts.close', 'broadcasts.play', onAir],
    ['broadcasts.correct', 'broadcasts.correct', row.state !== 'voided' && mayCorrect(row.recorderId, actor)],
    ['broadcasts.void', 'broadcasts.void', may.includes('voided') && (row.played === 0 || isManager(actor))],
  ];
  const main = mainAct(row);
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act)
    .sort((a, b) => Number(b === main) - Number(a === main));
}
