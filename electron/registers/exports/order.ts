import type { ExportFilter } from '../../../shared/registers/exports';

/** What the export worker is told: everything it needs to open its own read-only connection and write one file. */
export interface ExportOrder {
  databasePath: string;
  register: 'foundItems' | 'lostReports';
  filter: ExportFilter;
  format: 'csv' | 'xlsx';
  lang: 'zh-CN' | 'en';
  /** Written whole and synced here; whoever gave the order gives it its name. */
  path: string;
  now: string;
}
