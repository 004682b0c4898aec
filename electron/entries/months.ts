import { type RawBuilder, sql } from 'kysely';
import { NUMBERED, type NumberedRegister } from '../../shared/ids';
import { among } from '../db/among';
import type { ReadDb } from '../db/context';
import type { Tables } from '../db/tables';

/** Rows of a numbered table by id and by the months of their numbers. */

/** All serial numbers of a month lie strictly between `from` and `to`; the shortest have `length` characters. */
export function serialSpan(
  register: NumberedRegister,
  month: string,
): { from: string; to: string; length: number } {
  const from = `${NUMBERED[register].prefix}${month.replace('-', '')}-`;
  // '.' is the character after '-': every number of the month is below it, whatever its length.
  return { from, to: `${from.slice(0, -1)}.`, length: from.length + 4 };
}

/**
 * A month's rows in number order, a stretch at a time: up to `limit` after `afterSerial` (null: from the first). The month
 * is that of the serial number (domain.md §6.1). Voided rows are among them: numbers have no gaps.
 */
export async function monthRows<T extends keyof Tables>(
  db: ReadDb,
  register: NumberedRegister,
  table: T,
  month: string,
  afterSerial: string | null,
  limit: number,
): Promise<Tables[T][]> {
  const span = serialSpan(register, month);
  const rows: Tables[T][] = [];
  // Numbers are text: of one length they sort as numbers do, so a month beyond 9999 is read length by length.
  for (
    let length = afterSerial?.length ?? span.length;
    rows.length < limit && length < span.length + 4;
    length += 1
  ) {
    const after = afterSerial?.length === length ? afterSerial : span.from;
    const more = await sql<Tables[T]>`select * from ${sql.table(table)}
      where ${sql.ref('serialNo')} > ${after} and ${sql.ref('serialNo')} < ${span.to}
        and length(${sql.ref('serialNo')}) = ${length}
      order by ${sql.ref('serialNo')} limit ${sql.lit(limit - rows.length)}`.execute(db);
    rows.push(...more.rows);
  }
  return rows;
}

/** Rows by ids, in the order asked; unknown ids are left out. */
export async function rowsOf<T extends keyof Tables>(
  db: ReadDb,
  table: T,
  ids: readonly string[],
): Promise<(Tables[T] & { id: string })[]> {
  return rowsByIds(db, table, ids, sql`*`);
}

/** As `rowsOf`, with these columns only. */
export async function rowsByIds<Row extends { id: string }>(
  db: ReadDb,
  table: keyof Tables,
  ids: readonly string[],
  columns: RawBuilder<unknown>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`select ${columns} from ${sql.table(table)}
    where ${sql.ref('id')} in ${among(ids)}`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Serial numbers of some ids of a table; nulls and unknown ids are left out. */
export async function serialNosOf(
  db: ReadDb,
  table: keyof Tables,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; serialNo: string }>`
    select ${sql.ref('id')}, ${sql.ref('serialNo')} from ${sql.table(table)}
    where ${sql.ref('id')} in (${sql.join(wanted)})`.execute(db);
  return new Map(rows.map((row) => [row.id, row.serialNo]));
}
