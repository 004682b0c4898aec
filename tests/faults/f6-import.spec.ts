import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../../electron/db/office-file';
import { verifyOffice } from '../../electron/db/verify';
import type { Actor } from '../../shared/registers/session';
import { newOffice } from '../support/office';
import { bundle, runAndKill } from './child';

/** trust.md F6: an import that is killed leaves all of its rows or none, wherever it was. */
const KILLS = Number(process.env.KILLS ?? 20);
const ROWS = 1500;
/** How long after the preview the last kill comes, in ms; the run itself takes about a third of that. */
const SPAN_MS = 700;

let dir: string;
let child: string;
let actor: Actor;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-f6-'));
  const office = await newOffice({ dataDir: join(dir, 'office') });
  actor = office.actor('csSupervisor');
  office.close();
  child = await bundle('child-import');
}, 120_000);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
  rmSync(join(child, '..'), { recursive: true, force: true });
});

describe('a killed import (F6)', () => {
  it(`leaves all rows or none in ${KILLS} kills`, { timeout: 900_000 }, async () => {
    const done: boolean[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const path = join(dir, `${kill}.csv`);
      const rows = Array.from({ length: ROWS }, (_, i) => `${kill + 1}-${i + 1},住宅`);
      writeFileSync(path, `房号,用途\n${rows.join('\n')}\n`);
      const { lines } = await runAndKill(
        child,
        [join(dir, 'office'), JSON.stringify(actor), path],
        (kill * SPAN_MS) / KILLS,
      );
      done.push(lines.includes('done'));
    }
    const file = openOffice(join(dir, 'office'), 'existing', '2026-11-21T02:00:00.000Z');
    const counts = done.map(
      (_, kill) =>
        file.raw
          .prepare('SELECT count(*) FROM units WHERE building = ?')
          .pluck()
          .get(String(kill + 1)) as number,
    );
    file.close();
    for (const [kill, count] of counts.entries()) {
      expect([0, ROWS]).toContain(count);
      if (done[kill]) expect(count).toBe(ROWS);
    }
    expect(verifyOffice(join(dir, 'office'), () => {}).problems).toEqual([]);
    // The kills met the import before, in and after its work.
    expect(counts).toContain(0);
  });
});
