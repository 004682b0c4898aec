import type Database from 'better-sqlite3';
import { JOURNALLED } from '../../electron/db/migrations';
import { digestRow } from '../../electron/db/seal';
import type { ProblemKind } from '../../shared/registers/journal';
import type { Dice } from '../db/fill';
import { rechain } from './rechain';

/**
 * Ways to tamper with a database file by hand (trust.md C2). Each takes an open copy whose guards are off (they come back
 * afterwards, as a careful forger would do), does one thing, and says which findings are right; null when the dice hit
 * nothing worth changing.
 */
export interface Tamper {
  name: string;
  /** Does it; answers the kinds of which at least one must be reported. */
  act: (db: Database.Database, dice: Dice) => ProblemKind[] | null;
  /** What is done to the guards themselves, once they are back. */
  afterGuards?: (db: Database.Database, dice: Dice) => void;
}

type Row = Record<string, string | number | null>;
const all = (db: Database.Database, sql: string, ...values: unknown[]): Row[] =>
  db.prepare(sql).all(...values) as Row[];
const one = (db: Database.Database, table: string, dice: Dice, where = '1'): Row | null => {
  const n = (db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get() as { n: number }).n;
  return n === 0
    ? null
    : all(db, `SELECT rowid AS "#", * FROM ${table} WHERE ${where} LIMIT 1 OFFSET ${dice.roll(n)}`)[0]!;
};
const set = (db: Database.Database, table: string, row: Row, column: string, value: unknown): void => {
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value, row['#']);
};
/** Another value of the same type, one step away. */
const nudged = (value: string | number | null): string | number =>
  value === null
    ? '添加'
    : typeof value === 'number'
      ? value + 1
      : `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}`;

const TABLES = Object.keys(JOURNALLED);
const PERSONAL_COLUMNS = [
  'finderName',
  'finderPhone',
  'verifyFeatures',
  'claimantName',
  'claimantPhone',
  'claimantDocument',
];

const lastSeq = (db: Database.Database): number => Number(all(db, 'SELECT max(seq) AS n FROM journal')[0]!.n);

export const TAMPERS: Tamper[] = [
  {
    name: 'edits one column of any row',
    act(db, dice) {
      const table = dice.pick(TABLES);
      const row = one(db, table, dice);
      if (!row) return null;
      const column = dice.pick(Object.keys(row).filter((name) => name !== '#' && name !== 'sealed'));
      set(db, table, row, column, nudged(row[column]!));
      return ['entryEdited', 'personalEdited', 'entryUnknown', 'entryMissing', 'numberGap', 'fileDamaged'];
    },
  },
  {
    name: 'swaps the contents of two rows',
    act(db, dice) {
      const a = one(db, 'found_items', dice)!;
      const b = one(db, 'found_items', dice)!;
      const column = dice.pick(['name', 'foundPlace', 'foundAt', 'quantity', 'finderName', 'recordedAt']);
      if (a[column] === b[column]) return null;
      set(db, 'found_items', a, column, b[column]);
      set(db, 'found_items', b, column, a[column]);
      return ['entryEdited', 'personalEdited'];
    },
  },
  {
    name: 'swaps two rows whole, numbers apart',
    act(db, dice) {
      const a = one(db, 'found_items', dice)!;
      const b = one(db, 'found_items', dice)!;
      if (a.id === b.id) return null;
      for (const [row, other] of [
        [a, b],
        [b, a],
      ] as const)
        for (const column of Object.keys(row))
          if (!['#', 'id', 'serialNo', 'scanCode'].includes(column))
            set(db, 'found_items', row, column, other[column]);
      return ['entryEdited'];
    },
  },
  {
    name: 'deletes a row',
    act(db, dice) {
      const table = dice.pick(TABLES);
      const row = one(db, table, dice);
      if (!row) return null;
      db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row['#']);
      return ['entryMissing'];
    },
  },
  {
    name: 'inserts a row that no line announces',
    act(db, dice) {
      const row = one(db, 'found_items', dice)!;
      const { '#': _, ...values } = row;
      Object.assign(values, {
        id: String(values.id).slice(0, -1).concat('~'),
        serialNo: `SW202612-${1000 + dice.roll(9000)}`,
      });
      const columns = Object.keys(values);
      db.prepare(`INSERT INTO found_items (${columns.join()}) VALUES (${columns.map(() => '?').join()})`).run(
        ...Object.values(values),
      );
      return ['entryUnknown'];
    },
  },
  {
    name: 'edits a personal value',
    act(db, dice) {
      const column = dice.pick(PERSONAL_COLUMNS);
      const row = one(db, 'found_items', dice, `${column} IS NOT NULL`);
      if (!row) return null;
      set(db, 'found_items', row, column, nudged(row[column]!));
      return ['personalEdited'];
    },
  },
  {
    name: 'empties a personal value, salt and all, as if it had been erased',
    act(db, dice) {
      const column = dice.pick(PERSONAL_COLUMNS);
      const row = one(db, 'found_items', dice, `${column} IS NOT NULL`);
      if (!row) return null;
      const sealed = JSON.parse(String(row.sealed)) as Record<string, [string, string]>;
      sealed[column] = ['', sealed[column]![1]];
      set(db, 'found_items', row, column, null);
      set(db, 'found_items', row, 'sealed', JSON.stringify(sealed));
      return ['personalEdited'];
    },
  },
  {
    name: 'edits, empties or deletes a replaced value',
    act(db, dice) {
      const row = one(db, 'journal_secrets', dice)!;
      const way = dice.roll(4);
      if (way === 0) set(db, 'journal_secrets', row, 'value', nudged(row.value!));
      else if (way === 1) set(db, 'journal_secrets', row, 'digest', nudged(row.digest!));
      else if (way === 2)
        db.prepare('UPDATE journal_secrets SET value = NULL, salt = NULL WHERE id = ?').run(row.id);
      else db.prepare('DELETE FROM journal_secrets WHERE id = ?').run(row.id);
      return ['personalEdited'];
    },
  },
  {
    name: 'edits one field of a journal line',
    act(db, dice) {
      const line = one(db, 'journal', dice)!;
      const column = dice.pick(Object.keys(line).filter((name) => !['#', 'seq', 'change'].includes(name)));
      set(db, 'journal', line, column, nudged(line[column]!));
      return ['chainBroken'];
    },
  },
  {
    name: 'rewrites what a journal line says',
    act(db, dice) {
      const line = one(db, 'journal', dice)!;
      set(
        db,
        'journal',
        line,
        'change',
        JSON.stringify({ ...JSON.parse(String(line.change)), note: dice.roll(1e6) }),
      );
      return ['chainBroken'];
    },
  },
  {
    name: 'deletes a journal line in the middle',
    act(db, dice) {
      const seq = 1 + dice.roll(lastSeq(db) - 1);
      db.prepare('DELETE FROM journal_secrets WHERE seq = ?').run(seq);
      db.prepare('DELETE FROM journal WHERE seq = ?').run(seq);
      return ['lineMissing'];
    },
  },
  {
    name: 'deletes a journal line and closes the gap, hashes computed anew',
    act(db, dice) {
      const last = lastSeq(db);
      const seq = 1 + dice.roll(last - 1);
      db.prepare('DELETE FROM journal_secrets').run();
      db.prepare('DELETE FROM journal WHERE seq = ?').run(seq);
      for (let n = seq + 1; n <= last; n += 1)
        db.prepare('UPDATE journal SET seq = ? WHERE seq = ?').run(n - 1, n);
      rechain(db, seq);
      return ['chainReplaced', 'tailCut'];
    },
  },
  {
    name: 'changes the order of two journal lines',
    act(db, dice) {
      const seq = 1 + dice.roll(lastSeq(db) - 1);
      db.pragma('foreign_keys = OFF');
      for (const [from, to] of [
        [seq, -1],
        [seq + 1, seq],
        [-1, seq + 1],
      ])
        db.prepare('UPDATE journal SET seq = ? WHERE seq = ?').run(to, from);
      return ['chainBroken'];
    },
  },
  {
    name: 'inserts a journal line in the middle',
    act(db, dice) {
      const last = lastSeq(db);
      const seq = 1 + dice.roll(last - 1);
      db.pragma('foreign_keys = OFF');
      for (let n = last; n >= seq; n -= 1)
        db.prepare('UPDATE journal SET seq = ? WHERE seq = ?').run(n + 1, n);
      const { '#': _, ...line } = one(db, 'journal', dice, `seq = ${seq + 1}`)!;
      const columns = Object.keys(line);
      db.prepare(`INSERT INTO journal (${columns.join()}) VALUES (${columns.map(() => '?').join()})`).run(
        ...Object.values({ ...line, seq }),
      );
      return ['chainBroken'];
    },
  },
  {
    name: 'cuts the tail of the journal',
    act(db, dice) {
      const seq = lastSeq(db) - 1 - dice.roll(60);
      db.prepare('DELETE FROM journal_secrets WHERE seq > ?').run(seq);
      db.prepare('DELETE FROM journal WHERE seq > ?').run(seq);
      return ['tailCut', 'rolledBack'];
    },
  },
  {
    name: 'edits an entry with its line and its digest, hashes computed anew',
    act(db, dice) {
      const line = one(db, 'journal', dice, "register = 'foundItems' AND entryVersion = 1")!;
      const later = all(db, 'SELECT 1 FROM journal WHERE entryId = ? AND entryVersion > 1', line.entryId!);
      if (later.length > 0) return null;
      db.prepare('UPDATE found_items SET quantity = 77 WHERE id = ?').run(line.entryId);
      const row = all(db, 'SELECT * FROM found_items WHERE id = ?', line.entryId!)[0]!;
      set(db, 'journal', line, 'change', String(line.change).replace(/"quantity":\d+/, '"quantity":77'));
      set(db, 'journal', line, 'entryDigest', digestRow('foundItems', row));
      rechain(db, Number(line.seq));
      return ['chainReplaced'];
    },
  },
  {
    name: 'moves a number counter',
    act(db, dice) {
      const row = one(db, 'serials', dice)!;
      set(db, 'serials', row, 'last', Number(row.last) + (dice.roll(2) === 0 ? 1 : -1));
      return ['numberGap'];
    },
  },
  {
    name: 'deletes an entry with all its lines, hashes computed anew',
    act(db, dice) {
      const row = one(db, 'found_items', dice)!;
      const lines = all(db, 'SELECT seq FROM journal WHERE entryId = ? ORDER BY seq', row.id!);
      db.pragma('foreign_keys = OFF');
      for (const { seq } of lines) db.prepare('DELETE FROM journal_secrets WHERE seq = ?').run(seq);
      db.prepare('DELETE FROM journal WHERE entryId = ?').run(row.id);
      db.prepare('DELETE FROM found_items WHERE id = ?').run(row.id);
      db.prepare('DELETE FROM search_entries WHERE entryId = ?').run(row.id);
      const rest = all(db, 'SELECT seq FROM journal ORDER BY seq');
      rest.forEach(({ seq }, i) => {
        if (seq !== i + 1) db.prepare('UPDATE journal SET seq = ? WHERE seq = ?').run(i + 1, seq);
      });
      rechain(db, 1);
      // An entry younger than the last permanent anchor: the shorter book ends before the head's own anchor.
      return ['chainReplaced', 'tailCut'];
    },
  },
  {
    name: 'takes a guard away, weakens it, or adds to the schema',
    act: () => ['schemaChanged'],
    afterGuards(db, dice) {
      const trigger = dice.pick(
        all(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"),
      );
      const way = dice.roll(4);
      if (way < 2) db.exec(`DROP TRIGGER ${trigger.name}`);
      if (way === 1)
        db.exec(
          String(trigger.sql)
            .replace('BEGIN', 'AND 0 BEGIN')
            .replace(/^(?!.*WHEN)(.*)AND 0/s, '$1 WHEN 0'),
        );
      if (way === 2) db.exec('CREATE TRIGGER quiet AFTER INSERT ON found_items BEGIN SELECT 1; END');
      if (way === 3) db.exec('ALTER TABLE lost_reports ADD COLUMN secret TEXT');
    },
  },
];
