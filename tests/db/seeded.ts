import type Database from 'better-sqlite3';
import { seedOffice } from '../../electron/cli/seed';
import { bindOldest } from '../../electron/cli/seed/bound-months';
import { Chance } from '../../electron/cli/seed/chance';
import { LINED } from '../../electron/cli/seed/rooms';
import { migrate } from '../../electron/db/migrate';
import { openRaw } from '../../electron/db/open';
import { msOf } from '../../shared/dates';

/** An office in memory as the seed leaves it: every register has rows in every state it can have. */

const UNTIL = '2026-10-31T15:59:59.999Z';
/** No secret is ever proven here, so none is made slowly. */
const SECRET = { hash: 'x', salt: 'x', params: '{}' };

/** The raw writing handle of a seeded office; the caller closes it. */
export async function seededDb(entries: number, word = 'seeded'): Promise<Database.Database> {
  const db = openRaw(':memory:', 'create');
  migrate(db, UNTIL);
  db.exec('BEGIN IMMEDIATE');
  // An item and its lost report name each other.
  db.pragma('defer_foreign_keys = ON');
  seedOffice(db, {
    entries,
    years: 0.5,
    until: msOf(UNTIL),
    registers: LINED,
    chance: new Chance(word),
    secrets: { pin: SECRET, passphrase: SECRET },
  });
  db.exec('COMMIT');
  await bindOldest(db, { now: UNTIL, chance: new Chance(`${word} bound`) });
  return db;
}
