import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyPath, dailyCopy } from '../../electron/backup/copies';
import { newestSoundCopy, takeCopy } from '../../electron/backup/from-copy';
import { finishRestore } from '../../electron/backup/restore';
import { tellRestore } from '../../electron/backup/tell';
import { Anchors } from '../../electron/db/anchors';
import { DATABASE_NAME, openOffice } from '../../electron/db/office-file';
import { OpenRefused } from '../../electron/db/open';
import { verifyOffice } from '../../electron/db/verify';
import { fill } from '../db/fill';
import type { TestOffice } from '../support/office';
import { type Bench, bench, dumpOf, filled } from './support';

/** trust.md A7: a damaged book is kept aside, and the newest sound copy is offered with what it lacks. */
const AT = '2026-11-25T01:00:00.000Z';
let place: Bench;
let office: TestOffice;
beforeEach(async () => {
  place = bench('a7');
  office = await filled(place.dataDir, 20);
});
afterEach(() => {
  if (office.file.raw.open) office.close();
  place.remove();
});

describe('a damaged book', () => {
  it('gives way to the newest copy that is sound, says how much is missing, and is kept', async () => {
    const anchors = new Anchors(office.file.raw, place.dataDir);
    anchors.opened();
    office.door.deps.onCommit = (head, at) => anchors.committed(head, at);
    dailyCopy(place.dataDir, '2026-11-21');
    const then = dumpOf(place.dataDir);
    const before = Number(office.file.raw.prepare('SELECT max(seq) FROM journal').pluck().get());
    await fill(office, 10, 2);
    const after = Number(office.file.raw.prepare('SELECT max(seq) FROM journal').pluck().get());
    dailyCopy(place.dataDir, '2026-11-22');
    // The newest copy is damaged too: the one before it is offered.
    writeFileSync(copyPath(place.dataDir, '2026-11-22'), 'no database at all');
    anchors.closed();
    office.close();
    const path = join(place.dataDir, DATABASE_NAME);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 16, 90);
    writeFileSync(path, bytes);
    expect(() => openOffice(place.dataDir, 'existing', AT)).toThrow(OpenRefused);

    const copy = newestSoundCopy(place.dataDir)!;
    expect(copy).toMatchObject({ day: '2026-11-21', missing: after - before });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await takeCopy(place.dataDir, copy, AT);
    finishRestore(place.dataDir);
    expect(dumpOf(place.dataDir)).toBe(then);
    const [aside] = readdirSync(join(place.dataDir, 'aside'));
    expect(readFileSync(join(place.dataDir, 'aside', aside!, DATABASE_NAME)).equals(bytes)).toBe(true);
    const file = openOffice(place.dataDir, 'existing', AT);
    tellRestore(file, '前台一');
    file.close();
    expect(verifyOffice(place.dataDir, () => {}).problems).toEqual([]);
  });

  it('without a sound copy nothing is offered', () => {
    expect(newestSoundCopy(place.dataDir)).toBeNull();
  });
});
