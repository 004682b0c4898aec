import type { OpName } from '../../../shared/api';
import type { Actor } from '../../../shared/registers/session';
import type { StewardDiary } from '../../../shared/registers/steward-diaries.row';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow, offered by the entry page, the omni-box and the scanner's card. */

/** The act a diary waits for most. */
export function mainAct({ state }: Pick<StewardDiary, 'state'>): OpName | null {
  if (state === 'open') return 'stewardDiaries.submit';
  return state === 'submitted' ? 'stewardDiaries.review' : null;
}

/** Every operation this reader may do on the diary now. */
export function diaryActs(row: StewardDiary, actor: Actor | null): OpName[] {
  const own = actor?.staffId === row.stewardId;
  const handedIn = row.state === 'submitted' || row.state === 'reviewed';
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['stewardDiaries.submit', 'stewardDiaries.write', row.state === 'open' && own && row.tomorrow !== null],
    ['stewardDiaries.write', 'stewardDiaries.write', row.state === 'open' && own],
    ['stewardDiaries.review', 'stewardDiaries.review', row.state === 'submitted' && !own],
    ['stewardDiaries.correct', 'stewardDiaries.correct', handedIn && mayCorrect(row.recorderId, actor)],
    ['stewardDiaries.void', 'stewardDiaries.void', row.state === 'open' || (handedIn && isManager(actor))],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}
