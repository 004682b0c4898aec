/** What the export worker is told: everything it needs to open its own read-only connection and write one file. */
export interface ExportOrder {
  databasePath: string;
  /** One of the lists (lists.ts), with the filter as its own schema took it. */
  register: string;
  filter: unknown;
  format: 'csv' | 'xlsx';
  lang: 'zh-CN' | 'en';
  /** Written whole and synced here; whoever gave the order gives it its name. */
  path: string;
  now: string;
}
