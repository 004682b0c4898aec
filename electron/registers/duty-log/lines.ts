import { sql } from 'kysely';
import type { DutyLineLine } from '../../../shared/registers/duty-lines.row';
import type { DutyLack, DutyLogLine, DutySheet } from '../../../shared/registers/duty-logs.row';
import type { Settings } from '../../../shared/registers/office';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { DutyLinesTable, DutyLogsTable } from '../../db/tables';
import { workOf } from '../../entries/book-work';
import { isLate } from '../../entries/load';
import { rowsOf } from '../../entries/months';
import { unsealed } from '../../entries/seen';
import { meetingsBetween } from '../meetings/brief-of-day';
import { settingsOf } from '../office/settings';
import { peopleIn } from './load';
import { dutyOf, plannedOn, shiftNames } from './posts';
import { workSpan } from './timeline';

/** Rows become lines and sheets here and nowhere else: computed fields added, seals left out. */

interface Stats {
  lines: number;
  open: number;
  big: number;
}
const NONE: Stats = { lines: 0, open: 0, big: 0 };

/** Rows of logs as lines, in the same order. */
export async function toLogLines(
  db: ReadDb,
  rows: readonly DutyLogsTable[],
  settings: Settings,
  now: string,
): Promise<DutyLogLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { copies, strikes } = await marksOf(db, 'dutyLogs', ids);
  const { cells } = await plannedOn(
    db,
    rows.map((row) => row.shiftOn),
  );
  const stats = await statsOf(db, ids);
  const seen = await pointsSeen(db, ids);
  return rows.map((row) => {
    const of = stats.get(row.id) ?? NONE;
    const { points } = dutyOf(settings, row.post);
    const lacking: [lack: DutyLack, lacks: boolean][] = [
      ['weather', row.weather === null],
      ['unread', row.message !== null && row.reads === '[]'],
      ['big', of.big > 0],
      ['points', points.some((point) => !seen.get(row.id)?.has(point))],
      ['signature', row.state === 'open'],
    ];
    return {
      ...unsealed(row),
      people: peopleIn(row.people),
      reads: peopleIn(row.reads),
      planned: cells
        .filter((one) => one.post === row.post && one.shift === row.shiftCode && one.dayOn === row.shiftOn)
        .map(({ id, name }) => ({ id, name })),
      ...shiftNames(settings, row.shiftCode),
      lines: of.lines,
      open: of.open,
      running: row.state === 'open' && row.toAt > now,
      lacks: row.state === 'voided' ? [] : lacking.filter(([, lacks]) => lacks).map(([lack]) => lack),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

async function statsOf(db: ReadDb, ids: readonly string[]): Promise<Map<string, Stats>> {
  const { rows } = await sql<Stats & { logId: string }>`select logId, count(*) as lines,
      sum(case when state = 'open' then 1 else 0 end) as "open",
      sum(case when state = 'open' and kind = 'big' then 1 else 0 end) as big
    from duty_lines where logId in (${sql.join(ids)}) and state <> 'voided' group by logId`.execute(db);
  return new Map(rows.map((row) => [row.logId, row]));
}

/** Points somebody has signed in at, by log. */
async function pointsSeen(db: ReadDb, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const rounds = await db
    .selectFrom('duty_lines')
    .select(['logId', 'matter'])
    .distinct()
    .where('logId', 'in', ids)
    .where('kind', '=', 'round')
    .where('state', '<>', 'voided')
    .execute();
  const seen = new Map<string, Set<string>>();
  for (const { logId, matter } of rounds) {
    const points = seen.get(logId) ?? new Set();
    seen.set(logId, points.add(matter ?? ''));
  }
  return seen;
}

/** Rows of typed lines as lines, in the same order. */
export async function toDutyLines(
  db: ReadDb,
  rows: readonly DutyLinesTable[],
  settings: Settings,
): Promise<DutyLineLine[]> {
  if (rows.length === 0) return [];
  const { copies, strikes } = await marksOf(
    db,
    'dutyLines',
    rows.map((row) => row.id),
  );
  const logs = await db
    .selectFrom('duty_logs')
    .select(['id', 'post', 'serialNo', 'shiftOn'])
    .where('id', 'in', [...new Set(rows.map((row) => row.logId))])
    .execute();
  return rows.map((row) => {
    const log = logs.find((one) => one.id === row.logId);
    return {
      ...unsealed(row),
      post: log?.post ?? '',
      logNo: log?.serialNo ?? '',
      shiftOn: log?.shiftOn ?? '',
      late: isLate(row.happenedAt, row.recordedAt, settings.limits.lateEntryMinutes),
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** Typed lines of a log in time order, struck ones too. */
export const typedIn = (db: ReadDb, logId: string): Promise<DutyLinesTable[]> =>
  db
    .selectFrom('duty_lines')
    .selectAll()
    .where('logId', '=', logId)
    .orderBy('happenedAt')
    .orderBy('id')
    .execute();

/** One row as its whole log. */
export async function toDutySheet(
  db: ReadDb,
  row: DutyLogsTable,
  settings: Settings,
  now: string,
): Promise<DutySheet> {
  const [line] = await toLogLines(db, [row], settings, now);
  const typed = await toDutyLines(db, await typedIn(db, row.id), settings);
  const { points, switches } = dutyOf(settings, row.post);
  const rounds = typed.filter((one) => one.kind === 'round' && one.state !== 'voided');
  const visited = rounds.map((one) => one.matter ?? '');
  return {
    ...line!,
    typed,
    points: [...new Set([...points, ...visited])].map((point) => ({
      point,
      rounds: rounds
        .filter(({ matter }) => matter === point)
        .map(({ happenedAt, recorderName }) => ({ at: happenedAt, name: recorderName })),
    })),
    switches,
    gate: points.length > 0 || switches.length > 0 || typed.some(({ kind }) => kind === 'switch'),
    meetings: await meetingsBetween(db, row.fromAt, row.toAt),
    work: (await workOf(db, workSpan(line!))).map(({ book, label, count }) => ({ book, label, count })),
  };
}

/** Whole logs by ids, in the order asked; unknown ids are left out. */
export async function dutySheetsById(db: ReadDb, ids: readonly string[], now: string): Promise<DutySheet[]> {
  const settings = await settingsOf(db);
  const sheets: DutySheet[] = [];
  for (const row of await rowsOf(db, 'duty_logs', ids))
    sheets.push(await toDutySheet(db, row, settings, now));
  return sheets;
}
