import { BookTab, type TabBook } from '../../book/BookTab';
import type { WorkspaceProps } from '../open';
import { PARTIES, SPACES, UNIT_COUNTS, UNITS } from './books';
import { PartiesBook } from './PartiesBook';
import { PartyEntry } from './PartyEntry';
import { SpacesBook } from './SpacesBook';
import { UnitEntry } from './UnitEntry';
import { UnitsBook } from './UnitsBook';

const BOOKS: readonly TabBook[] = [
  { book: UNITS, permit: 'units.read', Page: UnitsBook, Entry: UnitEntry, counts: UNIT_COUNTS },
  { book: PARTIES, permit: 'parties.read', Page: PartiesBook, Entry: PartyEntry },
  { book: SPACES, permit: 'parties.read', Page: SpacesBook },
];

/** 房产与住户: units, resident files, parking spaces. */
export default function UnitsTab({ open }: WorkspaceProps) {
  return <BookTab open={open} tab="units" books={BOOKS} />;
}
