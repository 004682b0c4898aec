import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../shared/dates';
import { GOODS_RELEASE_NEXT, type GoodsReleaseState } from '../../../shared/registers/goods-releases.row';
import {
  RELEASE_REQUEST_NEXT,
  type ReleaseRequestState,
} from '../../../shared/registers/release-requests.row';
import type { Role } from '../../../shared/roles';
import type { TestOffice } from '../../support/office';
import { AT_POST, call, form, quickOffice } from './support';

/**
 * Whatever the desk, the approvers and the gate try in whatever order: nothing is released that another person did not
 * approve, no number is given twice or left out, the guard is never the approver, nothing leaves outside its hours.
 */

/** Everybody who could try; the last three hold several roles, as in small offices. */
const PEOPLE: readonly (readonly Role[])[] = [
  ['receptionist'],
  ['csSupervisor'],
  ['deptManager'],
  ['gateGuard'],
  ['csSteward'],
  ['deptManager', 'gateGuard', 'receptionist'],
  ['csSupervisor', 'gateGuard', 'receptionist'],
];
const PINS = ['receptionist', 'csSupervisor', 'deptManager', 'gateGuard'] as const;
const STEPS = [
  'request',
  'agree',
  'submit',
  'sendBack',
  'withdraw',
  'issue',
  'approve',
  'arrive',
  'release',
  'mismatch',
  'recordGate',
  'returnSlip',
  'undoReturn',
  'void',
  'reissue',
  'reconcile',
  'pass',
] as const;

const step = fc.record({
  what: fc.constantFrom(...STEPS),
  who: fc.nat(PEOPLE.length - 1),
  pin: fc.constantFrom(...PINS),
  which: fc.nat(5),
  tenant: fc.boolean(),
  minutes: fc.constantFrom(1, 30, 300, 900),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  id: string;
  version: number;
}
const rows = (office: TestOffice, table: 'release_requests' | 'goods_releases'): Row[] =>
  office.file.raw.prepare(`SELECT id, version FROM ${table} ORDER BY id`).all() as Row[];

/** One try; whether the door takes it is the door's business. */
async function attempt(office: TestOffice, { what, who, pin, which, tenant, minutes }: Step): Promise<void> {
  const roles = PEOPLE[who]!;
  // Who holds several roles is a person of its own: the second one of the first role.
  const actor = { ...office.actor(roles[0]!, roles.length > 1), roles: [...roles] };
  const { releaseRequests: asks, goodsReleases: slips } = office.caller({ actor, locked: false });
  const pick = <T>(all: T[]): T | undefined => all[which % Math.max(all.length, 1)];
  const ask = pick(rows(office, 'release_requests'));
  const slip = pick(rows(office, 'goods_releases'));
  const relation = tenant ? 'tenant' : 'owner';
  const second = office.pin(pin);
  if (what === 'pass') office.pass(minutes);
  if (what === 'request') await asks.request({ form: form({ relation }), submit: !tenant });
  if (what === 'reconcile') await slips.reconcile({ weekOn: '2026-11-21' });
  if (ask) {
    const { id, version } = ask;
    if (what === 'agree') await asks.confirmOwner({ id, version, consent: call(office) });
    if (what === 'submit') await asks.submit({ id, version });
    if (what === 'sendBack') await asks.sendBack({ id, version, reason: '不清楚' });
    if (what === 'withdraw') await asks.withdraw({ id, version, reason: '改期' });
    if (what === 'issue') await slips.issue({ requestId: id, version, second });
    if (what === 'approve') await slips.approve({ requestId: id, version });
  }
  if (slip) {
    const { id, version } = slip;
    const guardId = office.actor(pin).staffId;
    if (what === 'arrive') await slips.arrive({ id, version });
    if (what === 'release') await slips.release({ id, version, ...AT_POST });
    if (what === 'mismatch') await slips.mismatch({ id, version, ...AT_POST, extra: '电视机' });
    if (what === 'recordGate')
      await slips.recordGate({
        id,
        version,
        result: 'released',
        at: office.now(),
        guardId,
        guardName: '？',
        ...AT_POST,
      });
    if (what === 'returnSlip') await slips.returnSlip({ id, version });
    if (what === 'undoReturn') await slips.undoReturn({ id, version });
    if (what === 'void') await slips.void({ id, version, reason: '客户取消' });
    if (what === 'reissue') await asks.reissue({ form: form(), submit: true, replacesId: id });
  }
}

interface SlipRow {
  serialNo: string;
  requestId: string;
  state: GoodsReleaseState;
  recorderId: string;
  approverId: string;
  guardId: string | null;
  releasedAt: string | null;
  validFrom: string;
  validTo: string;
  submittedById: string;
  relation: string;
  consentKind: string | null;
}

function assertHouse(office: TestOffice): void {
  const slips = office.file.raw
    .prepare(
      `SELECT s.*, r.submittedById, r.relation, r.consentKind FROM goods_releases s
       JOIN release_requests r ON r.id = s.requestId ORDER BY s.serialNo`,
    )
    .all() as SlipRow[];
  expect(slips.map(({ serialNo }) => serialNo)).toEqual(
    slips.map((_, n) => `FX202611-${String(n + 1).padStart(4, '0')}`),
  );
  expect(new Set(slips.map(({ requestId }) => requestId)).size).toBe(slips.length);
  for (const slip of slips) {
    expect(slip.approverId).not.toBe(slip.recorderId);
    expect(slip.approverId).not.toBe(slip.submittedById);
    expect(slip.guardId).not.toBe(slip.approverId);
    if (slip.relation === 'tenant') expect(slip.consentKind).not.toBeNull();
    if (slip.releasedAt !== null) {
      expect(slip.releasedAt >= slip.validFrom && slip.releasedAt <= slip.validTo).toBe(true);
      expect(dayOf(slip.validTo)).toBe(dayOf(slip.validFrom));
    }
  }
  assertChart(office, 'goodsReleases', GOODS_RELEASE_NEXT);
  assertChart(office, 'releaseRequests', RELEASE_REQUEST_NEXT);
}

/** Every step that ever happened, as the journal tells it, is a step of the chart; a slip is let out only from the gate or from paper. */
function assertChart<S extends GoodsReleaseState | ReleaseRequestState>(
  office: TestOffice,
  register: string,
  chart: Record<S, readonly S[]>,
): void {
  const lines = office.file.raw
    .prepare(
      'SELECT change, op FROM journal WHERE register = ? AND entryVersion > 1 AND change LIKE \'%"state"%\'',
    )
    .all(register) as { change: string; op: string }[];
  for (const { change, op } of lines) {
    const { set, was } = JSON.parse(change) as { set: { state?: S }; was: { state?: S } };
    if (!set.state || !was.state) continue;
    expect(chart[was.state], `${op}: ${was.state} → ${set.state}`).toContain(set.state);
    if (op === 'goodsReleases.release') expect(was.state).toBe('atGate');
  }
}

describe('the chart of releases', { timeout: 300_000 }, () => {
  it('holds under any order of tries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        // Office hours of Saturday 21 November; hours pass, days too.
        const office = await quickOffice({ now: '2026-11-20T16:30:00.000Z' });
        try {
          for (const one of steps) await attempt(office, one);
          assertHouse(office);
        } finally {
          office.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has no way to a release without an issue, and none out of an end', () => {
    const into = (to: GoodsReleaseState): string[] =>
      Object.entries(GOODS_RELEASE_NEXT).flatMap(([from, next]) => (next.includes(to) ? [from] : []));
    expect(into('issued')).toEqual([]);
    expect(into('released').sort()).toEqual(['atGate', 'issued', 'slipReturned']);
    expect(into('reconciled')).toEqual(['slipReturned']);
    for (const end of ['reissued', 'reconciled', 'voided'] as const)
      expect(GOODS_RELEASE_NEXT[end]).toEqual([]);
    const asked = Object.entries(RELEASE_REQUEST_NEXT).flatMap(([from, next]) =>
      next.includes('issued') ? [from] : [],
    );
    expect(asked).toEqual(['pending']);
  });
});
