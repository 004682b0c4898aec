import { BookTab } from '../../book/BookTab';
import { NOTICE_BOOKS } from '../notices/tab-books';
import type { WorkspaceProps } from '../open';

/** 商务中心 (T13): the clerk's books. */
export default function BusinessCentreTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="businessCentre" books={NOTICE_BOOKS} />;
}
