import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect } from 'vitest';

/** The checkout's root folder. */
export const root = resolve(import.meta.dirname, '../..');

/* Reading fonts: written here a second time on purpose, so that a mistake in scripts/fonts.mjs cannot prove itself. */

/** Code points that a woff2 file maps to a glyph. */
function cmapOf(file: Buffer): Set<number> {
  let at = 48;
  const base128 = () => {
    for (let value = 0; ; ) {
      const byte = file[at++] as number;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let start = 0;
  let found = -1;
  for (let i = 0, offset = 0; i < file.readUInt16BE(12); i++) {
    const flags = file[at++] as number;
    const tag = flags & 63;
    if (tag === 63) at += 4;
    const plain = base128();
    const isTransformed = tag === 10 || tag === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0;
    if (tag === 0) found = offset;
    offset += isTransformed ? base128() : plain;
    start = offset;
  }
  expect(found, `cmap within ${start} bytes`).toBeGreaterThanOrEqual(0);
  const t = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(found);
  const set = new Set<number>();
  for (let i = 0; i < t.readUInt16BE(2); i++) {
    const p = t.readUInt32BE(8 + i * 8);
    const format = t.readUInt16BE(p);
    if (format === 12) {
      for (let g = p + 16; g < p + 16 + t.readUInt32BE(p + 12) * 12; g += 12) {
        for (let c = t.readUInt32BE(g); c <= t.readUInt32BE(g + 4); c++) set.add(c);
      }
    } else if (format === 4) {
      const twice = t.readUInt16BE(p + 6);
      for (let k = 0; k < twice; k += 2) {
        const range = p + 16 + 3 * twice + k;
        const idRange = t.readUInt16BE(range);
        const first = t.readUInt16BE(p + 16 + twice + k);
        const delta = t.readUInt16BE(p + 16 + 2 * twice + k);
        for (let c = first; c <= t.readUInt16BE(p + 14 + k) && c < 0xffff; c++) {
          const raw = idRange === 0 ? c : t.readUInt16BE(range + idRange + (c - first) * 2);
          if ((idRange === 0 || raw !== 0) && ((raw + delta) & 0xffff) !== 0) set.add(c);
        }
      }
    }
  }
  return set;
}

/** One rule of a stylesheet, and the characters its file really draws. */
export interface Face {
  family: string;
  weight: string;
  file: string;
  covers: Set<number>;
}

/** Faces as a browser sees them: a character counts if the unicode-range admits it and the cmap has it. */
export function facesOf(css: string): Face[] {
  const text = readFileSync(css, 'utf8');
  const pattern =
    /font-family:'([^']+)'[^}]*?font-weight:(\d+)[^}]*?url\('([^']+)'\)[^}]*?unicode-range:([^}]+)\}/g;
  return [...text.matchAll(pattern)].map(([, family = '', weight = '', url = '', range = '']) => {
    const file = join(dirname(css), url);
    const cmap = cmapOf(readFileSync(file));
    const covers = new Set<number>();
    for (const part of range.split(',')) {
      const [first = 0, last = first] = part
        .slice(2)
        .split('-')
        .map((h) => Number.parseInt(h, 16));
      for (let c = first; c <= last; c++) if (cmap.has(c)) covers.add(c);
    }
    return { family, weight, file, covers };
  });
}

/** The families of a stack of fonts.css, in order. */
export function stackOf(name: string): string[] {
  const css = readFileSync(join(root, 'renderer/ui/fonts.css'), 'utf8');
  const value = css.match(new RegExp(`${name}:([^;]+);`))?.[1] ?? '';
  return [...value.matchAll(/["']([^"']+)["']/g)].map((m) => m[1] as string);
}
