import type { ComponentType } from 'react';
import type { OpName } from '../../shared/api';
import type { Permit } from '../../shared/roles';
import type { NeedCounts } from '../book/book';
import { ACCESS_CARD_COUNTS } from './access-cards/books';
import { BROADCAST_COUNTS } from './broadcasts/books';
import { BOOKING_COUNTS, OFFICE_JOB_COUNTS } from './business-centre/books';
import { CONTACT_COUNTS } from './contacts/books';
import { CUSTODY_COUNTS, MOVE_COUNTS, TOOL_COUNTS, TOOL_LOAN_COUNTS } from './custody/books';
import { CUSTOM_COUNTS } from './custom/own';
import { DIARY_COUNTS } from './diaries/books';
import { DUTY_LINE_COUNTS, DUTY_LOG_COUNTS } from './duty-log/books';
import { FOUND_ITEM_COUNTS } from './found-items/books';
import { GOODS_RELEASE_COUNTS } from './goods-releases/books';
import { HANDOVER_COUNTS, INSTRUCTION_COUNTS } from './handovers/books';
import { CHECK_COUNTS, KEY_COUNTS, MANDATE_COUNTS } from './keys/books';
import { KEY_COPY_COUNTS, KEY_INCIDENT_COUNTS, KEY_LOAN_COUNTS, KEY_UNSEAL_COUNTS } from './keys/desk/books';
import { MAIL_COUNTS } from './mail/books';
import { MEETING_COUNTS, RESOLUTION_COUNTS } from './meetings/books';
import { NOTICE_COUNTS } from './notices/books';
import { COVER_COUNTS, ROSTER_COUNTS, SWAP_COUNTS } from './rosters/books';
import { SIGNED_PAPER_COUNTS } from './signed-papers/books';
import { UNIT_COUNTS } from './units/books';
import { DISCLOSURE_COUNTS, PASS_COUNTS, VISIT_COUNTS } from './visits/books';
import { TodayEvacuation } from './visits/EvacuationButton';

/** One board of Today: the counts of a register, each a door to its list. */
export interface Board {
  counts: NeedCounts;
  /** Who may read the register; others do not see its board. */
  permit: Permit;
  /** Offers a new entry: `<register>.register` in most books. */
  fresh?: { op: OpName; permit: Permit };
  /** A button of its own beside the heading, e.g. the evacuation list: printed from here by one key. */
  Extra?: ComponentType;
  /** Needs whose list stands in another book: `{ overdue: 'keyLoans' }`. */
  opens?: Readonly<Record<string, string>>;
}

/** LIST 4: the boards of Today in their order. One line per register. */
export const BOARDS: readonly Board[] = [
  {
    counts: VISIT_COUNTS,
    permit: 'visits.read',
    fresh: { op: 'visits.arrive', permit: 'visits.record' },
    Extra: TodayEvacuation,
  },
  {
    counts: KEY_LOAN_COUNTS,
    permit: 'keyLoans.read',
    fresh: { op: 'keyLoans.issue', permit: 'keyLoans.issue' },
  },
  {
    counts: CONTACT_COUNTS,
    permit: 'contactLogs.read',
    fresh: { op: 'contactLogs.register', permit: 'contactLogs.record' },
  },
  {
    counts: MAIL_COUNTS,
    permit: 'mailItems.read',
    fresh: { op: 'mailItems.register', permit: 'mailItems.record' },
  },
  {
    counts: COVER_COUNTS,
    permit: 'postCovers.read',
    fresh: { op: 'postCovers.register', permit: 'postCovers.record' },
  },
  { counts: SWAP_COUNTS, permit: 'shiftSwaps.read' },
  {
    counts: ROSTER_COUNTS,
    permit: 'rosters.plan',
    fresh: { op: 'rosters.register', permit: 'rosters.plan' },
  },
  { counts: KEY_UNSEAL_COUNTS, permit: 'keyLoans.read' },
  {
    counts: GOODS_RELEASE_COUNTS,
    permit: 'goodsReleases.read',
    opens: { approve: 'releaseRequests' },
  },
  {
    counts: FOUND_ITEM_COUNTS,
    permit: 'foundItems.read',
    fresh: { op: 'foundItems.register', permit: 'foundItems.register' },
  },
  { counts: HANDOVER_COUNTS, permit: 'handovers.read' },
  { counts: DUTY_LOG_COUNTS, permit: 'dutyLogs.read' },
  { counts: DUTY_LINE_COUNTS, permit: 'dutyLogs.read' },
  { counts: DIARY_COUNTS, permit: 'stewardDiaries.read' },
  { counts: INSTRUCTION_COUNTS, permit: 'instructions.read' },
  { counts: KEY_COUNTS, permit: 'keys.read' },
  { counts: MANDATE_COUNTS, permit: 'keys.read' },
  { counts: CHECK_COUNTS, permit: 'keys.read' },
  { counts: KEY_COPY_COUNTS, permit: 'keyLoans.read' },
  { counts: KEY_INCIDENT_COUNTS, permit: 'keyLoans.read' },
  { counts: PASS_COUNTS, permit: 'visits.read' },
  {
    counts: ACCESS_CARD_COUNTS,
    permit: 'accessCards.read',
    fresh: { op: 'accessCards.register', permit: 'accessCards.issue' },
  },
  {
    counts: CUSTODY_COUNTS,
    permit: 'custodyItems.read',
    fresh: { op: 'custodyItems.register', permit: 'custodyItems.keep' },
  },
  {
    counts: TOOL_LOAN_COUNTS,
    permit: 'tools.read',
    fresh: { op: 'toolLoans.issue', permit: 'tools.lend' },
  },
  { counts: TOOL_COUNTS, permit: 'tools.read' },
  {
    counts: MOVE_COUNTS,
    permit: 'moveNotices.read',
    fresh: { op: 'moveNotices.register', permit: 'moveNotices.record' },
  },
  {
    counts: BROADCAST_COUNTS,
    permit: 'broadcasts.read',
    fresh: { op: 'broadcasts.register', permit: 'broadcasts.write' },
  },
  {
    counts: NOTICE_COUNTS,
    permit: 'notices.read',
    fresh: { op: 'notices.register', permit: 'notices.write' },
  },
  {
    counts: OFFICE_JOB_COUNTS,
    permit: 'officeJobs.read',
    fresh: { op: 'officeJobs.register', permit: 'officeJobs.record' },
  },
  { counts: BOOKING_COUNTS, permit: 'roomBookings.read' },
  {
    counts: MEETING_COUNTS,
    permit: 'meetings.read',
    fresh: { op: 'meetings.register', permit: 'meetings.write' },
  },
  { counts: RESOLUTION_COUNTS, permit: 'meetings.read' },
  { counts: SIGNED_PAPER_COUNTS, permit: 'signedPapers.read' },
  { counts: CUSTOM_COUNTS, permit: 'customEntries.read' },
  { counts: DISCLOSURE_COUNTS, permit: 'disclosures.read' },
  {
    counts: UNIT_COUNTS,
    permit: 'units.register',
    fresh: { op: 'parties.register', permit: 'parties.register' },
  },
];
