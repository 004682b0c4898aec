import { dayOf, monthOf } from '../../../shared/dates';
import { InvalidField, Refusal } from '../../../shared/result';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { assertOwnUnit, unitOf } from './load';
import { createStay } from './stays';
import { indexParty } from './words';

type Ops = HandlersFor<'parties'>;

/** Opens a resident file (S34); with a unit the party moves in by the same act. Errors: see the declaration. */
export const register: Ops['register'] = async (input, ctx) => {
  const { db, now, actor, journal, numbers, newId } = ctx;
  const unit = input.unitId ? await unitOf(db, input.unitId) : null;
  if (unit && !input.role) throw new Refusal('parties.roleMissing');
  if (unit) await assertOwnUnit(db, actor, unit);
  assertBorn('bornOn', input.bornOn ?? null, dayOf(now));
  const { unitId: _, role, fromOn, ...fields } = input;
  const { serialNo, scanCode } = numbers.next('parties', monthOf(now));
  const row = journal.create('parties', {
    id: newId(),
    serialNo,
    scanCode,
    state: 'active',
    ...fields,
    gender: fields.gender ?? null,
    bornOn: fields.bornOn ?? null,
    documentKind: fields.documentKind ?? null,
    staffCount: fields.staffCount ?? null,
    channel: fields.channel ?? null,
    vip: 0,
    voidReason: null,
    voidedAt: null,
    voidedByName: null,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  if (unit && role) await createStay(ctx, { unit, party: row, role, fromOn: fromOn ?? null });
  await indexParty(ctx, row);
  return { ...done(row), scanCode };
};

/** Nobody is born tomorrow. Errors: InvalidField. */
export function assertBorn(field: string, bornOn: string | null, today: string): void {
  if (bornOn !== null && bornOn > today) throw new InvalidField(field, 'time.future');
}
