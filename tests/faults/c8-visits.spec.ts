import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyOffice } from '../../electron/db/verify';
import { arrive, CONSENT, friend, quickOffice, touch, unit } from '../registers/visits/support';
import { must, type TestOffice } from '../support/office';

/** trust.md C8 for the visitor book, through its own door: after `visits.erase` the files hold nothing of the visitors. */
const VISITS = Number(process.env.ERASURES ?? 60);
let dir: string;
let office: TestOffice;
const values: string[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-c8-visits-'));
  office = await quickOffice({ dataDir: dir, now: '2025-03-10T02:00:00.000Z' });
  const unitId = await unit(office);
  for (let n = 0; n < VISITS; n += 1) {
    const [wrong, right] = [`1391${String(7_000_000 + n * 13)}`, `1397${String(2_000_000 + n * 17)}`];
    const name = `待忘记${n}号访客`;
    const host = `待忘记${n}号主人`;
    const plate = `粤I${10_000 + n * 7}`;
    const visit = await arrive(
      office,
      friend(unitId, {
        visitorName: name,
        visitorPhone: wrong,
        hostName: host,
        plate,
        consent: { ...CONSENT, name: host },
      }),
    );
    office.pass(6);
    const fix = { field: 'visitorPhone', value: right, reason: '听错号码' } as const;
    const fixed = must(await office.as('receptionist').visits.correct({ ...touch(visit), ...fix }));
    must(await office.as('receptionist').visits.leave(touch(fixed)));
    values.push(name, host, plate, wrong, right);
  }
  office.setNow('2026-11-21T02:00:00.000Z');
});
afterAll(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Which of the values stand somewhere in the data folder's files. */
function visible(): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return values.filter((value) => bytes.some((content) => content.includes(value)));
}

describe('erasing visits (C8)', () => {
  it(`erases ${VISITS} visits in batches; the chain verifies before and after, the files hold nothing of them`, async () => {
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
    expect(visible().length).toBe(values.length);
    const asked = { second: office.pin('deptManager'), job: 'erase' };
    expect(must(await office.as('csSupervisor').visits.erase(asked))).toEqual({
      erased: VISITS,
      cancelled: false,
    });
    expect(visible()).toEqual([]);
    expect(verifyOffice(dir, () => {}).problems).toEqual([]);
    // No token of a name or a phone is left in the index either.
    const grams = office.file.raw
      .prepare("SELECT count(*) FROM search_fts WHERE search_fts MATCH '忘记'")
      .pluck()
      .get();
    expect(grams).toBe(0);
  });
});
