import type { OpName } from '../../../shared/api';
import type { KeyCheck } from '../../../shared/registers/key-checks.row';
import { type KeyMandate, MANDATE_NEXT } from '../../../shared/registers/key-mandates.row';
import type { KeyTransfer } from '../../../shared/registers/key-transfers.row';
import { KEY_NEXT, type Key } from '../../../shared/registers/keys.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { mayCorrect } from '../../entries/rights';
import { isCustodian } from './rights';

/** What may follow: read from the state chart, offered by the entry page, the omni-box and the scanner's card. */

/** The act a key waits for most when its tag is scanned: out with it, or back. Null for a key that is neither. */
export function keyAct({ state }: Pick<Key, 'state'>): OpName | null {
  if (state === 'inStock') return 'keyLoans.issue';
  return state === 'out' ? 'keyLoans.returnKey' : null;
}

/** Every operation this reader may do on the key now. */
export function actsOnKey(key: Key, actor: Actor | null): OpName[] {
  const may = KEY_NEXT[key.state];
  const kept = may.length > 0;
  const custodian = isCustodian(actor);
  const all: readonly Act[] = [
    ['keyLoans.issue', 'keyLoans.issue', key.state === 'inStock'],
    ['keyLoans.returnKey', 'keyLoans.issue', key.state === 'out'],
    ['keys.seal', 'keys.seal', key.state === 'inStock'],
    ['keys.unseal', 'keys.seal', key.state === 'sealed'],
    ['keys.move', 'keys.manage', kept && custodian],
    ['keys.changeKeeper', 'keys.manage', kept && custodian],
    ['keys.retire', 'keys.manage', key.state !== 'sealed' && may.includes('retired') && custodian],
    ['keys.correct', 'keys.correct', kept && mayCorrect(key.recorderId, actor)],
    ['keys.void', 'keys.void', may.includes('voided')],
  ];
  return permitted(all, actor);
}

/** The act a mandate waits for: renewal, or the keys' way home. */
export const mandateAct = (mandate: Pick<KeyMandate, 'state'>): OpName | null =>
  MANDATE_NEXT[mandate.state].includes('renewed') ? 'keyMandates.renew' : null;

/** Every operation this reader may do on the mandate now. */
export function actsOnMandate(mandate: KeyMandate, actor: Actor | null): OpName[] {
  const may = MANDATE_NEXT[mandate.state];
  const all: readonly Act[] = [
    ['keyMandates.renew', 'keys.mandate', may.includes('renewed')],
    ['keyMandates.withdraw', 'keys.mandate', may.includes('withdrawn')],
    [
      'keyMandates.correct',
      'keys.correct',
      mandate.state !== 'voided' && mayCorrect(mandate.recorderId, actor),
    ],
    ['keyMandates.void', 'keys.void', may.includes('voided')],
  ];
  return permitted(all, actor);
}

/** The act a weekly check waits for. */
export const checkAct = (check: Pick<KeyCheck, 'state'>): OpName | null =>
  check.state === 'open' ? 'keyChecks.close' : null;

/** Every operation this reader may do on the check now. */
export const actsOnCheck = (check: KeyCheck, actor: Actor | null): OpName[] =>
  permitted(
    [
      ['keyChecks.close', 'keys.check', check.state === 'open'],
      ['keyChecks.void', 'keys.check', check.state === 'open'],
    ],
    actor,
  );

/** The act a transfer waits for. */
export const transferAct = (transfer: Pick<KeyTransfer, 'state'>): OpName | null =>
  transfer.state === 'open' ? 'keyTransfers.complete' : null;

/** Every operation this reader may do on the transfer now. */
export const actsOnTransfer = (transfer: KeyTransfer, actor: Actor | null): OpName[] =>
  permitted(
    [
      ['keyTransfers.complete', 'keys.transfer', transfer.state === 'open'],
      [
        'keyTransfers.correct',
        'keys.correct',
        transfer.state !== 'voided' && mayCorrect(transfer.recorderId, actor),
      ],
      ['keyTransfers.void', 'keys.void', transfer.state === 'open'],
    ],
    actor,
  );

type Act = readonly [act: OpName, permit: Permit, possible: boolean];
const permitted = (all: readonly Act[], actor: Actor | null): OpName[] =>
  all.filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit)).map(([act]) => act);
