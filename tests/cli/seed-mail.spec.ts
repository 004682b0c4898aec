import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verifyOffice } from '../../electron/db/verify';
import { MAIL_KINDS, MAIL_STATES } from '../../shared/registers/mail-items.row';
import { desk, scratch } from './support';

/** Mail and parcels of the demo office (S16). */
describe('seeded mail', () => {
  it('verifies, and shows every kind, state and shared signature by the rules of the door', async () => {
    const dataDir = join(scratch(), 'mail');
    const { code } = await desk([
      ...['seed', '--data', dataDir, '--registers', 'mailItems', '--entries', '600'],
      ...['--years', '1', '--until', '2026-11-20', '--seed', 'm1'],
    ]);
    expect(code).toBe(0);
    expect(verifyOffice(dataDir, () => {}).problems).toEqual([]);
    const db = new Database(join(dataDir, 'deskbook.sqlite'), { readonly: true });
    const values = (column: string) =>
      new Set(db.prepare(`SELECT DISTINCT ${column} FROM mail_items`).pluck().all());
    expect(values('state')).toEqual(new Set(MAIL_STATES));
    expect(values('kind')).toEqual(new Set(MAIL_KINDS));
    const count = (where: string) =>
      db.prepare(`SELECT count(*) FROM mail_items WHERE ${where}`).pluck().get() as number;
    expect(
      count('batchId IN (SELECT batchId FROM mail_items GROUP BY batchId HAVING count(*) > 1)'),
    ).toBeGreaterThan(1);
    expect(count('atGate = 1')).toBeGreaterThan(0);
    expect(
      count("direction = 'in' AND kind IN ('express', 'parcel', 'registered', 'ems') AND trackingNo IS NULL"),
    ).toBe(0);
    expect(count("state = 'unsigned' AND (valuable = 1 OR kind IN ('registered', 'remittance'))")).toBe(0);
    expect(
      count(
        "state = 'proxied' AND takerIdTail IS NULL AND (valuable = 1 OR kind IN ('registered', 'remittance'))",
      ),
    ).toBe(0);
    expect(count('damage IS NOT NULL AND courierName IS NULL')).toBe(0);
    db.close();
  });
});
