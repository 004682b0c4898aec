import type { GoodsLine } from '../../../shared/registers/release-requests.row';

/** The gate's comparison, line by line: not looked at yet, as on the slip, or different with a count and a remark. Pure. */

export type Mark = { kind: 'open' } | { kind: 'same' } | { kind: 'differs'; counted: string; remark: string };
export type Marks = Readonly<Record<string, Mark>>;

const OPEN: Mark = { kind: 'open' };
export const markOf = (marks: Marks, id: string): Mark => marks[id] ?? OPEN;

/** Lines nobody looked at yet. */
export const openLines = (goods: readonly Pick<GoodsLine, 'id'>[], marks: Marks): number =>
  goods.filter(({ id }) => markOf(marks, id).kind === 'open').length;

/** A typed count: the same as on the slip, or a difference. */
export function counted(line: Pick<GoodsLine, 'quantity'>, typed: string, remark = ''): Mark {
  return Number(typed) === line.quantity && remark.trim() === ''
    ? { kind: 'same' }
    : { kind: 'differs', counted: typed, remark };
}

/** What the operation takes; an unreadable count goes as NaN, so the door refuses it. */
export const differencesOf = (
  goods: readonly Pick<GoodsLine, 'id'>[],
  marks: Marks,
): { lineId: string; counted: number; remark: string }[] =>
  goods.flatMap(({ id }) => {
    const mark = markOf(marks, id);
    if (mark.kind !== 'differs') return [];
    const typed = mark.counted.trim();
    return [{ lineId: id, counted: /^\d+$/.test(typed) ? Number(typed) : Number.NaN, remark: mark.remark }];
  });
