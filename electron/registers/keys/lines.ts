import { dayOf } from '../../../shared/dates';
import { KEY_KEPT, type KeyLine } from '../../../shared/registers/keys.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { KeysTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { unitCodes } from '../units/briefs';

/** Rows of keys become lines here and nowhere else: places, units and mandates read in, seals left out. */

/** Rows of keys as lines, in the same order. */
export async function toKeyLines(db: ReadDb, rows: readonly KeysTable[], now: string): Promise<KeyLine[]> {
  if (rows.length === 0) return [];
  const { strikes, copies } = await marksOf(
    db,
    'keys',
    rows.map((row) => row.id),
  );
  const cabinets = new Map(
    (await db.selectFrom('cabinets').selectAll().execute()).map((row) => [row.id, row]),
  );
  const units = await unitCodes(
    db,
    rows.map((row) => row.unitId),
  );
  const mandates = new Map(
    (await rowsOf(db, 'key_mandates', wanted(rows.map((row) => row.mandateId)))).map((row) => [row.id, row]),
  );
  const others = new Map(
    (
      await rowsOf(db, 'keys', wanted(rows.flatMap((row) => [row.exclusiveWithId, row.lockedOutWhileId])))
    ).map((row) => [row.id, row.keyNo]),
  );
  const today = dayOf(now);
  return rows.map(({ sealed: _, ...row }) => {
    const cabinet = cabinets.get(row.cabinetId);
    const mandate = mandates.get(row.mandateId ?? '');
    const inForce = mandate !== undefined && isInForce(mandate, today);
    return {
      ...row,
      cabinetCode: cabinet?.code ?? '',
      cabinetName: cabinet?.name ?? '',
      unitCode: units.get(row.unitId ?? '') ?? null,
      mandateSerialNo: mandate?.serialNo ?? null,
      withoutMandate: row.category === 'entrusted' && KEY_KEPT.includes(row.state) && !inForce,
      exclusiveWithNo: others.get(row.exclusiveWithId ?? '') ?? null,
      lockedOutWhileNo: others.get(row.lockedOutWhileId ?? '') ?? null,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

const wanted = (ids: readonly (string | null)[]): string[] => [...new Set(ids)].filter((id) => id !== null);

/** The office may hold keys on the mandate today: not withdrawn, not void, period not over. */
export const isInForce = (mandate: { state: string; toOn: string }, today: string): boolean =>
  (mandate.state === 'active' || mandate.state === 'renewed') && mandate.toOn >= today;

/** Keys by ids, in the order asked; unknown ids are left out. */
export const keyLines = async (db: ReadDb, ids: readonly string[], now: string): Promise<KeyLine[]> =>
  toKeyLines(db, await rowsOf(db, 'keys', ids), now);
