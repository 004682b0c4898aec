import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { headOf } from '../db/journal';
import { DATABASE_NAME } from '../db/office-file';
import { openRaw } from '../db/open';
import { fsyncPath } from '../db/safe-copy';
import { copyDays, copyPath } from './copies';
import { decide, livingHead, ROOM } from './restore';

/** The newest copy beside an office whose own file cannot be opened any more (trust.md A7), and what it lacks. */
export interface SoundCopy {
  day: string;
  head: { seq: number; hash: string; at: string | null };
  /** Journal lines after it, as far as the anchors tell; null when none is left to ask. */
  missing: number | null;
}

/** Looks for the newest copy that can be opened and is sound; null when there is none. Changes nothing. */
export function newestSoundCopy(dataDir: string): SoundCopy | null {
  for (const day of copyDays(dataDir).reverse()) {
    const head = soundHead(copyPath(dataDir, day));
    if (!head) continue;
    const living = livingHead(dataDir);
    return { day, head, missing: living ? Math.max(0, living.seq - head.seq) : null };
  }
  return null;
}

function soundHead(path: string): SoundCopy['head'] | null {
  try {
    const db = openRaw(path, 'readonly');
    try {
      return db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? headOf(db) : null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Decides that the copy of `day` is the office from now on; the damaged file is kept in `aside/`. The next opening puts it in place. */
export async function takeCopy(dataDir: string, { day, head }: SoundCopy, at: string): Promise<void> {
  const room = join(dataDir, ROOM);
  rmSync(room, { recursive: true, force: true });
  mkdirSync(room, { recursive: true });
  const staged = join(room, DATABASE_NAME);
  copyFileSync(copyPath(dataDir, day), staged);
  fsyncPath(staged);
  fsyncPath(room);
  decide(dataDir, {
    at,
    by: { id: 'desk', name: '启动时' },
    second: null,
    madeAt: head.at ?? at,
    sha256: await shaOf(staged),
    head: { seq: head.seq, hash: head.hash },
    replaced: existsSync(join(dataDir, DATABASE_NAME)) ? livingHead(dataDir) : null,
  });
}

async function shaOf(path: string): Promise<string> {
  const sha = createHash('sha256');
  for await (const piece of createReadStream(path)) sha.update(piece as Buffer);
  return sha.digest('hex');
}
