import { KEY_KEPT, KEY_NEXT, type KeyState } from '../../../shared/registers/keys.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { Facts } from '../../db/journal';
import type { CabinetsTable, KeysTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';
import { indexKey } from './words';

/** How keys move. The inventory, the key desk, checks and mandates all come through here: one chart, one journal line. */

/** Columns of a key that an act may write beside its state. */
export type KeyPatch = Partial<
  Omit<KeysTable, 'id' | 'serialNo' | 'scanCode' | 'state' | 'version' | 'sealed'>
>;

/** The key as it is now. Errors: Refusal `notFound`; `conflict` when the form was filled against another version (trust.md F10). */
export async function keyOf(db: ReadDb, id: string, version?: number): Promise<KeysTable> {
  const row = await db.selectFrom('keys').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The cabinet as it is now; errors as `keyOf`. */
export async function cabinetOf(db: ReadDb, id: string, version?: number): Promise<CabinetsTable> {
  const row = await db.selectFrom('cabinets').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Seal data of a bag that was opened. */
export const NO_SEAL = {
  sealBagNo: null,
  sealedAt: null,
  sealer1Id: null,
  sealer1Name: null,
  sealer2Id: null,
  sealer2Name: null,
  sealReason: null,
} as const satisfies KeyPatch;

/**
 * Moves a key to its next state and writes what belongs to the move. `to` equal to the present state changes only columns
 * (pieces of a set that come back one by one), never those of a seal. Leaving `sealed` always clears the seal data; entering it needs a whole
 * seal. Errors: Refusal `keys.wrongState` when the chart forbids it; `keys.sealersSame`, `keys.sealIncomplete`,
 * `keys.bagInUse` (domain.md §4.4 rule 4).
 */
export async function moveKey(
  ctx: CommandContext,
  key: KeysTable,
  to: KeyState,
  patch: KeyPatch,
  what: Facts = { kind: 'CHANGE' },
): Promise<KeysTable> {
  const stays = to === key.state && KEY_KEPT.includes(to) && !('sealBagNo' in patch);
  const state = stays ? to : movedTo(KEY_NEXT, key.state, to, 'keys');
  const seal = state === 'sealed' ? patch : key.state === 'sealed' ? { ...patch, ...NO_SEAL } : patch;
  if (state === 'sealed' && key.state !== 'sealed') await assertSeal(ctx.db, seal);
  const next = ctx.journal.change('keys', key, { ...seal, state }, what);
  indexKey(ctx, next);
  return next;
}

async function assertSeal(
  db: ReadDb,
  { sealBagNo, sealer1Id, sealer2Id, sealedAt }: KeyPatch,
): Promise<void> {
  if (!sealBagNo || !sealer1Id || !sealer2Id || !sealedAt) throw new Refusal('keys.sealIncomplete');
  if (sealer1Id === sealer2Id) throw new Refusal('keys.sealersSame');
  const taken = await db
    .selectFrom('keys')
    .select('keyNo')
    .where('sealBagNo', '=', sealBagNo)
    .where('state', '=', 'sealed')
    .executeTakeFirst();
  if (taken) throw new Refusal('keys.bagInUse', { bagNo: sealBagNo, keyNo: taken.keyNo });
}
