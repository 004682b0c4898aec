import type { Tab } from '../../shared/roles';
import { type Book, opLabel, stateLabel } from '../book/book';
import { ACCESS_CARDS } from './access-cards/books';
import { BROADCASTS } from './broadcasts/books';
import { OFFICE_JOBS, ROOM_BOOKINGS } from './business-centre/books';
import { CONTACT_LOGS } from './contacts/books';
import { CUSTODY_ITEMS, MOVE_NOTICES, TOOL_LOANS, TOOLS } from './custody/books';
import { CUSTOM_ENTRIES } from './custom/own';
import { STEWARD_DIARIES } from './diaries/books';
import { DUTY_LINES, DUTY_LOGS } from './duty-log/books';
import { FOUND_ITEMS, LOST_REPORTS } from './found-items/books';
import { GOODS_RELEASES, RELEASE_REQUESTS } from './goods-releases/books';
import { HANDOVERS, INSTRUCTIONS } from './handovers/books';
import { KEY_CHECKS, KEY_MANDATES, KEY_TRANSFERS, KEYS } from './keys/books';
import { KEY_COPIES, KEY_INCIDENTS, KEY_LOANS, KEY_UNSEALS } from './keys/desk/books';
import { MAIL_ITEMS } from './mail/books';
import { MEETINGS, RESOLUTIONS } from './meetings/books';
import { NOTICES } from './notices/books';
import { POST_COVERS, ROSTERS, SHIFT_SWAPS } from './rosters/books';
import { SIGNED_PAPERS } from './signed-papers/books';
import { PARTIES, UNITS } from './units/books';
import { DISCLOSURES, VISITOR_PASSES, VISITS } from './visits/books';

/** In which tab each book stands: one line per register. Its words for the omni-box come by convention (renderer/book/book.ts). */
const HOMES: readonly (readonly [Tab, Book])[] = [
  ['foundItems', FOUND_ITEMS],
  ['foundItems', LOST_REPORTS],
  ['keys', KEY_LOANS],
  ['keys', KEY_UNSEALS],
  ['keys', KEY_COPIES],
  ['keys', KEY_INCIDENTS],
  ['keys', KEYS],
  ['keys', KEY_MANDATES],
  ['keys', KEY_CHECKS],
  ['keys', KEY_TRANSFERS],
  ['desk', VISITS],
  ['desk', VISITOR_PASSES],
  ['desk', DISCLOSURES],
  ['desk', CONTACT_LOGS],
  ['desk', MAIL_ITEMS],
  ['desk', ACCESS_CARDS],
  ['desk', CUSTODY_ITEMS],
  ['desk', TOOL_LOANS],
  ['desk', TOOLS],
  ['desk', MOVE_NOTICES],
  ['shift', HANDOVERS],
  ['shift', INSTRUCTIONS],
  ['shift', DUTY_LOGS],
  ['shift', DUTY_LINES],
  ['shift', STEWARD_DIARIES],
  ['businessCentre', NOTICES],
  ['broadcast', BROADCASTS],
  ['businessCentre', OFFICE_JOBS],
  ['businessCentre', ROOM_BOOKINGS],
  ['shift', ROSTERS],
  ['shift', SHIFT_SWAPS],
  ['shift', POST_COVERS],
  ['shift', SIGNED_PAPERS],
  ['department', CUSTOM_ENTRIES],
  ['department', MEETINGS],
  ['department', RESOLUTIONS],
  ['release', GOODS_RELEASES],
  ['release', RELEASE_REQUESTS],
  ['units', UNITS],
  ['units', PARTIES],
];

/** Where the entries of a register are opened, and the i18n keys of its states and operations. */
export const homes: Readonly<
  Record<string, { tab: Tab; state: (state: string) => string; op: (op: string) => string }>
> = Object.fromEntries(
  HOMES.map(([tab, book]) => [
    book.register,
    { tab, state: (state: string) => stateLabel(book, state), op: (op: string) => opLabel(book, op) },
  ]),
);
