import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { codePointLabel, isCovered, visibleFallback, withFallback } from '../../shared/text-coverage';

const root = resolve(import.meta.dirname, '../..');

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

interface Face {
  family: string;
  weight: string;
  file: string;
  covers: Set<number>;
}

/** Faces as a browser sees them: a character counts if the unicode-range admits it and the cmap has it. */
function facesOf(css: string): Face[] {
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

function stackOf(name: string): string[] {
  const css = readFileSync(join(root, 'renderer/ui/fonts.css'), 'utf8');
  const value = css.match(new RegExp(`${name}:([^;]+);`))?.[1] ?? '';
  return [...value.matchAll(/["']([^"']+)["']/g)].map((m) => m[1] as string);
}

/** Same numbers in each run; printed with a failure. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const c = (...points: number[]) => String.fromCodePoint(...points);

/** Forty names as they reach a front desk. */
const NAMES: readonly (readonly [string, string])[] = [
  ['everyday', '王小明'],
  ['everyday, traditional', '陳麗華'],
  ['traditional', '臺靜農'],
  ['BMP, rare', '朱镕基'],
  ['BMP, rare', '王祎喆'],
  ['BMP, rare', '李赟堃'],
  ['BMP, last rows', `张${c(0x9fcd)}`],
  ['BMP, last rows', `刘${c(0x9fd4)}`],
  ['BMP, newest', `赵${c(0x9ffc)}`],
  ['Ext A', '李㛃'],
  ['Ext A', '周㵾'],
  ['Ext A', '㭎国栋'],
  ['Ext A', `马${c(0x4db6)}`],
  ['Ext B', '𠮷野家'],
  ['Ext B', '王𣸣'],
  ['Ext B', '陈𤧛'],
  ['Ext B', `孙${c(0x2a6d6)}`],
  ['Ext C', `林${c(0x2a7dd)}`],
  ['Ext C', `何${c(0x2b5af)}`],
  ['Ext D', `郭${c(0x2b74f)}`],
  ['Ext D', `高${c(0x2b7fc)}`],
  ['Ext E', `罗${c(0x2c29f)}`],
  ['Ext E', `梁${c(0x2cdad)}`],
  ['Ext F', `宋${c(0x2cf00)}`],
  ['Ext F', `郑${c(0x2e9f5)}`],
  ['Ext G', `谢${c(0x30edd)}`],
  ['Ext G', `韩${c(0x30ede)}`],
  ['Ext H', `唐${c(0x31350)}`],
  ['Ext H', `冯${c(0x31c42)}`],
  ['Ext I', `于${c(0x2ebf0)}`],
  ['Ext I', `董${c(0x2ee5d)}`],
  ['compatibility', `${c(0xfa0e)}${c(0xf9dc)}${c(0x2f80a)}`],
  ['IDS', '⿰亻晶⿱艹霖⿼囗王'],
  ['enclosed', '㊣㈱①㍿'],
  ['middle dot', '阿卜杜拉·买买提'],
  ['kana middle dot', '迪丽热巴・迪力木拉提'],
  ['Arabic script', 'ئابدۇللا مۇھەممەت'],
  ['emoji ZWJ', '小明👨‍👩‍👧‍👦'],
  ['emoji flag, tone, heart', '🇨🇳👍🏽❤️'],
  ['selector', `葛${c(0xe0100)}城 é José`],
];

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

describe('visible fallback', () => {
  it('has forty names', () => expect(NAMES).toHaveLength(40));

  it.each(NAMES)('%s: %s can be read on paper', (_kind, name) => {
    const shown = withFallback(name);
    for (const point of shown) {
      const code = point.codePointAt(0) as number;
      const attached =
        code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
      expect(attached || isCovered(code), codePointLabel(code)).toBe(true);
    }
    // Nothing is dropped: what is not shown as it is, is shown as its code point.
    expect(shown.replace(/〔U\+([0-9A-F]+)〕/g, (_, h: string) => c(Number.parseInt(h, 16)))).toBe(name);
  });

  it('names what cannot be drawn', () => {
    expect(withFallback(`王${c(0x323b0)}`)).toBe('王〔U+323B0〕');
    expect(withFallback(c(0xe000))).toBe('〔U+E000〕');
    expect(visibleFallback(`王${c(0x33479)}明`)).toEqual([
      { text: '王', missing: false },
      { text: '〔U+33479〕', missing: true },
      { text: '明', missing: false },
    ]);
    expect(withFallback('\ud842')).toBe('〔U+D842〕');
  });

  it('names invisible characters and controls', () => {
    expect(withFallback('张\u200b三')).toBe('张〔U+200B〕三');
    expect(withFallback('张\u202e三')).toBe('张〔U+202E〕三');
    expect(withFallback('张\u0000三')).toBe('张〔U+0000〕三');
    expect(withFallback('\ufeff张三')).toBe('〔U+FEFF〕张三');
    expect(withFallback('张\u200d三')).toBe('张〔U+200D〕三');
    expect(withFallback('\ufe0f张')).toBe('〔U+FE0F〕张');
    expect(withFallback('x\u0336')).toBe('x〔U+0336〕');
  });

  it('leaves spaces, line ends, emoji sequences and selectors alone', () => {
    for (const text of [
      '张 三\n李\t四\r\n',
      '张\u3000三',
      '👩🏽‍🚒',
      '🏳️‍🌈',
      '1️⃣',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '辻\u{e0100}',
      '',
    ]) {
      expect(withFallback(text)).toBe(text);
    }
  });

  it('composes a base with its mark', () => expect(withFallback('Jose\u0301')).toBe('José'));

  it('is fast', () => {
    const plain = '尊敬的业主：您好！'.repeat(1000);
    const rare = '王𠮷先生，'.repeat(2000);
    const start = performance.now();
    for (let i = 0; i < 100; i++) withFallback(plain);
    expect(performance.now() - start).toBeLessThan(500);
    const second = performance.now();
    withFallback(rare);
    expect(performance.now() - second).toBeLessThan(500);
  });
});
