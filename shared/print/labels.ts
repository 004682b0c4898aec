import type { Label } from './forms';
import { cutRuns, linesOf, MM_PER_PT } from './measure';
import { LABELS, type LabelSheet, type LabelSize } from './sizes';

/** Width of a label's lines in em. */
export const labelEm = (pt: number, sheet: LabelSheet): number =>
  sheet.linesWidthMm / (pt * MM_PER_PT) - 0.05;

/** Height left for lines when some of it goes to the big text. */
export const labelLinesMm = (sheet: LabelSheet, big: string): number =>
  sheet.linesMm - (big ? sheet.bigMm : 0);

/**
 * The largest type with which the lines of a label fit. A label is no record: what does not fit even at the smallest ends
 * with …, and lines beyond the room are left out: the place and the bag number stand whole in the register.
 */
export function fitLabel(
  lines: readonly string[],
  size: LabelSize = 'bag',
  big = '',
): Pick<Label, 'lines' | 'pt'> {
  const sheet = LABELS[size];
  const room = labelLinesMm(sheet, big);
  const lineOf = (pt: number): number => pt * MM_PER_PT * sheet.lineRatio;
  for (const pt of sheet.points) {
    const count = lines.reduce((sum, text) => sum + linesOf([{ kind: 'text', text }], labelEm(pt, sheet)), 0);
    if (count * lineOf(pt) <= room) return { pt, lines: [...lines] };
  }
  const pt = sheet.points.at(-1) as number;
  const held = Math.max(1, Math.floor(room / lineOf(pt)));
  const kept = lines.slice(0, held);
  const each = Math.floor(held / Math.max(1, kept.length));
  const short = (text: string): string => {
    const [head, rest] = cutRuns([{ kind: 'text', text }], labelEm(pt, sheet) - 1, each);
    return head.map((run) => run.text).join('') + (rest.length > 0 ? '…' : '');
  };
  return { pt, lines: kept.map(short) };
}
