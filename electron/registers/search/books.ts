import type { OpName } from '../../../shared/api';
import type { NumberedRegister } from '../../../shared/ids';
import type { Actor } from '../../../shared/registers/session';
import type { Permit } from '../../../shared/roles';
import type { ReadDb } from '../../db/context';
import { accessCardActs, accessCardBriefs } from '../access-cards/briefs';
import { broadcastActs, broadcastBriefs } from '../broadcasts/briefs';
import {
  officeJobActs,
  officeJobBriefs,
  roomBookingActs,
  roomBookingBriefs,
} from '../business-centre/briefs';
import { contactActs, contactBriefs } from '../contacts/briefs';
import {
  custodyItemActs,
  custodyItemBriefs,
  moveNoticeActs,
  moveNoticeBriefs,
  toolActsOf,
  toolBriefs,
  toolLoanActs,
  toolLoanBriefs,
} from '../custody/briefs';
import { customEntryActs, customEntryBriefs } from '../custom/briefs';
import { diaryActsOf, diaryBriefs } from '../diaries/briefs';
import { dutyLineActs, dutyLineBriefs, dutyLogActs, dutyLogBriefs } from '../duty-log/briefs';
import { foundItemActs, foundItemBriefs, lostReportActs, lostReportBriefs } from '../found-items/briefs';
import { goodsReleaseActs, goodsReleaseBriefs } from '../goods-releases/briefs';
import { handoverActs, handoverBriefs, instructionBriefs } from '../handovers/briefs';
import { instructionActs } from '../handovers/instruction-look';
import {
  keyCopyActs,
  keyCopyBriefs,
  keyIncidentActs,
  keyIncidentBriefs,
  keyLoanActs,
  keyLoanBriefs,
  keyUnsealActs,
  keyUnsealBriefs,
} from '../key-desk/briefs';
import { keyActs, keyBriefs, keyCheckBriefs, keyMandateBriefs, keyTransferBriefs } from '../keys/briefs';
import { mailItemActs, mailItemBriefs } from '../mail/briefs';
import { meetingActsOf, meetingBriefs, resolutionActsOf, resolutionBriefs } from '../meetings/briefs';
import { noticeActs, noticeBriefs } from '../notices/briefs';
import {
  coverActsOn,
  coverBriefs,
  rosterActsOn,
  rosterBriefs,
  swapActsOn,
  swapBriefs,
} from '../rosters/briefs';
import { partyBriefs, unitBriefs } from '../units/briefs';
import {
  disclosureActs,
  disclosureBriefs,
  visitActs,
  visitBriefs,
  visitorPassActs,
  visitorPassBriefs,
} from '../visits/briefs';
import type { Brief } from './brief';

interface Book {
  /** Who may read the book at all. */
  permit: Permit;
  /** Lines by ids, unordered; unknown ids are left out. */
  briefs: (db: ReadDb, ids: string[], now: string) => Promise<Brief[]>;
  /** What this reader may do on the entry now, the awaited act first. Left out: the brief's `next` alone. */
  acts?: (db: ReadDb, id: string, actor: Actor | null, now: string) => Promise<OpName[]>;
}

/** Every register that can be found and scanned, who may read it, and its own words for a hit. One line per register. */
export const BOOKS: Record<NumberedRegister, Book> = {
  foundItems: { permit: 'foundItems.read', briefs: foundItemBriefs, acts: foundItemActs },
  lostReports: { permit: 'foundItems.read', briefs: lostReportBriefs, acts: lostReportActs },
  keys: { permit: 'keys.read', briefs: keyBriefs, acts: keyActs },
  keyMandates: { permit: 'keys.read', briefs: keyMandateBriefs },
  keyChecks: { permit: 'keys.read', briefs: keyCheckBriefs },
  keyTransfers: { permit: 'keys.read', briefs: keyTransferBriefs },
  goodsReleases: { permit: 'goodsReleases.read', briefs: goodsReleaseBriefs, acts: goodsReleaseActs },
  keyLoans: { permit: 'keyLoans.read', briefs: keyLoanBriefs, acts: keyLoanActs },
  keyUnseals: { permit: 'keyLoans.read', briefs: keyUnsealBriefs, acts: keyUnsealActs },
  keyCopies: { permit: 'keyLoans.read', briefs: keyCopyBriefs, acts: keyCopyActs },
  keyIncidents: { permit: 'keyLoans.read', briefs: keyIncidentBriefs, acts: keyIncidentActs },
  units: { permit: 'units.read', briefs: unitBriefs },
  notices: { permit: 'notices.read', briefs: noticeBriefs, acts: noticeActs },
  broadcasts: { permit: 'broadcasts.read', briefs: broadcastBriefs, acts: broadcastActs },
  accessCards: { permit: 'accessCards.read', briefs: accessCardBriefs, acts: accessCardActs },
  mailItems: { permit: 'mailItems.read', briefs: mailItemBriefs, acts: mailItemActs },
  contactLogs: { permit: 'contactLogs.read', briefs: contactBriefs, acts: contactActs },
  custodyItems: { permit: 'custodyItems.read', briefs: custodyItemBriefs, acts: custodyItemActs },
  tools: { permit: 'tools.read', briefs: toolBriefs, acts: toolActsOf },
  toolLoans: { permit: 'tools.read', briefs: toolLoanBriefs, acts: toolLoanActs },
  moveNotices: { permit: 'moveNotices.read', briefs: moveNoticeBriefs, acts: moveNoticeActs },
  officeJobs: { permit: 'officeJobs.read', briefs: officeJobBriefs, acts: officeJobActs },
  roomBookings: { permit: 'roomBookings.read', briefs: roomBookingBriefs, acts: roomBookingActs },
  customEntries: { permit: 'customEntries.read', briefs: customEntryBriefs, acts: customEntryActs },
  handovers: { permit: 'handovers.read', briefs: handoverBriefs, acts: handoverActs },
  instructions: { permit: 'instructions.read', briefs: instructionBriefs, acts: instructionActs },
  dutyLogs: { permit: 'dutyLogs.read', briefs: dutyLogBriefs, acts: dutyLogActs },
  dutyLines: { permit: 'dutyLogs.read', briefs: dutyLineBriefs, acts: dutyLineActs },
  stewardDiaries: { permit: 'stewardDiaries.read', briefs: diaryBriefs, acts: diaryActsOf },
  meetings: { permit: 'meetings.read', briefs: meetingBriefs, acts: meetingActsOf },
  resolutions: { permit: 'meetings.read', briefs: resolutionBriefs, acts: resolutionActsOf },
  rosters: { permit: 'rosters.read', briefs: rosterBriefs, acts: rosterActsOn },
  shiftSwaps: { permit: 'shiftSwaps.read', briefs: swapBriefs, acts: swapActsOn },
  postCovers: { permit: 'postCovers.read', briefs: coverBriefs, acts: coverActsOn },
  visits: { permit: 'visits.read', briefs: visitBriefs, acts: visitActs },
  visitorPasses: { permit: 'visits.read', briefs: visitorPassBriefs, acts: visitorPassActs },
  disclosures: { permit: 'disclosures.read', briefs: disclosureBriefs, acts: disclosureActs },
  parties: { permit: 'parties.read', briefs: partyBriefs },
};

/** Files of things and people: they change seldom and are no news of a shift. */
const FILES: readonly NumberedRegister[] = [
  'units',
  'parties',
  'keys',
  'visitorPasses',
  'accessCards',
  'tools',
];
/** Books of happenings, for the log of the last two days. */
export const LOGS = (Object.keys(BOOKS) as NumberedRegister[]).filter(
  (register) => !FILES.includes(register),
);
