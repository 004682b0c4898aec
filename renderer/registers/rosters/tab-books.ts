import type { TabBook } from '../../book/BookTab';
import { COVER_COUNTS, POST_COVERS, ROSTER_COUNTS, ROSTERS, SHIFT_SWAPS, SWAP_COUNTS } from './books';
import { CoverEntry } from './CoverEntry';
import { CoversBook } from './CoversBook';
import { RosterEntry } from './RosterEntry';
import { RostersBook } from './RostersBook';
import { SwapEntry } from './SwapEntry';
import { SwapsBook } from './SwapsBook';

/** The room's books in the tab 交接班与值班. */
export const ROSTER_BOOKS: readonly TabBook[] = [
  { book: ROSTERS, permit: 'rosters.read', Page: RostersBook, Entry: RosterEntry, counts: ROSTER_COUNTS },
  { book: SHIFT_SWAPS, permit: 'shiftSwaps.read', Page: SwapsBook, Entry: SwapEntry, counts: SWAP_COUNTS },
  { book: POST_COVERS, permit: 'postCovers.read', Page: CoversBook, Entry: CoverEntry, counts: COVER_COUNTS },
];
