import type { Encoding, ImportCounts, ImportKind, ImportPreview } from '../../../shared/registers/imports';

/** What the import worker is told: one file, how to read it, and whether to write. */
export interface ImportOrder {
  databasePath: string;
  path: string;
  kind: ImportKind;
  encoding: Encoding | null;
  /** Field → column; null proposes it from the headings. */
  mapping: Record<string, number> | null;
  now: string;
  /** Set for a run: who writes, and the file that was previewed. */
  write: { sha256: string; station: string; actorId: string; actorName: string } | null;
}

/** What it answers: the preview, or what was written and the registers it touched. */
export type ImportAnswer =
  | { did: 'preview'; preview: ImportPreview }
  | { did: 'run'; counts: ImportCounts; touched: string[] };
