import { BookTab } from '../../book/BookTab';
import { DIARY_BOOKS } from '../diaries/tab-books';
import { DUTY_LOG_BOOKS } from '../duty-log/tab-books';
import { HANDOVER_BOOKS } from '../handovers/tab-books';
import type { WorkspaceProps } from '../open';
import { ROSTER_BOOKS } from '../rosters/tab-books';
import { SIGNED_PAPER_BOOKS } from '../signed-papers/tab-books';

/** 交接班与值班 (T5): the shift that is on and its history, what superiors said; the posts' logs, the stewards' diaries; then rosters, swaps and stand-ins; slips to be signed. */
const BOOKS = [...HANDOVER_BOOKS, ...DUTY_LOG_BOOKS, ...DIARY_BOOKS, ...ROSTER_BOOKS, ...SIGNED_PAPER_BOOKS];

export default function ShiftTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="shift" books={BOOKS} />;
}
