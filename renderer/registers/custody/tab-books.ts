import type { TabBook } from '../../book/BookTab';
import {
  CUSTODY_COUNTS,
  CUSTODY_ITEMS,
  MOVE_COUNTS,
  MOVE_NOTICES,
  TOOL_COUNTS,
  TOOL_LOAN_COUNTS,
  TOOL_LOANS,
  TOOLS,
} from './books';
import { ItemEntry } from './ItemEntry';
import { ItemsBook } from './ItemsBook';
import { LoanEntry } from './LoanEntry';
import { LoansBook } from './LoansBook';
import { MoveEntry } from './MoveEntry';
import { MovesBook } from './MovesBook';
import { ToolEntry } from './ToolEntry';
import { ToolsBook } from './ToolsBook';

/** The custody room's books in the tab 前台登记. */
export const CUSTODY_BOOKS: readonly TabBook[] = [
  {
    book: CUSTODY_ITEMS,
    permit: 'custodyItems.read',
    Page: ItemsBook,
    Entry: ItemEntry,
    counts: CUSTODY_COUNTS,
  },
  { book: TOOL_LOANS, permit: 'tools.read', Page: LoansBook, Entry: LoanEntry, counts: TOOL_LOAN_COUNTS },
  { book: TOOLS, permit: 'tools.read', Page: ToolsBook, Entry: ToolEntry, counts: TOOL_COUNTS },
  { book: MOVE_NOTICES, permit: 'moveNotices.read', Page: MovesBook, Entry: MoveEntry, counts: MOVE_COUNTS },
];
