import type { OpName } from '../../../shared/api';
import { addDays, dayOf } from '../../../shared/dates';
import {
  ACCESS_CARD_NEXT,
  type AccessCard,
  CARD_EXPIRING_DAYS,
} from '../../../shared/registers/access-cards.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state chart, offered by the entry page, the omni-box and the scanner's card. */

export type Waiting = Pick<AccessCard, 'state' | 'validToOn' | 'blockedAt' | 'replacedById'>;

/** Out, and its last day is over. */
export const isExpired = (card: Pick<Waiting, 'state' | 'validToOn'>, now: string): boolean =>
  card.state === 'issued' && card.validToOn !== null && card.validToOn < dayOf(now);

/** Out, and its last day comes soon. */
export const isExpiring = (card: Pick<Waiting, 'state' | 'validToOn'>, now: string): boolean =>
  card.state === 'issued' &&
  card.validToOn !== null &&
  card.validToOn >= dayOf(now) &&
  card.validToOn <= addDays(dayOf(now), CARD_EXPIRING_DAYS);

/** The act a card waits for most. A card that is out waits for its return; scanned, that is what the holder came for. */
export function mainAct(card: Waiting): OpName | null {
  if (card.state === 'issued') return 'accessCards.return';
  if (card.state === 'lost') {
    if (card.replacedById !== null) return null;
    return card.blockedAt === null ? 'accessCards.block' : 'accessCards.replace';
  }
  return card.state === 'returned' ? 'accessCards.archive' : null;
}

/** Every operation this reader may do on the card now, the awaited one first. */
export function actsOn(card: AccessCard, actor: Actor | null): OpName[] {
  const may = ACCESS_CARD_NEXT[card.state];
  const replaced = card.replacedById !== null;
  const alive = card.state !== 'archived' && card.state !== 'voided';
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['accessCards.return', 'accessCards.issue', may.includes('returned')],
    ['accessCards.renew', 'accessCards.issue', card.state === 'issued' && card.validToOn !== null],
    ['accessCards.reportLoss', 'accessCards.issue', may.includes('lost')],
    ['accessCards.block', 'accessCards.issue', card.state === 'lost' && card.blockedAt === null],
    [
      'accessCards.replace',
      'accessCards.issue',
      card.state === 'lost' && card.blockedAt !== null && !replaced,
    ],
    ['accessCards.recover', 'accessCards.issue', card.state === 'lost' && !replaced],
    ['accessCards.archive', 'accessCards.file', may.includes('archived')],
    ['accessCards.correct', 'accessCards.correct', alive && mayCorrect(card.recorderId, actor)],
    [
      'accessCards.void',
      'accessCards.void',
      may.includes('voided') && !replaced && (card.returnedAt === null || isManager(actor)),
    ],
  ];
  const main = mainAct(card);
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}
