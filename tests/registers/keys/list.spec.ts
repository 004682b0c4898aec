import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tables } from '../../../electron/db/tables';
import { type Branch, type Listing, pageSql } from '../../../electron/entries/listing';
import { CHECKS, checkBranches } from '../../../electron/registers/keys/check-filter';
import { keyBranches, LISTING } from '../../../electron/registers/keys/filter';
import { MANDATES, mandateBranches } from '../../../electron/registers/keys/mandate-filter';
import { TRANSFERS, transferBranches } from '../../../electron/registers/keys/transfer-lines';
import { settingsOf } from '../../../electron/registers/office/settings';
import { must, type TestOffice } from '../../support/office';
import { cabinet, keyOffice, plantKey, register } from './support';

/** Lists by index, pages by cursor; what the unit page, the omni-box and a scan are told. */
let office: TestOffice;
beforeEach(async () => {
  office = await keyOffice();
});
afterEach(() => office.close());

const plansOf = (listing: Listing<keyof Tables>, branches: readonly Branch[]): string[] =>
  branches.map((branch) => {
    const { sql, parameters } = pageSql(listing, branch, `K|${'0'.repeat(26)}|9`, 100).compile(
      office.file.reader,
    );
    const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
      detail: string;
    }[];
    return plan.map((step) => step.detail).join(' / ');
  });

describe('plans', () => {
  it('jump to the cursor by an index and sort nothing', async () => {
    const settings = await settingsOf(office.file.reader);
    const now = office.now();
    const all = [
      ...plansOf(LISTING, keyBranches({}, now)),
      ...plansOf(LISTING, keyBranches({ states: ['inStock', 'out'] }, now)),
      ...plansOf(LISTING, keyBranches({ categories: ['plant'] }, now)),
      ...plansOf(LISTING, keyBranches({ cabinetId: '0'.repeat(26) }, now)),
      ...plansOf(LISTING, keyBranches({ need: 'withoutMandate' }, now)),
      ...plansOf(MANDATES, mandateBranches({}, settings, now)),
      ...plansOf(MANDATES, mandateBranches({ states: ['active'] }, settings, now)),
      ...plansOf(CHECKS, checkBranches({})),
      ...plansOf(CHECKS, checkBranches({ need: 'open' })),
      ...plansOf(TRANSFERS, transferBranches({})),
      ...plansOf(TRANSFERS, transferBranches({ states: ['done'] })),
    ];
    for (const plan of all) {
      expect(plan).toMatch(/^SEARCH \w+ USING (COVERING )?INDEX/);
      expect(plan).not.toMatch(/TEMP B-TREE|^SCAN/);
    }
  });

  it('count the ends of mandates among those in force only', async () => {
    const settings = await settingsOf(office.file.reader);
    for (const need of ['ending', 'expired'] as const) {
      const [branch] = mandateBranches({ need }, settings, office.now());
      const { sql, parameters } = pageSql({ ...MANDATES, at: 'toOn' }, branch!, null, 9).compile(
        office.file.reader,
      );
      const plan = office.file.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
        detail: string;
      }[];
      expect(plan[0]?.detail).toMatch(/INDEX key_mandates_(ending|state)/);
    }
  });
});

describe('what others are told', () => {
  it('the omni-box and a scan: number, name, hook; the next act is its issue', async () => {
    const cab = await cabinet(office);
    const key = await register(office, plantKey(office, cab));
    const { hits } = must(await office.as('receptionist').search.find({ typed: 'K-017' }));
    expect(hits[0]).toMatchObject({
      title: 'K-017 地下一层配电房',
      detail: 'A-1 · 张伟',
      next: 'keyLoans.issue',
    });
    const scanned = must(await office.as('receptionist').search.scan({ code: key.scanCode }));
    expect(scanned).toMatchObject({ kind: 'entry', register: 'keys', next: 'keyLoans.issue' });
    const closed = must(await office.as('cashier').search.scan({ code: key.scanCode }));
    expect(closed).toMatchObject({ kind: 'closed' });
  });
});
