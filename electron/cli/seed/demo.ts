import type Database from 'better-sqlite3';
import { msOf } from '../../../shared/dates';
import { openRaw } from '../../db/open';
import { bindOldest } from './bound-months';
import { Chance } from './chance';
import type { DemoOrder } from './demo-order';
import { demoSecrets, seedOffice } from './office';
import { COLUMNS, LINED } from './rooms';

/** The demo office of the first start: filled in one transaction, on whichever thread. */

type OnProgress = (done: number, total: number) => void;
const DEMO_YEARS = 0.5;
/** Pages of the one long transaction kept in memory. */
const CACHE_KB = 200_000;

/** On a connection of its own, while the door keeps the writer waiting (door.ts `beside`). Answers the registers touched. */
export async function workDemo(order: DemoOrder, onProgress: OnProgress): Promise<string[]> {
  const db = openRaw(order.databasePath, 'beside');
  try {
    db.pragma(`cache_size = -${CACHE_KB}`);
    return await fillDemo(db, order, onProgress);
  } finally {
    db.close();
  }
}

/**
 * People, half a year and `entries` lines in every register, ending now. All there or not at all. Answers the registers
 * touched.
 */
export async function fillDemo(
  db: Database.Database,
  { entries, now }: Omit<DemoOrder, 'databasePath'>,
  onProgress: OnProgress,
): Promise<string[]> {
  const chance = new Chance(`demo ${now.slice(0, 10)}`);
  const secrets = await demoSecrets(chance.fill);
  db.exec('BEGIN IMMEDIATE');
  try {
    // An item and its lost report name each other.
    db.pragma('defer_foreign_keys = ON');
    seedOffice(db, {
      entries,
      years: DEMO_YEARS,
      until: msOf(now),
      registers: LINED,
      chance,
      secrets,
      onProgress,
    });
    await bindOldest(db, { now, chance: new Chance(`bound ${now.slice(0, 10)}`) });
    db.exec('COMMIT');
    return ['monthBindings', 'bindingSupplements', 'settings', 'staff', ...Object.keys(COLUMNS)];
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
