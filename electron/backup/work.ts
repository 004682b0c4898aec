import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { headOf } from '../db/journal';
import { DATABASE_NAME } from '../db/office-file';
import { openRaw } from '../db/open';
import { peek } from './check';
import { dailyCopy } from './copies';
import type { Manifest } from './manifest';
import { livingHead, type Restored, type Staged, stage, unpack } from './restore';
import { type BackupMade, type BackupOrder, makeBackup, type Progress } from './write';

/** One piece of work with backups, off the main thread; `cancelled` answers null. Errors: BackupRefused, the file system's. */
export type BackupTask =
  | { do: 'make'; order: BackupOrder }
  | { do: 'copy'; dataDir: string; today: string }
  | { do: 'look'; path: string; secret: string; dataDir: string }
  | { do: 'drill'; path: string; secret: string; dataDir: string }
  | { do: 'stage'; path: string; secret: string; dataDir: string };

export interface CopyMade {
  path: string;
  bytes: number;
  head: { seq: number; hash: string };
}
export interface Looked {
  manifest: Manifest;
  /** Journal lines of the living office that the backup lacks; null when it is of another chain. */
  missing: number | null;
}
export interface BackupAnswers {
  make: BackupMade | null;
  copy: CopyMade | null;
  look: Looked;
  drill: Staged | null;
  stage: (Staged & { replaced: Restored['replaced'] }) | null;
}
export type BackupAnswer = BackupAnswers[BackupTask['do']];

/** Where a drill unpacks: beside the office, away from it. */
const DRILL = 'drill-work';

export async function workBackup(
  task: BackupTask,
  onProgress: Progress,
  cancelled: () => boolean,
): Promise<BackupAnswer> {
  switch (task.do) {
    case 'make':
      return makeBackup(task.order, onProgress, cancelled);
    case 'copy':
      return copyOf(task.dataDir, task.today);
    case 'look':
      return lookAt(task.path, task.secret, task.dataDir);
    case 'drill': {
      const room = join(task.dataDir, DRILL);
      try {
        const { key } = await peek(task.path, task.secret);
        return unpack(task.path, key, room, onProgress, cancelled);
      } finally {
        rmSync(room, { recursive: true, force: true });
      }
    }
    case 'stage': {
      const { key } = await peek(task.path, task.secret);
      const staged = stage(task.dataDir, task.path, key, onProgress, cancelled);
      return staged && { ...staged, replaced: livingHead(task.dataDir) };
    }
  }
}

function copyOf(dataDir: string, today: string): CopyMade | null {
  const made = dailyCopy(dataDir, today);
  if (!made) return null;
  const copy = openRaw(made.path, 'readonly');
  try {
    const { seq, hash } = headOf(copy);
    return { ...made, head: { seq, hash } };
  } finally {
    copy.close();
  }
}

async function lookAt(path: string, secret: string, dataDir: string): Promise<Looked> {
  const { manifest } = await peek(path, secret);
  const living = openRaw(join(dataDir, DATABASE_NAME), 'readonly');
  try {
    const at = living.prepare('SELECT hash FROM journal WHERE seq = ?').pluck().get(manifest.head.seq);
    const same = at === manifest.head.hash;
    return { manifest, missing: same ? headOf(living).seq - manifest.head.seq : null };
  } finally {
    living.close();
  }
}
