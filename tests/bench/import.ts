import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from '../../electron/db/office-file';
import { openRaw } from '../../electron/db/open';
import { verifyOffice } from '../../electron/db/verify';
import type { ImportAnswer, ImportOrder } from '../../electron/registers/imports/order';
import { workImport } from '../../electron/registers/imports/work';
import { makeOffice, UNTIL, withFolder } from './data';
import { atMost, type Measured, type Order, round, say, timedAsync } from './report';

/**
 * The archive of a whole estate brought in from files (issue 3 §1): 20,000 units and 50,000 people with cars and contacts,
 * each file in one transaction with its evidence and its search words; then the same files again, which changes nothing.
 */

const UNITS_PER_PERSON = 0.4;
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = '建平秀英志强丽娟海涛雅琴国栋晓燕子涵文静伟明嘉怡若兰思远';

/** Seconds of one file: its preview, and its run from the button to the commit. */
interface Took {
  round: 'first' | 'again';
  kind: 'units' | 'people';
  preview: number;
  run: number;
}

/** `entries` people and two units for every five of them. */
export async function benchImport({ entries }: Order): Promise<Measured> {
  return withFolder(async (folder) => {
    const { dataDir } = await makeOffice(folder, 1000);
    const units = Math.round(entries * UNITS_PER_PERSON);
    const files = {
      units: fileOf(folder, 'units.csv', unitLines(units)),
      people: fileOf(folder, 'people.csv', peopleLines(entries, units)),
    };
    const kinds = ['units', 'people'] as const;
    const took: Took[] = [];
    for (const turn of ['first', 'again'] as const)
      for (const kind of kinds) {
        say(`${kind}, ${turn}`);
        took.push({ round: turn, kind, ...(await brought(dataDir, kind, files[kind])) });
      }
    say('verifying');
    const verdict = verifyOffice(dataDir, () => {});
    const first = took.filter(({ round }) => round === 'first');
    const total = first.reduce((sum, { run }) => sum + run, 0);
    return {
      goals: [
        atMost('units and people imported, both runs', 10, total, 's'),
        atMost('problems the verifier finds', 0, verdict.problems.length, ''),
      ],
      details: {
        units,
        people: entries,
        took,
        rows: rowsOf(dataDir),
        megabytes: Math.round(statSync(join(dataDir, DATABASE_NAME)).size / 1e6),
      },
    };
  });
}

/** One file, previewed and written as the app does it. */
async function brought(
  dataDir: string,
  kind: 'units' | 'people',
  path: string,
): Promise<{ preview: number; run: number }> {
  const order: ImportOrder = {
    databasePath: join(dataDir, DATABASE_NAME),
    path,
    kind,
    encoding: null,
    mapping: null,
    now: UNTIL,
    write: null,
  };
  const work = (asked: ImportOrder): Promise<ImportAnswer> =>
    workImport(
      asked,
      () => {},
      () => false,
    );
  let seen: ImportAnswer | undefined;
  const preview = await timedAsync(async () => {
    seen = await work(order);
  });
  if (!seen) throw new Error('no answer');
  if (seen.did !== 'preview') throw new Error('no preview');
  if (seen.preview.problemTotal > 0) throw new Error(JSON.stringify(seen.preview.problems[0]));
  const db = openRaw(order.databasePath, 'readonly');
  const who = db.prepare('SELECT id, name FROM staff LIMIT 1').get() as { id: string; name: string };
  db.close();
  const write = { sha256: seen.preview.sha256, station: '前台一', actorId: who.id, actorName: who.name };
  const mapping = seen.preview.mapping[kind] ?? null;
  const run = await timedAsync(() => work({ ...order, mapping, write }));
  return { preview: round(preview / 1000), run: round(run / 1000) };
}

function rowsOf(dataDir: string): Record<string, number> {
  const db = openRaw(join(dataDir, DATABASE_NAME), 'readonly');
  const count = (table: string): number =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const tables = ['units', 'parties', 'occupancies', 'party_members', 'vehicles', 'journal'];
  const rows = Object.fromEntries(tables.map((table) => [table, count(table)]));
  db.close();
  return rows;
}

function fileOf(folder: string, name: string, lines: Iterable<string>): string {
  const path = join(folder, name);
  writeFileSync(path, `${[...lines].join('\r\n')}\r\n`);
  return path;
}

/** `7-2-1503` for the n-th unit: 40 floors of 10 doors in each of two entrances. */
function codeOf(n: number): {
  code: string;
  building: number;
  entrance: number;
  floor: number;
  door: string;
} {
  const building = 101 + Math.floor(n / 800);
  const entrance = 1 + (Math.floor(n / 400) % 2);
  const floor = 1 + (Math.floor(n / 10) % 40);
  const door = `${floor}${String(1 + (n % 10)).padStart(2, '0')}`;
  return { code: `${building}-${entrance}-${door}`, building, entrance, floor, door };
}

function* unitLines(units: number): Generator<string> {
  yield '房号,楼栋,单元,楼层,室号,用途,户型,建筑面积,状态,入伙日期,电表号,水表号';
  for (let n = 0; n < units; n += 1) {
    const { code, building, entrance, floor, door } = codeOf(n);
    yield [
      code,
      building,
      entrance,
      floor,
      door,
      '住宅',
      '三室两厅',
      80 + (n % 60),
      '入住',
      '2024-05-01',
      `D${n}`,
      `S${n}`,
    ].join();
  }
}

function* peopleLines(people: number, units: number): Generator<string> {
  yield '房号,身份,姓名,电话,证件号码,入住日期,车牌,紧急联系人,关系,联系人电话';
  for (let n = 0; n < people; n += 1) {
    const { code } = codeOf(n % units);
    const owner = n < units;
    const name = `${SURNAMES[n % 20]}${GIVEN[(n * 7) % 30]}${GIVEN[(n * 13 + 5) % 30]}`;
    const contact =
      n % 3 === 0
        ? [`${SURNAMES[(n + 3) % 20]}${GIVEN[n % 30]}`, '亲友', `1450${String(n).padStart(7, '0')}`]
        : ['', '', ''];
    yield [
      code,
      owner ? '业主' : '租户',
      name,
      `1440${String(n).padStart(7, '0')}`,
      `9${String(n).padStart(17, '0')}`,
      '2024-06-01',
      n % 2 === 0 ? `粤IX${String(n).padStart(5, '0')}` : '',
      ...contact,
    ].join();
  }
}
