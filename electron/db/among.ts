import { type RawBuilder, sql } from 'kysely';

/**
 * The list of an `in` as one value: `where('id', 'in', among(ids))`. A list of a hundred values is a hundred nodes to compile,
 * a text of its own for every length, and a hundred values to bind; this is the same short statement every time.
 */
export const among = (ids: readonly string[]): RawBuilder<string> =>
  sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
