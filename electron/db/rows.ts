import type { AccessCard } from '../../shared/registers/access-cards.row';
import type { Backup } from '../../shared/registers/backups.row';
import type { Broadcast, BroadcastPlay } from '../../shared/registers/broadcasts.row';
import type { ContactLog } from '../../shared/registers/contact-logs.row';
import type { CustodyItem } from '../../shared/registers/custody-items.row';
import type { CustomBook } from '../../shared/registers/custom-books.row';
import type { CustomEntry } from '../../shared/registers/custom-entries.row';
import type { Disclosure } from '../../shared/registers/disclosures.row';
import type { DutyLine } from '../../shared/registers/duty-lines.row';
import type { DutyLog } from '../../shared/registers/duty-logs.row';
import type { FoundItem } from '../../shared/registers/found-items.row';
import type { GoodsRelease } from '../../shared/registers/goods-releases.row';
import type { Handover } from '../../shared/registers/handovers.row';
import type { Instruction, InstructionAck } from '../../shared/registers/instructions.row';
import type { KeyCheck, KeyCheckKey } from '../../shared/registers/key-checks.row';
import type { KeyCopy } from '../../shared/registers/key-copies.row';
import type { KeyIncident } from '../../shared/registers/key-incidents.row';
import type { KeyChase, KeyLoan } from '../../shared/registers/key-loans.row';
import type { KeyMandate } from '../../shared/registers/key-mandates.row';
import type { KeyTransfer, KeyTransferKey } from '../../shared/registers/key-transfers.row';
import type { KeyUnseal, KeyUnsealGoods } from '../../shared/registers/key-unseals.row';
import type { Cabinet, Key } from '../../shared/registers/keys.row';
import type { LostReport } from '../../shared/registers/lost-reports';
import type { MailItem } from '../../shared/registers/mail-items.row';
import type { Meeting } from '../../shared/registers/meetings.row';
import type { BindingSupplement, MonthBinding } from '../../shared/registers/month-bindings.row';
import type { MoveNotice } from '../../shared/registers/move-notices.row';
import type { Notice, NoticeReceipt } from '../../shared/registers/notices.row';
import type { OfficeJob } from '../../shared/registers/office-jobs.row';
import type { Occupancy, Party, PartyMember, Vehicle } from '../../shared/registers/parties.row';
import type { PostCover } from '../../shared/registers/post-covers.row';
import type { GoodsLine, ReleaseRequest } from '../../shared/registers/release-requests.row';
import type { Resolution } from '../../shared/registers/resolutions.row';
import type { MeetingRoom, RoomBooking } from '../../shared/registers/room-bookings.row';
import type { Roster, RosterCell } from '../../shared/registers/rosters.row';
import type { ShiftSwap } from '../../shared/registers/shift-swaps.row';
import type { SignedPaper } from '../../shared/registers/signed-papers.row';
import type { StewardDiary } from '../../shared/registers/steward-diaries.row';
import type { ReminderSnooze } from '../../shared/registers/today.row';
import type { ToolLoan } from '../../shared/registers/tool-loans.row';
import type { Tool } from '../../shared/registers/tools.row';
import type { Area, ParkingSpace, Unit, UnitDocument } from '../../shared/registers/units.row';
import type { VisitorPass } from '../../shared/registers/visitor-passes';
import type { Visit, VisitPassage } from '../../shared/registers/visits.row';

/** Row types of every table, exactly as the migrations make them. A renamed column stops compiling where it is used. */

export type AreasTable = Area;
export type UnitDocumentsTable = UnitDocument;
export type OccupanciesTable = Occupancy;
export type ParkingSpacesTable = ParkingSpace;
export interface JournalTable {
  seq: number;
  at: string;
  station: string;
  actorId: string;
  actorName: string;
  op: string;
  kind: string;
  register: string;
  entryId: string;
  entryVersion: number;
  serialNo: string | null;
  change: string;
  entryDigest: string | null;
  prevHash: string;
  hash: string;
}
export interface JournalSecretsTable {
  id: number;
  seq: number;
  field: string;
  part: 'old' | 'new';
  value: string | null;
  salt: string | null;
  digest: string;
}
export interface SettingsTable {
  key: string;
  value: string;
  version: number;
}
export interface StaffTable {
  id: string;
  staffNo: string;
  name: string;
  pinyin: string;
  initials: string;
  roles: string;
  capacities: string;
  active: number;
  note: string | null;
  version: number;
}
export interface CredentialsTable {
  id: string;
  staffId: string;
  kind: 'pin' | 'passphrase' | 'recovery';
  hash: string;
  salt: string;
  params: string;
  mustChange: number;
  setAt: string;
  version: number;
}
export interface SignInTriesTable {
  staffId: string;
  failures: number;
  total: number;
  waitUntil: string | null;
  waitMs: number;
  lastTryAt: string | null;
  lastOnAt: string | null;
}
export interface SerialsTable {
  register: string;
  month: string;
  last: number;
}
/** A row of `month_bindings`. */
export type MonthBindingsTable = MonthBinding;
/** A row of `binding_supplements`. */
export type BindingSupplementsTable = BindingSupplement;
/** A row of `signed_papers` (desk-practice.md §3.6). */
export type SignedPapersTable = SignedPaper;
/** A row of `backups` (S101). */
export type BackupsTable = Backup;
export interface AttachmentsTable {
  sha256: string;
  bytes: number;
  width: number;
  height: number;
  addedAt: string;
  version: number;
}
/** `sealed`: `{ field: [salt, digest] }` of the personal values; salt '' once erased (see seal.ts). */
export interface FoundItemsTable extends FoundItem {
  sealed: string;
}
export interface LostReportsTable extends LostReport {
  sealed: string;
}
export interface UnitsTable extends Unit {
  sealed: string;
}
export interface PartiesTable extends Party {
  vip: number;
  sealed: string;
}
export interface PartyMembersTable extends PartyMember {
  sealed: string;
}
export interface VehiclesTable extends Vehicle {
  sealed: string;
}
export type CabinetsTable = Cabinet;
export interface KeysTable extends Key {
  sealed: string;
}
export interface KeyMandatesTable extends KeyMandate {
  sealed: string;
}
export interface KeyChecksTable extends KeyCheck {
  sealed: string;
}
export type KeyCheckLinesTable = KeyCheckKey;
export interface KeyTransfersTable extends KeyTransfer {
  sealed: string;
}
export type KeyTransferLinesTable = KeyTransferKey;
export interface ReleaseRequestsTable extends ReleaseRequest {
  sealed: string;
}
export interface GoodsReleasesTable extends GoodsRelease {
  sealed: string;
}
export type GoodsLinesTable = GoodsLine;
export type ReminderSnoozesTable = ReminderSnooze;
export interface ContactLogsTable extends ContactLog {
  sealed: string;
}
export interface MailItemsTable extends MailItem {
  sealed: string;
}
export interface RostersTable extends Roster {
  sealed: string;
}
export type RosterCellsTable = RosterCell;
export interface ShiftSwapsTable extends ShiftSwap {
  sealed: string;
}
export interface PostCoversTable extends PostCover {
  sealed: string;
}
export interface AccessCardsTable extends AccessCard {
  sealed: string;
}
export type CustomBooksTable = CustomBook;
export interface CustomEntriesTable extends CustomEntry {
  sealed: string;
}
export interface CustodyItemsTable extends CustodyItem {
  sealed: string;
}
export type ToolsTable = Tool;
export interface ToolLoansTable extends ToolLoan {
  sealed: string;
}
export interface OfficeJobsTable extends OfficeJob {
  sealed: string;
}
export type MeetingRoomsTable = MeetingRoom;
export interface RoomBookingsTable extends RoomBooking {
  sealed: string;
}
export interface MoveNoticesTable extends MoveNotice {
  sealed: string;
}
export interface HandoversTable extends Handover {
  sealed: string;
}
export interface InstructionsTable extends Instruction {
  sealed: string;
}
export interface DutyLogsTable extends DutyLog {
  sealed: string;
}
export interface StewardDiariesTable extends StewardDiary {
  sealed: string;
}
export interface MeetingsTable extends Meeting {
  sealed: string;
}
export interface ResolutionsTable extends Resolution {
  sealed: string;
}
export interface DutyLinesTable extends DutyLine {
  sealed: string;
}
export type NoticesTable = Notice;
export type BroadcastsTable = Broadcast;
export type BroadcastPlaysTable = BroadcastPlay;
export interface NoticeReceiptsTable extends NoticeReceipt {
  sealed: string;
}
export type InstructionAcksTable = InstructionAck;
export interface VisitsTable extends Visit {
  sealed: string;
}
export type VisitPassagesTable = VisitPassage;
export type VisitorPassesTable = VisitorPass;
export interface DisclosuresTable extends Disclosure {
  sealed: string;
}
export interface KeyLoansTable extends KeyLoan {
  sealed: string;
}
export interface KeyChasesTable extends KeyChase {
  sealed: string;
}
export interface KeyUnsealsTable extends KeyUnseal {
  sealed: string;
}
export interface KeyUnsealGoodsTable extends KeyUnsealGoods {
  sealed: string;
}
export interface KeyCopiesTable extends KeyCopy {
  sealed: string;
}
export interface KeyIncidentsTable extends KeyIncident {
  sealed: string;
}
export interface SearchEntriesTable {
  id: number;
  register: string;
  entryId: string;
  words: string;
}
