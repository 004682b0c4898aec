import { ACCESS_CARD_PERSONAL } from './access-cards.row';
import { CONTACT_LOG_PERSONAL } from './contact-logs.row';
import { CUSTODY_PERSONAL } from './custody-items.row';
import { CUSTOM_ENTRY_PERSONAL } from './custom-entries.row';
import { DISCLOSURE_PERSONAL } from './disclosures.row';
import { DUTY_LINE_PERSONAL } from './duty-lines.row';
import { DUTY_LOG_PERSONAL } from './duty-logs.row';
import { FOUND_ITEM_PERSONAL } from './found-items.row';
import { GOODS_RELEASE_PERSONAL } from './goods-releases.row';
import { HANDOVER_PERSONAL } from './handovers.row';
import { INSTRUCTION_PERSONAL } from './instructions.row';
import { CHECK_PERSONAL } from './key-checks.row';
import { KEY_COPY_PERSONAL } from './key-copies.row';
import { KEY_INCIDENT_PERSONAL } from './key-incidents.row';
import { KEY_CHASE_PERSONAL, KEY_LOAN_PERSONAL } from './key-loans.row';
import { MANDATE_PERSONAL } from './key-mandates.row';
import { TRANSFER_PERSONAL } from './key-transfers.row';
import { KEY_UNSEAL_GOODS_PERSONAL, KEY_UNSEAL_PERSONAL } from './key-unseals.row';
import { KEY_PERSONAL } from './keys.row';
import { LOST_REPORT_PERSONAL } from './lost-reports';
import { MAIL_ITEM_PERSONAL } from './mail-items.row';
import { MEETING_PERSONAL } from './meetings.row';
import { MOVE_PERSONAL } from './move-notices.row';
import { NOTICE_RECEIPT_PERSONAL } from './notices.row';
import { OFFICE_JOB_PERSONAL } from './office-jobs.row';
import { PARTY_MEMBER_PERSONAL, PARTY_PERSONAL, VEHICLE_PERSONAL } from './parties.row';
import { COVER_PERSONAL } from './post-covers.row';
import { RELEASE_REQUEST_PERSONAL } from './release-requests.row';
import { RESOLUTION_PERSONAL } from './resolutions.row';
import { BOOKING_PERSONAL } from './room-bookings.row';
import { ROSTER_PERSONAL } from './rosters.row';
import { SWAP_PERSONAL } from './shift-swaps.row';
import { DIARY_PERSONAL } from './steward-diaries.row';
import { TOOL_LOAN_PERSONAL } from './tool-loans.row';
import { UNIT_PERSONAL } from './units.row';
import { VISIT_PERSONAL } from './visits.row';

/** Personal columns of each register: in the journal only as salted digests, erasable one by one (architecture.md §4). */
export const PERSONAL: Record<string, readonly string[]> = {
  foundItems: FOUND_ITEM_PERSONAL,
  lostReports: LOST_REPORT_PERSONAL,
  keys: KEY_PERSONAL,
  keyMandates: MANDATE_PERSONAL,
  keyChecks: CHECK_PERSONAL,
  keyTransfers: TRANSFER_PERSONAL,
  keyLoans: KEY_LOAN_PERSONAL,
  keyChases: KEY_CHASE_PERSONAL,
  keyUnseals: KEY_UNSEAL_PERSONAL,
  keyUnsealGoods: KEY_UNSEAL_GOODS_PERSONAL,
  keyCopies: KEY_COPY_PERSONAL,
  keyIncidents: KEY_INCIDENT_PERSONAL,
  units: UNIT_PERSONAL,
  parties: PARTY_PERSONAL,
  partyMembers: PARTY_MEMBER_PERSONAL,
  vehicles: VEHICLE_PERSONAL,
  visits: VISIT_PERSONAL,
  disclosures: DISCLOSURE_PERSONAL,
  releaseRequests: RELEASE_REQUEST_PERSONAL,
  goodsReleases: GOODS_RELEASE_PERSONAL,
  accessCards: ACCESS_CARD_PERSONAL,
  mailItems: MAIL_ITEM_PERSONAL,
  contactLogs: CONTACT_LOG_PERSONAL,
  custodyItems: CUSTODY_PERSONAL,
  toolLoans: TOOL_LOAN_PERSONAL,
  moveNotices: MOVE_PERSONAL,
  noticeReceipts: NOTICE_RECEIPT_PERSONAL,
  officeJobs: OFFICE_JOB_PERSONAL,
  roomBookings: BOOKING_PERSONAL,
  customEntries: CUSTOM_ENTRY_PERSONAL,
  handovers: HANDOVER_PERSONAL,
  dutyLogs: DUTY_LOG_PERSONAL,
  dutyLines: DUTY_LINE_PERSONAL,
  meetings: MEETING_PERSONAL,
  resolutions: RESOLUTION_PERSONAL,
  stewardDiaries: DIARY_PERSONAL,
  instructions: INSTRUCTION_PERSONAL,
  rosters: ROSTER_PERSONAL,
  shiftSwaps: SWAP_PERSONAL,
  postCovers: COVER_PERSONAL,
};
