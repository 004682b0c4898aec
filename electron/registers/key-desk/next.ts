import type { OpName } from '../../../shared/api';
import { KEY_COPY_NEXT, type KeyCopy } from '../../../shared/registers/key-copies.row';
import { KEY_INCIDENT_NEXT, type KeyIncident } from '../../../shared/registers/key-incidents.row';
import { KEY_LOAN_NEXT, type KeyLoan } from '../../../shared/registers/key-loans.row';
import { KEY_UNSEAL_NEXT, type KeyUnseal } from '../../../shared/registers/key-unseals.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state charts, offered by the entry pages, the omni-box and the scanner's card. */

type Offer = [act: OpName, permit: Permit, possible: boolean];
const offered = (offers: readonly Offer[], actor: Actor | null): OpName[] =>
  offers.filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit)).map(([act]) => act);

/** The act a loan waits for; null when it is over. */
export const loanAct = (row: Pick<KeyLoan, 'state'>): OpName | null =>
  row.state === 'out' ? 'keyLoans.returnKey' : null;
/** The act an opened storeroom waits for. */
export const unsealAct = (row: Pick<KeyUnseal, 'state'>): OpName | null =>
  row.state === 'opened' ? 'keyUnseals.reseal' : null;
/** The act an application waits for. */
export function copyAct(row: Pick<KeyCopy, 'state'>): OpName | null {
  if (row.state === 'applied') return 'keyCopies.approve';
  if (row.state === 'approved') return 'keyCopies.make';
  return row.state === 'made' ? 'keyCopies.collect' : null;
}
/** The act an incident waits for; telling the superior comes before everything else (L03). */
export function incidentAct(row: Pick<KeyIncident, 'state' | 'superiorAt' | 'measuredAt'>): OpName | null {
  if (row.state !== 'open') return null;
  if (row.superiorAt === null) return 'keyIncidents.inform';
  return row.measuredAt === null ? 'keyIncidents.measure' : 'keyIncidents.close';
}

/** Every operation this reader may do on the loan now, the awaited one first. */
export function actsOnLoan(row: KeyLoan, actor: Actor | null): OpName[] {
  const out = row.state === 'out';
  const may = KEY_LOAN_NEXT[row.state].includes('voided');
  return offered(
    [
      ['keyLoans.returnKey', 'keyLoans.issue', out],
      ['keyLoans.chase', 'keyLoans.issue', out],
      ['keyLoans.extend', 'keyLoans.extend', out],
      ['keyIncidents.report', 'keyIncidents.report', out],
      ['keyLoans.correct', 'keyLoans.correct', row.state !== 'voided' && mayCorrect(row.recorderId, actor)],
      ['keyLoans.void', 'keyLoans.void', may && (out || isManager(actor))],
    ],
    actor,
  );
}

/** Every operation this reader may do on an opened storeroom now. */
export function actsOnUnseal(row: KeyUnseal, actor: Actor | null): OpName[] {
  const opened = row.state === 'opened';
  return offered(
    [
      ['keyUnseals.reseal', 'keyLoans.issue', opened],
      ['keyUnseals.addGoods', 'keyLoans.issue', opened],
      ['keyUnseals.correct', 'keyLoans.correct', row.state !== 'voided' && mayCorrect(row.recorderId, actor)],
      ['keyUnseals.void', 'keyLoans.void', KEY_UNSEAL_NEXT[row.state].includes('voided') && isManager(actor)],
    ],
    actor,
  );
}

/** Every operation this reader may do on an application now. Anybody may offer the manager the keyboard for a PIN. */
export function actsOnCopy(row: KeyCopy, actor: Actor | null): OpName[] {
  const may = KEY_COPY_NEXT[row.state];
  return offered(
    [
      ['keyCopies.approve', 'keyLoans.read', may.includes('approved')],
      ['keyCopies.refuse', 'keyLoans.read', may.includes('refused')],
      ['keyCopies.make', 'keyCopies.make', may.includes('made')],
      ['keyCopies.collect', 'keyCopies.make', may.includes('collected')],
      ['keyCopies.correct', 'keyLoans.correct', may.length > 0 && mayCorrect(row.recorderId, actor)],
      [
        'keyCopies.void',
        'keyLoans.void',
        may.includes('voided') && (row.madeOn === null || isManager(actor)),
      ],
    ],
    actor,
  );
}

/** Every operation this reader may do on an incident now. */
export function actsOnIncident(row: KeyIncident, actor: Actor | null): OpName[] {
  const open = row.state === 'open';
  const main = incidentAct(row);
  const acts = offered(
    [
      ['keyIncidents.inform', 'keyIncidents.report', open && row.superiorAt === null],
      ['keyIncidents.measure', 'keyIncidents.report', open],
      [
        'keyIncidents.close',
        'keyIncidents.close',
        open && row.superiorAt !== null && row.measuredAt !== null,
      ],
      ['keyIncidents.found', 'keyIncidents.report', open && row.kind === 'loss'],
      [
        'keyIncidents.correct',
        'keyLoans.correct',
        row.state !== 'voided' && mayCorrect(row.recorderId, actor),
      ],
      [
        'keyIncidents.void',
        'keyLoans.void',
        KEY_INCIDENT_NEXT[row.state].includes('voided') && isManager(actor),
      ],
    ],
    actor,
  );
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}
