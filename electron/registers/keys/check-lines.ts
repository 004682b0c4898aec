import type {
  KeyCheckCabinet,
  KeyCheckKey,
  KeyCheckKeyLine,
  KeyCheckLine,
} from '../../../shared/registers/key-checks.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { KeyChecksTable } from '../../db/tables';
import { asFilled } from '../../entries/load';
import { rowsOf } from '../../entries/months';

/** Rows of weekly checks become lines and counting sheets here and nowhere else. */

/** The check as it is now. Errors: Refusal `notFound`, `conflict`. */
export async function checkOf(db: ReadDb, id: string, version?: number): Promise<KeyChecksTable> {
  const row = await db.selectFrom('key_checks').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** Should hang in the cabinet when the book is right: lent and lost keys should not. */
export const shouldHang = ({ expected }: Pick<KeyCheckKey, 'expected'>): boolean =>
  expected === 'inStock' || expected === 'sealed' || expected === 'damaged';
/** Hangs in the cabinet by what was counted. */
const hangs = ({ counted }: Pick<KeyCheckKey, 'counted'>): boolean =>
  counted !== null && counted !== 'missing';

/** Book and count disagree, the seal is broken, or the label is wrong. Not counted yet is no difference. */
export function differs(
  key: Pick<KeyCheckKey, 'expected' | 'counted' | 'sealIntact' | 'labelRight'>,
): boolean {
  if (key.counted === null) return false;
  return (
    hangs(key) !== shouldHang(key) ||
    key.counted === 'extra' ||
    (key.counted === 'damaged' && key.expected !== 'damaged') ||
    key.sealIntact === 0 ||
    key.labelRight === 0
  );
}

/** Still to be counted: what should hang there and has no count. */
export const isOpen = (key: KeyCheckKey): boolean => shouldHang(key) && key.counted === null;

/** Every key of a check, by cabinet and hook. */
export async function checkKeys(db: ReadDb, checkId: string): Promise<KeyCheckKeyLine[]> {
  const rows = await db
    .selectFrom('key_check_lines')
    .innerJoin('keys', 'keys.id', 'key_check_lines.keyId')
    .innerJoin('cabinets', 'cabinets.id', 'key_check_lines.cabinetId')
    .selectAll('key_check_lines')
    .select(['keys.label', 'keys.scanCode', 'cabinets.code as cabinetCode'])
    .where('checkId', '=', checkId)
    .orderBy('cabinets.code')
    .orderBy('key_check_lines.hookNo')
    .orderBy('key_check_lines.keyNo')
    .execute();
  return rows.map((row) => ({ ...row, differs: differs(row) }));
}

/** The rows of F15: one per cabinet of the check, and of every other cabinet whose key was found here. */
export function cabinetRows(
  keys: readonly KeyCheckKeyLine[],
  cabinets: readonly { id: string; code: string; name: string }[],
): KeyCheckCabinet[] {
  return cabinets.map(({ id, code, name }) => {
    const own = keys.filter((key) => key.cabinetId === id);
    const looked = own.filter(hangs);
    const bags = own.filter((key) => key.expected === 'sealed');
    const bagsSeen = bags.filter((key) => key.sealIntact !== null);
    const labels = looked.filter((key) => key.labelRight !== null);
    return {
      cabinetId: id,
      code,
      name,
      book: own.filter(shouldHang).length,
      real: looked.length,
      out: own.filter((key) => key.expected === 'out').length,
      seals: bags.length,
      sealsIntact: bagsSeen.length < bags.length ? null : bags.filter((key) => key.sealIntact === 1).length,
      labelsRight: labels.length < looked.length ? null : labels.every((key) => key.labelRight === 1),
      open: own.filter(isOpen).length,
      differences: own.filter((key) => key.differs).length,
    };
  });
}

/** Cabinets of a check by code. */
export async function checkCabinets(
  db: ReadDb,
  check: Pick<KeyChecksTable, 'cabinetIds'>,
): Promise<{ id: string; code: string; name: string }[]> {
  const ids = JSON.parse(check.cabinetIds) as string[];
  return (await rowsOf(db, 'cabinets', ids))
    .map(({ id, code, name }) => ({ id, code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Rows of checks as lines, in the same order. */
export async function toCheckLines(db: ReadDb, rows: readonly KeyChecksTable[]): Promise<KeyCheckLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { strikes, copies } = await marksOf(db, 'keyChecks', ids);
  const keys = await db
    .selectFrom('key_check_lines')
    .select(['checkId', 'expected', 'counted', 'sealIntact', 'labelRight'])
    .where('checkId', 'in', ids)
    .execute();
  const codes = new Map(
    (await db.selectFrom('cabinets').select(['id', 'code']).execute()).map(({ id, code }) => [id, code]),
  );
  return rows.map(({ sealed: _, ...row }) => {
    const own = keys.filter((key) => key.checkId === row.id);
    return {
      ...row,
      cabinetCodes: (JSON.parse(row.cabinetIds) as string[]).map((id) => codes.get(id) ?? '').sort(),
      book: own.filter(shouldHang).length,
      real: own.filter(hangs).length,
      out: own.filter((key) => key.expected === 'out').length,
      open: own.filter((key) => shouldHang(key) && key.counted === null).length,
      differences: own.filter(differs).length,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** Checks by ids, in the order asked; unknown ids are left out. */
export const checkLines = async (db: ReadDb, ids: readonly string[]): Promise<KeyCheckLine[]> =>
  toCheckLines(db, await rowsOf(db, 'key_checks', ids));
