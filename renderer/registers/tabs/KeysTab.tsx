import { BookTab } from '../../book/BookTab';
import { KEY_DESK_BOOKS } from '../keys/desk/tab-books';
import { KEY_BOOKS } from '../keys/tab-books';
import type { WorkspaceProps } from '../open';

/** 钥匙 (T4): the key desk's books first, then the inventory's. */
const BOOKS = [...KEY_DESK_BOOKS, ...KEY_BOOKS];

export default function KeysTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="keys" books={BOOKS} />;
}
