import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishRestore } from '../../electron/backup/restore';
import { openOffice } from '../../electron/db/office-file';
import { verifyOffice } from '../../electron/db/verify';
import { type Bench, backUp, bench, dumpOf, filled, PASSPHRASE } from '../backup/support';
import { fill } from '../db/fill';
import { bundle, runAndKill } from './child';

/** trust.md B2: a restore that is killed leaves the old office or the new one, whole, and never loses either. */
const KILLS = Number(process.env.RESTORE_KILLS ?? 20);

let place: Bench;
let child: string;
let path: string;
/** The office as backed up, and as it stood when the restore began. */
let [then, now] = ['', ''];
beforeAll(async () => {
  place = bench('b2');
  const office = await filled(place.dataDir, 40);
  path = (await backUp(place)).path;
  then = dumpOf(place.dataDir);
  await fill(office, 10, 2);
  now = dumpOf(place.dataDir);
  office.close();
  child = await bundle('child-restore');
}, 180_000);
afterAll(() => {
  place.remove();
  rmSync(join(child, '..'), { recursive: true, force: true });
});

describe('a killed restore (B2)', () => {
  it(`is the old office or the new one in ${KILLS} kills, and what it replaces is kept`, {
    timeout: 600_000,
  }, async () => {
    const ends = { old: 0, fresh: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const dataDir = join(place.dir, `office-${kill}`);
      cpSync(place.dataDir, dataDir, { recursive: true });
      // From the unlocking on, evenly spread; the last two are let live, however slow the machine is.
      const after = kill >= KILLS - 2 ? 120_000 : (kill * 600) / KILLS;
      const { lines } = await runAndKill(child, [dataDir, path, PASSPHRASE], after);
      // What the next start does first.
      finishRestore(dataDir);
      const file = openOffice(dataDir, 'existing', '2026-11-28T02:00:00.000Z');
      file.close();
      const found = dumpOf(dataDir);
      expect([then, now]).toContain(found);
      if (lines.includes('decided')) expect(found).toBe(then);
      if (found === then) {
        ends.fresh += 1;
        expect(dumpOf(join(dataDir, 'aside', '20261128010000'))).toBe(now);
      } else {
        ends.old += 1;
        expect(existsSync(join(dataDir, 'aside'))).toBe(false);
      }
      // The anchors of the office that was replaced are explained when the journal is told (tests/backup); the rows are whole here.
      const kinds = verifyOffice(dataDir, () => {}).problems.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'rolledBack')).toEqual([]);
      rmSync(dataDir, { recursive: true, force: true });
    }
    // Both must have happened, or the kills came at no interesting time.
    expect(ends.old).toBeGreaterThan(0);
    expect(ends.fresh).toBeGreaterThan(0);
  });
});
