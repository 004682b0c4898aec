import type { OpName } from '../../../shared/api';
import { DAY_MS, dayOf, daysBetween, msOf } from '../../../shared/dates';
import {
  IMPORTANT_KINDS,
  MAIL_NEXT,
  MAIL_WAITING,
  type MailItem,
} from '../../../shared/registers/mail-items.row';
import type { MailSetting } from '../../../shared/registers/mail-items.setting';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow, and what is computed: waiting times against the office's limits. */

const HOUR_MS = DAY_MS / 24;

/** Told first: registered, EMS, remittances, and whatever spoils or is worth much. */
export const isImportant = ({
  kind,
  perishable,
  valuable,
}: Pick<MailItem, 'kind' | 'perishable' | 'valuable'>) =>
  IMPORTANT_KINDS.includes(kind) || perishable === 1 || valuable === 1;

/** Whole days from its coming to its leaving, or to today. */
export const daysHere = (item: Pick<MailItem, 'receivedAt' | 'closedAt'>, now: string): number =>
  Math.max(0, daysBetween(dayOf(item.receivedAt), dayOf(item.closedAt ?? now)));

type Waiting = Pick<
  MailItem,
  'state' | 'kind' | 'perishable' | 'valuable' | 'receivedAt' | 'closedAt' | 'sortedAt'
>;

/** What the limits say of an item now. */
export function standing(
  item: Waiting,
  { importantHours, notifyHours, longDays, holdDays }: MailSetting,
  now: string,
) {
  const waits = MAIL_WAITING.includes(item.state);
  const important = isImportant(item);
  const since = msOf(now) - msOf(item.sortedAt ?? item.receivedAt);
  const days = daysHere(item, now);
  return {
    days,
    important,
    notifyLate: item.state === 'shelved' && since > (important ? importantHours : notifyHours) * HOUR_MS,
    waitingLong: waits && days >= longDays,
    holdOver: waits && days >= holdDays,
  };
}

/** The act an item waits for most. Whoever stands at the desk with a notified item's slip came to collect it. */
export function mainAct({ state }: Pick<MailItem, 'state'>): OpName | null {
  switch (state) {
    case 'arrived':
      return 'mailItems.sort';
    case 'shelved':
    case 'notified':
      return 'mailItems.collect';
    case 'toSend':
      return 'mailItems.dispatch';
    default:
      return null;
  }
}

/** Every operation this reader may do on the item now, the awaited one first. */
export function actsOn(item: MailItem, actor: Actor | null): OpName[] {
  const may = MAIL_NEXT[item.state];
  const waits = MAIL_WAITING.includes(item.state);
  const out = item.state === 'toSend';
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['mailItems.collect', 'mailItems.handle', waits],
    ['mailItems.notify', 'mailItems.handle', item.state === 'shelved' || item.state === 'notified'],
    ['mailItems.sort', 'mailItems.handle', waits],
    ['mailItems.leaveUnsigned', 'mailItems.handle', waits],
    ['mailItems.returnToSender', 'mailItems.handle', waits],
    ['mailItems.forward', 'mailItems.handle', waits],
    ['mailItems.reportLost', 'mailItems.handle', waits],
    ['mailItems.dispatch', 'mailItems.handle', out],
    ['mailItems.withdraw', 'mailItems.handle', out],
    ['mailItems.putBack', 'mailItems.putBack', !waits && may.includes('shelved')],
    ['mailItems.correct', 'mailItems.correct', item.state !== 'voided' && mayCorrect(item.recorderId, actor)],
    [
      'mailItems.void',
      'mailItems.void',
      may.includes('voided') && (item.closedAt === null || isManager(actor)),
    ],
  ];
  const main = mainAct(item);
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}
