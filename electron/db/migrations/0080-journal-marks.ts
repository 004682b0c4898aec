import type { JournalledTable } from './pieces';

/**
 * The journal's lines that every list asks for: corrections (struck values) and prints (copies). A few in a hundred lines are
 * such; without an index of their own a page of a list reads every line of all its entries (speed.md §2).
 */
export const name = '0080-journal-marks';

export const JOURNALLED: Record<string, JournalledTable> = {};

export const sql = `
CREATE INDEX journal_marks ON journal (register, entryId) WHERE kind IN ('CORRECT', 'PRINT');
`;
