import type { StewardDiaryLine } from '../../../shared/registers/steward-diaries.row';
import type { Tone } from '../../ui/StateMark';

/** How a diary stands: a problem that waits for an answer presses. */
export function diaryTone({ state, wantsHelp }: StewardDiaryLine): Tone {
  if (state === 'voided') return 'void';
  if (state === 'reviewed') return 'done';
  if (wantsHelp) return 'late';
  return state === 'submitted' ? 'todo' : 'waiting';
}
