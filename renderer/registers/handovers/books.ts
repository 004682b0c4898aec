import { HANDOVER_NEEDS } from '../../../shared/registers/handovers';
import { INSTRUCTION_NEEDS } from '../../../shared/registers/instructions';
import type { Book, NeedCounts } from '../../book/book';

/** S13 前台交接班. */
export const HANDOVERS: Book = {
  register: 'handovers',
  ns: 'handovers',
  codes: { decision: 'decision' },
  keys: {
    draft: 'D',
    count: 'C',
    signOut: 'O',
    signIn: 'I',
    refuse: 'R',
    decide: 'J',
    review: 'S',
    writeEvent: 'W',
    ask: 'Q',
    supplement: 'B',
  },
  grave: ['refuse'],
  graveStory: ['refuse'],
  value: (field, value, { t }) => (PARTS.includes(field) ? lastOf(value, t('handovers:mark.comma')) : null),
};
/** Parts of the sheet that stand in the row as JSON: the story says the line that was written last. */
const PARTS = ['events', 'questions', 'supplements'];

function lastOf(json: string, comma: string): string {
  const lines = JSON.parse(json) as Record<string, unknown>[];
  const last = lines.at(-1);
  return ['event', 'result', 'question', 'answer', 'text']
    .map((part) => last?.[part])
    .filter((part) => typeof part === 'string')
    .join(comma);
}

/** 上级指示. */
export const INSTRUCTIONS: Book = {
  register: 'instructions',
  ns: 'handovers',
  keys: { acknowledge: 'R', renew: 'N', end: 'A' },
};

export const HANDOVER_COUNTS: NeedCounts = {
  book: HANDOVERS,
  op: 'handovers.counts',
  needs: HANDOVER_NEEDS,
  late: ['due', 'refused'],
};
export const INSTRUCTION_COUNTS: NeedCounts = {
  book: INSTRUCTIONS,
  op: 'instructions.counts',
  needs: INSTRUCTION_NEEDS,
  late: ['renew'],
};
