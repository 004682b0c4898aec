import type { FoundItem } from '../../shared/registers/found-items.row';
import type { LostReport } from '../../shared/registers/lost-reports';

/** Row types of every table, exactly as the migrations make them. A renamed column stops compiling where it is used. */

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
export interface SearchEntriesTable {
  id: number;
  register: string;
  entryId: string;
  words: string;
}

export interface Tables {
  journal: JournalTable;
  journal_secrets: JournalSecretsTable;
  settings: SettingsTable;
  staff: StaffTable;
  credentials: CredentialsTable;
  sign_in_tries: SignInTriesTable;
  serials: SerialsTable;
  attachments: AttachmentsTable;
  found_items: FoundItemsTable;
  lost_reports: LostReportsTable;
  search_entries: SearchEntriesTable;
}
