import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll } from 'vitest';
import { runDesk } from '../../electron/cli';
import type { DeskIo } from '../../electron/cli/io';

/** What one command said: its exit code, the lines of both outputs, and the last line of standard output as JSON. */
export interface Said {
  code: number;
  out: string[];
  err: string;
  last: Record<string, unknown>;
}

/** Runs a command as a shell would; `secret` is what stands on standard input. */
export async function desk(words: readonly string[], secret = ''): Promise<Said> {
  const out: string[] = [];
  let err = '';
  const io: DeskIo = {
    say: (line) => out.push(...line.split('\n')),
    note: (text) => {
      err += text;
    },
    secret: () => Promise.resolve(secret),
    now: () => new Date().toISOString(),
    paper: null,
  };
  const code = await runDesk(words, null, io);
  return { code, out, err, last: JSON.parse(out.at(-1) ?? 'null') as Record<string, unknown> };
}

/** An empty folder, removed when the file's tests are over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskbook-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The words of a small office whose books are over: two years of 200 lines in each register. */
export const SMALL = ['--entries', '200', '--years', '2', '--until', '2026-11-20'];

/** Every row of every table, as one digest. */
export function contentOf(folder: string): string {
  const file = new Database(join(folder, 'deskbook.sqlite'), { readonly: true });
  const digest = createHash('sha256');
  const tables = file
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .all() as { name: string }[];
  for (const { name } of tables) {
    digest.update(name);
    for (const row of file.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).raw().all())
      digest.update(JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? value.data : value)));
  }
  file.close();
  return digest.digest('hex');
}
