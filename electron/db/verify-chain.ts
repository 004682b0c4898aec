import type Database from 'better-sqlite3';
import { readMark } from './anchors';
import { prepared } from './prepared';
import { fitsSeal, type HashedLine, hashLine } from './seal';
import type { JournalSecretsTable } from './tables';
import type { Findings, Steps } from './verify-findings';

type Line = HashedLine & { hash: string };
type Change = { set?: Record<string, unknown>; was?: Record<string, unknown>; chainMark?: unknown };

/** The JSON of a line; null when someone made it unreadable (then its hash is wrong too). */
export function changeOf(text: string): Change | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Change) : null;
  } catch {
    return null;
  }
}

/**
 * The journal from its first line: sequence, previous hash, own hash; the replaced personal values beside it; and the
 * chain marks that prints carried to paper (a chain computed anew no longer fits its own prints).
 */
export function checkChain(db: Database.Database, found: Findings, steps: Steps): void {
  let seq = 0;
  let hash = '';
  let secrets = 0;
  for (const line of db.prepare('SELECT * FROM journal ORDER BY seq').iterate() as IterableIterator<Line>) {
    steps.one();
    const where = `#${line.seq}`;
    if (line.seq !== seq + 1) {
      found.add(
        'lineMissing',
        null,
        `#${seq + 1}`,
        line.seq === seq + 2 ? '1' : `#${seq + 1}–#${line.seq - 1}`,
      );
    } else if (line.prevHash !== hash) {
      found.add('chainBroken', line.register, where, 'does not follow from the line before');
    }
    if (hashLine(line) !== line.hash) {
      found.add(
        'chainBroken',
        line.register,
        where,
        `${line.serialNo ?? line.entryId} ${line.kind} ${line.at}`,
      );
    }
    if (line.entryVersion !== 1 && line.change.includes('{"sealed":')) {
      secrets += checkSecrets(db, line, found);
    }
    if (line.kind === 'PRINT' && line.change.includes('"chainMark":"#')) checkMark(db, line, found);
    seq = line.seq;
    hash = line.hash;
  }
  const held = (db.prepare('SELECT count(*) AS n FROM journal_secrets').get() as { n: number }).n;
  if (held > secrets)
    found.add('personalEdited', 'journal_secrets', `${held - secrets}`, 'sealed values no line knows');
}

/**
 * The personal values that stand beside one line against the seals the line names: values it replaced (`was`, part `old`)
 * and, on a note without a row of its own, values it brought (`set`, part `new`). Answers how many the line owns.
 */
function checkSecrets(db: Database.Database, line: Line, found: Findings): number {
  const change = changeOf(line.change);
  const marks: [field: string, part: string, sealed: string][] = [];
  const collect = (values: Record<string, unknown> | undefined, part: string): void => {
    for (const [field, value] of Object.entries(values ?? {})) {
      const sealed = (value as { sealed?: unknown } | null)?.sealed;
      if (typeof sealed === 'string') marks.push([field, part, sealed]);
    }
  };
  collect(change?.was, 'old');
  if (line.entryVersion === 0) collect(change?.set, 'new');
  if (marks.length === 0) return 0;
  const rows = prepared(db, 'SELECT * FROM journal_secrets WHERE seq = ?').all(
    line.seq,
  ) as JournalSecretsTable[];
  let owned = 0;
  for (const [field, part, sealed] of marks) {
    const own = rows.filter((row) => row.field === field && row.part === part);
    if (own.length > 0) owned += 1;
    const problem = secretProblem(db, line, own, field, sealed);
    if (problem)
      found.add(
        'personalEdited',
        line.register,
        line.serialNo ?? line.entryId,
        `#${line.seq} ${field}: ${problem}`,
      );
  }
  return owned;
}

function secretProblem(
  db: Database.Database,
  line: Line,
  own: JournalSecretsTable[],
  field: string,
  sealed: string,
): string | null {
  const [secret] = own;
  if (!secret) return 'sealed value is gone';
  if (own.length > 1) return 'sealed value is there twice';
  if (secret.digest !== sealed) return 'carries another seal';
  if (secret.value !== null)
    return fitsSeal(secret.value, [secret.salt ?? '', secret.digest]) ? null : 'differs from its seal';
  return erasedAfter(db, line.register, line.entryId, field, line.seq) ? null : 'emptied without a line';
}

/** True when an ANONYMISE line after `seq` says that this field of the entry was erased. */
export function erasedAfter(
  db: Database.Database,
  register: string,
  entryId: string,
  field: string,
  seq: number,
): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM journal WHERE register = ? AND entryId = ? AND seq > ? AND kind = 'ANONYMISE'
        AND EXISTS (SELECT 1 FROM json_each(change, '$.erased') WHERE value = ?)`,
    ).get(register, entryId, seq, field) !== undefined
  );
}

/** A print's line holds the head that its footer shows; the chain must still have that line with that hash. */
function checkMark(db: Database.Database, line: Line, found: Findings): void {
  const text = changeOf(line.change)?.chainMark;
  const mark = typeof text === 'string' ? readMark(text) : null;
  if (!mark || mark.seq === 0) return;
  const row = prepared(db, 'SELECT hash FROM journal WHERE seq = ?').get(mark.seq) as
    | { hash: string }
    | undefined;
  if (mark.seq >= line.seq || !row?.hash.startsWith(mark.hash16)) {
    found.add('chainReplaced', line.register, `#${line.seq}`, `printed mark ${text}`);
  }
}
