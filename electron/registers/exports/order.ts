import type { FoundItemFilter } from '../../../shared/registers/found-items';

/** What the export worker is told: everything it needs to open its own read-only connection and write one file. */
export interface ExportOrder {
  databasePath: string;
  register: 'foundItems' | 'lostReports';
  filter: FoundItemFilter;
  format: 'csv' | 'xlsx';
  lang: 'zh-CN' | 'en';
  path: string;
  now: string;
}
