import { ACCESS_CARD_NEXT } from '../../shared/registers/access-cards.row';
import { BROADCAST_NEXT } from '../../shared/registers/broadcasts.row';
import { CONTACT_NEXT } from '../../shared/registers/contact-logs.row';
import { CUSTODY_NEXT } from '../../shared/registers/custody-items.row';
import { CUSTOM_BOOK_NEXT } from '../../shared/registers/custom-books.row';
import { CUSTOM_ENTRY_NEXT } from '../../shared/registers/custom-entries.row';
import { DISCLOSURE_NEXT } from '../../shared/registers/disclosures.row';
import { DUTY_LINE_NEXT } from '../../shared/registers/duty-lines.row';
import { DUTY_LOG_NEXT } from '../../shared/registers/duty-logs.row';
import { GOODS_RELEASE_NEXT } from '../../shared/registers/goods-releases.row';
import { HANDOVER_NEXT } from '../../shared/registers/handovers.row';
import { INSTRUCTION_NEXT } from '../../shared/registers/instructions.row';
import { CHECK_NEXT } from '../../shared/registers/key-checks.row';
import { KEY_COPY_NEXT } from '../../shared/registers/key-copies.row';
import { KEY_INCIDENT_NEXT } from '../../shared/registers/key-incidents.row';
import { KEY_LOAN_NEXT } from '../../shared/registers/key-loans.row';
import { MANDATE_NEXT } from '../../shared/registers/key-mandates.row';
import { TRANSFER_NEXT } from '../../shared/registers/key-transfers.row';
import { KEY_UNSEAL_NEXT } from '../../shared/registers/key-unseals.row';
import { KEY_NEXT } from '../../shared/registers/keys.row';
import { MAIL_NEXT } from '../../shared/registers/mail-items.row';
import { MEETING_NEXT } from '../../shared/registers/meetings.row';
import { MOVE_NEXT } from '../../shared/registers/move-notices.row';
import { NOTICE_NEXT } from '../../shared/registers/notices.row';
import { OFFICE_JOB_NEXT } from '../../shared/registers/office-jobs.row';
import { MEMBER_NEXT, PARTY_NEXT, STAY_NEXT, VEHICLE_NEXT } from '../../shared/registers/parties.row';
import { COVER_NEXT } from '../../shared/registers/post-covers.row';
import { RELEASE_REQUEST_NEXT } from '../../shared/registers/release-requests.row';
import { RESOLUTION_NEXT } from '../../shared/registers/resolutions.row';
import { BOOKING_NEXT } from '../../shared/registers/room-bookings.row';
import { CELL_NEXT, ROSTER_NEXT } from '../../shared/registers/rosters.row';
import { SWAP_NEXT } from '../../shared/registers/shift-swaps.row';
import { SIGNED_PAPER_NEXT } from '../../shared/registers/signed-papers.row';
import { DIARY_NEXT } from '../../shared/registers/steward-diaries.row';
import { TOOL_LOAN_NEXT } from '../../shared/registers/tool-loans.row';
import { TOOL_NEXT } from '../../shared/registers/tools.row';
import { SPACE_NEXT, UNIT_DOCUMENT_NEXT, UNIT_NEXT } from '../../shared/registers/units.row';
import { PASS_NEXT } from '../../shared/registers/visitor-passes';
import { VISIT_NEXT } from '../../shared/registers/visits.row';

/** Each register's chart of states. */
export const CHARTS: Record<string, Record<string, readonly string[]>> = {
  signedPapers: SIGNED_PAPER_NEXT,
  units: UNIT_NEXT,
  unitDocuments: UNIT_DOCUMENT_NEXT,
  parties: PARTY_NEXT,
  occupancies: STAY_NEXT,
  partyMembers: MEMBER_NEXT,
  vehicles: VEHICLE_NEXT,
  parkingSpaces: SPACE_NEXT,
  keys: KEY_NEXT,
  keyMandates: MANDATE_NEXT,
  keyChecks: CHECK_NEXT,
  keyTransfers: TRANSFER_NEXT,
  keyLoans: KEY_LOAN_NEXT,
  keyUnseals: KEY_UNSEAL_NEXT,
  keyCopies: KEY_COPY_NEXT,
  keyIncidents: KEY_INCIDENT_NEXT,
  visits: VISIT_NEXT,
  visitorPasses: PASS_NEXT,
  disclosures: DISCLOSURE_NEXT,
  releaseRequests: RELEASE_REQUEST_NEXT,
  goodsReleases: GOODS_RELEASE_NEXT,
  accessCards: ACCESS_CARD_NEXT,
  mailItems: MAIL_NEXT,
  contactLogs: CONTACT_NEXT,
  custodyItems: CUSTODY_NEXT,
  tools: TOOL_NEXT,
  toolLoans: TOOL_LOAN_NEXT,
  moveNotices: MOVE_NEXT,
  notices: NOTICE_NEXT,
  broadcasts: BROADCAST_NEXT,
  officeJobs: OFFICE_JOB_NEXT,
  roomBookings: BOOKING_NEXT,
  customBooks: CUSTOM_BOOK_NEXT,
  customEntries: CUSTOM_ENTRY_NEXT,
  handovers: HANDOVER_NEXT,
  instructions: INSTRUCTION_NEXT,
  dutyLogs: DUTY_LOG_NEXT,
  dutyLines: DUTY_LINE_NEXT,
  stewardDiaries: DIARY_NEXT,
  meetings: MEETING_NEXT,
  resolutions: RESOLUTION_NEXT,
  rosters: ROSTER_NEXT,
  rosterCells: CELL_NEXT,
  shiftSwaps: SWAP_NEXT,
  postCovers: COVER_NEXT,
};
/** A desk has one shift on: the demo's three desks cannot show all five states of one that is on. */
const PASSING = ['drafted', 'counted'];
export const statesOf = (register: string): string[] =>
  Object.keys(CHARTS[register] ?? {}).filter((state) => register !== 'handovers' || !PASSING.includes(state));
/** Registers with a list, an entry and a number that is looked for. */
export const NUMBERED_ROOMS = [
  'units',
  'parties',
  'keys',
  'keyMandates',
  'keyChecks',
  'keyTransfers',
  'keyLoans',
  'keyUnseals',
  'keyCopies',
  'keyIncidents',
  'visits',
  'visitorPasses',
  'disclosures',
  'goodsReleases',
  'accessCards',
  'mailItems',
  'contactLogs',
  'custodyItems',
  'tools',
  'toolLoans',
  'moveNotices',
  'notices',
  'broadcasts',
  'officeJobs',
  'roomBookings',
  'customEntries',
  'handovers',
  'instructions',
  'dutyLogs',
  'dutyLines',
  'stewardDiaries',
  'meetings',
  'resolutions',
  'rosters',
  'shiftSwaps',
  'postCovers',
] as const;
