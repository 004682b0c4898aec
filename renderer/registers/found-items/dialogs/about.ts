import type { FoundItemLine } from '../../../../shared/registers/found-items.row';
import type { LostReportLine } from '../../../../shared/registers/lost-reports';
import type { ActProps } from '../../../book/dialogs/act';

/** What every act on a found item gets from the entry page. */
export type ItemAct = ActProps<FoundItemLine>;
/** The same for a lost report. */
export type ReportAct = ActProps<LostReportLine>;

/** `SW202611-0001 雨伞 ×1`: names the line an act is done to. */
export const aboutItem = (entry: FoundItemLine): string =>
  `${entry.serialNo}  ${entry.name} ×${entry.quantity}`;

/** `BS202611-0004 雨伞`. */
export const aboutReport = (entry: LostReportLine): string => `${entry.serialNo}  ${entry.name}`;
