import type { OpName } from '../../../shared/api';
import { isoOf, MINUTE_MS, msOf } from '../../../shared/dates';
import type { DutyLine } from '../../../shared/registers/duty-lines.row';
import { NEAR_END_MINUTES } from '../../../shared/registers/duty-logs';
import type { DutyLog } from '../../../shared/registers/duty-logs.row';
import type { Actor } from '../../../shared/registers/session';
import { holds, type Permit } from '../../../shared/roles';
import { isManager, mayCorrect } from '../../entries/rights';
import { isAmong } from './load';

/** What may follow, offered by the entry page, the omni-box and the scanner's card. */

/** The shift is over, or nearly: the day may be signed. */
export const mayBeSigned = ({ toAt }: Pick<DutyLog, 'toAt'>, now: string): boolean =>
  toAt <= isoOf(msOf(now) + NEAR_END_MINUTES * MINUTE_MS);

/** A message nobody on duty has read. */
export const isUnread = ({ message, reads }: Pick<DutyLog, 'message' | 'reads'>): boolean =>
  message !== null && reads === '[]';

/** The act a log waits for most. */
export function mainAct(
  row: Pick<DutyLog, 'state' | 'message' | 'reads' | 'toAt'>,
  now: string,
): OpName | null {
  if (row.state !== 'open') return null;
  if (isUnread(row)) return 'dutyLogs.readMessage';
  return mayBeSigned(row, now) ? 'dutyLogs.sign' : 'dutyLines.write';
}

type Act = readonly [act: OpName, permit: Permit, possible: boolean];
const offered = (all: readonly Act[], actor: Actor | null): OpName[] =>
  all.filter(([, permit, possible]) => possible && holds(actor?.roles ?? [], permit)).map(([act]) => act);

/** Every operation this reader may do on the log now. */
export function logActs(row: DutyLog, actor: Actor | null, now: string): OpName[] {
  const open = row.state === 'open';
  const me = actor?.staffId ?? '';
  const on = isAmong(row.people, me);
  const reads = row.message !== null && row.messageById !== me && !isAmong(row.reads, me);
  return offered(
    [
      ['dutyLogs.readMessage', 'dutyLogs.write', open && reads],
      ['dutyLogs.sign', 'dutyLogs.sign', open && mayBeSigned(row, now) && !on],
      ['dutyLines.write', 'dutyLogs.write', open],
      ['dutyLogs.noteWeather', 'dutyLogs.write', open && row.weather === null],
      ['dutyLogs.join', 'dutyLogs.write', open && !on && row.fromAt <= now],
      ['dutyLogs.leaveMessage', 'dutyLogs.lead', open && row.toAt > now],
      ['dutyLogs.correct', 'dutyLogs.correct', row.state !== 'voided' && mayCorrect(row.recorderId, actor)],
      ['dutyLogs.void', 'dutyLogs.void', row.state !== 'voided' && (open || isManager(actor))],
    ],
    actor,
  );
}

/** Every operation this reader may do on a typed line now; `signed`: its log is. */
export const lineActs = (row: DutyLine, signed: boolean, actor: Actor | null): OpName[] =>
  offered(
    [
      ['dutyLines.finish', 'dutyLogs.write', row.state === 'open'],
      [
        'dutyLines.correct',
        'dutyLogs.correct',
        row.state !== 'voided' && mayCorrect(row.recorderId, actor) && (!signed || isManager(actor)),
      ],
      ['dutyLines.void', 'dutyLogs.void', row.state !== 'voided' && (!signed || isManager(actor))],
    ],
    actor,
  );
