import type { Wording } from '../../../shared/columns';
import { COVER_NEEDS } from '../../../shared/registers/post-covers';
import { ROSTER_NEEDS } from '../../../shared/registers/rosters';
import { SWAP_NEEDS } from '../../../shared/registers/shift-swaps';
import type { Book, NeedCounts } from '../../book/book';
import type { Desk } from '../../book/desk';

/** Name of a shift of the office's settings, in the language of the screen. */
export function shiftName(code: string, { settings }: Pick<Desk, 'settings'>, lang: Wording['lang']): string {
  const shift = settings.shifts.find((one) => one.code === code);
  return (lang === 'en' ? shift?.en : shift?.zh) ?? code;
}

/** S81 排班. */
export const ROSTERS: Book = {
  register: 'rosters',
  ns: 'rosters',
  value: (field, value, { lang }, desk) => (field === 'shift' ? shiftName(value, desk, lang) : null),
  keys: { publish: 'P' },
};
/** S81 换班. */
export const SHIFT_SWAPS: Book = {
  register: 'shiftSwaps',
  ns: 'rosters',
  codes: { agreedHow: 'agreedHow' },
  keys: { agree: 'G', approve: 'P', refuse: 'R', decline: 'D', withdraw: 'W' },
  grave: ['refuse'],
  graveStory: ['refuse', 'decline'],
};
/** S15 离岗顶替. */
export const POST_COVERS: Book = {
  register: 'postCovers',
  ns: 'rosters',
  codes: { approvedHow: 'approvedHow' },
  keys: { back: 'B', approve: 'P' },
};

export const ROSTER_COUNTS: NeedCounts = {
  book: ROSTERS,
  op: 'rosters.counts',
  needs: ROSTER_NEEDS,
  late: ['missing'],
};
export const SWAP_COUNTS: NeedCounts = {
  book: SHIFT_SWAPS,
  op: 'shiftSwaps.counts',
  needs: SWAP_NEEDS,
  late: ['pressing'],
  quiet: ['agree'],
};
export const COVER_COUNTS: NeedCounts = {
  book: POST_COVERS,
  op: 'postCovers.counts',
  needs: COVER_NEEDS,
  late: ['long'],
};
