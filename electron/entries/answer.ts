import type { NumberedRegister } from '../../shared/ids';
import type { Settings } from '../../shared/registers/office';
import type { StoryLine } from '../../shared/registers/shapes';
import type { QueryContext } from '../db/context';
import { storyOf } from '../db/story';
import { correctionWarnings, freeUntil } from './freeze';

type Row = Parameters<typeof freeUntil>[2] & { id: string };

/** What every entry page is told beside its line: the story, until when it may be edited freely, warnings on top. */
export async function besideLine(
  { db, actor, now }: QueryContext,
  register: NumberedRegister,
  row: Row,
  limits: Settings['limits'],
  /** The room's own warnings, before those of corrections. */
  warnings: readonly string[],
): Promise<{ story: StoryLine[]; freeUntil: string | null; warnings: string[] }> {
  return {
    story: await storyOf(db, register, row.id),
    freeUntil: await freeUntil(db, register, row, actor?.staffId, limits, now),
    warnings: [...warnings, ...(await correctionWarnings(db, register, row, limits))],
  };
}
