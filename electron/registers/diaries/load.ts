import {
  DIARY_NEXT,
  type DiaryFigure,
  type DiaryState,
  diaryFigure,
} from '../../../shared/registers/steward-diaries.row';
import { Refusal } from '../../../shared/result';
import type { CommandContext, ReadDb } from '../../db/context';
import type { StewardDiariesTable } from '../../db/tables';
import { asFilled, movedTo } from '../../entries/load';

/** What every command of the diaries checks before it writes. */

/** The diary as it is now. Errors: Refusal `notFound`; `conflict` (trust.md F10). */
export async function diaryOf(db: ReadDb, id: string, version?: number): Promise<StewardDiariesTable> {
  const row = await db.selectFrom('steward_diaries').selectAll().where('id', '=', id).executeTakeFirst();
  return asFilled(row, version);
}

/** The next state, when the chart allows it. Errors: Refusal `stewardDiaries.wrongState`. */
export const moved = (row: StewardDiariesTable, to: DiaryState): DiaryState =>
  movedTo(DIARY_NEXT, row.state, to, 'stewardDiaries');

/** A day is written by whose day it was. Errors: Refusal `stewardDiaries.notYours`. */
export function assertOwn(row: StewardDiariesTable, { actor }: Pick<CommandContext, 'actor'>): void {
  if (row.stewardId !== actor.staffId) throw new Refusal('stewardDiaries.notYours');
}

/** Figures out of their JSON; of an open diary none are kept. */
export const figuresIn = (json: string | null): DiaryFigure[] =>
  json === null ? [] : diaryFigure.array().parse(JSON.parse(json));
