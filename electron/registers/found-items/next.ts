import type { OpName } from '../../../shared/api';
import { FOUND_ITEM_NEXT, FOUND_ITEM_OPEN, type FoundItem } from '../../../shared/registers/found-items.row';
import { LOST_REPORT_NEXT, type LostReport } from '../../../shared/registers/lost-reports';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow: read from the state charts, offered by the entry page and the omni-box. */

export type Waiting = Pick<FoundItem, 'state' | 'confirmer2How' | 'valuable' | 'countersignedAt'>;

/** A valuable item no supervisor has countersigned yet. */
export const lacksCountersign = (item: Pick<FoundItem, 'valuable' | 'countersignedAt'>): boolean =>
  item.valuable === 1 && item.countersignedAt === null;

/** The act an item waits for most; Party A is told before anything else (L04). Null when nothing is left to do. */
export function mainAct(item: Waiting): OpName | null {
  if (item.state === 'voided' || item.state === 'archived') return null;
  if (item.state === 'registered') return 'foundItems.notifyPartyA';
  if (item.confirmer2How === 'pending') return 'foundItems.confirmQuantity';
  if (item.state === 'notified')
    return lacksCountersign(item) ? 'foundItems.countersign' : 'foundItems.handToPartyA';
  return 'foundItems.archive';
}

/** Every operation this reader may do on the item now, the one it waits for first. */
export function actsOn(item: FoundItem, actor: Actor | null): OpName[] {
  const open = FOUND_ITEM_OPEN.includes(item.state);
  const alive = item.state !== 'voided' && item.state !== 'archived';
  const may = FOUND_ITEM_NEXT[item.state];
  const all: [act: OpName, permit: Permit, possible: boolean][] = [
    ['foundItems.notifyPartyA', 'foundItems.handOver', may.includes('notified')],
    ['foundItems.confirmQuantity', 'foundItems.register', alive && item.confirmer2How === 'pending'],
    ['foundItems.countersign', 'foundItems.register', open && lacksCountersign(item)],
    ['foundItems.handToPartyA', 'foundItems.handOver', may.includes('handedToPartyA')],
    ['foundItems.claim', 'foundItems.handOver', may.includes('claimed')],
    ['foundItems.refuseClaim', 'foundItems.handOver', may.includes('claimed')],
    ['foundItems.handToPolice', 'foundItems.handOver', may.includes('toPolice')],
    ['foundItems.dispose', 'foundItems.dispose', may.includes('disposed')],
    ['foundItems.postNotice', 'foundItems.handOver', open],
    ['foundItems.link', 'foundItems.handOver', open && item.lostReportId === null],
    ['foundItems.unlink', 'foundItems.handOver', open && item.lostReportId !== null],
    ['foundItems.archive', 'foundItems.handOver', may.includes('archived')],
    ['foundItems.addPhotos', 'foundItems.register', alive],
    ['foundItems.correct', 'foundItems.correct', alive && mayCorrect(item.recorderId, actor)],
    ['foundItems.void', 'foundItems.void', may.includes('voided') && (open || isManager(actor))],
  ];
  const main = mainAct(item);
  const acts = all
    .filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit))
    .map(([act]) => act);
  return main && acts.includes(main) ? [main, ...acts.filter((act) => act !== main)] : acts;
}

/** The act a lost report waits for; null when it is over. */
export const reportAct = (report: Pick<LostReport, 'state'>): OpName | null =>
  LOST_REPORT_NEXT[report.state].includes('closed') ? 'lostReports.close' : null;

/** Every operation this reader may do on the report now. */
export function actsOnReport(report: LostReport, actor: Actor | null): OpName[] {
  const roles = actor?.roles ?? [];
  const may = LOST_REPORT_NEXT[report.state];
  const acts: OpName[] = [];
  if (report.state === 'open' && report.subject === 'thing' && holds(roles, 'foundItems.handOver'))
    acts.push('foundItems.link');
  if (report.state === 'matched' && holds(roles, 'foundItems.handOver')) acts.push('foundItems.unlink');
  if (may.includes('closed') && holds(roles, 'foundItems.handOver')) acts.push('lostReports.close');
  if (may.length > 0 && holds(roles, 'foundItems.correct') && mayCorrect(report.recorderId, actor))
    acts.push('lostReports.correct');
  if (may.includes('voided') && holds(roles, 'foundItems.void')) acts.push('lostReports.void');
  return acts;
}
