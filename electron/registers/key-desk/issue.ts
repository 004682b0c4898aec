import { dayOf, monthOf } from '../../../shared/dates';
import type { KeyLoan } from '../../../shared/registers/key-loans.row';
import { InvalidField } from '../../../shared/result';
import type { ReadDb } from '../../db/context';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { moveKey } from '../keys/moves';
import { settingsOf } from '../office/settings';
import { unitCodes } from '../units/briefs';
import { assertIssue, defaultDue } from './issue-rules';
import { type KnownKey, keysHeld, knownKeys } from './key-facts';
import { loanOf, personOf, secondOf } from './load';
import { dayClock } from './prepare';
import { indexLoan } from './words';

type Ops = HandlersFor<'keyLoans'>;

/**
 * Issues one or several keys to one person in one act (S05): every key its own line and number, all of them or none.
 * Errors: `keyLoans.*` of issue-rules.ts; InvalidField for pieces a set does not have.
 */
export const issue: Ops['issue'] = async (typed, ctx) => {
  const { db, now, actor, journal, numbers, newId } = ctx;
  const input = { ...typed, ...(await knownFrom(db, typed)) };
  const { keys: limits } = await settingsOf(db);
  const keys = await knownKeys(
    db,
    input.keys.map((taken) => taken.keyId),
    now,
    limits.officeHours,
  );
  const dueAt = input.dueAt ?? defaultDue(now, keys, dayClock(now, limits.officeHours));
  const second = await secondOf(db, ctx.second);
  const standing = assertIssue({
    ...input,
    ownerAskedAt: input.ownerAskedAt ?? null,
    ownerAskedHow: input.ownerAskedHow ?? null,
    keys,
    held: await keysHeld(db, input.borrowerName, input.borrowerPhone),
    maxKeys: limits.maxKeysPerPerson,
    now,
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
      issuedAt: now,
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
