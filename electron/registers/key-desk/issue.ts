import { dayOf, monthOf } from '../../../shared/dates';
import type { KeyLoan } from '../../../shared/registers/key-loans.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { assertTime, done, isLate } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { moveKey } from '../keys/moves';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { assertIssue, defaultDue } from './issue-rules';
import { type KnownKey, keysHeld, knownKeys, titlesOf } from './key-facts';
import { loanOf, personOf, secondOf } from './load';
import { dayClock } from './prepare';
import { indexLoan } from './words';

type Ops = HandlersFor<'keyLoans'>;

/**
 * Issues one or several keys to one person in one act (S05): every key its own line and number, all of them or none.
 * Errors: `keyLoans.*` of issue-rules.ts; `.lateReason` and `.lateOverlap` of a line entered late (补录); InvalidField for
 * pieces a set does not have, `issuedAt`.
 */
export const issue: Ops['issue'] = async (typed, ctx) => {
  const { db, now, actor, journal, numbers, newId } = ctx;
  const input = { ...typed, ...(await knownFrom(db, typed)) };
  const { keys: limits, limits: office } = await settingsOf(db);
  const issuedAt = input.issuedAt ?? now;
  const keys = await knownKeys(
    db,
    input.keys.map((taken) => taken.keyId),
    issuedAt,
    limits.officeHours,
  );
  await assertWhen(db, keys, input, now, office.lateEntryMinutes);
  const dueAt = input.dueAt ?? defaultDue(issuedAt, keys, dayClock(issuedAt, limits.officeHours));
  const second = await secondOf(db, ctx.second);
  const standing = assertIssue({
    ...input,
    ownerAskedAt: input.ownerAskedAt ?? null,
    ownerAskedHow: input.ownerAskedHow ?? null,
    keys,
    titles: await titlesOf(db, input.staffNo, input.borrowerName),
    held: await keysHeld(db, input.borrowerName, input.borrowerPhone),
    maxKeys: limits.maxKeysPerPerson,
    now: issuedAt,
    dueAt,
    actor,
    second,
    confirmer: input.confirmerId ? await personOf(db, input.confirmerId) : null,
    custodian: input.custodianId ? await personOf(db, input.custodianId) : null,
  });
  if (input.unitId && !(await unitCodes(db, [input.unitId])).has(input.unitId))
    throw new InvalidField('unitId', 'id.unknown');
  const pieces = keys.map((key, index) => piecesOf(key, input.keys[index]!, index));
  const loans: Awaited<ReturnType<Ops['issue']>>['loans'] = [];
  let batchId: string | null = null;
  for (const [index, { row: key, state }] of keys.entries()) {
    const taken = input.keys[index]!;
    const id = newId();
    batchId ??= id;
    const { serialNo, scanCode } = numbers.next('keyLoans', monthOf(now));
    const row = journal.create('keyLoans', {
      ...NOT_BACK,
      id,
      serialNo,
      scanCode,
      state: 'out',
      batchId,
      keyId: key.id,
      keyNo: key.keyNo,
      keyName: key.label,
      keyCategory: key.category,
      unitId: key.unitId ?? input.unitId,
      pieces: pieces[index]!,
      parts: taken.parts,
      borrowerClass: input.borrowerClass,
      borrowerName: input.borrowerName,
      borrowerPhone: input.borrowerPhone,
      borrowerDocument: input.borrowerDocument,
      borrowerOrg: input.borrowerOrg,
      staffNo: input.staffNo,
      purpose: input.purpose,
      confirmerId: standing.confirmer?.staffId ?? null,
      confirmerName: standing.confirmer?.name ?? null,
      ownerAskedName: input.ownerAskedName,
      ownerAskedPhone: input.ownerAskedPhone,
      ownerAskedAt: input.ownerAskedAt ?? null,
      ownerAskedHow: input.ownerAskedHow ?? null,
      escortName: input.escortName,
      repairSlipNo: input.repairSlipNo,
      permitNo: input.permitNo,
      identityHow: input.identityHow,
      custodianId: standing.custodian?.staffId ?? null,
      custodianName: standing.custodian?.name ?? null,
      secondId: second?.staffId ?? null,
      secondName: second?.name ?? null,
      overnightById: standing.overnightBy?.staffId ?? null,
      overnightByName: standing.overnightBy?.name ?? null,
      issuedAt,
      issuerId: actor.staffId,
      issuerName: actor.name,
      dueAt,
      dueOn: dayOf(dueAt),
      note: input.note,
      recordedAt: now,
      recorderId: actor.staffId,
      recorderName: actor.name,
    });
    // A bag that was opened for an issue is gone: the key comes back to its hook and is sealed anew by the keys room.
    await moveKey(
      ctx,
      key,
      'out',
      { piecesOut: row.pieces },
      {
        kind: 'CHANGE',
        facts: { loan: serialNo, ...(state === 'sealed' ? { openedBag: key.sealBagNo } : {}) },
      },
    );
    indexLoan(ctx, row);
    loans.push({ ...done(row), keyNo: row.keyNo, scanCode });
  }
  return { loans };
};

type Typed = Parameters<Ops['issue']>[0];

/**
 * 补录 (domain.md §6.2): a key that left before it was typed in is written with its own time and why it is late, and only
 * when it was on its hook then. Errors: InvalidField `issuedAt`; `keyLoans.lateReason`, `keyLoans.lateOverlap` {no, serialNo}.
 */
async function assertWhen(
  db: ReadDb,
  keys: readonly KnownKey[],
  { issuedAt, note }: Pick<Typed, 'issuedAt' | 'note'>,
  now: string,
  lateEntryMinutes: number,
): Promise<void> {
  if (!issuedAt) return;
  assertTime('issuedAt', issuedAt, null, now);
  if (isLate(issuedAt, now, lateEntryMinutes) && note === null) throw new Refusal('keyLoans.lateReason');
  const other = await db
    .selectFrom('key_loans')
    .select(['keyNo', 'serialNo'])
    .where(
      'keyId',
      'in',
      keys.map((key) => key.keyId),
    )
    .where('state', '=', 'returned')
    .where('returnedAt', '>', issuedAt)
    .executeTakeFirst();
  if (other) throw new Refusal('keyLoans.lateOverlap', { no: other.keyNo, serialNo: other.serialNo });
}

/**
 * Phone and document of a borrower who was chosen from the known ones; what was typed anew goes first.
 * Errors: InvalidField `knownFromId` when that loan is of somebody else.
 */
async function knownFrom(
  db: ReadDb,
  { knownFromId, borrowerName, borrowerPhone, borrowerDocument }: Typed,
): Promise<Pick<Typed, 'borrowerPhone' | 'borrowerDocument'> | null> {
  if (knownFromId === null) return null;
  const known = await loanOf(db, knownFromId);
  if (known.borrowerName !== borrowerName) throw new InvalidField('knownFromId', 'id.unknown');
  return {
    borrowerPhone: borrowerPhone ?? known.borrowerPhone,
    borrowerDocument: borrowerDocument ?? known.borrowerDocument,
  };
}

/** Pieces that leave: all of them unless fewer of a set were asked. */
function piecesOf({ row }: KnownKey, taken: { pieces?: number | null }, index: number): number {
  const pieces = taken.pieces ?? row.pieces;
  if (pieces > row.pieces) throw new InvalidField(`keys.${index}.pieces`, 'count.high');
  return pieces;
}

/** Everything a fresh loan leaves empty; spelt out so that a new column of the row must be thought about here. */
export const NOT_BACK = {
  piecesReturned: 0,
  extendedAt: null,
  extendedByName: null,
  extendReason: null,
  returnedAt: null,
  returnedOn: null,
  returnedByName: null,
  returnCondition: null,
  receiverId: null,
  receiverName: null,
  lostAt: null,
  voidReason: null,
  voidedAt: null,
  voidedByName: null,
} as const satisfies Partial<KeyLoan>;
