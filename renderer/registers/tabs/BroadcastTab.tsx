import { BookTab } from '../../book/BookTab';
import { BROADCAST_BOOKS } from '../broadcasts/tab-books';
import { NOTICE_BOOKS } from '../notices/tab-books';
import type { WorkspaceProps } from '../open';

/** 播音 (T14): the announcer's books, the notices of the displays after them (domain.md §4.2). */
const BOOKS = [...BROADCAST_BOOKS, ...NOTICE_BOOKS];

export default function BroadcastTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="broadcast" books={BOOKS} />;
}
