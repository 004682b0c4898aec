import { code128 } from 'bwip-js/generic';

/** Bars of a Code 128 symbol as one path in a box of `width`×1 modules; quiet zones (10 modules a side) included. */
export interface Bars {
  width: number;
  d: string;
}

const QUIET = 10;

/**
 * Encodes digits; an even number of them becomes Code 128-C, two to a symbol (desk-practice.md §2.0). The drawing is taken
 * as numbers, never as markup.
 */
export function barsOf(digits: string): Bars {
  let width = 0;
  const bars: string[] = [];
  return code128<Bars>(
    { bcid: 'code128', text: digits, height: 10, scaleX: 1, scaleY: 1 },
    {
      scale: () => [1, 1],
      measure: () => ({ width: 0, ascent: 0, descent: 0 }),
      init(w) {
        width = w;
      },
      // A bar is a vertical stroke: its middle (rounded up for odd widths) and its width.
      line(x, _y0, _x1, _y1, bar) {
        bars.push(`M${QUIET + Math.floor(x - bar / 2)} 0h${bar}v1h${-bar}z`);
      },
      polygon() {},
      hexagon() {},
      ellipse() {},
      fill() {},
      text() {},
      end: () => ({ width: width + 2 * QUIET, d: bars.join('') }),
    },
  );
}
