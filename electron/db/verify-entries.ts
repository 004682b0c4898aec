import type Database from 'better-sqlite3';
import { NUMBERED, type NumberedRegister, readSerialNo, serialNoOf } from '../../shared/ids';
import { PERSONAL } from '../../shared/registers/personal';
import { JOURNALLED } from './migrations';
import { prepared } from './prepared';
import { digestRow, fitsSeal, type Seals, tableOf } from './seal';
import { changeOf, erasedAfter } from './verify-chain';
import type { Findings, Steps } from './verify-findings';

type Row = Record<string, unknown> & { version: number };

/** How a person would call the row. */
const nameOf = (row: Row, key: string): string => String(row.serialNo ?? row.staffNo ?? row[key]);

/** Every row against the last version and digest that the journal announced, and its personal values against their seals. */
export function checkEntries(db: Database.Database, table: string, found: Findings, steps: Steps): void {
  const { register, key } = JOURNALLED[table]!;
  const last = db.prepare(
    'SELECT seq, entryVersion, entryDigest FROM journal WHERE register = ? AND entryId = ? ORDER BY entryVersion DESC LIMIT 1',
  );
  for (const row of db.prepare(`SELECT * FROM ${table}`).iterate() as IterableIterator<Row>) {
    steps.one();
    const line = last.get(register, row[key]) as
      | { seq: number; entryVersion: number; entryDigest: string | null }
      | undefined;
    if (!line?.entryDigest) {
      found.add('entryUnknown', register, nameOf(row, key), String(row[key]));
      continue;
    }
    const seals = sealsOf(row);
    if (seals === null) {
      found.add('entryEdited', register, nameOf(row, key), 'sealed');
      continue;
    }
    if (line.entryVersion !== row.version) {
      found.add(
        'entryEdited',
        register,
        nameOf(row, key),
        `version ${row.version}, journal ${line.entryVersion}`,
      );
    } else if (digestRow(register, row) !== line.entryDigest) {
      found.add('entryEdited', register, nameOf(row, key), editedFields(db, register, row, key, seals));
    }
    checkSeals(db, register, row, key, seals, found);
  }
}

/** The row's seals; null when their JSON is not what the program writes. */
function sealsOf(row: Row): Seals | null {
  if (row.sealed === undefined) return {};
  try {
    const value: unknown = JSON.parse(String(row.sealed));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const fits = Object.values(value).every(
      (seal) =>
        Array.isArray(seal) &&
        seal.length === 2 &&
        typeof seal[0] === 'string' &&
        typeof seal[1] === 'string',
    );
    return fits ? (value as Seals) : null;
  } catch {
    return null;
  }
}

function checkSeals(
  db: Database.Database,
  register: string,
  row: Row,
  key: string,
  seals: Seals,
  found: Findings,
): void {
  const personal = PERSONAL[register] ?? [];
  for (const field of personal) {
    const value = row[field];
    const seal = seals[field];
    let problem: string | null = null;
    if (value === null || value === undefined) {
      // Empty is right when never filled, cleared by a journal line (then the seal is gone too) or erased with its salt.
      if (seal && (seal[0] !== '' || !erasedAfter(db, register, String(row[key]), field, 0)))
        problem = 'emptied without a line';
    } else if (!seal) problem = 'has no seal';
    else if (!fitsSeal(String(value), seal)) problem = 'differs from its seal';
    if (problem) found.add('personalEdited', register, nameOf(row, key), `${field}: ${problem}`);
  }
  for (const field of Object.keys(seals)) {
    if (!personal.includes(field)) found.add('entryEdited', register, nameOf(row, key), `sealed: ${field}`);
  }
}

/** Which columns differ from what the entry's own lines add up to. */
function editedFields(db: Database.Database, register: string, row: Row, key: string, seals: Seals): string {
  const expected: Record<string, unknown> = {};
  const lines = prepared(
    db,
    'SELECT change FROM journal WHERE register = ? AND entryId = ? AND entryVersion > 0 ORDER BY entryVersion',
  ).all(register, row[key]) as { change: string }[];
  for (const line of lines) Object.assign(expected, changeOf(line.change)?.set ?? {});
  const personal = PERSONAL[register] ?? [];
  const differing = Object.keys(row).filter((column) => {
    if (column === 'sealed' || column === 'version') return false;
    const now = personal.includes(column)
      ? seals[column]
        ? { sealed: seals[column][1] }
        : null
      : row[column];
    return JSON.stringify(now ?? null) !== JSON.stringify(expected[column] ?? null);
  });
  return differing.join(', ') || 'digest';
}

/** Entries that the journal knows and the table has no more. */
export function checkMissing(db: Database.Database, table: string, found: Findings): void {
  const { register, key } = JOURNALLED[table]!;
  const rows = db
    .prepare(
      `SELECT DISTINCT j.entryId, j.serialNo FROM journal j WHERE j.register = ? AND j.entryVersion > 0
        AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.${key} = j.entryId) ORDER BY j.entryId LIMIT 100`,
    )
    .all(register) as { entryId: string; serialNo: string | null }[];
  for (const row of rows) found.add('entryMissing', register, row.serialNo ?? row.entryId, row.entryId);
}

/** Numbers are gap-free per register and month, voids included (domain.md §6.1), and end where the counter stands. */
export function checkSerials(db: Database.Database, found: Findings): void {
  const counters = db.prepare('SELECT register, month, last FROM serials').all() as {
    register: string;
    month: string;
    last: number;
  }[];
  for (const register of Object.keys(NUMBERED) as NumberedRegister[]) {
    const table = tableOf(register)!;
    const months = new Map<string, { n: number; high: number }>();
    // Prefix, six digits of the month, dash: the running number starts at the tenth character.
    const used = db
      .prepare(
        `SELECT substr(serialNo, 3, 6) AS ym, count(*) AS n, max(CAST(substr(serialNo, 10) AS INTEGER)) AS high FROM ${table} GROUP BY ym`,
      )
      .all() as { ym: string; n: number; high: number }[];
    for (const { ym, n, high } of used) months.set(`${ym.slice(0, 4)}-${ym.slice(4)}`, { n, high });
    const lasts = new Map(counters.filter((c) => c.register === register).map((c) => [c.month, c.last]));
    for (const month of [...new Set([...months.keys(), ...lasts.keys()])].sort()) {
      const { n, high } = months.get(month) ?? { n: 0, high: 0 };
      const last = lasts.get(month) ?? 0;
      if (n === high && high === last) continue;
      for (const gap of gapsOf(db, table, register, month, Math.max(high, last)))
        found.add('numberGap', register, gap, month);
      if (high !== last) found.add('numberGap', register, month, `counter ${last}, highest ${high}`);
    }
  }
}

/** The first missing numbers of one month: a lost month must not hide the others. */
const MOST_GAPS = 10;
function gapsOf(
  db: Database.Database,
  table: string,
  register: NumberedRegister,
  month: string,
  to: number,
): string[] {
  const rows = db
    .prepare(`SELECT serialNo FROM ${table} WHERE substr(serialNo, 3, 6) = ?`)
    .all(month.replace('-', '')) as { serialNo: string }[];
  const there = new Set(rows.map((row) => readSerialNo(row.serialNo)?.n));
  const gaps: string[] = [];
  for (let n = 1; n <= to && gaps.length < MOST_GAPS; n += 1)
    if (!there.has(n)) gaps.push(serialNoOf(register, month, n));
  return gaps;
}

/** The index is no evidence, but an entry it does not know cannot be found at the desk. */
export function checkSearch(db: Database.Database, found: Findings): void {
  for (const register of Object.keys(NUMBERED)) {
    const table = tableOf(register)!;
    const rows = db
      .prepare(
        `SELECT t.serialNo AS name, 'not in the index' AS why FROM ${table} t
          WHERE NOT EXISTS (SELECT 1 FROM search_entries s WHERE s.register = @register AND s.entryId = t.id)
        UNION ALL SELECT s.entryId, 'in the index only' FROM search_entries s
          WHERE s.register = @register AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.id = s.entryId) LIMIT 40`,
      )
      .all({ register }) as { name: string; why: string }[];
    for (const row of rows) found.add('searchStale', register, row.name, row.why);
  }
}
