import type { OpName } from '../../../shared/api';
import { DISCLOSURE_NEXT, type Disclosure } from '../../../shared/registers/disclosures.row';
import type { Actor } from '../../../shared/registers/session';
import { PASS_NEXT, type VisitorPass } from '../../../shared/registers/visitor-passes';
import { VISIT_NEXT, VISIT_OPEN, type Visit } from '../../../shared/registers/visits.row';
import { consentDue } from '../../../shared/registers/visits.rules';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state charts, offered by the entry page, the omni-box and the scanner's card. */

export type WaitingVisit = Pick<Visit, 'state' | 'type' | 'consentAt' | 'supplement'>;

/** The act a visit waits for most; null when nothing is left to do. */
export function visitAct(visit: WaitingVisit): OpName | null {
  switch (visit.state) {
    case 'expected':
      return 'visits.admit';
    case 'in':
      return 'visits.leave';
    case 'steppedOut':
      return 'visits.comeBack';
    case 'closedByDesk':
      return visit.supplement === null ? 'visits.supplement' : null;
    default:
      return null;
  }
}

const offered = (
  actor: Actor | null,
  main: OpName | null,
  all: readonly [act: OpName, permit: Permit, possible: boolean][],
): OpName[] => {
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
};

/** Every operation this reader may do on the visit now, the one it waits for first. */
export function actsOnVisit(visit: Visit, actor: Actor | null): OpName[] {
  const may = VISIT_NEXT[visit.state];
  const here = VISIT_OPEN.includes(visit.state);
  const alive = visit.state !== 'voided';
  return offered(actor, visitAct(visit), [
    ['visits.admit', 'visits.record', visit.state === 'expected'],
    ['visits.leave', 'visits.record', here],
    ['visits.comeBack', 'visits.record', visit.state === 'steppedOut'],
    ['visits.stepOut', 'visits.record', may.includes('steppedOut') && visit.state === 'in'],
    ['visits.recordConsent', 'visits.record', (here || visit.state === 'expected') && consentDue(visit)],
    ['visits.turnAway', 'visits.record', visit.state === 'expected'],
    ['visits.noShow', 'visits.record', may.includes('noShow')],
    ['visits.supplement', 'visits.supplement', visit.state === 'closedByDesk'],
    ['visits.correct', 'visits.correct', alive && mayCorrect(visit.recorderId, actor)],
    ['visits.void', 'visits.void', may.includes('voided') && (visit.closedAt === null || isManager(actor))],
  ]);
}

/** The act a pass waits for. */
export const passAct = (pass: Pick<VisitorPass, 'state'>): OpName | null =>
  pass.state === 'out' || pass.state === 'lost' ? 'visitorPasses.takeIn' : null;

/** Every operation this reader may do on the pass now. */
export function actsOnPass(pass: VisitorPass, actor: Actor | null): OpName[] {
  const may = PASS_NEXT[pass.state];
  return offered(actor, passAct(pass), [
    ['visitorPasses.takeIn', 'visits.record', may.includes('inStock')],
    ['visitorPasses.lose', 'visits.record', may.includes('lost')],
    ['visitorPasses.retire', 'visitorPasses.manage', may.includes('retired')],
    [
      'visitorPasses.correct',
      'visitorPasses.manage',
      pass.state !== 'retired' && mayCorrect(pass.recorderId, actor),
    ],
  ]);
}

/** The act an enquiry waits for; the default answer is no, so nothing is preselected that gives anything away. */
export const disclosureAct = (row: Pick<Disclosure, 'state' | 'identityHow'>): OpName | null =>
  row.state === 'asked'
    ? row.identityHow === 'notChecked'
      ? 'disclosures.refuse'
      : 'disclosures.approve'
    : row.state === 'approved'
      ? 'disclosures.give'
      : null;

/** Every operation this reader may do on the enquiry now. */
export function actsOnDisclosure(row: Disclosure, actor: Actor | null): OpName[] {
  const may = DISCLOSURE_NEXT[row.state];
  const open = row.state === 'asked' || row.state === 'approved';
  return offered(actor, disclosureAct(row), [
    ['disclosures.refuse', 'disclosures.ask', may.includes('refused')],
    ['disclosures.approve', 'disclosures.ask', may.includes('approved') && row.identityHow !== 'notChecked'],
    ['disclosures.give', 'disclosures.ask', may.includes('given')],
    ['disclosures.correct', 'disclosures.correct', open && mayCorrect(row.recorderId, actor)],
    ['disclosures.void', 'disclosures.void', may.includes('voided') && (open || isManager(actor))],
  ]);
}
