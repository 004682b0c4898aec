import { BookTab, type TabBook } from '../../book/BookTab';
import type { WorkspaceProps } from '../open';
import { BackBook } from './BackBook';
import { GOODS_RELEASES, RELEASE_BACK, RELEASE_GATE, RELEASE_REQUESTS, SLIP_COUNTS } from './books';
import { GateBook } from './GateBook';
import './release.css';
import { RequestEntry } from './RequestEntry';
import { RequestsBook } from './RequestsBook';
import { SlipEntry } from './SlipEntry';
import { SlipsBook } from './SlipsBook';

/** In the order of the work: each sees what the post needs, the guard the gate first. */
const BOOKS: readonly TabBook[] = [
  { book: RELEASE_GATE, permit: 'goodsReleases.gate', Page: GateBook },
  { book: RELEASE_REQUESTS, permit: 'goodsReleases.request', Page: RequestsBook, Entry: RequestEntry },
  {
    book: GOODS_RELEASES,
    permit: 'goodsReleases.read',
    Page: SlipsBook,
    Entry: SlipEntry,
    counts: SLIP_COUNTS,
  },
  { book: RELEASE_BACK, permit: 'goodsReleases.file', Page: BackBook, Entry: SlipEntry },
];

/** Workspace 放行与出入: the gate, applications, slips, parts back. */
export default function ReleaseTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="release" books={BOOKS} />;
}
