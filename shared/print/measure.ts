import { codePointLabel, withFallback } from '../text-coverage';
import type { PrintCell } from './forms';

/**
 * How much room text takes on paper, without a screen: widths are upper bounds measured once from the bundled serif
 * (Noto Serif SC regular, 400 weight, kerning off), so a page that is cut here always holds what it was given.
 * Units: em (1 em is the font size); millimetres where a name says so.
 */

/** Millimetres of one typographic point. */
export const MM_PER_PT = 25.4 / 72;

/** Hundredths of an em of U+0020 … U+007E. */
const ASCII = [
  26, 31, 38, 58, 55, 93, 78, 20, 37, 37, 48, 58, 33, 35, 33, 36, 55, 55, 55, 55, 55, 55, 55, 55, 55, 55, 33,
  33, 58, 58, 58, 44, 92, 72, 67, 70, 77, 66, 63, 75, 86, 41, 41, 74, 63, 98, 80, 77, 65, 77, 72, 57, 66, 80,
  72, 106, 70, 69, 61, 35, 36, 35, 58, 57, 44, 56, 64, 54, 63, 55, 39, 57, 67, 34, 32, 61, 34, 98, 67, 60, 64,
  61, 47, 48, 37, 66, 55, 84, 57, 56, 50, 38, 32, 38, 58,
];

/** Ranges wider than one em, or without width: first, last, em. The widest glyph of the range counts. */
const OTHERS: readonly (readonly [number, number, number])[] = [
  [0x200d, 0x200d, 0],
  [0x2e3a, 0x2e3b, 2.5],
  [0x302e, 0x302f, 1.25],
  [0xfe00, 0xfe0f, 0],
  [0xe0020, 0xe01ef, 0],
  [0xfb50, 0xfdef, 2.2],
  [0xfdf0, 0xfdff, 2.6],
  [0x0100, 0x08ff, 1.16],
  [0x1e00, 0x1fff, 1.05],
  [0x2070, 0x2bff, 1.3],
  [0xfb00, 0xfb4f, 1.05],
  [0xfe70, 0xfeff, 1.16],
  [0x1f000, 0x1ffff, 1.4],
];

/** Upper bound of a code point's advance. */
export function emOf(codePoint: number): number {
  if (codePoint >= 0x20 && codePoint < 0x7f) return ASCII[codePoint - 0x20]! / 100;
  if (codePoint >= 0x3030 && codePoint <= 0x9fff) return 1;
  for (const [first, last, em] of OTHERS) if (codePoint >= first && codePoint <= last) return em;
  return 1;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Every UTF-16 unit is a reader's character of its own: no segmenter needed. */
const SIMPLE = /^[ -~·—‘’“”…\u3000-\u302d\u3030-\u3098\u309b-\u9fff\uff01-\uff5e]*$/;

/** The characters a line may be broken between (`line-break: anywhere` breaks between graphemes only). */
export const graphemesOf = (text: string): string[] =>
  SIMPLE.test(text) ? Array.from(text) : Array.from(segmenter.segment(text), (part) => part.segment);

/** Width of a grapheme. A joined emoji may fall apart into its members when the font lacks it, so they are added up. */
function emOfGrapheme(grapheme: string): number {
  if (grapheme.length === 1) return emOf(grapheme.charCodeAt(0));
  let em = 0;
  for (const char of grapheme) em += emOf(char.codePointAt(0) as number);
  return em;
}

/** A cluster of more code points than this is written apart: no line could hold it in one piece. */
const CLUSTER_MAX = 10;
/** ﷽ is twelve em wide: it would run out of every column. */
const TOO_WIDE = /\ufdfd/g;

/**
 * Text as it goes to paper: line ends and runs of blanks become one space, what the fonts cannot draw is named
 * (text-coverage.ts), endless joined clusters are taken apart. Display only: the stored text is the record.
 */
export function paperText(text: string): string {
  const shown = withFallback(text.replace(/\s+/gu, ' ').trim()).replace(TOO_WIDE, (char) =>
    codePointLabel(char.charCodeAt(0)),
  );
  if (SIMPLE.test(shown)) return shown;
  return graphemesOf(shown)
    .map((grapheme) => {
      const points = Array.from(grapheme);
      if (points.length <= CLUSTER_MAX) return grapheme;
      return points
        .map((point) =>
          emOf(point.codePointAt(0) as number) === 0 ? codePointLabel(point.codePointAt(0) as number) : point,
        )
        .join('');
    })
    .join('');
}

/** A stretch of a cell: `old` is struck through, `sign` names who corrected it and when, smaller. */
export interface Run {
  kind: 'old' | 'text' | 'sign';
  text: string;
}
/** Font size of a signature of a correction, relative to its cell. */
export const SIGN_SCALE = 0.8;

/**
 * What a cell shows, in reading order: each struck value, then the value that replaced it, then the name and time of the
 * correction (trust.md C5). A struck empty cell shows the `/` that stood on paper.
 */
export function runsOf(cell: PrintCell): Run[] {
  if (cell.runs) return cell.runs;
  const strikes = cell.strikes ?? [];
  const runs: Run[] = [];
  for (const [index, strike] of strikes.entries()) {
    if (index > 0) runs.push({ kind: 'text', text: ' ' });
    runs.push({ kind: 'old', text: strike.old || '/' });
    const signer = strikes[index - 1];
    if (signer) runs.push({ kind: 'sign', text: ` ${signer.by} ${signer.at}` });
  }
  if (cell.text) runs.push({ kind: 'text', text: strikes.length > 0 ? ` ${cell.text}` : cell.text });
  const last = strikes.at(-1);
  if (last) runs.push({ kind: 'sign', text: ` ${last.by} ${last.at}` });
  return runs;
}

/** Latin words, numbers, days and times stay together where a line has room for them. */
const WORD = /^[0-9A-Za-z\-./:_#@&%+'*]$/;
/** May not begin a line; may not end one (避头尾). */
const NO_START = /^[、，。；：！？）」』】》〉”’…,.;:!?)\]}]$/;
const NO_END = /^[（「『【《〈“‘([{]$/;

interface Piece {
  run: number;
  text: string;
  em: number;
}

/** A box to tick, with the word it belongs to. */
const BOX = /^[☑□]$/;
/** 粤B12345: the province's sign never stands alone at the end of a line. */
const PLATE = /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]$/;
const CAPITAL = /^[A-Z]$/;

/**
 * Graphemes in groups that a line keeps together: words, a bracket with what it opens, a stop with what it ends, a box with
 * its word, a car's plate.
 */
function groupsOf(runs: readonly Run[]): Piece[][] {
  const groups: Piece[][] = [];
  let before: Piece | undefined;
  /** Of a box: itself, then the blank behind it. */
  let box = false;
  for (const [run, { kind, text }] of runs.entries()) {
    const scale = kind === 'sign' ? SIGN_SCALE : 1;
    for (const grapheme of graphemesOf(text)) {
      const piece = { run, text: grapheme, em: emOfGrapheme(grapheme) * scale };
      const joined =
        before !== undefined &&
        (box ||
          (before.text !== ' ' &&
            grapheme !== ' ' &&
            (NO_START.test(grapheme) ||
              NO_END.test(before.text) ||
              (before.run === run && WORD.test(before.text) && WORD.test(grapheme)) ||
              (PLATE.test(before.text) && CAPITAL.test(grapheme)))));
      if (joined) groups.at(-1)?.push(piece);
      else groups.push([piece]);
      box = BOX.test(grapheme) || (box && grapheme === ' ');
      before = piece;
    }
  }
  return groups;
}

const sumEm = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.em, 0);

/** Graphemes of one run that stand together on a line. */
interface Stretch {
  run: number;
  text: string;
}

const joined = (pieces: readonly Stretch[]): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { run, text } of pieces) {
    const last = stretches.at(-1);
    if (last?.run === run) last.text += text;
    else stretches.push({ run, text });
  }
  return stretches;
};

/** A group wider than a line is broken anywhere; a blank at the end of a line hangs over. */
function breakLines(runs: readonly Run[], widthEm: number): Stretch[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  const put = (pieces: readonly Piece[], em: number): void => {
    const blank = pieces.length === 1 && pieces[0]?.text === ' ';
    if (used > 0 && used + em > widthEm && !blank) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...pieces);
    used += em;
  };
  for (const group of groupsOf(runs)) {
    const em = sumEm(group);
    if (em <= widthEm) put(group, em);
    else for (const piece of group) put([piece], piece.em);
  }
  return lines.map(joined);
}

const asRuns = (runs: readonly Run[], stretches: readonly Stretch[]): Run[] =>
  stretches.map(({ run, text }) => ({ kind: runs[run]?.kind ?? 'text', text }));

/**
 * Breaks runs into lines of a width. The plan and the drawing both call this, so paper never depends on how a browser
 * breaks lines.
 */
export const wrapRuns = (runs: readonly Run[], widthEm: number): Run[][] =>
  breakLines(runs, widthEm).map((line) => asRuns(runs, line));

/** Lines the runs take at a width; at least one. */
export function linesOf(runs: readonly Run[], widthEm: number): number {
  // Most cells are one short line.
  const only = runs.length === 1 ? (runs[0]?.text ?? '') : null;
  if (runs.length === 0 || (only !== null && SIMPLE.test(only) && simpleEm(only) <= widthEm)) return 1;
  return breakLines(runs, widthEm).length;
}

function simpleEm(text: string): number {
  let em = 0;
  for (let i = 0; i < text.length; i += 1) em += emOf(text.charCodeAt(i));
  return em;
}

/** Cuts runs after so many lines: what fits, and the rest for the next page. Nothing is lost: both together are the whole. */
export function cutRuns(runs: readonly Run[], widthEm: number, lines: number): [head: Run[], rest: Run[]] {
  const all = breakLines(runs, widthEm);
  return [asRuns(runs, joined(all.slice(0, lines).flat())), asRuns(runs, joined(all.slice(lines).flat()))];
}

/** The largest type, up to `maxPt`, in which a text stands on one line of a width. */
export const fitPt = (text: string, widthMm: number, maxPt: number): number =>
  Math.max(
    3,
    Math.min(
      maxPt,
      widthMm /
        MM_PER_PT /
        Math.max(
          1,
          graphemesOf(text).reduce((em, part) => em + emOfGrapheme(part), 0),
        ),
    ),
  );
