import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '../db/fill';
import { seededDb } from '../db/seeded';
import { newOffice, type TestOffice } from '../support/office';
import { withoutGuards } from './guards';

/** trust.md A8: types, references and lengths are enforced by the database itself. */
let office: TestOffice;
/** Rows of every register, as the seed leaves them. */
let everything: Database.Database;
beforeAll(async () => {
  office = await newOffice();
  await fill(office, 30, 3);
  everything = await seededDb(120);
});
afterAll(() => {
  office.close();
  everything.close();
});

interface Column {
  name: string;
  type: string;
  notnull: number;
}
const tables = (): { name: string; type: string; strict: number }[] =>
  (
    office.file.raw.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
  ).filter((table) => table.schema === 'main' && !table.name.startsWith('sqlite_'));
const columns = (table: string): Column[] => office.file.raw.pragma(`table_info(${table})`) as Column[];

/** Columns the program fills with its own tokens: ids, instants, days, hashes, numbers, codes of closed lists. */
const OWN =
  /(Id|At|On|From|To|Until|Time|[sS]ince)$|^(id|at|until|key|sha256|salt|hash|prevHash|digest|entryDigest|serialNo|scanCode|month|register|op|kind|field)$/;

describe('types (A8)', () => {
  it('every table is STRICT', () => {
    const own = tables().filter((table) => table.type === 'table');
    expect(own.length).toBeGreaterThan(11);
    expect(own.filter((table) => table.strict !== 1).map((table) => table.name)).toEqual([]);
  });

  it('every foreign key has an index that begins with it', () => {
    const bare: string[] = [];
    for (const { name } of tables()) {
      const keys = office.file.raw.pragma(`foreign_key_list(${name})`) as { from: string }[];
      const indexes = office.file.raw.pragma(`index_list(${name})`) as { name: string }[];
      const firsts = indexes.map(
        (index) => (office.file.raw.pragma(`index_info(${index.name})`) as { name: string }[])[0]?.name,
      );
      for (const { from } of keys) if (!firsts.includes(from)) bare.push(`${name}.${from}`);
    }
    expect(bare).toEqual([]);
  });

  it.each(['through the door', 'by the seed'])(
    'every free text is bounded in bytes, NUL and all (%s)',
    (made) => {
      const db = made === 'by the seed' ? everything : office.file.raw;
      const unbounded: string[] = [];
      let bounded = 0;
      withoutGuards(db, () => {
        for (const { name: table } of tables().filter(
          (t) => t.type === 'table' && !/^(search_|migrations)/.test(t.name),
        )) {
          if ((db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n === 0) continue;
          for (const { name, type } of columns(table)) {
            if (type !== 'TEXT' || OWN.test(name)) continue;
            // 40,000 characters behind a NUL: length() would say 1.
            const long = `a\0${'b'.repeat(40_000)}`;
            db.exec('SAVEPOINT long');
            try {
              db.prepare(`UPDATE ${table} SET ${name} = ?`).run(long);
              unbounded.push(`${table}.${name}`);
            } catch (error) {
              expect((error as { code: string }).code).toBe('SQLITE_CONSTRAINT_CHECK');
              bounded += 1;
            }
            db.exec('ROLLBACK TO long');
            db.exec('RELEASE long');
          }
        }
      });
      expect(unbounded).toEqual([]);
      expect(bounded).toBeGreaterThan(60);
    },
  );

  it('a value of another type is refused', () => {
    const db = office.file.raw;
    withoutGuards(db, () => {
      expect(() => db.prepare("UPDATE found_items SET quantity = 'zwei'").run()).toThrow(/cannot store TEXT/);
      expect(() => db.prepare('UPDATE found_items SET quantity = 0').run()).toThrow(/CHECK/);
      expect(() => db.prepare("UPDATE found_items SET state = 'donated'").run()).toThrow(/CHECK/);
      expect(() => db.prepare("UPDATE found_items SET recorderId = 'nobody'").run()).toThrow(/FOREIGN KEY/);
    });
  });
});
