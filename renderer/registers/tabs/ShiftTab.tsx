import { BookTab } from '../../book/BookTab';
import { HANDOVER_BOOKS } from '../handovers/tab-books';
import type { WorkspaceProps } from '../open';
import { ROSTER_BOOKS } from '../rosters/tab-books';

/** 交接班与值班 (T5): the shift that is on and its history, what superiors said; then rosters, swaps and stand-ins. */
const BOOKS = [...HANDOVER_BOOKS, ...ROSTER_BOOKS];

export default function ShiftTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="shift" books={BOOKS} />;
}
