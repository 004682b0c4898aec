import { dayOf, monthOf } from '../../../shared/dates';
import type { registerMandate } from '../../../shared/registers/key-mandates';
import { type KeyMandate, MANDATE_NEXT } from '../../../shared/registers/key-mandates.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { KeyMandatesTable } from '../../db/tables';
import { assertTime, done, movedTo } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { mandateOf } from './mandate-lines';
import { moveKey } from './moves';
import { personOf } from './rights';
import { openListOf } from './transfer-lines';
import { indexMandate } from './words';

/** S04: keys taken, kept on and given back against the owner's signature. */

type Ops = HandlersFor<'keyMandates'>;

/** Errors: `keyMandates.periodOver`, `keyMandates.notOwner`; InvalidField `toOn`, `unitId`, `ownerId`, `signedAt`. */
export const register: Ops['register'] = async (input, ctx) => {
  const { actor, now } = ctx;
  assertPeriod(input.fromOn, input.toOn, dayOf(now));
  assertTime('signedAt', input.signedAt, null, now);
  await assertOwner(ctx, input);
  const { serialNo, scanCode } = ctx.numbers.next('keyMandates', monthOf(now));
  const row = ctx.journal.create('keyMandates', {
    ...NOTHING_YET,
    id: ctx.newId(),
    serialNo,
    scanCode,
    state: 'active',
    unitId: input.unitId,
    ownerId: input.ownerId,
    ownerName: input.ownerName,
    ownerPhone: input.ownerPhone,
    ownerDocument: input.ownerDocument,
    purpose: input.purpose,
    keyList: JSON.stringify(input.keyList),
    pieces: input.keyList.reduce((sum, key) => sum + key.pieces, 0),
    fromOn: input.fromOn,
    toOn: input.toOn,
    allowedPersons: input.allowedPersons,
    meterWater: input.meterWater,
    meterPower: input.meterPower,
    meterGas: input.meterGas,
    contentsNote: input.contentsNote,
    signedHow: input.signedHow,
    signedAt: input.signedAt,
    receivedById: actor.staffId,
    receivedByName: actor.name,
    receivedAt: now,
    note: input.note,
    recordedAt: now,
    recorderId: actor.staffId,
    recorderName: actor.name,
  });
  indexMandate(ctx, row);
  return { ...done(row), scanCode };
};

/** Errors: `keyMandates.wrongState`, `keyMandates.periodOver`, `keyMandates.notLonger`; InvalidField `toOn`, `signedAt`. */
export const renew: Ops['renew'] = async ({ id, version, fromOn, toOn, signedHow, signedAt }, ctx) => {
  const row = await mandateOf(ctx.db, id, version);
  const state = movedTo(MANDATE_NEXT, row.state, 'renewed', 'keyMandates');
  assertPeriod(fromOn, toOn, dayOf(ctx.now));
  if (toOn <= row.toOn) throw new Refusal('keyMandates.notLonger', { toOn: row.toOn });
  assertTime('signedAt', signedAt, row.signedAt, ctx.now);
  const next = ctx.journal.change(
    'keyMandates',
    row,
    {
      state,
      fromOn,
      toOn,
      renewals: row.renewals + 1,
      renewedHow: signedHow,
      renewedAt: signedAt,
      renewedByName: ctx.actor.name,
    },
    { kind: 'CHANGE', facts: { period: `${fromOn} – ${toOn}` } },
  );
  return done(next);
};

/**
 * Errors: `keyMandates.wrongState`, `keyMandates.keysOut`, `keyMandates.keysListed`, `keyMandates.identityNeeded` (owner, no steward),
 * `keyMandates.verifyFirst` (agent, owner not asked), `keyMandates.shortNote`, `keyMandates.tooMany`.
 */
export const withdraw: Ops['withdraw'] = async (input, ctx) => {
  const { db, actor, now } = ctx;
  const row = await mandateOf(db, input.id, input.version);
  const state = movedTo(MANDATE_NEXT, row.state, 'withdrawn', 'keyMandates');
  assertTime('at', input.at, row.signedAt, now);
  const proof = input.by === 'owner' ? await identity(ctx) : verified(input, row, now);
  if (input.piecesReturned > row.pieces) throw new Refusal('keyMandates.tooMany', { pieces: row.pieces });
  if (input.piecesReturned < row.pieces && input.note === null)
    throw new Refusal('keyMandates.shortNote', { pieces: row.pieces, returned: input.piecesReturned });
  const keys = await db
    .selectFrom('keys')
    .selectAll()
    .where('mandateId', '=', row.id)
    .where('state', 'not in', ['retired', 'voided'])
    .orderBy('keyNo')
    .execute();
  const out = keys.filter((key) => key.state === 'out');
  if (out.length > 0)
    throw new Refusal('keyMandates.keysOut', { keyNos: out.map((key) => key.keyNo).join('、') });
  const listed = await openListOf(
    db,
    keys.map((key) => key.id),
  );
  if (listed) throw new Refusal('keyMandates.keysListed', listed);
  const next = ctx.journal.change(
    'keyMandates',
    row,
    {
      state,
      withdrawnBy: input.by,
      withdrawnAt: input.at,
      withdrawnByName: input.withdrawnByName,
      withdrawnDocument: input.withdrawnDocument,
      withdrawnHow: input.signedHow,
      withdrawnNote: input.note,
      piecesReturned: input.piecesReturned,
      handedById: actor.staffId,
      handedByName: actor.name,
      ...proof,
    },
    { kind: 'CHANGE' },
  );
  const retired = { retiredReason: row.serialNo, retiredAt: now, retiredByName: actor.name };
  for (const key of keys)
    await moveKey(ctx, key, 'retired', retired, { kind: 'CHANGE', facts: { mandate: row.serialNo } });
  indexMandate(ctx, next);
  return { ...done(next), keyNos: keys.map((key) => key.keyNo) };
};

/** The owner in person: a steward or specialist says who it is (S04), the actor or a second person by PIN. */
async function identity({ db, actor, second }: CommandContext): Promise<Partial<KeyMandatesTable>> {
  if (actor.roles.includes('csSteward')) return { identityById: actor.staffId, identityByName: actor.name };
  if (second?.how !== 'pin') throw new Refusal('keyMandates.identityNeeded');
  const { staffId, name } = await personOf(db, second.staffId);
  return { identityById: staffId, identityByName: name };
}

/** An agent: the desk asked the owner before — when, how, with whom (S04). */
function verified(
  { verifiedAt, verifiedHow, verifiedWith }: Parameters<Ops['withdraw']>[0],
  row: KeyMandatesTable,
  now: string,
): Partial<KeyMandatesTable> {
  if (!verifiedAt || !verifiedHow || !verifiedWith) throw new Refusal('keyMandates.verifyFirst');
  assertTime('verifiedAt', verifiedAt, row.signedAt, now);
  return { verifiedAt, verifiedHow, verifiedWith };
}

function assertPeriod(fromOn: string, toOn: string, today: string): void {
  if (toOn < fromOn) throw new InvalidField('toOn', 'time.early');
  if (toOn < today) throw new Refusal('keyMandates.periodOver');
}

/** A party named as owner must stand as one in the unit archive. */
async function assertOwner(
  { db }: CommandContext,
  { unitId, ownerId }: Pick<ReturnType<typeof registerMandate.parse>, 'unitId' | 'ownerId'>,
): Promise<void> {
  const unit = await db
    .selectFrom('units')
    .select('code')
    .where('id', '=', unitId)
    .where('state', '!=', 'voided')
    .executeTakeFirst();
  if (!unit) throw new InvalidField('unitId', 'id.unknown');
  if (ownerId === null) return;
  const stay = await db
    .selectFrom('occupancies')
    .select('id')
    .where('unitId', '=', unitId)
    .where('partyId', '=', ownerId)
    .where('role', '=', 'owner')
    .where('state', '=', 'current')
    .executeTakeFirst();
  if (!stay) throw new Refusal('keyMandates.notOwner', { unit: unit.code });
}

/** Everything a fresh mandate leaves empty. */
const NOTHING_YET = {
  renewals: 0,
  renewedHow: null,
  renewedAt: null,
  renewedByName: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnByName: null,
  withdrawnDocument: null,
  withdrawnHow: null,
  withdrawnNote: null,
  piecesReturned: null,
  identityById: null,
  identityByName: null,
  verifiedAt: null,
  verifiedHow: null,
  verifiedWith: null,
  handedById: null,
  handedByName: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<KeyMandate>;
