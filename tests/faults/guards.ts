import type Database from 'better-sqlite3';

/** Takes every trigger away for `work` and puts them back as they were: a forger with the file can do that (trust.md §0.6). */
export function withoutGuards(db: Database.Database, work: () => void): void {
  const guards = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
    .all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  try {
    work();
  } finally {
    for (const { sql } of guards) db.exec(sql);
  }
}
