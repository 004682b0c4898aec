import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { among } from '../../electron/db/among';
import { newOffice, type TestOffice } from '../support/office';

/** Texts of statements: the same question is the same statement again, planned once. */
let office: TestOffice;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.close());

describe('statements', () => {
  it('say their limit in the text: a bound one is planned anew on every run', () => {
    const query = office.file.reader.selectFrom('journal').select('seq').where('op', '=', 'x').limit(7);
    expect(query.compile()).toMatchObject({
      sql: 'select "seq" from "journal" where "op" = ? limit 7',
      parameters: ['x'],
    });
  });

  it('take a list as one value, whatever its length', async () => {
    const { reader } = office.file;
    const staff = await reader.selectFrom('staff').select('id').execute();
    const ids = staff.map(({ id }) => id);
    const those = (some: readonly string[]) =>
      reader.selectFrom('staff').select('id').where('id', 'in', among(some));
    expect(those(ids).compile().sql).toBe(those([]).compile().sql);
    expect(await those(ids).execute()).toHaveLength(ids.length);
    expect(await those([...ids.slice(1), `';"--`]).execute()).toHaveLength(ids.length - 1);
    expect(await those([]).execute()).toEqual([]);
  });
});
