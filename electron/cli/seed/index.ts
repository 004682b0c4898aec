import { isoOf, msOf } from '../../../shared/dates';
import type { Door } from '../../door';
import { Chance } from './chance';
import { demoSecrets, seedOffice } from './office';
import { COLUMNS, LINED } from './rooms';

export { OfficeThere, seedFile } from './file';
export { type SeedOptions, type SeedReport, seedOffice } from './office';
export { LINED } from './rooms';

const DEMO_YEARS = 0.5;

/**
 * Fills the empty office behind a door with a demo office: people, half a year and `entries` lines in every register,
 * ending now. In one transaction, so it is all there or not at all; under two seconds for 400 entries. Used by the first
 * start's one click (`office.setUpDemo`), which has made sure that no office exists yet.
 */
export async function seedDemo(door: Door, entries: number): Promise<void> {
  const { file, onCommit, onChanged } = door.deps;
  const chance = new Chance(`demo ${door.now.slice(0, 10)}`);
  const secrets = await demoSecrets(chance.fill);
  const until = msOf(door.now);
  file.raw.exec('BEGIN IMMEDIATE');
  try {
    // An item and its lost report name each other.
    file.raw.pragma('defer_foreign_keys = ON');
    const report = seedOffice(file.raw, {
      entries,
      years: DEMO_YEARS,
      until,
      registers: LINED,
      chance,
      secrets,
    });
    file.raw.exec('COMMIT');
    onCommit?.(report.head, isoOf(until));
    onChanged?.(['settings', 'staff', ...Object.keys(COLUMNS)]);
  } catch (error) {
    if (file.raw.inTransaction) file.raw.exec('ROLLBACK');
    throw error;
  }
}
