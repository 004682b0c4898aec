import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verifyOffice } from '../../electron/db/verify';
import { ACCESS_CARD_STATES, CARD_KINDS } from '../../shared/registers/access-cards.row';
import { desk, scratch } from './support';

/** Cards and passes of the demo office (S32). */
describe('seeded cards', () => {
  it('verify, and show every kind, state, replacement and deposit', async () => {
    const dataDir = join(scratch(), 'cards');
    const { code } = await desk([
      ...['seed', '--data', dataDir, '--registers', 'accessCards', '--entries', '600'],
      ...['--years', '2', '--until', '2026-11-20', '--seed', 'c1'],
    ]);
    expect(code).toBe(0);
    const verdict = verifyOffice(dataDir, () => {});
    expect(verdict.problems).toEqual([]);
    const db = new Database(join(dataDir, 'deskbook.sqlite'), { readonly: true });
    const values = (column: string) =>
      new Set(db.prepare(`SELECT DISTINCT ${column} FROM access_cards`).pluck().all());
    expect(values('state')).toEqual(new Set(ACCESS_CARD_STATES));
    expect(values('kind')).toEqual(new Set(CARD_KINDS));
    expect(values('depositOutcome')).toEqual(new Set([null, 'repaid', 'partly', 'carried']));
    const count = (where: string) =>
      db.prepare(`SELECT count(*) FROM access_cards WHERE ${where}`).pluck().get() as number;
    expect(count('replacesId IS NOT NULL')).toBeGreaterThan(0);
    expect(count('replacesId IS NOT NULL')).toBe(count('replacedById IS NOT NULL'));
    expect(count("state = 'lost' AND blockedAt IS NULL")).toBeGreaterThan(0);
    expect(count("state = 'issued' AND validToOn < '2026-11-20'")).toBeGreaterThan(0);
    expect(count('unitId IS NOT NULL')).toBeGreaterThan(0);
    db.close();
  });
});
