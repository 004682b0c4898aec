import { COVERAGE } from './text-coverage.data';

/**
 * Which characters the bundled fonts can draw, and what to show for the others.
 *
 * A blank box on a form is worse than an ugly name: nobody can tell afterwards what stood there. So every text
 * that goes to paper passes through `withFallback`, which writes a character without a glyph as its code point,
 * 〔U+30ABC〕. Invisible characters (zero width, direction marks, controls) are shown the same way: they can make
 * two different names look alike, or turn a line around.
 *
 * This is for display only. Never store its result: the original text is the record.
 */

/** First and last code point of each range, alternating; unpacked from distances once. */
const EDGES = (() => {
  const deltas = COVERAGE.split(',');
  const edges = new Uint32Array(deltas.length);
  let at = 0;
  for (let i = 0; i < deltas.length; i++) {
    at += Number(deltas[i]);
    edges[i] = at;
  }
  return edges;
})();

/**
 * Text of these characters only needs no further look (all are covered; tests/print/fonts.spec.ts proves it).
 * Nearly every text of the office is of this kind.
 */
const PLAIN = /^[\t\n\r\x20-\x7e·—‘’“”…\u3000-\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;

/** True if a bundled font has a visible glyph (or, for spaces and line ends, a width) for the code point. */
export function isCovered(codePoint: number): boolean {
  if (codePoint < 0x80)
    return (codePoint >= 0x20 && codePoint < 0x7f) || codePoint === 9 || codePoint === 10 || codePoint === 13;
  let low = 0;
  let high = EDGES.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (EDGES[middle * 2] as number)) high = middle - 1;
    else if (codePoint > (EDGES[middle * 2 + 1] as number)) low = middle + 1;
    else return true;
  }
  return false;
}

/** The readable form of a character that cannot be drawn. */
export function codePointLabel(codePoint: number): string {
  return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
}

export interface TextPiece {
  text: string;
  /** The text stands for a character that the fonts cannot draw, or that is invisible. */
  missing: boolean;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const ZWJ = 0x200d;
const isVariationSelector = (c: number) => (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
/** Tag letters, with which the flags of England, Scotland and Wales are written. */
const isTag = (c: number) => c >= 0xe0020 && c <= 0xe007f;
const EMOJI = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]|^[#*0-9]\ufe0f?\u20e3/u;
/** Scripts whose bundled font positions marks itself. */
const ARABIC = /^[\p{Script=Arabic}\p{Script=Inherited}]+$/u;
const MARK = /\p{M}/u;

/**
 * One grapheme. A mark is only safe if the very font that draws its base draws it too; across fonts a browser
 * gives up and may draw a box. So a base with marks passes if it composes to one covered character (é), or if it
 * is Arabic; otherwise the marks are named after their base.
 */
function pieces(grapheme: string): TextPiece[] {
  const emoji = EMOJI.test(grapheme);
  let text = grapheme;
  if (!emoji && MARK.test(text)) {
    const composed = text.normalize('NFC');
    if ([...composed].length === 1) text = composed;
  }
  const points = Array.from(text, (c) => c.codePointAt(0) as number);
  const marksFit = emoji || ARABIC.test(text);
  return points.map((c, i) => {
    const char = String.fromCodePoint(c);
    const before = points[i - 1];
    // Joiners, selectors and tags draw nothing themselves; they are fine only in the place they are made for.
    const attached =
      before !== undefined &&
      ((isVariationSelector(c) && isCovered(before)) ||
        (emoji && c === ZWJ && i < points.length - 1) ||
        (emoji && isTag(c) && points[0] === 0x1f3f4));
    if (attached) return { text: char, missing: false };
    const drawable = isCovered(c) && (i === 0 || marksFit || !MARK.test(char));
    return drawable ? { text: char, missing: false } : { text: codePointLabel(c), missing: true };
  });
}

/** The text in pieces, neighbours of a kind joined, so that a screen can mark the missing ones. */
export function visibleFallback(text: string): TextPiece[] {
  if (text === '') return [];
  if (PLAIN.test(text)) return [{ text, missing: false }];
  const result: TextPiece[] = [];
  for (const { segment } of graphemes.segment(text)) {
    for (const piece of pieces(segment)) {
      const last = result.at(-1);
      if (last && last.missing === piece.missing) last.text += piece.text;
      else result.push({ ...piece });
    }
  }
  return result;
}

/** The text as it goes to paper: everything in it can be seen. */
export function withFallback(text: string): string {
  if (PLAIN.test(text)) return text;
  let result = '';
  for (const piece of visibleFallback(text)) result += piece.text;
  return result;
}
