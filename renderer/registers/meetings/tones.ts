import { dayOf } from '../../../shared/dates';
import type { MeetingLine } from '../../../shared/registers/meetings.row';
import type { ResolutionLine } from '../../../shared/registers/resolutions.row';
import { nowIso } from '../../ui/fields/TimeField';
import type { Tone } from '../../ui/StateMark';

/** How a meeting stands: minutes of a day that is over want the chair's signature. */
export function meetingTone({ state, heldAt }: MeetingLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'issued') return 'done';
  return dayOf(heldAt) < dayOf(nowIso()) ? 'todo' : 'waiting';
}

/** How a resolution stands. */
export function resolutionTone({ state, overdue }: ResolutionLine): Tone {
  if (state === 'voided') return 'void';
  if (state !== 'open') return 'done';
  return overdue ? 'late' : 'waiting';
}
