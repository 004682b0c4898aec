import { z } from 'zod';
import { query, task } from '../op';
import { optionalText, sha256, text } from '../text';
import { PEOPLE_FIELDS, UNIT_IMPORT_FIELDS } from './imports.fields';

/**
 * Import of units and people from CSV and XLSX (S33, S34; trust.md F5, F6): file → columns → preview with row errors → all or
 * nothing in one transaction. The same file twice changes nothing.
 */

export const IMPORT_KINDS = ['units', 'people'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How the bytes of a CSV are read; XLSX is always UTF-8. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Field → column of the file, from 0. Fields without a column are left alone. */
const columnNo = z.number().int().min(0).max(199);
export const importMapping = z.object({
  units: z.partialRecord(z.enum(UNIT_IMPORT_FIELDS), columnNo).optional(),
  people: z.partialRecord(z.enum(PEOPLE_FIELDS), columnNo).optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** What is wrong in one cell: line of the file as a spreadsheet counts, heading, and the problem as a code that the screen has a sentence for. */
export const importProblem = z.object({
  line: z.number().int(),
  /** The field, or null for the whole row. */
  field: z.string().nullable(),
  /** What stands in the cell, shortened; personal values are not repeated. */
  found: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportProblem = z.infer<typeof importProblem>;

export const importCounts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** Problems told one by one; `problemTotal` counts them all. */
export const MOST_PROBLEMS = 200;

export const importPreview = z.object({
  /** Name under which main keeps the chosen file; pages never learn its path (trust.md E1). */
  file: z.string(),
  name: z.string(),
  sha256,
  encoding: z.enum(ENCODINGS),
  format: z.enum(['csv', 'xlsx']),
  heads: z.array(z.string()),
  /** Columns as they will be read: proposed from the headings, or as asked. */
  mapping: importMapping,
  rows: z.number().int(),
  /** First rows as text, one array per row. */
  sample: z.array(z.array(z.string())),
  counts: importCounts,
  problems: z.array(importProblem),
  problemTotal: z.number().int(),
});
export type ImportPreview = z.infer<typeof importPreview>;

const kind = z.enum(IMPORT_KINDS);
/** Name under which the window hears of the progress and may cancel. */
const job = text(64);

export const imports = {
  /** What an import may bring: fields by kind, for the column chooser and the help. */
  fields: query(
    'units.import',
    z.object({ kind }),
    z.array(z.object({ field: z.string(), required: z.boolean() })),
  ),
  /**
   * Reads a file and says what running it would do. `file` is one chosen before, `path` is for the command line; without
   * both the person is asked. Null: nothing was chosen. Errors: `imports.*`.
   */
  preview: task(
    'units.import',
    z.object({
      kind,
      file: optionalText(60),
      path: optionalText(1000),
      encoding: z.enum(ENCODINGS).nullish(),
      mapping: importMapping.nullish(),
      job,
    }),
    importPreview.nullable(),
  ),
  /** Writes all rows or none. Errors: `imports.changed` when the file is not the one previewed, `imports.problems`, `imports.cancelled`. */
  run: task(
    'units.import',
    z.object({
      kind,
      file: optionalText(60),
      path: optionalText(1000),
      sha256,
      encoding: z.enum(ENCODINGS).nullish(),
      mapping: importMapping,
      job,
    }),
    importCounts,
  ),
  /** Asks a running import to stop; nothing of it stays. */
  cancel: task('units.import', z.object({ job }), z.object({})),
} as const;
