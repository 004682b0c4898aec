import type { OpName } from '../../../shared/api';
import { dayOf } from '../../../shared/dates';
import { CUSTODY_NEXT, CUSTODY_OPEN, type CustodyItem } from '../../../shared/registers/custody-items.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow on an item in custody: read from the state chart, offered by the entry page, the omni-box and the scanner's card. */

export type Waiting = Pick<CustodyItem, 'state' | 'dueOn' | 'noticedAt'>;

/** With the desk, and the agreed day is over. */
export const isItemOverdue = (item: Pick<Waiting, 'state' | 'dueOn'>, now: string): boolean =>
  CUSTODY_OPEN.includes(item.state) && item.dueOn < dayOf(now);

/** What the item waits for: to be fetched. Scanned, that is what its owner came for. */
export const mainItemAct = (item: Pick<Waiting, 'state'>): OpName | null =>
  CUSTODY_OPEN.includes(item.state) ? 'custodyItems.collect' : null;

/** Every operation this reader may do on the item now, the awaited one first. */
export function itemActs(item: CustodyItem, actor: Actor | null, now: string): OpName[] {
  const may = CUSTODY_NEXT[item.state];
  const here = CUSTODY_OPEN.includes(item.state);
  const overdue = isItemOverdue(item, now);
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['custodyItems.collect', 'custodyItems.keep', may.includes('collected')],
    ['custodyItems.notice', 'custodyItems.keep', overdue],
    ['custodyItems.extend', 'custodyItems.keep', here],
    ['custodyItems.decide', 'custodyItems.decide', overdue && item.noticedAt !== null],
    [
      'custodyItems.correct',
      'custodyItems.correct',
      item.state !== 'voided' && mayCorrect(item.recorderId, actor),
    ],
    [
      'custodyItems.void',
      'custodyItems.void',
      item.state === 'kept' || (!here && may.includes('voided') && isManager(actor)),
    ],
  ];
  return all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
}
