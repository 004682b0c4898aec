import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api, type Namespace } from '../../../shared/api';
import type { Op } from '../../../shared/op';
import { GRANTS, holds, PERMITS, ROLES, TABS, tabUse } from '../../../shared/roles';
import { newOffice, refusal, type TestOffice } from '../../support/office';

/** trust.md D6: every operation × every role × {open, locked, signed out}, generated from the one table. */
let office: TestOffice;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.close());

const operations = (Object.keys(api) as Namespace[]).flatMap((namespace) =>
  Object.entries(api[namespace] as Record<string, Op>).map(([key, op]) => ({
    name: `${namespace}.${key}`,
    op,
  })),
);
/** An input no schema accepts: a permitted caller gets as far as `invalid` or beyond, a forbidden one does not. */
const GARBAGE = { id: 42, nonsense: true };

describe('role matrix', () => {
  it('gives every permit of the table to at least one role and knows every permit an operation asks for', () => {
    for (const permit of PERMITS) {
      if (permit === 'anyone' || permit === 'signedIn' || permit === 'printWindow') continue;
      expect(GRANTS[permit].length, permit).toBeGreaterThan(0);
    }
    for (const { name, op } of operations) expect(PERMITS, name).toContain(op.permit);
  });

  it.each(operations.filter(({ op }) => op.permit !== 'anyone'))(
    '$name asks the table',
    async ({ name, op }) => {
      for (const role of ROLES) {
        const actor = office.actor(role);
        const answer = await office.door.call(name, GARBAGE, { actor, locked: false });
        const allowed = op.permit !== 'printWindow' && holds([role], op.permit);
        const refused = !answer.ok && answer.error.kind === 'refused' && answer.error.reason === 'notAllowed';
        expect(refused, `${name} as ${role}`).toBe(!allowed);
        const locked = await office.door.call(name, GARBAGE, { actor, locked: true });
        expect(refusal(locked), `${name} as locked ${role}`).toBe(
          op.permit === 'printWindow' ? 'notAllowed' : 'locked',
        );
      }
      const nobody = await office.door.call(name, GARBAGE, { actor: null, locked: false });
      expect(refusal(nobody)).toBe(op.permit === 'printWindow' ? 'notAllowed' : 'signedOut');
    },
  );

  it('refuses names that are no operations, prototype names included', async () => {
    const actor = office.actor('deptManager');
    for (const name of [
      '',
      'x',
      '__proto__.x',
      'constructor.name',
      'foundItems.constructor',
      'foundItems.__proto__',
      'foundItems',
      'a.b.c',
    ]) {
      expect(refusal(await office.door.call(name, {}, { actor, locked: false }))).toBe('unknownOperation');
    }
  });

  it('has a tab row of seventeen for every role (domain.md §4.2)', () => {
    for (const role of ROLES) for (const tab of TABS) expect('FCV-').toContain(tabUse([role], tab));
    expect(tabUse(['sysAdmin'], 'today')).toBe('-');
    expect(tabUse(['sysAdmin'], 'system')).toBe('F');
    expect(tabUse(['receptionist'], 'foundItems')).toBe('F');
    expect(tabUse(['engineeringDesk'], 'patrol')).toBe('C');
    expect(tabUse(['centerManager'], 'reports')).toBe('F');
    expect(tabUse(['receptionist', 'sysAdmin'], 'system')).toBe('F');
  });
});
