import { BookTab } from '../../book/BookTab';
import { CARD_BOOKS } from '../access-cards/tab-books';
import { CONTACT_BOOKS } from '../contacts/tab-books';
import { CUSTODY_BOOKS } from '../custody/tab-books';
import { MAIL_BOOKS } from '../mail/tab-books';
import type { WorkspaceProps } from '../open';
import { VISIT_BOOKS } from '../visits/tab-books';

/** 前台登记 (T2): the books of the front desk, one room's after the other. */
const BOOKS = [...VISIT_BOOKS, ...CONTACT_BOOKS, ...MAIL_BOOKS, ...CARD_BOOKS, ...CUSTODY_BOOKS];

export default function DeskTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="desk" books={BOOKS} />;
}
