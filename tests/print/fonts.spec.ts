import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { codePointLabel, isCovered, visibleFallback } from '../../shared/text-coverage';
import { type Face, facesOf, root, stackOf } from './font-faces';

/** Same numbers in each run; printed with a failure. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const c = (...points: number[]) => String.fromCodePoint(...points);

/** What we promise. The bundled fonts do not draw all of G and H (resources/fonts/README.md). */
const EXTENSIONS: Record<string, readonly [first: number, last: number, atLeast: number]> = {
  URO: [0x4e00, 0x9fff, 1],
  A: [0x3400, 0x4dbf, 1],
  B: [0x20000, 0x2a6df, 1],
  C: [0x2a700, 0x2b739, 1],
  D: [0x2b740, 0x2b81d, 1],
  E: [0x2b820, 0x2cea1, 1],
  F: [0x2ceb0, 0x2ebe0, 1],
  G: [0x30000, 0x3134a, 0.7],
  H: [0x31350, 0x323af, 0.56],
  I: [0x2ebf0, 0x2ee5d, 1],
};

describe('bundled fonts', () => {
  let faces: Face[] = [];
  const union = (families: readonly string[], weight?: string) => {
    const all = new Set<number>();
    for (const face of faces) {
      if (!families.includes(face.family)) continue;
      // Noto SC has two weights of its own; the others lend their single weight to both.
      if (weight && face.family.endsWith(' SC') && face.weight !== weight) continue;
      for (const point of face.covers) all.add(point);
    }
    return all;
  };

  beforeAll(() => {
    faces = ['noto.css', 'rare.css'].flatMap((name) => facesOf(join(root, 'resources/fonts', name)));
  }, 120_000);

  it('declare woff2 only, in chunks of at most 1.5 MB, at most 40 MB in the repository', () => {
    expect(faces.length).toBeGreaterThan(400);
    let rare = 0;
    for (const face of faces) {
      expect(face.file).toMatch(/\.woff2$/);
      const size = readFileSync(face.file).length;
      expect(size).toBeLessThanOrEqual(1.5e6);
      if (face.file.includes('/rare/')) rare += size;
    }
    expect(rare).toBeLessThan(40e6);
  });

  it('the stacks name the families of the faces', () => {
    expect(stackOf('--font-sans')).toHaveLength(5);
    const declared = new Set(faces.map((face) => face.family));
    expect(new Set(stackOf('--font-serif'))).toEqual(declared);
  });

  it.each(['--font-sans', '--font-serif'])(
    '%s draws every code point of the table, in both weights',
    (name) => {
      const stack = stackOf(name);
      for (const weight of ['400', '700']) {
        const drawn = union(stack, weight);
        const lost: string[] = [];
        for (let point = 0x20; point <= 0x3ffff; point++) {
          if (isCovered(point) && !drawn.has(point)) lost.push(codePointLabel(point));
        }
        expect(lost).toEqual([]);
      }
    },
  );

  it('the table leaves out only what is invisible', () => {
    const drawn = union(stackOf('--font-sans'));
    for (const point of drawn) {
      if (point >= 0x20 && !isCovered(point)) {
        expect(c(point)).toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
      }
    }
  });

  it('a character of the rare planes has one face per stack', () => {
    const seed = Number(process.env.SEED ?? 20261121);
    const next = random(seed);
    const ext = faces.filter(
      (face) => face.family.startsWith('Deskbook Sans') || face.family === 'Deskbook Rare',
    );
    for (let i = 0; i < 2000; i++) {
      const point = 0x20000 + Math.floor(next() * 0x12400);
      const count = ext.filter((face) => face.covers.has(point)).length;
      expect(count, `${codePointLabel(point)}, seed ${seed}`).toBe(isCovered(point) ? 1 : 0);
    }
  });

  it.each(Object.entries(EXTENSIONS))(
    'covers extension %s as far as promised',
    (_name, [first, last, atLeast]) => {
      let covered = 0;
      for (let point = first; point <= last; point++) if (isCovered(point)) covered++;
      expect(covered / (last - first + 1)).toBeGreaterThanOrEqual(atLeast);
    },
  );

  it('the fast path holds covered characters only', () => {
    for (let point = 0x20; point <= 0xffff; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const piece = visibleFallback(c(point))[0];
      // Compared with the shown text: U+0340 is shown as its canonical twin U+0300.
      if (piece && !piece.missing && piece.text === c(point))
        expect(isCovered(point), codePointLabel(point)).toBe(true);
    }
  });
});
