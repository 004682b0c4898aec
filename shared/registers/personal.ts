import { FOUND_ITEM_PERSONAL } from './found-items.row';
import { CHECK_PERSONAL } from './key-checks.row';
import { MANDATE_PERSONAL } from './key-mandates.row';
import { TRANSFER_PERSONAL } from './key-transfers.row';
import { GOODS_RELEASE_PERSONAL } from './goods-releases.row';
import { KEY_PERSONAL } from './keys.row';
import { LOST_REPORT_PERSONAL } from './lost-reports';
import { PARTY_MEMBER_PERSONAL, PARTY_PERSONAL, VEHICLE_PERSONAL } from './parties.row';
import { RELEASE_REQUEST_PERSONAL } from './release-requests.row';
import { UNIT_PERSONAL } from './units.row';

/** Personal columns of each register: in the journal only as salted digests, erasable one by one (architecture.md §4). */
export const PERSONAL: Record<string, readonly string[]> = {
  foundItems: FOUND_ITEM_PERSONAL,
  lostReports: LOST_REPORT_PERSONAL,
  keys: KEY_PERSONAL,
  keyMandates: MANDATE_PERSONAL,
  keyChecks: CHECK_PERSONAL,
  keyTransfers: TRANSFER_PERSONAL,
  units: UNIT_PERSONAL,
  parties: PARTY_PERSONAL,
  partyMembers: PARTY_MEMBER_PERSONAL,
  vehicles: VEHICLE_PERSONAL,
  releaseRequests: RELEASE_REQUEST_PERSONAL,
  goodsReleases: GOODS_RELEASE_PERSONAL,
};
