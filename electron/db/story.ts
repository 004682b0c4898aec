import { type RawBuilder, sql } from 'kysely';
import type { Strike } from '../../shared/registers/found-items.row';
import { PERSONAL } from '../../shared/registers/personal';
import type { StoryLine } from '../../shared/registers/shapes';
import { maskDocument, maskPhone } from '../../shared/text';
import { among } from './among';
import type { ReadDb } from './context';
import { JOURNALLED } from './migrations';
import { type Seals, tableOf } from './seal';

/**
 * What the journal tells about entries: the timeline on screen, the struck values on screen and paper, how often a form
 * was printed. Personal values stand in the lines as seals only; here they are found again beside the chain and masked
 * (trust.md C6). An erased value is null.
 */

/** SQLite's bound for one statement's variables is far higher; a stretch keeps statements small. */
const STRETCH = 400;

interface Line {
  seq: number;
  at: string;
  actorName: string;
  kind: string;
  op: string;
  entryId: string;
  change: string;
  hash: string;
}
type Change = Record<string, unknown> & { set?: Record<string, unknown>; was?: Record<string, unknown> };

/** Stands for features that only the owner may name. */
const HIDDEN = '***';
function masked(field: string, value: string): string {
  if (field === 'verifyFeatures') return HIDDEN;
  if (/phone$/i.test(field)) return maskPhone(value);
  if (/document$/i.test(field)) return maskDocument(value);
  return value;
}

const stretches = (ids: readonly string[]): string[][] => {
  const parts: string[][] = [];
  for (let i = 0; i < ids.length; i += STRETCH) parts.push(ids.slice(i, i + STRETCH));
  return parts;
};

/** Looks sealed digests up: in the entry's row as it stands, and among the values that lines replaced or brought. */
class Unsealed {
  readonly #values = new Map<string, string | null>();

  static async of(
    db: ReadDb,
    register: string,
    ids: readonly string[],
    lines: readonly Line[],
  ): Promise<Unsealed> {
    const unsealed = new Unsealed();
    if (!lines.some((line) => line.change.includes('{"sealed":'))) return unsealed;
    const table = tableOf(register);
    const personal = PERSONAL[register] ?? [];
    if (table && personal.length > 0) {
      const key = JOURNALLED[table]!.key;
      const { rows } = await sql<Record<string, string | null> & { sealed: string }>`
        select ${sql.join(personal.map((field) => sql.ref(field)))}, ${sql.ref('sealed')} from ${sql.table(table)}
        where ${sql.ref(key)} in (${sql.join(ids)})`.execute(db);
      for (const row of rows) {
        const seals = JSON.parse(row.sealed) as Seals;
        for (const field of personal) {
          const seal = seals[field];
          if (seal) unsealed.#values.set(seal[1], row[field] ?? null);
        }
      }
    }
    // Of all lines of the entries, not only those shown: what one line set, any later one may have replaced.
    const secrets = await db
      .selectFrom('journal_secrets')
      .innerJoin('journal', 'journal.seq', 'journal_secrets.seq')
      .select(['journal_secrets.digest', 'journal_secrets.value'])
      .where('journal.register', '=', register)
      .where('journal.entryId', 'in', ids)
      .execute();
    for (const { digest, value } of secrets) unsealed.#values.set(digest, value);
    return unsealed;
  }

  /** The value of a field as a reader may see it. */
  show(field: string, value: unknown): unknown {
    const sealed = (value as { sealed?: unknown } | null | undefined)?.sealed;
    if (typeof sealed !== 'string') return value ?? null;
    const plain = this.#values.get(sealed) ?? null;
    return plain === null ? null : masked(field, plain);
  }
}

/** The whole story of an entry, oldest first. `change` keeps the line's shape: `set`, `was` and the facts of its kind. */
export async function storyOf(db: ReadDb, register: string, entryId: string): Promise<StoryLine[]> {
  const lines = await db
    .selectFrom('journal')
    .select(['seq', 'at', 'actorName', 'kind', 'op', 'entryId', 'change', 'hash'])
    .where('register', '=', register)
    .where('entryId', '=', entryId)
    .orderBy('seq')
    .execute();
  const unsealed = await Unsealed.of(db, register, [entryId], lines);
  const open = (values: Record<string, unknown> | undefined): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values ?? {}).map(([field, value]) => [field, unsealed.show(field, value)]),
    );
  return lines.map(({ entryId: _, change: text, ...line }) => {
    const change = JSON.parse(text) as Change;
    return {
      ...line,
      change: {
        ...change,
        ...(change.set ? { set: open(change.set) } : {}),
        ...(change.was ? { was: open(change.was) } : {}),
      },
    };
  });
}

/** What the journal adds to entries wherever they are listed. */
export interface Marks {
  /** Struck values of an entry, oldest first; entries without are left out. */
  strikes: Map<string, Strike[]>;
  /** How many times an entry's own papers were printed; entries never printed are left out. */
  copies: Map<string, number>;
}

/**
 * The statement of `marksOf` for some entries; specs look at its plan. The kinds stand in it as in the index that holds these
 * few lines of the journal (0080). Unordered: SQLite plans a statement anew on every run when it orders lines of a bound value.
 */
export const markLines = (register: string, entryIds: readonly string[]): RawBuilder<Line> =>
  sql<Line>`select seq, at, actorName, kind, op, entryId, change, hash from journal
    where register = ${register} and entryId in ${among(entryIds)} and kind in ('CORRECT', 'PRINT')`;

/**
 * Struck values and printed copies of many entries, from their CORRECT and PRINT lines, found in one walk: a list asks for
 * every page. When a correction names its `field`, only that field is struck: what it changed along with it (a category's
 * valuable flag, say) is no strike.
 */
export async function marksOf(db: ReadDb, register: string, entryIds: readonly string[]): Promise<Marks> {
  const marks: Marks = { strikes: new Map(), copies: new Map() };
  for (const ids of stretches(entryIds)) {
    const { rows: lines } = await markLines(register, ids).execute(db);
    lines.sort((a, b) => a.seq - b.seq);
    const corrections = lines.filter((line) => line.kind === 'CORRECT');
    for (const { kind, entryId } of lines)
      if (kind === 'PRINT') marks.copies.set(entryId, (marks.copies.get(entryId) ?? 0) + 1);
    const struck = [...new Set(corrections.map((line) => line.entryId))];
    const unsealed = await Unsealed.of(db, register, struck, corrections);
    for (const line of corrections) {
      const strikes = marks.strikes.get(line.entryId) ?? [];
      strikes.push(...strikesIn(line, unsealed));
      marks.strikes.set(line.entryId, strikes);
    }
  }
  return marks;
}

function strikesIn(line: Line, unsealed: Unsealed): Strike[] {
  const change = JSON.parse(line.change) as Change;
  const named = typeof change.field === 'string' ? [change.field] : Object.keys(change.set ?? {});
  return named.map((field) => ({
    field,
    old: textOf(unsealed.show(field, change.was?.[field])),
    new: textOf(unsealed.show(field, change.set?.[field])),
    reason: typeof change.reason === 'string' ? change.reason : '',
    by: line.actorName,
    at: line.at,
  }));
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
