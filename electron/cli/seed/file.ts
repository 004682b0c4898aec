import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf } from '../../../shared/dates';
import { Anchors } from '../../db/anchors';
import { headOf } from '../../db/journal';
import { migrate } from '../../db/migrate';
import { DATABASE_NAME } from '../../db/office-file';
import { openRaw } from '../../db/open';
import { fsyncPath } from '../../db/safe-copy';
import { bindOldest } from './bound-months';
import { Chance } from './chance';
import { Grower } from './grower';
import { demoSecrets, foundDemo, type SeedOptions, type SeedReport, tellOffice } from './office';
import type { Crew } from './people';
import { GrowerThread, growerThreadAt } from './thread';

/** Thrown when the folder holds an office already: a seed never writes over one. */
export class OfficeThere extends Error {}

/** Where the file grows until it is whole. */
const GROWING = '.seeding';
/** From so many lines on a second thread writes while this one tells. */
const MANY = 10_000;

/**
 * Makes a demo office in a new file: grown under another name, then checked, synced and renamed, so a seed that is stopped
 * half-way leaves no half office. The same options give the same rows, with or without the second thread.
 * Errors: OfficeThere.
 */
export async function seedFile(
  dataDir: string,
  given: Omit<SeedOptions, 'secrets' | 'onProgress'>,
  onProgress: (done: number, total: number) => void,
): Promise<SeedReport> {
  const path = join(dataDir, DATABASE_NAME);
  if (existsSync(path)) throw new OfficeThere(path);
  const growing = join(dataDir, GROWING);
  const draft = join(growing, DATABASE_NAME);
  rmSync(growing, { recursive: true, force: true });
  mkdirSync(growing, { recursive: true });
  try {
    const options = { ...given, secrets: await demoSecrets(given.chance.fill), onProgress };
    const { crew, head } = begin(draft, options);
    const report = await bound(draft, await grow(draft, crew, head, options), options);
    anchor(draft, dataDir, report, isoOf(options.until));
    fsyncPath(draft);
    renameSync(draft, path);
    fsyncPath(dataDir);
    return report;
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

/** The empty file with its schema, settings and people. */
function begin(draft: string, options: SeedOptions): { crew: Crew; head: { seq: number; hash: string } } {
  const db = openRaw(draft, 'create');
  try {
    migrate(db, isoOf(options.until));
    db.exec('BEGIN');
    const crew = foundDemo(db, options);
    db.exec('COMMIT');
    return { crew, head: headOf(db) };
  } finally {
    db.close();
  }
}

const linesOf = ({ entries, each, registers }: SeedOptions): number =>
  registers.reduce((sum, register) => sum + (each?.[register] ?? entries), 0);

async function grow(
  draft: string,
  crew: Crew,
  head: { seq: number; hash: string },
  options: SeedOptions,
): Promise<SeedReport> {
  const helper = linesOf(options) >= MANY ? growerThreadAt() : null;
  const grower = helper ? new GrowerThread(helper, draft) : new Grower(draft);
  try {
    const report = tellOffice(grower, head, crew, options);
    await grower.finish();
    return report;
  } catch (error) {
    await grower.close();
    throw error;
  }
}

/** Binds the first months of a book that has any. */
async function bound(draft: string, report: SeedReport, { until }: SeedOptions): Promise<SeedReport> {
  const db = openRaw(draft, 'existing');
  try {
    const head = await bindOldest(db, { now: isoOf(until), chance: new Chance(`bound ${until}`) });
    return { ...report, head: head ?? report.head };
  } finally {
    db.close();
  }
}

/** The chain's end beside the database, as a closed office leaves it. */
function anchor(draft: string, dataDir: string, report: SeedReport, at: string): void {
  const db = openRaw(draft, 'existing');
  try {
    const anchors = new Anchors(db, dataDir);
    anchors.committed(report.head, at);
    anchors.closed();
  } finally {
    db.close();
  }
}
