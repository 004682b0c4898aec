import type { OpName } from '../../../shared/api';
import type { Meeting } from '../../../shared/registers/meetings.row';
import type { Resolution } from '../../../shared/registers/resolutions.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';

/** What may follow, offered by the entry pages, the omni-box and the scanner's card. */

type Act = readonly [act: OpName, permit: Permit, possible: boolean];
const offered = (all: readonly Act[], actor: Actor | null): OpName[] =>
  all.filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit)).map(([act]) => act);

/** The chair issues the minutes; a supervisor or the manager may in the chair's place. */
export const mayIssue = ({ chairId }: Pick<Meeting, 'chairId'>, actor: Actor | null): boolean =>
  actor !== null &&
  (actor.staffId === chairId || actor.roles.includes('csSupervisor') || actor.roles.includes('deptManager'));

/** Every operation this reader may do on the meeting now. */
export function meetingActs(row: Meeting, actor: Actor | null): OpName[] {
  const open = row.state === 'open';
  return offered(
    [
      ['resolutions.register', 'meetings.write', open],
      ['meetings.issue', 'meetings.write', open && mayIssue(row, actor)],
      ['meetings.attend', 'meetings.write', open],
      ['meetings.write', 'meetings.write', open],
      ['meetings.correct', 'meetings.correct', row.state === 'issued' && mayCorrect(row.recorderId, actor)],
      ['meetings.void', 'meetings.void', row.state !== 'voided' && (open || isManager(actor))],
    ],
    actor,
  );
}

/** Every operation this reader may do on the resolution now, the awaited one first. */
export const resolutionActs = (row: Resolution, actor: Actor | null): OpName[] =>
  offered(
    [
      ['resolutions.finish', 'resolutions.finish', row.state === 'open'],
      ['resolutions.reopen', 'meetings.write', row.state === 'done'],
      ['resolutions.drop', 'resolutions.drop', row.state === 'open'],
      ['resolutions.correct', 'meetings.correct', row.state === 'open' && mayCorrect(row.recorderId, actor)],
      ['resolutions.void', 'meetings.void', row.state === 'open' || row.state === 'done'],
    ],
    actor,
  );
