import type { z } from 'zod';
import { dayOf } from '../../../shared/dates';
import { registerKey } from '../../../shared/registers/keys';
import type { KeyCorrectable } from '../../../shared/registers/keys.row';
import { InvalidField, Refusal } from '../../../shared/result';
import type { CommandContext } from '../../db/context';
import type { KeysTable } from '../../db/tables';
import { asTyped, correctionOf } from '../../entries/correction';
import { correctionWarnings } from '../../entries/freeze';
import { done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { assertKept } from './keep';
import { type KeyPatch, keyOf, moveKey } from './moves';
import { assertFreeNumber, assertMandate } from './register';

/** Corrections and voids of keys (trust.md C5). */

type Ops = HandlersFor<'keys'>;

/**
 * One field corrected. Errors: `keys.wrongState`, `keys.numberTaken`, `keys.piecesOut`, `keys.mandateNeeded`,
 * `keys.mandateOver`, `keys.setOfOne`, `keys.pairWithItself`, `entry.unchanged` and those of corrections; InvalidField `value`.
 */
export const correct: Ops['correct'] = async ({ id, version, field, value, reason }, ctx) => {
  const row = await keyOf(ctx.db, id, version);
  assertKept(row);
  const patch = await patchOf(field, value, row, ctx);
  if (patch[field] === row[field]) throw new Refusal('entry.unchanged');
  const { limits } = await settingsOf(ctx.db);
  const correction = await correctionOf(ctx, 'keys', row, field, reason, limits);
  const next = await moveKey(ctx, row, row.state, patch, correction);
  return { ...done(next), warnings: await correctionWarnings(ctx.db, 'keys', next, limits) };
};

/** Errors: `keys.wrongState`; `keys.wasOut` once it was lent or taken from its bag: such a key is retired instead. */
export const voidKey: Ops['void'] = async ({ id, version, reason }, ctx) => {
  const row = await keyOf(ctx.db, id, version);
  if (row.state === 'inStock') await assertNeverOut(ctx, row);
  const patch = { voidReason: reason, voidedAt: ctx.now, voidedByName: ctx.actor.name };
  return done(await moveKey(ctx, row, 'voided', patch, { kind: 'VOID' }));
};

async function assertNeverOut({ db }: CommandContext, row: KeysTable): Promise<void> {
  const lent = await db
    .selectFrom('journal')
    .select('seq')
    .where('register', '=', 'keys')
    .where('entryId', '=', row.id)
    .where((eb) => eb.or([eb('op', 'like', 'keyLoans.%'), eb('op', 'like', 'keyUnseals.%')]))
    .limit(1)
    .executeTakeFirst();
  if (lent) throw new Refusal('keys.wasOut');
}

const form = registerKey.shape;
type Plain = 'label' | 'door' | 'allowedArea' | 'risk' | 'source' | 'instructions' | 'note';
const AS_FIRST_TYPED: Record<Plain, z.ZodType<string | null>> = {
  label: form.label,
  door: form.door,
  allowedArea: form.allowedArea,
  risk: form.risk,
  source: form.source,
  instructions: form.instructions,
  note: form.note,
};

async function patchOf(
  field: KeyCorrectable,
  value: string,
  row: KeysTable,
  { db, now }: CommandContext,
): Promise<KeyPatch> {
  switch (field) {
    case 'keyNo': {
      const keyNo = asTyped(form.keyNo, value);
      await assertFreeNumber(db, keyNo, row.id);
      return { keyNo };
    }
    case 'category': {
      const category = asTyped(form.category, value);
      await assertMandate(db, category, row.mandateId, dayOf(now));
      return { category };
    }
    case 'mandateId': {
      const mandateId = value === '' ? null : asTyped(form.mandateId, value);
      await assertMandate(db, row.category, mandateId, dayOf(now));
      return { mandateId };
    }
    case 'pieces': {
      const digits = value.normalize('NFKC').trim();
      if (!/^\d{1,9}$/.test(digits)) throw new InvalidField('value', 'count.whole');
      const pieces = asTyped(form.pieces, Number(digits));
      if (pieces < row.piecesOut) throw new Refusal('keys.piecesOut', { pieces: row.piecesOut });
      if (pieces < namesOf(row.parts).length) throw new Refusal('keys.setOfOne');
      return { pieces };
    }
    case 'parts': {
      const names = asTyped(
        form.parts,
        value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
      if (names.length === 1 || names.length > row.pieces) throw new Refusal('keys.setOfOne');
      return names.length === 0
        ? { parts: null, kind: 'single' }
        : { parts: JSON.stringify(names), kind: 'set' };
    }
    case 'receivedOn': {
      const receivedOn = asTyped(form.receivedOn, value);
      if (receivedOn > dayOf(now)) throw new InvalidField('value', 'time.future');
      return { receivedOn };
    }
    case 'unitId': {
      if (value === '') return { unitId: null };
      const unitId = asTyped(form.unitId, value);
      const unit = await db.selectFrom('units').select('id').where('id', '=', value).executeTakeFirst();
      if (!unit) throw new InvalidField('value', 'id.unknown');
      return { unitId };
    }
    case 'exclusiveWithId':
    case 'lockedOutWhileId': {
      if (value === '') return { [field]: null };
      const other = asTyped(form[field], value);
      if (other === row.id) throw new Refusal('keys.pairWithItself');
      await keyOf(db, value);
      return { [field]: other };
    }
    default:
      return { [field]: asTyped(AS_FIRST_TYPED[field], value) };
  }
}

const namesOf = (parts: string | null): string[] => (parts ? (JSON.parse(parts) as string[]) : []);
