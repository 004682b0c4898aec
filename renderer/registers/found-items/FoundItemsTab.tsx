import { BookTab, type TabBook } from '../../book/BookTab';
import type { WorkspaceProps } from '../open';
import { FOUND_ITEM_COUNTS, FOUND_ITEMS, LOST_REPORTS } from './books';
import { FoundItemEntry } from './FoundItemEntry';
import './found-items.css';
import { ItemsBook } from './ItemsBook';
import { LostReportEntry } from './LostReportEntry';
import { ReportsBook } from './ReportsBook';

const BOOKS: readonly TabBook[] = [
  {
    book: FOUND_ITEMS,
    permit: 'foundItems.read',
    Page: ItemsBook,
    Entry: FoundItemEntry,
    counts: FOUND_ITEM_COUNTS,
  },
  { book: LOST_REPORTS, permit: 'foundItems.read', Page: ReportsBook, Entry: LostReportEntry },
];

/** Workspace 捡拾物品: the found-item register and the lost reports. */
export default function FoundItemsTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="foundItems" books={BOOKS} />;
}
