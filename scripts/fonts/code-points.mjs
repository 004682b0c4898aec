/** Sets of code points: the kinds we tell apart, set arithmetic, and ranges as CSS writes them. */

/** Invisible or without a meaning of its own: never counted as covered, whatever a cmap says. */
export const unseen = (c) =>
  c < 0x20 ||
  (c >= 0x7f && c < 0xa0) ||
  (c >= 0xe000 && c <= 0xf8ff) ||
  (c >= 0xd800 && c <= 0xdfff) ||
  c >= 0xe0000 ||
  (c & 0xfffe) === 0xfffe ||
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]/u.test(String.fromCodePoint(c));

/** Ideographs and their parts. BabelStone's symbols carry other licences than its ideographs: left out. */
export const han = (c) =>
  (c >= 0x2e80 && c <= 0x2fff) ||
  (c >= 0x31c0 && c <= 0x31ef) ||
  (c >= 0x3400 && c <= 0x9fff && !(c >= 0x4dc0 && c <= 0x4dff)) ||
  (c >= 0xf900 && c <= 0xfaff) ||
  (c >= 0x20000 && c <= 0x3ffff);

/** Hangul is drawn by the sans face in both stacks: a second set would cost megabytes for no name here. */
export const hangul = (c) =>
  (c >= 0xac00 && c <= 0xd7ff) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0xa960 && c <= 0xa97f);

/** The members in ascending order. */
export const sorted = (set) => [...set].sort((a, b) => a - b);

/** The set as ascending pairs of first and last code point. */
export function ranges(set) {
  const list = [];
  for (const c of sorted(set)) {
    const last = list.at(-1);
    if (last && c === last[1] + 1) last[1] = c;
    else list.push([c, c]);
  }
  return list;
}

const hex = (c) => c.toString(16).toUpperCase();

/** The set as a CSS `unicode-range`. */
export const cssRange = (set) =>
  ranges(set)
    .map(([a, z]) => `U+${hex(a)}${z > a ? `-${hex(z)}` : ''}`)
    .join(',');

/** The set that a CSS `unicode-range` names. */
export function parseRange(text) {
  const set = new Set();
  for (const part of text.split(',')) {
    const [a, z] = part
      .trim()
      .slice(2)
      .split('-')
      .map((h) => Number.parseInt(h, 16));
    for (let c = a; c <= (z ?? a); c++) set.add(c);
  }
  return set;
}

/** What is in `set` and in none of `others` (sets, or maps by code point). */
export const minus = (set, ...others) => new Set([...set].filter((c) => !others.some((o) => o.has(c))));

/** What is in both sets. */
export const both = (a, b) => new Set([...a].filter((c) => b.has(c)));

/** The members that pass the test. */
export const only = (set, test) => new Set([...set].filter(test));

/** What is in any of the sets. */
export const union = (...sets) => new Set(sets.flatMap((s) => [...s]));
