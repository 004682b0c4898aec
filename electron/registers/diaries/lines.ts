import {
  DIARY_SECTIONS,
  type DiarySheet,
  type StewardDiaryLine,
} from '../../../shared/registers/steward-diaries.row';
import type { ReadDb } from '../../db/context';
import { marksOf } from '../../db/story';
import type { StewardDiariesTable } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { unsealed } from '../../entries/seen';
import { figuresOf } from './figures';
import { figuresIn } from './load';

/** Rows become lines and sheets here and nowhere else: computed fields added, seals left out. */

/** Rows as lines, in the same order. */
export async function toDiaryLines(
  db: ReadDb,
  rows: readonly StewardDiariesTable[],
): Promise<StewardDiaryLine[]> {
  if (rows.length === 0) return [];
  const { copies, strikes } = await marksOf(
    db,
    'stewardDiaries',
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const { figures: _, ...rest } = unsealed(row);
    return {
      ...rest,
      written: DIARY_SECTIONS.filter((section) => row[section] !== null).length,
      wantsHelp: row.state === 'submitted' && row.problems !== null,
      copies: copies.get(row.id) ?? 0,
      strikes: strikes.get(row.id) ?? [],
    };
  });
}

/** One row as its whole diary. */
export async function toDiarySheet(db: ReadDb, row: StewardDiariesTable): Promise<DiarySheet> {
  const [line] = await toDiaryLines(db, [row]);
  const live = row.state === 'open';
  return {
    ...line!,
    live,
    figures: live ? await figuresOf(db, row.stewardId, row.dayOn) : figuresIn(row.figures),
  };
}

/** Whole diaries by ids, in the order asked; unknown ids are left out. */
export async function diarySheetsById(db: ReadDb, ids: readonly string[]): Promise<DiarySheet[]> {
  const sheets: DiarySheet[] = [];
  for (const row of await rowsOf(db, 'steward_diaries', ids)) sheets.push(await toDiarySheet(db, row));
  return sheets;
}
