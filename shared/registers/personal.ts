import { FOUND_ITEM_PERSONAL } from './found-items.row';
import { LOST_REPORT_PERSONAL } from './lost-reports';

/** Personal columns of each register: in the journal only as salted digests, erasable one by one (architecture.md §4). */
export const PERSONAL: Record<string, readonly string[]> = {
  foundItems: FOUND_ITEM_PERSONAL,
  lostReports: LOST_REPORT_PERSONAL,
};
