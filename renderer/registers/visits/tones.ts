import type { DisclosureState } from '../../../shared/registers/disclosures.row';
import type { PassState, VisitorPassLine } from '../../../shared/registers/visitor-passes';
import type { VisitLine, VisitState } from '../../../shared/registers/visits.row';
import type { Tone } from '../../ui/StateMark';

const VISIT: Record<VisitState, Tone> = {
  expected: 'waiting',
  in: 'todo',
  steppedOut: 'waiting',
  left: 'done',
  noShow: 'done',
  refused: 'done',
  closedByDesk: 'missing',
  voided: 'void',
};
/** How a visit stands to the desk: in since before yesterday's closing is late. */
export const visitTone = (visit: Pick<VisitLine, 'state' | 'overstay'>): Tone =>
  visit.overstay ? 'late' : VISIT[visit.state];

const PASS: Record<PassState, Tone> = { inStock: 'done', out: 'waiting', lost: 'missing', retired: 'void' };
/** How a pass stands: out with nobody here any more is late. */
export const passTone = (pass: Pick<VisitorPassLine, 'state' | 'notBack'>): Tone =>
  pass.notBack ? 'late' : PASS[pass.state];

export const DISCLOSURE_TONES: Record<DisclosureState, Tone> = {
  asked: 'todo',
  approved: 'waiting',
  refused: 'done',
  given: 'done',
  voided: 'void',
};
