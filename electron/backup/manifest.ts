import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { chainId } from '../db/anchors';
import { headOf } from '../db/journal';
import { JOURNALLED } from '../db/migrations';
import { APPLICATION_ID } from '../db/open';

/** What a backup says about itself, sealed inside it as the first file; restore and check hold the rest against it (trust.md §0.3). */
export const manifest = z.object({
  format: z.literal(1),
  /** ISO instant of the snapshot. */
  madeAt: z.string(),
  office: z.string(),
  /** The chain's identity: hash of the journal's first line; null for an empty office. */
  chain: z.string().nullable(),
  /** `user_version` of the database. */
  schema: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string(), at: z.string().nullable() }),
  /** Rows of every journalled table and of the journal. */
  counts: z.record(z.string(), z.number().int()),
  database: z.object({ bytes: z.number().int(), sha256: z.string() }),
  attachments: z.object({ files: z.number().int(), bytes: z.number().int() }),
});
export type Manifest = z.infer<typeof manifest>;

/** Rows of every table that counts as evidence; tables this database does not have yet are left out. */
export function countsOf(db: Database.Database): Record<string, number> {
  const there = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  const tables = ['journal', ...Object.keys(JOURNALLED)].filter((table) => there.has(table));
  return Object.fromEntries(
    tables.map((table) => [table, Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())]),
  );
}

/** Describes a snapshot that lies as a plain file at `db.name`. */
export function describe(
  db: Database.Database,
  sha256: string,
  { madeAt, attachments }: Pick<Manifest, 'madeAt' | 'attachments'>,
): Manifest {
  const office = db.prepare("SELECT value FROM settings WHERE key = 'office'").pluck().get() as
    | string
    | undefined;
  const { seq, hash, at } = headOf(db);
  return {
    format: 1,
    madeAt,
    office: office ? ((JSON.parse(office) as { name?: string }).name ?? '') : '',
    chain: chainId(db),
    schema: db.pragma('user_version', { simple: true }) as number,
    head: { seq, hash, at },
    counts: countsOf(db),
    database: { bytes: statSync(db.name).size, sha256 },
    attachments,
  };
}

/** Why an opened database is not the one its manifest tells of; null when it is. */
export function differsFrom(db: Database.Database, told: Manifest): string | null {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'application_id';
  if (db.pragma('user_version', { simple: true }) !== told.schema) return 'user_version';
  const head = headOf(db);
  if (head.seq !== told.head.seq || head.hash !== told.head.hash) return 'journal head';
  const counts = countsOf(db);
  const table = Object.keys({ ...counts, ...told.counts }).find((name) => counts[name] !== told.counts[name]);
  if (table) return `rows of ${table}`;
  return db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? null : 'integrity_check';
}

/** SHA-256 of bytes as they come, hex. */
export class Sum {
  readonly #sha = createHash('sha256');
  bytes = 0;
  add(piece: Uint8Array): void {
    this.#sha.update(piece);
    this.bytes += piece.length;
  }
  hex(): string {
    return this.#sha.digest('hex');
  }
}
