import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  KeyChecksTable,
  KeyMandatesTable,
  KeysTable,
  KeyTransfersTable,
} from '../../../electron/db/tables';
import { isoWeekOf } from '../../../shared/dates';
import { CHECK_NEXT } from '../../../shared/registers/key-checks.row';
import { MANDATE_NEXT } from '../../../shared/registers/key-mandates.row';
import { TRANSFER_NEXT } from '../../../shared/registers/key-transfers.row';
import { KEY_NEXT } from '../../../shared/registers/keys.row';
import type { Result } from '../../../shared/result';
import { must, type TestOffice } from '../../support/office';
import { cabinet, keyOffice, mandate, plantKey, unit } from './support';

/**
 * Random work on the inventory: whatever is asked in whatever order by whomever, no row leaves its state chart, no key is
 * sealed without two sealers, no bag and no hook holds two keys, retired is final, a refused act changes nothing.
 */
interface Step {
  op: keyof typeof OPS;
  key: number;
  other: number;
  n: number;
}
interface Rows {
  keys: KeysTable[];
  mandates: KeyMandatesTable[];
  checks: KeyChecksTable[];
  transfers: KeyTransfersTable[];
}
interface Place {
  office: TestOffice;
  cab: string;
  home: string;
}
const NONE = { id: '0'.repeat(26), version: 1 };
const at = (rows: readonly { id: string; version: number }[], n: number) => {
  const { id, version } = rows[n % Math.max(rows.length, 1)] ?? NONE;
  return { id, version };
};

const OPS = {
  register: ({ office, cab }: Place, { n }: Step, { mandates }: Rows) =>
    office.as('receptionist').keys.register(
      plantKey(office, cab, {
        keyNo: `K-${n}`,
        hookNo: (n % 4) + 1,
        ...(n % 3 === 0 ? { category: 'entrusted', mandateId: at(mandates, n).id } : {}),
      }),
    ),
  move: ({ office, cab }: Place, { key, n }: Step, { keys }: Rows) =>
    office.as('receptionist').keys.move({
      ...at(keys, key),
      cabinetId: cab,
      hookNo: (n % 5) + 1,
      second: office.pin('csSupervisor'),
    }),
  seal: ({ office }: Place, { key, n }: Step, { keys }: Rows) =>
    office.as(n % 2 ? 'receptionist' : 'csAssistant').keys.seal({
      ...at(keys, key),
      bagNo: `FD-${n % 2}`,
      reason: '封存',
      second: office.pin(n % 3 ? 'csSupervisor' : 'receptionist'),
    }),
  unseal: ({ office }: Place, { key }: Step, { keys }: Rows) =>
    office.as('csAssistant').keys.unseal({
      ...at(keys, key),
      reason: '使用',
      bagIntact: 'yes',
      second: office.pin('receptionist'),
    }),
  retire: ({ office }: Place, { key }: Step, { keys }: Rows) =>
    office
      .as('receptionist')
      .keys.retire({ ...at(keys, key), reason: '换锁', second: office.pin('csSupervisor') }),
  void: ({ office }: Place, { key }: Step, { keys }: Rows) =>
    office.as('csSupervisor').keys.void({ ...at(keys, key), reason: '录错' }),
  correct: ({ office }: Place, { key, n }: Step, { keys }: Rows) =>
    office
      .as('csSupervisor')
      .keys.correct({ ...at(keys, key), field: 'keyNo', value: `K-${n}`, reason: '更正编号' }),
  take: ({ office, home }: Place) => office.as('receptionist').keyMandates.register(mandate(office, home)),
  renew: ({ office }: Place, { other, n }: Step, { mandates }: Rows) =>
    office.as('receptionist').keyMandates.renew({
      ...at(mandates, other),
      fromOn: '2027-03-01',
      toOn: `2027-0${(n % 6) + 3}-28`,
      signedHow: 'paper',
      signedAt: office.now(),
    }),
  withdraw: ({ office }: Place, { other, n }: Step, { mandates }: Rows) =>
    office.as(n % 2 ? 'csSteward' : 'receptionist').keyMandates.withdraw({
      ...at(mandates, other),
      by: 'owner',
      withdrawnByName: '林晓东',
      signedHow: 'paper',
      at: office.now(),
      piecesReturned: 3,
    }),
  start: ({ office, cab }: Place) => office.as('csSupervisor').keyChecks.start({ cabinetIds: [cab] }),
  count: ({ office }: Place, { key, other, n }: Step, { keys, checks }: Rows) =>
    office.as('csSupervisor').keyChecks.count({
      id: at(checks, other).id,
      keyId: at(keys, key).id,
      counted: (['found', 'missing', 'extra'] as const)[n % 3]!,
      sealIntact: true,
      labelRight: true,
      explanation: '已说明',
    }),
  close: ({ office }: Place, { other }: Step, { checks }: Rows) =>
    office
      .as('csSupervisor')
      .keyChecks.close({ ...at(checks, other), reportedTo: '周建国', reportedAt: office.now() }),
  voidCheck: ({ office }: Place, { other }: Step, { checks }: Rows) =>
    office.as('csSupervisor').keyChecks.void({ ...at(checks, other), reason: '重来' }),
  list: ({ office }: Place, { key, other, n }: Step, { keys }: Rows) =>
    office.as('receptionist').keyTransfers.register({
      fromParty: '甲',
      toParty: '乙',
      project: '项目',
      plannedOn: '2026-11-21',
      toId: n % 4 ? office.actor('receptionist', true).staffId : null,
      keyIds: [...new Set([at(keys, key).id, at(keys, other).id])],
    }),
  complete: ({ office }: Place, { other }: Step, { transfers }: Rows) =>
    office.as('receptionist').keyTransfers.complete({
      ...at(transfers, other),
      fromName: '张伟',
      fromSignedHow: 'paper',
      toName: '刘芳',
      toSignedHow: 'paper',
      at: office.now(),
      second: office.pin('csSupervisor'),
    }),
} satisfies Record<string, (place: Place, step: Step, rows: Rows) => Promise<Result<unknown>>>;

const rowsOf = ({ file }: TestOffice): Rows => {
  const all = <T>(table: string) => file.raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as T[];
  return {
    keys: all('keys'),
    mandates: all('key_mandates'),
    checks: all('key_checks'),
    transfers: all('key_transfers'),
  };
};
const CHARTS: [keyof Rows, Record<string, readonly string[]>][] = [
  ['keys', KEY_NEXT],
  ['mandates', MANDATE_NEXT],
  ['checks', CHECK_NEXT],
  ['transfers', TRANSFER_NEXT],
];

/** What must hold of the inventory at any moment. */
function expectSound({ keys, checks }: Rows): void {
  const kept = keys.filter((key) => key.state !== 'retired' && key.state !== 'voided');
  for (const key of keys) {
    expect(key.piecesOut).toBe(0);
    if (key.state === 'sealed') {
      expect(key.sealer1Id).not.toBe(key.sealer2Id);
      expect([key.sealBagNo, key.sealer1Id, key.sealer2Id, key.sealedAt]).not.toContain(null);
    } else expect(key.sealBagNo).toBeNull();
  }
  const once = (values: unknown[]) => expect(new Set(values).size).toBe(values.length);
  once(kept.map((key) => `${key.cabinetId} ${key.hookNo}`));
  once(keys.flatMap((key) => (key.state === 'sealed' ? [key.sealBagNo] : [])));
  once(keys.flatMap((key) => (key.state === 'voided' ? [] : [key.keyNo])));
  for (const key of kept) if (key.category === 'entrusted') expect(key.mandateId).not.toBeNull();
  once(checks.flatMap((check) => (check.state === 'voided' ? [] : [check.week])));
}

const step = fc.record({
  op: fc.constantFrom(...(Object.keys(OPS) as (keyof typeof OPS)[])),
  key: fc.nat(6),
  other: fc.nat(6),
  n: fc.nat(7),
});

describe('the charts of the inventory', () => {
  it('hold whatever is asked in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const office = await keyOffice();
        try {
          const place = { office, cab: await cabinet(office), home: await unit(office) };
          must(await OPS.take(place));
          for (const one of steps) {
            const before = rowsOf(office);
            const work: (place: Place, step: Step, rows: Rows) => Promise<Result<unknown>> = OPS[one.op];
            const result = await work(place, one, before);
            const after = rowsOf(office);
            if (!result.ok) expect(after).toEqual(before);
            for (const [name, chart] of CHARTS)
              for (const old of before[name]) {
                const now = after[name].find((row) => row.id === old.id)!;
                if (now.state !== old.state) expect(chart[old.state]).toContain(now.state);
                if (chart[old.state]!.length === 0 && name !== 'transfers') expect(now).toEqual(old);
              }
            expectSound(after);
            office.pass(1);
          }
        } finally {
          office.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('know the ISO week of any day', () => {
    expect(
      ['2026-11-22', '2026-11-23', '2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30'].map(isoWeekOf),
    ).toEqual(['2026-W47', '2026-W48', '2026-W53', '2026-W53', '2027-W01', '2025-W01']);
  });
});
