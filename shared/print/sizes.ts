/**
 * Sizes of slips and labels in millimetres (domain.md §3.0, §6.2). The one place of every measure that both the plan and the
 * style sheets must agree on; sheet.ts has those of book pages.
 */

/** A slip's sheet: head, body and machine line from top to bottom. `bodyMm` is what may be written on. */
export interface SlipSheet {
  widthMm: number;
  heightMm: number;
  topMm: number;
  marginXMm: number;
  headMm: number;
  bodyMm: number;
  /** Font sizes tried in this order; from the last on, what does not fit goes to continuation sheets. */
  points: readonly number[];
  lineRatio: number;
  padXMm: number;
  padYMm: number;
  /** Width of a field's label; with more than two fields side by side `tightLabelMm`. */
  labelMm: number;
  tightLabelMm: number;
  minRowMm: number;
  smallRowMm: number;
  signMm: number;
  headingMm: number;
  /** A line to cut along, with room on both sides. */
  cutMm: number;
  /** Room for the company's name between the corners of the head. */
  officeMm: number;
  title: number;
  code: { moduleMm: number; heightMm: number };
}

export const SLIP_SIZES = ['a5', 'a4', 'a4Landscape', 'poster', 'a6', 'pass'] as const;
export type SlipSize = (typeof SLIP_SIZES)[number];

const A5: SlipSheet = {
  widthMm: 210,
  heightMm: 148,
  topMm: 9,
  marginXMm: 12,
  headMm: 23,
  bodyMm: 102,
  points: [10.5, 10, 9, 8, 7, 6.5, 6],
  lineRatio: 1.3,
  padXMm: 2.4,
  padYMm: 1.4,
  labelMm: 29,
  tightLabelMm: 20,
  minRowMm: 6.5,
  smallRowMm: 5.4,
  signMm: 15,
  headingMm: 5.6,
  cutMm: 8,
  officeMm: 86,
  title: 15,
  code: { moduleMm: 0.25, heightMm: 4.6 },
};

/**
 * `a5` A5 landscape, `a4` A4 portrait, `a4Landscape` (F91), `poster` A4 read from afar, `a6` A6 landscape (F23), `pass`
 * 80×120 mm (F17).
 */
export const SLIPS: Record<SlipSize, SlipSheet> = {
  a5: A5,
  a4: {
    ...A5,
    heightMm: 297,
    topMm: 12,
    marginXMm: 15,
    headMm: 26,
    bodyMm: 244,
    points: [10.5, 10, 9, 8.5, 8],
    labelMm: 30,
    minRowMm: 8,
    smallRowMm: 6.4,
    signMm: 18,
    headingMm: 6.4,
    title: 17,
  },
  a4Landscape: {
    ...A5,
    widthMm: 297,
    heightMm: 210,
    topMm: 12,
    marginXMm: 15,
    headMm: 24,
    bodyMm: 160,
    points: [10, 9, 8.5, 8, 7.5],
    minRowMm: 7,
    smallRowMm: 5.8,
    signMm: 14,
    title: 17,
  },
  poster: {
    ...A5,
    heightMm: 297,
    topMm: 14,
    marginXMm: 22,
    headMm: 30,
    bodyMm: 236,
    points: [16, 14, 12, 10.5, 10, 9, 8],
    lineRatio: 1.6,
    signMm: 22,
    title: 26,
  },
  a6: {
    ...A5,
    widthMm: 148,
    heightMm: 105,
    topMm: 5,
    marginXMm: 7,
    headMm: 20,
    bodyMm: 67,
    labelMm: 20,
    signMm: 12,
    officeMm: 60,
    title: 13,
  },
  pass: {
    ...A5,
    widthMm: 80,
    heightMm: 120,
    topMm: 4,
    marginXMm: 4,
    headMm: 23,
    bodyMm: 76,
    labelMm: 20,
    padXMm: 2,
    minRowMm: 7,
    signMm: 14,
    officeMm: 70,
    title: 14,
    code: { moduleMm: 0.27, heightMm: 7 },
  },
};

/** A label: number, big text, lines and code from top to bottom; a seal strip has them side by side. */
export interface LabelSheet {
  widthMm: number;
  heightMm: number;
  padMm: number;
  /** Width and height of the block of lines, big text included. */
  linesWidthMm: number;
  linesMm: number;
  /** Largest type of the number at the head, and of the big text with its line's height in mm. */
  titlePt: number;
  bigPt: number;
  bigMm: number;
  points: readonly number[];
  lineRatio: number;
  code: { moduleMm: number; heightMm: number };
}

export const LABEL_SIZES = ['bag', 'tag', 'card', 'seal'] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];

const BAG: LabelSheet = {
  widthMm: 60,
  heightMm: 40,
  padMm: 2.5,
  linesWidthMm: 55,
  linesMm: 15.5,
  titlePt: 12,
  bigPt: 18,
  bigMm: 8,
  points: [8.5, 8, 7, 6.5, 6, 5.5, 5, 4.5, 4],
  lineRatio: 1.25,
  code: { moduleMm: 0.4, heightMm: 9.5 },
};

/** `bag` 60×40 bag label, `tag` 50×30 key and unit label, `card` 85.6×54 pass card, `seal` 120×25 seal strip (domain.md F06). */
export const LABELS: Record<LabelSize, LabelSheet> = {
  bag: BAG,
  tag: {
    ...BAG,
    widthMm: 50,
    heightMm: 30,
    padMm: 2,
    linesWidthMm: 46,
    linesMm: 10,
    bigPt: 13,
    bigMm: 5.6,
    points: [8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4],
    code: { moduleMm: 0.34, heightMm: 6.4 },
  },
  card: {
    ...BAG,
    widthMm: 85.6,
    heightMm: 54,
    padMm: 4,
    linesWidthMm: 77.6,
    linesMm: 26,
    bigPt: 32,
    bigMm: 14,
    points: [10.5, 10, 9, 8, 7, 6, 5, 4],
  },
  seal: {
    ...BAG,
    widthMm: 120,
    heightMm: 25,
    padMm: 2,
    linesWidthMm: 50,
    linesMm: 15,
    code: { moduleMm: 0.25, heightMm: 12 },
  },
};
