import type { Step } from '../../electron/db/migrations';

/** A schema step that this version does not have: many statements over all rows, so that a kill meets it in the middle. */
export const NEXT_STEP: Step = {
  version: 1_000,
  name: '1000-synthetic',
  sql: [
    'CREATE TABLE synthetic (id TEXT PRIMARY KEY, n INTEGER NOT NULL, filler TEXT NOT NULL) STRICT;',
    ...Array.from(
      { length: 40 },
      (_, i) => `INSERT INTO synthetic SELECT '${i}-' || id, ${i}, hex(randomblob(300)) FROM found_items;`,
    ),
    'CREATE INDEX synthetic_n ON synthetic (n);',
  ].join('\n'),
};
export const SYNTHETIC_ROWS_PER_ITEM = 40;
