import type { TabBook } from '../../book/BookTab';
import { HANDOVER_COUNTS, HANDOVERS, INSTRUCTION_COUNTS, INSTRUCTIONS } from './books';
import { HandoverEntry } from './HandoverEntry';
import { HandoversBook } from './HandoversBook';
import { InstructionEntry } from './InstructionEntry';
import { InstructionsBook } from './InstructionsBook';

/** The shift room's books in the tab 交接班. */
export const HANDOVER_BOOKS: readonly TabBook[] = [
  {
    book: HANDOVERS,
    permit: 'handovers.read',
    Page: HandoversBook,
    Entry: HandoverEntry,
    counts: HANDOVER_COUNTS,
  },
  {
    book: INSTRUCTIONS,
    permit: 'instructions.read',
    Page: InstructionsBook,
    Entry: InstructionEntry,
    counts: INSTRUCTION_COUNTS,
  },
];
