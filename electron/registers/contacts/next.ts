import type { OpName } from '../../../shared/api';
import { timeOf } from '../../../shared/dates';
import { CONTACT_NEXT, CONTACT_OPEN, type ContactLog } from '../../../shared/registers/contact-logs.row';
import type { Settings } from '../../../shared/registers/office';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow, and what is computed: promised times, the office's hours, the gate's night. */

/** Not answered, and the promised time is over. */
export const isOverdue = (
  { state, promisedAt }: Pick<ContactLog, 'state' | 'promisedAt'>,
  now: string,
): boolean => CONTACT_OPEN.includes(state) && promisedAt !== null && promisedAt < now;

/** Outside the office's hours (settings, key desk): the gate answers the phone then. */
export function isAfterHours(at: string, { keys }: Pick<Settings, 'keys'>): boolean {
  const time = timeOf(at);
  return time < keys.officeHours.from || time >= keys.officeHours.to;
}

type Waiting = Pick<ContactLog, 'state' | 'atGate' | 'takenOverAt'>;
/** From the gate, and nobody of the desk has read it. */
export const isToTakeOver = ({ state, atGate, takenOverAt }: Waiting): boolean =>
  state !== 'voided' && atGate === 1 && takenOverAt === null;

/** The act a contact waits for most. */
export function mainAct(contact: Waiting): OpName | null {
  if (isToTakeOver(contact)) return 'contactLogs.takeOver';
  return CONTACT_OPEN.includes(contact.state) ? 'contactLogs.close' : null;
}

/** Every operation this reader may do on the contact now, the awaited one first. */
export function actsOn(contact: ContactLog, actor: Actor | null): OpName[] {
  const open = CONTACT_OPEN.includes(contact.state);
  const alive = contact.state !== 'voided';
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['contactLogs.takeOver', 'contactLogs.handle', isToTakeOver(contact)],
    ['contactLogs.close', 'contactLogs.handle', open],
    ['contactLogs.pass', 'contactLogs.handle', open],
    ['contactLogs.promise', 'contactLogs.handle', open],
    ['contactLogs.rate', 'contactLogs.handle', contact.state === 'closed'],
    ['contactLogs.reopen', 'contactLogs.handle', CONTACT_NEXT[contact.state].includes('open')],
    ['contactLogs.report', 'contactLogs.record', open],
    ['contactLogs.correct', 'contactLogs.correct', alive && mayCorrect(contact.recorderId, actor)],
    ['contactLogs.void', 'contactLogs.void', alive && (contact.state !== 'closed' || isManager(actor))],
  ];
  const main = mainAct(contact);
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}
