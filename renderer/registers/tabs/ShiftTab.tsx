import { BookTab } from '../../book/BookTab';
import { HANDOVER_BOOKS } from '../handovers/tab-books';
import type { WorkspaceProps } from '../open';

/** 交接班 (T5): the shift that is on and its history, then what superiors said. */
const BOOKS = [...HANDOVER_BOOKS];

export default function ShiftTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="shift" books={BOOKS} />;
}
