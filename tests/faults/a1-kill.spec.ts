import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../../electron/db/office-file';
import { verifyOffice } from '../../electron/db/verify';
import type { Actor } from '../../shared/registers/session';
import { newOffice } from '../support/office';
import { bundle, runAndKill } from './child';

/** trust.md A1: what the desk was told is saved survives a killed program, and nothing is half saved. */
const KILLS = Number(process.env.KILLS ?? 20);

let dir: string;
let child: string;
let actor: Actor;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-a1-'));
  const office = await newOffice({ dataDir: dir });
  actor = office.actor('receptionist');
  office.close();
  child = await bundle('child-write');
}, 120_000);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
  rmSync(join(child, '..'), { recursive: true, force: true });
});

describe('a killed program (A1)', () => {
  it(`loses nothing it acknowledged in ${KILLS} kills`, { timeout: 600_000 }, async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      // 60–180 ms after the first entry, evenly spread.
      const { lines, killed } = await runAndKill(
        child,
        [dir, JSON.stringify(actor)],
        60 + (kill * 120) / KILLS,
      );
      expect(killed).toBe(true);
      acknowledged.push(...lines);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    const file = openOffice(dir, 'existing', '2026-11-21T02:00:00.000Z');
    const rows = await file.reader.selectFrom('found_items').select('serialNo').execute();
    file.close();
    const saved = new Set(rows.map((row) => row.serialNo));
    expect(acknowledged.filter((serialNo) => !saved.has(serialNo))).toEqual([]);
    // At most the one entry each kill met between commit and answer is saved without having been said.
    expect(saved.size - acknowledged.length).toBeLessThanOrEqual(KILLS);
    // No half transaction: every row has its line, its number, its words; pages and references are sound.
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
  });
});
