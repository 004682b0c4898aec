import type { DutyLineLine } from '../../../shared/registers/duty-lines.row';
import type { DutyLogLine } from '../../../shared/registers/duty-logs.row';
import type { Tone } from '../../ui/StateMark';

/** How a log stands: an unread message and a big event without result press, a day that is over wants its signature. */
export function dutyLogTone({ state, lacks, running }: DutyLogLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'signed') return 'done';
  if (lacks.includes('unread') || lacks.includes('big')) return 'late';
  return running ? 'waiting' : 'todo';
}

/** How a typed line stands. */
export function dutyLineTone({ state, kind }: Pick<DutyLineLine, 'state' | 'kind'>): Tone {
  if (state === 'voided') return 'void';
  if (state === 'done') return 'done';
  return kind === 'big' ? 'late' : 'todo';
}
