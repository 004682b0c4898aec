import { BookTab } from '../../book/BookTab';
import { KEY_DESK_BOOKS } from '../keys/desk/tab-books';
import { KEY_BOOKS } from '../keys/tab-books';
import type { WorkspaceProps } from '../open';

/** 钥匙 (T4): 借还 is what the day is made of; then the inventory's books, then the key desk's rarer sheets. */
const [LOANS, ...SHEETS] = KEY_DESK_BOOKS;
const BOOKS = [...(LOANS ? [LOANS] : []), ...KEY_BOOKS, ...SHEETS];

export default function KeysTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="keys" books={BOOKS} />;
}
