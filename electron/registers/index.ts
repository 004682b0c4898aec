import { accessCardHandlers } from './access-cards/handlers';
import { attachmentHandlers } from './attachments/handlers';
import { backupHandlers } from './backups/handlers';
import { bindingHandlers } from './bindings/handlers';
import { broadcastHandlers } from './broadcasts/handlers';
import { meetingRoomHandlers, officeJobHandlers, roomBookingHandlers } from './business-centre/handlers';
import { contactLogHandlers } from './contacts/handlers';
import { custodyItemHandlers, moveNoticeHandlers, toolHandlers, toolLoanHandlers } from './custody/handlers';
import { customBookHandlers, customEntryHandlers } from './custom/handlers';
import { stewardDiaryHandlers } from './diaries/handlers';
import { dutyLineHandlers, dutyLogHandlers } from './duty-log/handlers';
import { exportHandlers } from './exports/handlers';
import { foundItemHandlers } from './found-items/handlers';
import { lostReportHandlers } from './found-items/lost-reports';
import { goodsReleaseHandlers, releaseRequestHandlers } from './goods-releases/handlers';
import type { Handlers } from './handlers';
import { handoverHandlers, instructionHandlers } from './handovers/handlers';
import { importHandlers } from './imports/handlers';
import { journalHandlers } from './journal/handlers';
import {
  keyCopyHandlers,
  keyIncidentHandlers,
  keyLoanHandlers,
  keyUnsealHandlers,
} from './key-desk/handlers';
import { keyCheckHandlers } from './keys/check-handlers';
import { keyHandlers } from './keys/handlers';
import { keyMandateHandlers } from './keys/mandate-handlers';
import { keyTransferHandlers } from './keys/transfer-handlers';
import { mailItemHandlers } from './mail/handlers';
import { meetingHandlers, resolutionHandlers } from './meetings/handlers';
import { noticeHandlers } from './notices/handlers';
import { officeHandlers } from './office/handlers';
import { printHandlers } from './prints/handlers';
import { retentionHandlers } from './retention/handlers';
import { coverHandlers } from './rosters/cover-handlers';
import { rosterHandlers } from './rosters/handlers';
import { swapHandlers } from './rosters/swap-handlers';
import { searchHandlers } from './search/handlers';
import { sessionHandlers } from './session/handlers';
import { signedPaperHandlers } from './signed-papers/handlers';
import { staffHandlers } from './staff/handlers';
import { todayHandlers } from './today/handlers';
import { unitHandlers } from './units/handlers';
import { partyHandlers } from './units/party-handlers';
import { disclosureHandlers } from './visits/disclosure-handlers';
import { visitHandlers } from './visits/handlers';
import { visitorPassHandlers } from './visits/pass-handlers';

/** LIST 2: the handlers of every operation. A missing one does not compile. */
export const handlers: Handlers = {
  session: sessionHandlers,
  office: officeHandlers,
  staff: staffHandlers,
  foundItems: foundItemHandlers,
  lostReports: lostReportHandlers,
  keys: keyHandlers,
  keyMandates: keyMandateHandlers,
  keyChecks: keyCheckHandlers,
  keyTransfers: keyTransferHandlers,
  units: unitHandlers,
  parties: partyHandlers,
  retention: retentionHandlers,
  releaseRequests: releaseRequestHandlers,
  goodsReleases: goodsReleaseHandlers,
  visits: visitHandlers,
  visitorPasses: visitorPassHandlers,
  disclosures: disclosureHandlers,
  keyLoans: keyLoanHandlers,
  keyUnseals: keyUnsealHandlers,
  keyCopies: keyCopyHandlers,
  keyIncidents: keyIncidentHandlers,
  accessCards: accessCardHandlers,
  notices: noticeHandlers,
  broadcasts: broadcastHandlers,
  mailItems: mailItemHandlers,
  today: todayHandlers,
  contactLogs: contactLogHandlers,
  custodyItems: custodyItemHandlers,
  tools: toolHandlers,
  toolLoans: toolLoanHandlers,
  moveNotices: moveNoticeHandlers,
  officeJobs: officeJobHandlers,
  meetingRooms: meetingRoomHandlers,
  roomBookings: roomBookingHandlers,
  customBooks: customBookHandlers,
  customEntries: customEntryHandlers,
  handovers: handoverHandlers,
  instructions: instructionHandlers,
  dutyLogs: dutyLogHandlers,
  dutyLines: dutyLineHandlers,
  stewardDiaries: stewardDiaryHandlers,
  meetings: meetingHandlers,
  resolutions: resolutionHandlers,
  rosters: rosterHandlers,
  shiftSwaps: swapHandlers,
  postCovers: coverHandlers,
  attachments: attachmentHandlers,
  backups: backupHandlers,
  monthBindings: bindingHandlers,
  signedPapers: signedPaperHandlers,
  search: searchHandlers,
  journal: journalHandlers,
  prints: printHandlers,
  imports: importHandlers,
  exports: exportHandlers,
};
