import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeFile, openOffice } from '../../../electron/db/office-file';
import { verifyOffice } from '../../../electron/db/verify';
import { visitNeeds } from '../../../electron/registers/visits/filter';
import { DISCLOSURE_STATES } from '../../../shared/registers/disclosures.row';
import { VISIT_STATES, VISIT_TYPES } from '../../../shared/registers/visits.row';
import { desk, scratch } from '../../cli/support';

/** The visitor desk of the demo office: believable, and as the handlers would have written it. */
const dataDir = join(scratch(), 'office');
let file: OfficeFile;
const values = (sql: string): unknown[] => file.raw.prepare(sql).pluck().all();

beforeAll(async () => {
  const words = [
    '--entries',
    'visits=900,disclosures=60',
    '--years',
    '1',
    '--until',
    '2026-11-20',
    '--seed',
    'v',
  ];
  const { code, last } = await desk(['seed', '--data', dataDir, ...words]);
  expect(last).toMatchObject({ ok: true, registers: { visits: 900, disclosures: 60 } });
  expect(code).toBe(0);
  file = openOffice(dataDir, 'existing', '2026-11-21T00:00:00.000Z');
}, 60_000);
afterAll(() => file?.close());

describe('the visitor desk of the demo office', () => {
  it('verifies', () => {
    expect(verifyOffice(dataDir, () => {}).problems).toEqual([]);
  });

  it('has every state and type, passes out and back, passages that alternate', () => {
    expect(new Set(values('SELECT DISTINCT state FROM visits'))).toEqual(new Set(VISIT_STATES));
    expect(new Set(values('SELECT DISTINCT type FROM visits'))).toEqual(new Set(VISIT_TYPES));
    expect(new Set(values('SELECT DISTINCT state FROM disclosures')).size).toBeGreaterThan(
      DISCLOSURE_STATES.length - 4,
    );
    const wrong = `SELECT count(*) FROM visit_passages p JOIN visit_passages q ON q.visitId = p.visitId AND q.no = p.no + 1
      WHERE p.direction = q.direction OR p.at > q.at`;
    expect(values(wrong)).toEqual([0]);
    const lost = `SELECT count(*) FROM visitor_passes WHERE state = 'out'
      AND visitId NOT IN (SELECT id FROM visits WHERE state IN ('in', 'steppedOut') AND passBackAt IS NULL)`;
    expect(values(lost)).toEqual([0]);
    expect(values('SELECT count(*) FROM disclosures WHERE given IS NOT NULL AND approverId IS NULL')).toEqual(
      [0],
    );
  });

  it('has somebody in on its last evening', async () => {
    const needs = await visitNeeds(file.reader, '2026-11-20T16:00:00.000Z');
    expect(needs.in).toBeGreaterThan(0);
  });
});
