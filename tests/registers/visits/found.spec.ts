import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disclosuresOfUnit } from '../../../electron/registers/visits/of-unit';
import { must, refusal, type TestOffice } from '../../support/office';
import { arrive, CONSENT, cards, type Done, friend, quickOffice, touch, unit } from './support';

/** Where visits turn up outside their own book: the omni-box, the scanner's card, exports, the unit's page. */
let office: TestOffice;
let dir: string;
let unitId: string;
let visit: Done;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'deskbook-visits-'));
  office = await quickOffice({ dataDir: dir });
  unitId = await unit(office, '9-2-1808');
  await cards(office, 2);
  visit = await arrive(
    office,
    friend(unitId, {
      type: 'business',
      visitorName: '尉迟明',
      visitorPhone: '13755556666',
      company: '蓝海咨询',
      plate: '粤I77788',
      passNo: 'V02',
      consent: CONSENT,
      watchNote: '说话声音大',
    }),
  );
});
afterAll(() => {
  office.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('visits outside their book', () => {
  it('are found by name, pinyin, company, phone tail, plate, pass, unit in any writing and number', async () => {
    for (const typed of [
      '尉迟明',
      'ycm',
      'lanhai',
      '6666',
      '粤I77788',
      'V02',
      '9-2-1808',
      '921808',
      visit.serialNo,
    ]) {
      const { hits } = must(await office.as('gateGuard').search.find({ typed }));
      expect(hits.map((hit) => hit.entryId)).toContain(visit.id);
    }
    const [hit] = must(await office.as('receptionist').search.find({ typed: visit.serialNo })).hits;
    expect(hit).toMatchObject({ register: 'visits', title: '尉迟明', state: 'in', next: 'visits.leave' });
    expect(hit!.detail).toContain('9-2-1808');
    expect(JSON.stringify(hit)).not.toContain('6666');
    // What the desk should watch is no word to search by.
    const { hits } = must(await office.as('receptionist').search.find({ typed: '声音大' }));
    expect(hits).toEqual([]);
  });

  it('answer a scan of their slip and of their pass', async () => {
    const { entry } = must(await office.as('receptionist').visits.entry({ id: visit.id }));
    const slip = must(await office.as('receptionist').search.scan({ code: entry.scanCode }));
    expect(slip).toMatchObject({ kind: 'entry', register: 'visits', next: 'visits.leave' });
    const [card] = must(await office.as('receptionist').visitorPasses.list({ filter: { need: 'out' } })).rows;
    const scanned = must(await office.as('receptionist').search.scan({ code: card!.scanCode }));
    expect(scanned).toMatchObject({
      register: 'visitorPasses',
      title: 'V02',
      state: 'out',
      next: 'visitorPasses.takeIn',
    });
    expect(scanned.kind === 'entry' && scanned.detail).toContain('尉迟明');
  });

  it('are exported with masked phones and without watch notes, by those who may', async () => {
    const path = join(dir, 'visits.csv');
    const asked = { register: 'visits', filter: {}, format: 'csv' as const, path, job: 'x' };
    expect(refusal(await office.as('receptionist').exports.save(asked))).toBe('notAllowed');
    expect(must(await office.as('csSupervisor').exports.save(asked)).rows).toBe(1);
    const text = readFileSync(path, 'utf8');
    for (const part of ['来访人姓名', '尉迟明', '137****6666', '在访']) expect(text).toContain(part);
    expect(text).not.toMatch(/13755556666|声音大/);
  });

  it('enquiries stand on the page of their unit and in the export of the leaders', async () => {
    const asked = must(
      await office.as('receptionist').disclosures.ask({
        askerName: '某人',
        identityHow: 'notChecked',
        unitId,
        asked: '业主电话',
        purpose: '不明',
      }),
    );
    must(await office.as('receptionist').disclosures.refuse({ ...touch(asked), reason: '身份不明' }));
    const { rows, total } = await disclosuresOfUnit(office.file.reader, unitId, 5);
    expect([rows[0]?.state, total]).toEqual(['refused', 1]);
    const { hits } = must(await office.as('gateGuard').search.find({ typed: '某人' }));
    expect(hits).toEqual([]);
    const path = join(dir, 'enquiries.csv');
    const order = { register: 'disclosures', filter: {}, format: 'csv' as const, path, job: 'y' };
    expect(must(await office.as('deptManager').exports.save(order)).rows).toBe(1);
  });
});
