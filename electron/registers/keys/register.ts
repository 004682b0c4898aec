import { dayOf, monthOf } from '../../../shared/dates';
import type { Key } from '../../../shared/registers/keys.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { done, proven } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { cabinetOf, keyOf } from './moves';
import { assertCustodian, keeperOf } from './rights';
import { indexKey } from './words';

/** A new key on its hook (S03). */

type Ops = HandlersFor<'keys'>;

/**
 * Errors: `keys.custodianOnly`, `keys.numberTaken`, `keys.hookTaken`, `keys.noSuchHook`, `keys.cabinetClosed`,
 * `keys.notCustodian`, `keys.mandateNeeded`, `keys.mandateOver`, `keys.setOfOne`.
 */
export const register: Ops['register'] = async (input, ctx) => {
  const { db, actor, now } = ctx;
  assertCustodian(actor);
  const countersigner = proven(ctx.second).name;
  await assertFreeNumber(db, input.keyNo, null);
  const cabinet = await cabinetOf(db, input.cabinetId);
  await assertFreeHook(db, cabinet.id, input.hookNo, null);
  if (input.receivedOn > dayOf(now)) throw new InvalidField('receivedOn', 'time.future');
  if (input.parts.length === 1 || (input.parts.length > 1 && input.pieces < input.parts.length))
    throw new Refusal('keys.setOfOne');
  await assertMandate(db, input.category, input.mandateId, dayOf(now));
  for (const id of [input.exclusiveWithId, input.lockedOutWhileId]) if (id) await keyOf(db, id);
  const keeper = input.keeperId
    ? await keeperOf(db, input.keeperId)
    : { keeperId: cabinet.keeperId, keeperName: cabinet.keeperName };
  const { serialNo, scanCode } = ctx.numbers.next('keys', monthOf(now));
  const row = ctx.journal.create(
    'keys',
    {
      ...NOTHING_YET,
      id: ctx.newId(),
      serialNo,
      scanCode,
      state: 'inStock',
      keyNo: input.keyNo,
      label: input.label,
      category: input.category,
      kind: input.parts.length > 1 ? 'set' : 'single',
      pieces: input.pieces,
      parts: input.parts.length > 1 ? JSON.stringify(input.parts) : null,
      unitId: input.unitId,
      door: input.door,
      allowedArea: input.allowedArea,
      cabinetId: cabinet.id,
      hookNo: input.hookNo,
      ...keeper,
      risk: input.risk,
      source: input.source,
      receivedOn: input.receivedOn,
      mandateId: input.mandateId,
      instructions: input.instructions,
      exclusiveWithId: input.exclusiveWithId,
      lockedOutWhileId: input.lockedOutWhileId,
      note: input.note,
      recordedAt: now,
      recorderId: actor.staffId,
      recorderName: actor.name,
    },
    { kind: 'CREATE', facts: { countersigner } },
  );
  indexKey(ctx, row);
  return { ...done(row), scanCode };
};

/** No duplicate numbers (S03): a retired key keeps its number for ever. Errors: Refusal `keys.numberTaken`. */
export async function assertFreeNumber(db: ReadDb, keyNo: string, but: string | null): Promise<void> {
  const other = await db
    .selectFrom('keys')
    .select(['id', 'label'])
    .where('keyNo', '=', keyNo)
    .where('state', '!=', 'voided')
    .executeTakeFirst();
  if (other && other.id !== but) throw new Refusal('keys.numberTaken', { keyNo, label: other.label });
}

/** Errors: Refusal `keys.cabinetClosed`, `keys.noSuchHook`, `keys.hookTaken`. */
export async function assertFreeHook(
  db: ReadDb,
  cabinetId: string,
  hookNo: number,
  but: string | null,
): Promise<void> {
  const cabinet = await cabinetOf(db, cabinetId);
  if (cabinet.active === 0) throw new Refusal('keys.cabinetClosed', { code: cabinet.code });
  if (hookNo > cabinet.hooks)
    throw new Refusal('keys.noSuchHook', { code: cabinet.code, hooks: cabinet.hooks });
  const other = await db
    .selectFrom('keys')
    .select(['id', 'keyNo'])
    .where('cabinetId', '=', cabinetId)
    .where('hookNo', '=', hookNo)
    .where('state', 'not in', ['retired', 'voided'])
    .executeTakeFirst();
  if (other && other.id !== but) throw new Refusal('keys.hookTaken', { hookNo, keyNo: other.keyNo });
}

/** An entrusted key stands on a mandate in force (S04). Errors: Refusal `keys.mandateNeeded`, `keys.mandateOver`. */
export async function assertMandate(
  db: ReadDb,
  category: string,
  mandateId: string | null,
  today: string,
): Promise<void> {
  if (category === 'entrusted' && mandateId === null) throw new Refusal('keys.mandateNeeded');
  if (mandateId === null) return;
  const mandate = await db
    .selectFrom('key_mandates')
    .select(['state', 'toOn', 'serialNo'])
    .where('id', '=', mandateId)
    .executeTakeFirst();
  if (!mandate) throw new InvalidField('mandateId', 'id.unknown');
  const inForce = mandate.state === 'active' || mandate.state === 'renewed';
  if (!inForce || mandate.toOn < today) throw new Refusal('keys.mandateOver', { serialNo: mandate.serialNo });
}

/** Everything a fresh line leaves empty; spelt out so that a new column of the row must be thought about here. */
const NOTHING_YET = {
  piecesOut: 0,
  sealBagNo: null,
  sealedAt: null,
  sealer1Id: null,
  sealer1Name: null,
  sealer2Id: null,
  sealer2Name: null,
  sealReason: null,
  retiredReason: null,
  retiredAt: null,
  retiredByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<Key>;
