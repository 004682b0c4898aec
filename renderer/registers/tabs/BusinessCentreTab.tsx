import { BookTab } from '../../book/BookTab';
import { BUSINESS_BOOKS } from '../business-centre/tab-books';
import { NOTICE_BOOKS } from '../notices/tab-books';
import type { WorkspaceProps } from '../open';

/** 商务中心 (T13): the clerk's books, one room's after the other. */
const BOOKS = [...BUSINESS_BOOKS, ...NOTICE_BOOKS];

export default function BusinessCentreTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="businessCentre" books={BOOKS} />;
}
