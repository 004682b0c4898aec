import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyOffice } from '../../electron/db/verify';
import { dayOf, isoOf, msOf } from '../../shared/dates';
import { GOODS_RELEASE_STATES } from '../../shared/registers/goods-releases.row';
import { desk, scratch } from './support';

/** The release desk of a demo office: every state, and every rule of S19 kept. */
const dataDir = join(scratch(), 'a');
let db: Database.Database;
const all = <Row>(sql: string): Row[] => db.prepare(sql).all() as Row[];

beforeAll(async () => {
  const words = ['seed', '--data', dataDir, '--entries', '400', '--registers', 'goodsReleases'];
  const { code, last } = await desk([...words, '--years', '1', '--until', '2026-11-20', '--seed', 'r1']);
  expect(code).toBe(0);
  expect(last).toMatchObject({ ok: true });
  db = new Database(join(dataDir, 'deskbook.sqlite'), { readonly: true });
}, 120_000);
afterAll(() => db?.close());

describe('seeded releases', () => {
  it('verify', () => {
    expect(verifyOffice(dataDir, () => {}).problems).toEqual([]);
  });

  it('are in every state but at the gate, with goods and applications', () => {
    const states = new Set(
      all<{ state: string }>('SELECT DISTINCT state FROM goods_releases').map((row) => row.state),
    );
    expect([...GOODS_RELEASE_STATES].filter((state) => state !== 'atGate' && !states.has(state))).toEqual([]);
    expect(all('SELECT 1 FROM goods_releases').length).toBeGreaterThanOrEqual(400);
    expect(all('SELECT 1 FROM goods_lines').length).toBeGreaterThan(800);
    expect(all("SELECT 1 FROM release_requests WHERE state = 'pending'").length).toBeGreaterThan(0);
    expect(
      all(`SELECT 1 FROM release_requests r WHERE r.state = 'issued'
        AND NOT EXISTS (SELECT 1 FROM goods_releases s WHERE s.requestId = r.id)`),
    ).toEqual([]);
  });

  it('keep the rules: four eyes, the guard another, the same day, the owner asked', () => {
    interface Slip {
      recorderId: string;
      approverId: string;
      guardId: string | null;
      recordedAt: string;
      validFrom: string;
      validTo: string;
      releasedAt: string | null;
      relation: string;
      consentKind: string | null;
      consentAt: string | null;
      submittedAt: string;
    }
    const slips = all<Slip>(
      'SELECT s.*, r.relation, r.consentKind, r.consentAt, r.submittedAt FROM goods_releases s JOIN release_requests r ON r.id = s.requestId',
    );
    for (const slip of slips) {
      expect(slip.approverId).not.toBe(slip.recorderId);
      expect(slip.guardId).not.toBe(slip.approverId);
      expect(dayOf(slip.validTo)).toBe(dayOf(slip.recordedAt));
      if (slip.releasedAt) {
        expect(slip.releasedAt >= slip.validFrom && slip.releasedAt <= slip.validTo).toBe(true);
        expect(slip.releasedAt).toBe(isoOf(msOf(slip.releasedAt)));
      }
      if (['tenant', 'agent'].includes(slip.relation)) expect(slip.consentKind).not.toBeNull();
      if (slip.consentAt) expect(slip.consentAt <= slip.submittedAt).toBe(true);
    }
  });
});
