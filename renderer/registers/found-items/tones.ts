import type { FoundItemState } from '../../../shared/registers/found-items.row';
import type { LostReportState } from '../../../shared/registers/lost-reports';
import type { Tone } from '../../ui/StateMark';

const ITEM: Record<FoundItemState, Tone> = {
  registered: 'todo',
  notified: 'waiting',
  handedToPartyA: 'done',
  claimed: 'done',
  toPolice: 'done',
  disposed: 'done',
  archived: 'done',
  voided: 'void',
};

/** How a found item's state stands to the desk; `due`: the days its category may wait are over. */
export const itemTone = (state: FoundItemState, due: boolean): Tone => (due ? 'late' : ITEM[state]);

/** How a lost report's state stands to the desk. */
export const REPORT_TONES: Record<LostReportState, Tone> = {
  open: 'todo',
  matched: 'waiting',
  closed: 'done',
  voided: 'void',
};
